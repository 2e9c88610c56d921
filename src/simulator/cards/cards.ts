import type { Card } from '../../linkcy/endpoints/cards.js';
import { Collection, type TieOrder } from '../http/collection.js';
import { sortableInstant } from '../http/instant.js';

/** Newer versions of LinkCy add the name of the card's holder if it differs from the printed one. */
export interface StoredCard extends Card {
  readonly cardholderNameOnCard?: string | null;
}

/** Known only to the holder of the card. Reading endpoints never return it. */
export interface CardSecret {
  /** The card's id. */
  readonly id: string;
  readonly pan: string;
  readonly pin: string;
  readonly cvv: string;
}

/** The cards, by creation date. */
export function cardCollection(ties: TieOrder): Collection<StoredCard> {
  const sort = { CREATION_DATE: (row: StoredCard) => sortableInstant(row.creationDate) };
  const groups = {
    endUserId: (row: StoredCard) => [row.endUserId],
    ledgerId: (row: StoredCard) => [row.ledgerId],
    profileId: (row: StoredCard) => [row.profile.id],
  };
  return new Collection({ sort, groups }, ties);
}
