import type { Fault } from '../../../src/simulator/control/faults.js';
import { startSimulator, type Simulator } from '../../../src/simulator/simulator.js';
import type { Generation } from '../../../src/simulator/sca/generation.js';
import { insertTrialBank, type TrialBank } from '../../support/banks/trial-bank.js';
import { startInstance, type Instance } from '../../support/instance.js';
import { ownerAt, type Owner } from '../store/redis/owner.js';
import type { Outcome } from './outcome.js';

/** What goes wrong when the object is read after LinkCy has carried the mutation out, and where its owner learns of it. */
export interface ReadBackCase {
  readonly generation: Generation;
  readonly mutation: Mutation;
  readonly fault: ReadBackFault;
  readonly way: 'at once' | 'scaCompleted' | 'resumeSca';
}

const faults = {
  '404 once': { status: 404 },
  '404': { status: 404 },
  '403': { status: 403 },
  '500': { status: 500 },
  '503': { status: 503 },
  hang: { latencyMilliseconds: 1_500 },
  reset: { destroySocket: true },
  broken: { status: 200, text: '{"id": ' },
} as const satisfies Record<string, Fault>;
type ReadBackFault = keyof typeof faults;

interface Write {
  readonly object: string;
  readonly readBack: string;
  readonly input: (bank: TrialBank) => object;
  /** The id of the object that was made or changed. */
  readonly id: (bank: TrialBank) => string | undefined;
}

const newest = <Row extends { readonly id: string }>(rows: readonly Row[], isIt: (row: Row) => boolean) =>
  rows.findLast(isIt)?.id;

const mutations = {
  createTransfer: {
    object: 'transaction',
    readBack: 'GET /api/partner/transactions/{transactionId}',
    input: ({ ledger, payee }) => ({ ledgerFromId: ledger.id, beneficiaryId: payee.id, amount: '12.50' }),
    id: ({ store, ledger }) => newest(store.transactions.all(), ({ sender }) => sender?.ledgerId === ledger.id),
  },
  addBeneficiary: {
    object: 'beneficiary',
    readBack: 'GET /api/partner/beneficiaries/{beneficiaryId}',
    input: ({ freeAccount }) => ({ type: 'PERSON', name: 'Ada Lovelace', bankingDetails: { sepa: freeAccount } }),
    id: ({ store, freeAccount }) => newest(store.beneficiaries.all(), ({ iban }) => iban === freeAccount.iban),
  },
  createCard: {
    object: 'card',
    readBack: 'GET /api/partner/cards/{cardId}',
    input: ({ ledger, virtual }) => ({ ledgerId: ledger.id, profileId: virtual.id }),
    id: ({ store, virtual }) => newest(store.cards.all(), ({ profile }) => profile.id === virtual.id),
  },
  updateBeneficiary: {
    object: 'beneficiary',
    readBack: 'GET /api/partner/beneficiaries/{beneficiaryId}',
    input: ({ payee }) => ({ id: payee.id, friendlyName: 'Landlord' }),
    id: ({ payee }) => payee.id,
  },
  updateConsumer: {
    object: 'consumer',
    readBack: 'GET /api/partner/consumers/{consumerId}',
    input: ({ owner }) => ({ id: owner.id, externalId: 'client-7' }),
    id: ({ owner }) => owner.id,
  },
} as const satisfies Record<string, Write>;
type Mutation = keyof typeof mutations;

const names = <Name extends string>(table: Readonly<Record<Name, unknown>>) => Object.keys(table) as Name[];

export const readBackCases: readonly ReadBackCase[] = (['1.114', '1.78'] as const).flatMap((generation) =>
  names(mutations).flatMap((mutation) =>
    names(faults).flatMap((fault) =>
      (['at once', 'scaCompleted', 'resumeSca'] as const).map((way) => ({ generation, mutation, fault, way })),
    ),
  ),
);

export class ReadBackFaults {
  private constructor(
    private readonly simulator: Simulator,
    private readonly instance: Instance,
  ) {}

  static async start(generation: Generation): Promise<ReadBackFaults> {
    const simulator = await startSimulator({ seed: 'empty', generation });
    const limits = { LINKCY_READ_SECONDS: '1', LINKCY_RETRIES: '0', LINKCY_CIRCUIT_MIN_CALLS: '10000' };
    return new ReadBackFaults(simulator, await startInstance({ LINKCY_URL: simulator.url, ...limits }));
  }

  async close(): Promise<void> {
    await this.instance.kill();
    await this.simulator.close();
  }

  async tried({ mutation, fault, way }: ReadBackCase): Promise<Outcome> {
    const { sca, executions } = this.simulator;
    const bank = insertTrialBank(this.simulator);
    const { object, readBack, input, id } = mutations[mutation];
    const owner = ownerAt(this.instance.url, bank.ownerToken);
    const before = executions.count();
    const spoil = () => this.simulator.faults[fault === '404 once' ? 'once' : 'always'](readBack, faults[fault]);
    sca.configure({ required: way === 'at once' ? 'never' : 'everywhere' });
    try {
      if (way === 'at once') spoil();
      const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!`;
      const payload = `__typename ... on ${object[0]?.toUpperCase()}${object.slice(1)}Payload { uuid ${object} { uuid } }`;
      const document = `mutation($input: ${type}) { ${mutation}(input: $input) { ${payload} ... on ScaPending { scaId } } }`;
      let told: unknown = await owner.send(document, { input: input(bank) });
      if (way !== 'at once') {
        const { scaId } = (told as { data: Record<string, { scaId: string }> }).data[mutation] ?? {};
        if (scaId === undefined) throw new Error(JSON.stringify(told));
        sca.approve(scaId);
        await isOver(owner, scaId);
        spoil();
        const field = way === 'resumeSca' ? 'mutation' : 'subscription';
        const query = `${field}($scaId: UUID!) { ${way}(scaId: $scaId) { status result { ${payload} } } }`;
        told = way === 'resumeSca' ? await owner.send(query, { scaId }) : await owner.first(query, { scaId });
      }
      return judged(told, fault, object, id(bank), executions.count() - before);
    } catch (error) {
      return { told: 'nothing', executions: executions.count() - before, problems: [String(error)] };
    } finally {
      this.simulator.faults.clear();
      await owner.close();
    }
  }
}

/** Read without the object, which is read back where it is selected. */
async function isOver(owner: Owner, scaId: string): Promise<void> {
  for (const until = performance.now() + 20_000; performance.now() < until;) {
    const { data } = await owner.send('mutation($scaId: UUID!) { resumeSca(scaId: $scaId) { status } }', { scaId });
    if (data?.resumeSca?.status === 'COMPLETED') return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('approved, and not told as COMPLETED');
}

function judged(
  told: unknown,
  fault: ReadBackFault,
  object: string,
  id: string | undefined,
  executions: number,
): Outcome {
  const text = JSON.stringify(told);
  const problems: string[] = [];
  if (executions !== 1) problems.push(`carried out ${executions} times`);
  const isNull = text.includes(`"${object}":null`);
  if (id === undefined || !text.includes(`"uuid":"${id}"`)) problems.push(`the payload has not the id: ${text}`);
  if (isNull === (fault === '404 once')) problems.push(`the object: ${text}`);
  if (isNull !== text.includes('WRITTEN_NOT_READ')) problems.push(`the error: ${text}`);
  return { told: isNull ? 'id' : 'id and object', executions, problems };
}
