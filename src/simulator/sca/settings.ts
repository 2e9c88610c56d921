import type { Generation } from './generation.js';

/** The facts that a test's own rule may use. */
interface ScaQuestion {
  /** For instance "POST /api/partner/transactions". */
  readonly route: string;
  readonly endUserId: string;
  /** The result of LinkCy's own rule. */
  readonly required: boolean;
}

export interface ScaSettings {
  /**
   * When an approval is asked for: by LinkCy's rule, always or never (of the operations that are documented as ones
   * that can be approved), everywhere (also of others that clients have to be ready for), or by a rule of one's own.
   */
  readonly required: 'byRule' | 'always' | 'everywhere' | 'never' | ((question: ScaQuestion) => boolean);
  /** How long the user has, in seconds; a fraction is allowed. */
  readonly ttlSeconds: number;
  /** Changed while requests wait, it holds for those that come from now on: LinkCy has been updated. */
  readonly generation: Generation;
  /** Whether BY_PASS is honoured, as only LinkCy's sandbox does. */
  readonly bypassAllowed: boolean;
  /** 1.114 only: seconds from the approval until LinkCy has executed the operation. */
  readonly executionSeconds: number;
  /** 1.114 only: whether the user is asked although the device has signed, which LinkCy nowhere rules out. */
  readonly asksInSpiteOfSignature: boolean;
  /** Changes the body of a 202 before it is sent: an odd `ttl`, a field left out. */
  readonly pendingBody?: (body: Readonly<Record<string, unknown>>) => unknown;
}

export const defaultScaSettings: Omit<ScaSettings, 'generation'> = {
  required: 'byRule',
  ttlSeconds: 300,
  bypassAllowed: true,
  executionSeconds: 0,
  asksInSpiteOfSignature: false,
  pendingBody: undefined,
};
