import type { ConsumerStatus } from '../../../src/linkcy/endpoints/consumers.js';
import { startSimulator, type Simulator, type SimulatorOptions } from '../../../src/simulator/simulator.js';
import { at, type Json, textAt } from '../../simulator/ask.js';

/** What a write is answered with. */
export interface Written {
  readonly status: number;
  readonly body: Json;
}

export interface Sending {
  readonly token?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A small bank for tests of writes: a customer with a phone, her accounts, and whom she pays. */
export type WriteBank = Awaited<ReturnType<typeof startWriteBank>>;

export async function startWriteBank(options: SimulatorOptions = {}) {
  const simulator = await startSimulator({ seed: 'empty', ...options });
  const rows = insertRows(simulator);
  const ownerToken = simulator.tokens.consumer(rows.owner.id);

  /** Sends a write as the customer unless another token (or none: null) is given. */
  async function send(method: string, path: string, body?: unknown, sending: Sending = {}): Promise<Written> {
    const { token = ownerToken, headers: further = {} } = sending;
    const headers: Record<string, string> = { ...further };
    if (token !== null) headers.authorization = `Bearer ${token}`;
    if (body !== undefined) headers['content-type'] = 'application/json';
    const text = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
    const response = await fetch(simulator.url + path, {
      method,
      headers,
      ...(body === undefined ? {} : { body: text }),
    });
    const answer = await response.text();
    return { status: response.status, body: answer === '' ? null : (JSON.parse(answer) as Json) };
  }

  /**
   * Sends a write, approves it on the phone, and in 1.78 sends it again: what LinkCy answers in the end. In 1.114 it
   * answers nobody: status and id are those of what the approval carried out.
   */
  async function approved(method: string, path: string, body?: unknown, sending: Sending = {}): Promise<Written> {
    const first = await send(method, path, body, sending);
    if (first.status !== 202) throw new Error(`no approval was asked for: ${JSON.stringify(first)}`);
    const scaId = textAt(first.body, 'scaId');
    const { execution } = simulator.sca.approve(scaId);
    if (execution !== undefined) {
      const { status, objectId = null } = execution;
      return { status, body: status === 204 ? null : { id: objectId } };
    }
    return send(method, path, body, { ...sending, headers: { ...sending.headers, 'Linkcy-SCA-Id': scaId } });
  }

  /** Changes one of the statuses of the customer. */
  function setStatus(part: keyof ConsumerStatus, value: string): void {
    const { consumers } = simulator.store;
    consumers.update(rows.owner.id, { status: { ...rows.owner.status, [part]: { value } } });
  }

  return {
    ...rows,
    setStatus,
    simulator,
    ownerToken,
    partnerToken: simulator.demoToken(),
    send,
    approved,
    close: () => simulator.close(),
  };
}

/** What keeps a customer from most operations: a status, its value, and LinkCy's answer. */
export const standings = [
  ['kyc', 'PENDING_REVIEW', 'CONSUMER_KYC_MUST_BE_VALIDATED'],
  ['linkcy', 'CLOSING', 'LINKCY_STATUS_MUST_BE_VALIDATED'],
  ['suspension', 'SUSPENDED', 'END_USER_MUST_NOT_BE_SUSPENDED'],
  ['banking', 'BLOCKED', 'BANKING_STATUS_MUST_BE_VALIDATED'],
] as const;

/** An id that nothing has. */
export const nobody = '00000000-0000-4000-8000-000000000000';

/** The parts of a refusal that clients rely on. */
export function refusalOf({ status, body }: Written) {
  const details = at(body, 'details');
  const fields = Array.isArray(details) ? details.map((one) => textAt(one, 'field')) : [];
  return { status, errorCode: at(body, 'errorCode'), ...(status === 400 ? { fields } : {}) };
}

function insertRows({ store, samples }: Simulator) {
  const address = { isoCountryCode: 'FRA', city: 'Lyon', postalCode: '69001', street: 'Rue Neuve', status: 'VALID' };
  const device = (id: string) => ({ id, endpointId: 'endpoint-1', pinStatus: 'SET', biometryStatus: 'SET' });
  const owner = samples.consumer({
    firstName: 'Nora',
    lastName: 'Lind',
    address,
    strongAuthentication: device('5f0c0b4e-2f0e-4f0e-9a5e-3b1f7c2d1e01'),
  });
  const stranger = samples.consumer({ firstName: 'Otto', lastName: 'Berg' });
  const company = samples.corporate({ name: 'Lind & Berg SAS' });
  store.consumers.insert(owner, stranger);
  store.corporates.insert(company);

  const main = samples.ledger({
    endUserId: owner.id,
    friendlyName: 'Main',
    totalAmount: 1000.1,
    availableAmount: 1000.1,
  });
  const savings = samples.ledger({
    endUserId: owner.id,
    friendlyName: 'Savings',
    totalAmount: 0.2,
    availableAmount: 0.2,
  });
  const pounds = samples.ledger({
    ...{ endUserId: owner.id, friendlyName: 'London', currency: 'GBP', country: 'GREAT_BRITAIN' },
    ...{ iban: undefined, bicOrSwift: undefined, sortCode: '999401', accountNumber: '12345678' },
    ...{ totalAmount: 500, availableAmount: 500 },
  });
  const foreignLedger = samples.ledger({ endUserId: stranger.id, friendlyName: 'Otto' });
  const companyLedger = samples.ledger({ endUserId: company.id, friendlyName: 'Operations' });
  store.ledgers.insert(main, savings, pounds, foreignLedger, companyLedger);

  const payee = samples.beneficiary({ endUserId: owner.id, name: 'Immo Canal' });
  const insider = samples.beneficiary({
    ...{ endUserId: owner.id, name: 'Otto Berg', linkcyLedgerId: foreignLedger.id },
    ...{ iban: foreignLedger.iban, bicOrSwift: foreignLedger.bicOrSwift },
  });
  const briton = samples.beneficiary({
    ...{ endUserId: owner.id, name: 'Rose Hill', accountType: 'GBP', iban: undefined, bicOrSwift: undefined },
    ...{ sortCode: '999402', accountNumber: '87654321' },
  });
  store.beneficiaries.insert(payee, insider, briton);

  const virtual = samples.cardProfile({ name: 'Online' });
  const physical = samples.cardProfile({ name: 'Classic', cardType: 'PHYSICAL' });
  store.cardProfiles.insert(virtual, physical);

  const mandate = samples.mandate({ endUserId: company.id });
  const single = samples.mandate({ endUserId: company.id, recurring: false });
  store.mandates.insert(mandate, single);

  return {
    ...{ owner, stranger, company, main, savings, pounds, foreignLedger, companyLedger },
    ...{ payee, insider, briton, virtual, physical, mandate, single },
  };
}

/** A refusal in one line: status, errorCode ("-" where there is none) and the faulty fields. */
export function told(answer: Written): string {
  const { fields = [] } = refusalOf(answer);
  return [codeOf(answer), ...fields].join(' ');
}

/** As `told`, but without the fields. */
export function codeOf({ status, body }: Written): string {
  const errorCode = at(body, 'errorCode');
  return `${status} ${typeof errorCode === 'string' ? errorCode : '-'}`;
}
