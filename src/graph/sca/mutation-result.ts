import { createUnionType, type ClassType } from 'type-graphql';
import {
  Conflict,
  Forbidden,
  InvalidInput,
  NotFound,
  OutcomeUnknown,
  ScaRefused,
  UpstreamUnavailable,
} from '../problems/problem.type.js';
import { ScaPending } from './sca-pending.type.js';
import { ScaSignatureRequired } from './sca-signature-required.type.js';

/** All Problem types of mutations, in the order of the schema. */
export const problemTypes = [
  InvalidInput,
  NotFound,
  Forbidden,
  Conflict,
  ScaRefused,
  UpstreamUnavailable,
  OutcomeUnknown,
] as const;

/**
 * The result union of a mutation: payload, ScaPending or a Problem. Members are distinguished by class, because type-graphql
 * would make a custom resolveType asynchronous.
 */
export function mutationResult<Payload extends ClassType<object>>(name: string, ...payloads: (() => Payload)[]) {
  return createUnionType({
    name,
    description: 'The payload when it was carried out, ScaPending while the user must approve, otherwise a Problem.',
    types: () => [...payloads.map((payload) => payload()), ScaPending, ...problemTypes] as const,
  });
}

/** As `mutationResult`, for mutations with the argument `sca`, whose request may have to be signed first. */
export function signableResult<Payload extends ClassType<object>>(name: string, ...payloads: (() => Payload)[]) {
  return createUnionType({
    name,
    description:
      'The payload when it was carried out, ScaPending while the user must approve, ScaSignatureRequired when the device must sign first, otherwise a Problem.',
    types: () => [...payloads.map((payload) => payload()), ScaPending, ScaSignatureRequired, ...problemTypes] as const,
  });
}
