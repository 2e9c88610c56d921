import { badRequest } from '../http/refusal.js';
import type { Call } from '../http/router.js';
import type { Generation } from './generation.js';

const names = {
  id: 'linkcy-sca-id',
  strategy: 'linkcy-sca-strategy',
  factor: 'linkcy-sca-factor',
  signature: 'linkcy-sca-signature',
} as const;

const strategies = {
  '1.78': ['PUSH_NOTIFICATION', 'JOIN_CODE', 'FAIL', 'BY_PASS'],
  '1.114': ['PUSH_NOTIFICATION', 'DATA_SIGNING', 'BY_PASS'],
} as const satisfies Record<Generation, readonly string[]>;

const factors = ['BIOMETRY', 'PIN'] as const;

export type Strategy = (typeof strategies)[Generation][number];
export type Factor = (typeof factors)[number];

interface ScaWish {
  readonly strategy: Strategy;
  /** Undefined in 1.114, which does not know the header. */
  readonly factor: Factor | undefined;
}

/** How the caller wants the user to be asked. Throws a 400 for a value that this generation does not know. */
export function scaWish(call: Call): ScaWish {
  const { generation } = call.simulation.sca.settings;
  const allowed: readonly Strategy[] = strategies[generation];
  return {
    strategy: oneOf(call, 'strategy', 'Linkcy-SCA-Strategy', allowed) ?? 'PUSH_NOTIFICATION',
    factor: generation === '1.78' ? (oneOf(call, 'factor', 'Linkcy-SCA-Factor', factors) ?? 'BIOMETRY') : undefined,
  };
}

export function scaHeader(call: Call, name: keyof typeof names): string | undefined {
  const value = call.headers[names[name]];
  return typeof value === 'string' ? value : undefined;
}

function oneOf<Value extends string>(
  call: Call,
  name: keyof typeof names,
  field: string,
  allowed: readonly Value[],
): Value | undefined {
  const value = scaHeader(call, name);
  const found = allowed.find((one) => one === value);
  if (value === undefined || found !== undefined) return found;
  throw badRequest([{ field, rejectedValue: value, message: `must be one of ${allowed.join(', ')}` }]);
}
