import { badRequest } from '../http/refusal.js';
import type { Call } from '../http/router.js';
import type { ScaGeneration } from './settings.js';

const names = {
  id: 'linkcy-sca-id',
  strategy: 'linkcy-sca-strategy',
  factor: 'linkcy-sca-factor',
  signature: 'linkcy-sca-signature',
} as const;

const strategies = {
  old: ['PUSH_NOTIFICATION', 'JOIN_CODE', 'FAIL', 'BY_PASS'],
  new: ['PUSH_NOTIFICATION', 'DATA_SIGNING', 'BY_PASS'],
  both: ['PUSH_NOTIFICATION', 'JOIN_CODE', 'FAIL', 'DATA_SIGNING', 'BY_PASS'],
} as const satisfies Record<ScaGeneration, readonly string[]>;

const factors = ['BIOMETRY', 'PIN'] as const;

export type Strategy = (typeof strategies)['both'][number];

export interface ScaWish {
  readonly strategy: Strategy;
  readonly factor: (typeof factors)[number];
}

/** How the caller wants the user to be asked. Throws a 400 for a value that this version of LinkCy does not know. */
export function scaWish(call: Call): ScaWish {
  const { generation } = call.simulation.sca.settings;
  const strategy = oneOf(call, 'strategy', 'Linkcy-SCA-Strategy', strategies[generation]) ?? 'PUSH_NOTIFICATION';
  const factor = generation === 'new' ? undefined : oneOf(call, 'factor', 'Linkcy-SCA-Factor', factors);
  return { strategy, factor: factor ?? 'BIOMETRY' };
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
