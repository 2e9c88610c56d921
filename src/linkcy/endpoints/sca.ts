import { enumeration } from '../json/enumeration.js';

export const ScaStrategy = enumeration('PUSH_NOTIFICATION', 'JOIN_CODE', 'FAIL', 'DATA_SIGNING', 'BY_PASS');
export type ScaStrategy = keyof typeof ScaStrategy;
export const ScaFactor = enumeration('BIOMETRY', 'PIN');
export type ScaFactor = keyof typeof ScaFactor;

/** The request headers of strong customer authentication, in LinkCy's spelling. */
export const ScaHeader = {
  strategy: 'Linkcy-SCA-Strategy',
  factor: 'Linkcy-SCA-Factor',
  id: 'Linkcy-SCA-Id',
  signature: 'Linkcy-SCA-Signature',
} as const;

/** A java.time.Duration as LinkCy writes it: every part may be missing. */
export interface Duration {
  readonly seconds?: number;
  readonly nano?: number;
  readonly zero?: boolean;
  readonly negative?: boolean;
  readonly positive?: boolean;
  readonly units?: readonly unknown[];
}

/** The 202 answer: the operation waits for the user's approval on the device. Only the `scaId` is relied on. */
export interface ScaPending {
  readonly scaId: string;
  /** Only with the strategy JOIN_CODE. */
  readonly joinCode?: string;
  readonly ttl?: Duration;
  readonly scaDeviceId?: string;
}
