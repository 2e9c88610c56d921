import type { Transaction as WireTransaction, TransactionActor } from '../../linkcy/endpoints/transactions.js';

/**
 * What a transaction is to one ledger, end user or card, by LinkCy's UUID. Card payments say it themselves, because a
 * refund has the same sides as a payment; of all others the sender pays. Undefined where the one asked for is on neither
 * side, or on both: then nothing comes and nothing goes.
 */
export function directionFor(wire: WireTransaction, uuid: string): 'DEBIT' | 'CREDIT' | 'UNKNOWN' | undefined {
  const [sends, receives] = [isAt(wire.sender, uuid), isAt(wire.receiver, uuid)];
  if (sends === receives) return undefined;
  if (wire.type !== 'CARD_AUTHORIZATION' && wire.type !== 'CARD_CLEARING') return sends ? 'DEBIT' : 'CREDIT';
  return wire.direction === 'DEBIT' || wire.direction === 'CREDIT' ? wire.direction : 'UNKNOWN';
}

function isAt(actor: TransactionActor | null | undefined, uuid: string): boolean {
  if (actor == null) return false;
  return [actor.ledgerId, actor.endUserId, actor.cardId].some((id) => id?.toLowerCase() === uuid);
}
