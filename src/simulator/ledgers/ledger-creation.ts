import { randomInt, randomUUID } from 'node:crypto';
import type { Ledger, LedgerLimits } from '../../linkcy/endpoints/ledgers.js';
import { endUserOf } from '../consumers/end-users.js';
import { ledgerInBody } from '../http/found.js';
import { secondsText } from '../http/instant.js';
import { ownerNamed } from '../consumers/owners.js';
import { conflict } from '../http/refusal.js';
import { RequestBody } from '../http/request-body.js';
import type { Call, Endpoint } from '../http/router.js';
import { bankAccount, britishAccount, type IbanCountry } from '../seed/ibans.js';
import { Random } from '../seed/random.js';
import { goodStanding, requireStanding } from '../authentication/standing.js';
import { requireActive } from '../transactions/transfer-rules.js';
import { write, type CheckedWrite } from '../http/write.js';

export const ledgerCreationRoutes: readonly Endpoint[] = [write('POST', '/api/partner/ledgers', create)];

interface LedgerType {
  readonly currency: 'EUR' | 'GBP';
  readonly country: string;
  readonly iban?: IbanCountry;
}

const types = ['EUR_BELGIUM', 'EUR_FRANCE', 'EUR_LITHUANIA', 'EUR_BG', 'USD_USA', 'GBP_GREAT_BRITAIN'] as const;
/** The ledgers that the demo partner has a contract for. */
const allowed: Readonly<Partial<Record<(typeof types)[number], LedgerType>>> = {
  EUR_BELGIUM: { currency: 'EUR', country: 'BELGIUM', iban: 'belgium' },
  EUR_FRANCE: { currency: 'EUR', country: 'FRANCE', iban: 'france' },
  EUR_LITHUANIA: { currency: 'EUR', country: 'LITHUANIA', iban: 'lithuania' },
  GBP_GREAT_BRITAIN: { currency: 'GBP', country: 'GREAT_BRITAIN' },
};

const limitNames = [
  'ddTransactionLimit',
  'ddMonthlyLimit',
  'transactionLimit',
  'transactionDailyLimit',
  'transactionMonthlyLimit',
] as const;
const usualLimits: Required<LedgerLimits> = {
  ddTransactionLimit: 2_000,
  ddMonthlyLimit: 5_000,
  transactionLimit: 5_000,
  transactionDailyLimit: 10_000,
  transactionMonthlyLimit: 50_000,
};

/** A new ledger is PENDING, then ACTIVE with an account number a moment later. A sub-ledger is active immediately. */
function create(call: Call): CheckedWrite {
  const body = RequestBody.of(call.body);
  const friendlyName = body.text('friendlyName', { most: 255 });
  const limits = { ...usualLimits, ...limitsIn(body) };
  const parentLedgerId = body.optionalId('parentLedgerId');
  const type = (parentLedgerId === undefined ? body.needs('type') : body).oneOf('type', types);
  const endUserId = body.optionalId('endUserId');
  const autoUpgrade = body.boolean('autoUpgrade') ?? false;
  body.check();

  const { simulation } = call;
  const { store, clock, transitions } = simulation;
  const parent = parentLedgerId === undefined ? undefined : ledgerInBody(call, 'parentLedgerId', parentLedgerId);
  const owner = endUserOf(store, parent?.endUserId ?? ownerNamed(call, endUserId));
  requireStanding(owner, [...goodStanding, 'terms']);
  const names = store.ledgers.inGroup('endUserId', owner.id).map((one) => one.friendlyName);
  if (friendlyName !== undefined && names.includes(friendlyName)) {
    throw conflict('FRIENDLY_NAME_ALREADY_TAKEN', 'Another ledger has this name');
  }
  const kind = parent ?? (type === undefined ? undefined : allowed[type]);
  if (kind === undefined) throw conflict('LEDGER_TYPE_NOT_ALLOWED', `There are no ${type ?? ''} ledgers`);
  if (parent !== undefined) requireActive(parent);

  const now = secondsText(clock.now());
  const { currency, country } = kind;
  const ledger: Ledger = {
    id: randomUUID(),
    endUserId: owner.id,
    friendlyName,
    status: parent === undefined ? 'PENDING' : 'ACTIVE',
    currency,
    country,
    creationDate: now,
    updateDate: now,
    suspensionsInformation: [],
    limits,
    ...(parent === undefined
      ? { totalAmount: 0, availableAmount: 0, reservedAmount: 0, isUpgraded: autoUpgrade }
      : { parentId: parent.id, ...newAccount(country) }),
  };
  return {
    carryOut() {
      store.ledgers.insert(ledger);
      if (parent === undefined) {
        transitions.later(() => {
          if (store.ledgers.get(ledger.id)?.status !== 'PENDING') return;
          const updateDate = secondsText(clock.now());
          store.ledgers.update(ledger.id, { status: 'ACTIVE', ...newAccount(country), updateDate });
        });
      }
      return { status: 201, body: { id: ledger.id } };
    },
  };
}

/** The limits that a body sets, in whole units of the ledger's currency. */
export function limitsIn(body: RequestBody): LedgerLimits {
  const limits = body.inside('limits');
  const read: Record<string, number> = {};
  for (const name of limitNames) {
    if (limits?.has(name)) read[name] = limits.cents(name) / 100;
  }
  return read;
}

function newAccount(country: string): Partial<Ledger> {
  const random = new Random(randomInt(2 ** 32));
  const iban = Object.values(allowed).find((one) => one.country === country)?.iban;
  return iban === undefined ? britishAccount(random) : bankAccount(random, iban);
}
