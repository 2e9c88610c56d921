import type { LinkcyApi } from '../../linkcy/api.js';
import type { BeneficiaryListElement } from '../../linkcy/endpoints/beneficiaries.js';
import type { CardListElement } from '../../linkcy/endpoints/cards.js';
import type { Transaction } from '../../linkcy/endpoints/transactions.js';
import { UnreadableRow, type Page } from '../../linkcy/json/page.js';
import { jsonHash } from '../json-hash.js';
import { problem, type ObjectType, type Problem } from '../result.js';
import { sameCode, sameId, sameText } from './compare.js';
import type { Creation } from './effect.js';
import { earliestMomentOf, latestMomentOf } from './moment.js';
import { isMoneyOf, transactionFit, type Payee } from './transaction.js';

/** A list row of any noun, as the search for an effect needs it. */
export type Row =
  | { readonly kind: 'transaction'; readonly wire: Transaction }
  | { readonly kind: 'beneficiary'; readonly wire: BeneficiaryListElement }
  | { readonly kind: 'card'; readonly wire: CardListElement };

export const objectTypeOf = {
  transaction: 'Transaction',
  beneficiary: 'Beneficiary',
  card: 'Card',
} as const satisfies Record<Creation['kind'], ObjectType>;

/** The list in which the row appears: the caller's whole list, or as narrow as LinkCy can filter. */
export type Scope = 'all' | 'own';

interface RowsPage {
  /** Undefined for a row that is there but cannot be read. */
  readonly rows: readonly (Row | undefined)[];
  readonly totalElements: number;
}

export interface RowList {
  /** Identifies the list among all lists of a caller. */
  readonly key: string;
  page(linkcy: LinkcyApi, page: number, pageSize: number): Promise<RowsPage>;
}

/** The list in which the new row will appear, newest first. */
export function listOf(effect: Creation, scope: Scope): RowList {
  switch (effect.kind) {
    case 'transaction': {
      const ledgerId = scope === 'own' ? effect.ledgerId : undefined;
      // LinkCy's documentation contradicts itself about its defaults; explicitly asked for, nothing is left out.
      const filter = { ledgerId, showReleasedTransaction: true, showDeclinedTransaction: true };
      return {
        key: keyOf('transaction', ledgerId),
        page: async (linkcy, page, pageSize) =>
          rowsOf(await linkcy.transactions.list(filter, newestFirst(page, pageSize)), (wire) => ({
            kind: 'transaction',
            wire,
          })),
      };
    }
    case 'beneficiary': {
      // The rows do not name their owner, so each end user has a list of their own.
      const { endUserId } = effect;
      return {
        key: keyOf('beneficiary', endUserId),
        page: async (linkcy, page, pageSize) =>
          rowsOf(await linkcy.beneficiaries.list({ endUserId }, newestFirst(page, pageSize)), (wire) => ({
            kind: 'beneficiary',
            wire,
          })),
      };
    }
    case 'card': {
      const ledgerId = scope === 'own' ? effect.ledgerId : undefined;
      return {
        key: keyOf('card', ledgerId),
        page: async (linkcy, page, pageSize) =>
          rowsOf(await linkcy.cards.list({ ledgerId }, newestFirst(page, pageSize)), (wire) => ({
            kind: 'card',
            wire,
          })),
      };
    }
  }
}

const newestFirst = (page: number, pageSize: number) =>
  ({ page, pageSize, sortAttribute: 'CREATION_DATE', sortDirection: 'DESC' }) as const;

const keyOf = (kind: Creation['kind'], filter: string | undefined) => `${kind} ${filter?.toLowerCase() ?? '*'}`;

function rowsOf<Wire>(page: Page<Wire>, rowOf: (wire: NonNullable<Wire>) => Row): RowsPage {
  const { content, totalElements } = page;
  return {
    rows: content.map((wire) =>
      wire == null || wire instanceof UnreadableRow || !isReadable(wire) ? undefined : rowOf(wire),
    ),
    totalElements,
  };
}

/** Whether all fields can be read (an unreadable one throws). A half-readable row proves nothing. */
function isReadable(wire: NonNullable<unknown>): boolean {
  try {
    JSON.stringify(wire);
    return true;
  } catch {
    return false;
  }
}

/** When LinkCy created it, by its own clock, in epoch milliseconds; NaN if the date is unreadable. */
export const creationOf = ({ wire }: Row): number => earliestMomentOf(wire.creationDate);

/** Latest time at which LinkCy can have created it. */
export const latestCreationOf = ({ wire }: Row): number => latestMomentOf(wire.creationDate);

/** How many requested fields the row shows; undefined if it is not this effect. The best match goes first. */
export function fitOf(row: Row, effect: Creation, payee?: Payee): number | undefined {
  if (row.kind === 'transaction') {
    return effect.kind === 'transaction' ? transactionFit(row.wire, effect, payee) : undefined;
  }
  if (row.kind === 'beneficiary') {
    if (effect.kind !== 'beneficiary') return undefined;
    const { iban, sortCode, accountNumber } = effect.account;
    const { wire } = row;
    const fits =
      sameCode(wire.iban, iban) && sameCode(wire.sortCode, sortCode) && sameCode(wire.accountNumber, accountNumber);
    return fits ? 1 : undefined;
  }
  if (effect.kind !== 'card' || !isCardOf(row.wire, effect)) return undefined;
  const asked = [effect.friendlyName, effect.nameOnCard];
  const shown = [row.wire.friendlyName, row.wire.nameOnCard];
  if (asked.some((text, index) => text != null && !sameText(shown[index], text))) return undefined;
  return 1 + asked.filter((text) => text != null).length;
}

/** A row that is nearly the effect: LinkCy may have changed what was requested. */
export function isNearMiss(row: Row, effect: Creation, payee?: Payee): boolean {
  if (fitOf(row, effect, payee) !== undefined) return false;
  if (row.kind === 'transaction') return effect.kind === 'transaction' && isMoneyOf(row.wire, effect);
  if (row.kind === 'beneficiary') return effect.kind === 'beneficiary' && sameText(row.wire.name, effect.name);
  return effect.kind === 'card' && isCardOf(row.wire, effect);
}

function isCardOf({ ledgerId, profile }: CardListElement, effect: Extract<Creation, { kind: 'card' }>): boolean {
  return sameId(ledgerId, effect.ledgerId) && sameId(profile.id, effect.profileId);
}

/** The Problem of a row that says that LinkCy refused it after all. */
export function refusalOf({ kind, wire }: Row): Problem | undefined {
  if (kind !== 'transaction' || (wire.status !== 'DECLINED' && wire.status !== 'ABORTED')) return undefined;
  const reason = 'information' in wire ? wire.information?.declineReason : undefined;
  const code = reason != null && /^[A-Z][A-Z0-9_]{2,99}$/.test(reason) ? reason : `TRANSACTION_${wire.status}`;
  return problem('Conflict', code, 'LinkCy took the request, and refused the transaction later; `code` says why.');
}

/**
 * Groups all creations that one row could be the effect of: those that leave the same ledger with the same amount, and so
 * on. Before a row is claimed, everything open in its group is considered.
 */
export function groupOf(effect: Creation): string {
  switch (effect.kind) {
    case 'transaction':
      return jsonHash(['transaction', effect.ledgerId.toLowerCase(), effect.amount]);
    case 'beneficiary':
      return jsonHash([
        'beneficiary',
        Object.values(effect.account).map(String).join(' ').replace(/\s/g, '').toLowerCase(),
      ]);
    case 'card':
      return jsonHash(['card', effect.ledgerId.toLowerCase(), effect.profileId.toLowerCase()]);
  }
}
