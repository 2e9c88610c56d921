import { endUserOf } from '../consumers/end-users.js';
import { ledgerInBody, unknown } from '../http/found.js';
import { postInterLedger } from './postings.js';
import { badRequest, conflict } from '../http/refusal.js';
import { RequestBody } from '../http/request-body.js';
import type { Call, Endpoint } from '../http/router.js';
import { requireStanding } from '../authentication/standing.js';
import { asksForApproval, referenceIn, requireActive, requireFunds, transferWords } from './transfer-rules.js';
import { write, type CheckedWrite } from '../http/write.js';

export const interLedgerTransferRoutes: readonly Endpoint[] = [
  write('POST', '/api/partner/transactions/inter-ledger', interLedgerTransfer),
];

/** From a ledger of the caller to any ledger of the bank. */
function interLedgerTransfer(call: Call): CheckedWrite {
  const body = RequestBody.of(call.body);
  const ledgerFromId = body.id('ledgerFromId');
  const ledgerToId = body.id('ledgerToId');
  const cents = body.cents('amount');
  const reference = referenceIn(body);
  body.check();

  const { simulation } = call;
  const { store } = simulation;
  const from = ledgerInBody(call, 'ledgerFromId', ledgerFromId);
  const to = store.ledgers.get(ledgerToId);
  if (to === undefined) throw unknown('ledgerToId', ledgerToId, 'LEDGER_NOT_FOUND', 'ledger');
  const owner = endUserOf(store, from.endUserId);
  requireStanding(owner);
  requireActive(from);
  requireActive(to);
  requireFunds(store, from, cents);
  requireStanding(owner, ['terms']);
  if (from.id === to.id) {
    throw conflict('INTER_LEDGER_TRANSACTION_MUST_BE_TWO_DIFFERENT_LEDGERS', 'Both ledgers are the same');
  }
  if (from.currency !== to.currency) {
    const message = `must be a ledger in ${from.currency}`;
    throw badRequest([{ field: 'ledgerToId', rejectedValue: ledgerToId, message }]);
  }

  const receiver = endUserOf(store, to.endUserId);
  const own = receiver.id === owner.id;
  return {
    approval: {
      endUserId: owner.id,
      required: asksForApproval(cents, from, to),
      words: transferWords(own ? 'yourself' : receiver.name, cents, from, [
        ...(to.friendlyName == null || !own ? [] : ([['To', to.friendlyName]] as const)),
        ['Reference', reference],
      ]),
    },
    carryOut: () => ({ status: 201, body: { id: postInterLedger(simulation, { from, cents, reference }, to) } }),
  };
}
