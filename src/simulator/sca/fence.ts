import { createHash } from 'node:crypto';
import { isUuid } from '../http/query.js';
import { badRequest, conflict, notFound } from '../http/refusal.js';
import type { Call } from '../http/router.js';
import { scaHeader } from './headers.js';
import type { SealedInteraction } from './interaction.js';

/**
 * The approval that a repeated request refers to in `Linkcy-SCA-Id`; undefined without the header. Throws unless the
 * approval was given for this very request and is unused. Does not consume it. LinkCy 1.114 ignores the header.
 */
export function redeem(call: Call): SealedInteraction | undefined {
  const scaId = scaHeader(call, 'id');
  if (scaId === undefined || call.simulation.sca.settings.generation === '1.114') return undefined;
  if (!isUuid(scaId)) throw badRequest([{ field: 'Linkcy-SCA-Id', rejectedValue: scaId, message: 'must be a UUID' }]);
  const interaction = call.simulation.sca.get(scaId);
  if (interaction === undefined || interaction.subject !== subjectOf(call)) {
    throw notFound('SCA_INTERACTION_NOT_FOUND', 'There is no SCA interaction with this id');
  }
  if (interaction.fingerprint !== fingerprintOf(call)) {
    throw conflict('SCA_INTERACTION_DOES_NOT_MATCH', 'The approval was given for another request');
  }
  switch (interaction.status) {
    case 'PENDING':
      throw conflict('SCA_INTERACTION_NOT_COMPLETED', 'The user has not decided yet');
    case 'DECLINED':
    case 'EXPIRED':
      throw conflict('SCA_INTERACTION_DECLINED', 'The user has declined, or has not answered in time');
    case 'CONSUMED':
    case 'REFUSED':
      throw conflict('SCA_INTERACTION_ALREADY_CONSUMED', 'This approval has been used');
    case 'APPROVED':
      return interaction;
  }
}

/** What a repeated request must have in common with the first one, in a form that reveals nothing of the body. */
export function fingerprintOf({ method, target, bytes }: Call): string {
  return createHash('sha256').update(`${method}\n${target}\n`).update(bytes).digest('hex');
}

/** The sender of a request; the same after the token is refreshed. */
export function subjectOf({ caller }: Call): string {
  return caller === undefined ? '' : `${caller.userType} ${caller.subject}`;
}
