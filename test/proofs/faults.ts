import { setTimeout as wait } from 'node:timers/promises';
import { ibanOf } from '../../src/simulator/ledgers/iban.js';
import { startDeployment, transfers, type Deployment } from '../sca/store/redis/deployment.js';
import type { Owner, Result } from '../sca/store/redis/owner.js';
import { faults, startFaultProxy, type Fault, type FaultProxy } from '../support/fault-proxy.js';

/**
 * Everything that can go wrong between the program and LinkCy, on the first request of a mutation and on its repetition
 * after the approval, whether or not the request gets through: a mutation is carried out at most once, and what its
 * owner is told (done, certainly not, unknown) is true. Redis is the shared store. Argument: a part of a fault's name.
 */
const [part = ''] = process.argv.slice(2);

const beneficiaries = 'POST /api/partner/beneficiaries';
const mutations = { createTransfer: transfers, addBeneficiary: beneficiaries } as const;
type Mutation = keyof typeof mutations;
type Stage = 'first request' | 'replay';

interface Case {
  readonly fault: Fault;
  readonly stage: Stage;
  readonly mutation: Mutation;
  readonly reachesLinkcy: boolean;
}

interface Outcome extends Case {
  readonly told: string;
  readonly executions: number;
  readonly firstRequests: number;
  readonly problems: readonly string[];
}

/** Calls are given up soon, and failures open no circuit. */
const settings = {
  LINKCY_WRITE_SECONDS: '1',
  LINKCY_READ_SECONDS: '2',
  LINKCY_CONNECT_SECONDS: '1',
  LINKCY_CIRCUIT_CALLS: '10000',
  SOCKETS_PER_PRINCIPAL: '1000',
};

const cases = faults
  .filter((fault) => fault.includes(part))
  .flatMap((fault) => (['first request', 'replay'] as const).map((stage) => ({ fault, stage })))
  .flatMap((one) => (['createTransfer', 'addBeneficiary'] as const).map((mutation) => ({ ...one, mutation })))
  .flatMap((one) =>
    (reachesNever(one.fault) ? [false] : [true, false]).map((reachesLinkcy) => ({ ...one, reachesLinkcy })),
  );

const outcomes: Outcome[] = [];
const left = [...cases];
let names = 0;
await Promise.all(Array.from({ length: 3 }, worker));
print();
process.exit(outcomes.some(({ problems }) => problems.length > 0) || outcomes.length !== cases.length ? 1 : 0);

/** A whole deployment of its own, because a fault hits whatever comes next. */
async function worker(): Promise<void> {
  const deployment = await startDeployment();
  const proxy = await startFaultProxy({ upstream: deployment.bank.simulator.url, elsewhere: 'http://127.0.0.1:1/' });
  const { owner } = await deployment.start({ ...settings, LINKCY_URL: proxy.url });
  for (let next = left.shift(); next !== undefined; next = left.shift()) {
    outcomes.push(await tried(deployment, proxy, owner, next));
    process.stderr.write(`${outcomes.length} of ${cases.length}\r`);
    await proxy.clear();
  }
  await deployment.close();
  await proxy.close();
}

async function tried(deployment: Deployment, proxy: FaultProxy, owner: Owner, one: Case): Promise<Outcome> {
  const { simulator, main, payee } = deployment.bank;
  const { fault, stage, mutation, reachesLinkcy } = one;
  const mark = `Case ${(names += 1)}.`;
  const sepa = { iban: ibanOf('DE', `99974000${String(names).padStart(10, '0')}`), bic: 'NORUDEFFXXX' };
  const transfer = { ledgerFromId: main.id, beneficiaryId: payee.id, amount: deployment.newAmount(), reference: mark };
  const input = mutation === 'createTransfer' ? transfer : { type: 'PERSON', name: mark, bankingDetails: { sepa } };
  const send = () => owner.mutate(mutation, { ...input, idempotencyKey: mark });
  const mine = () => simulator.log.of(mutations[mutation]).filter(({ body }) => body.includes(`"${mark}"`));
  const only = new RegExp(`^${mutations[mutation]} `);
  const spoil = async () => {
    if (fault === 'refuse') await proxy.always(fault);
    else proxy.once(fault, { only, reachesLinkcy });
    // A connection is spoilt when it is opened: none may be open that could be used instead.
    if (fault === 'accept and reset') await proxy.always(fault);
  };

  simulator.sca.configure({ required: stage === 'replay' ? 'always' : 'never' });
  let result: Result;
  if (stage === 'first request') {
    // The caller is known before anything goes wrong.
    await owner.scaOperation('00000000-0000-4000-8000-000000000000');
    await spoil();
    result = await send();
    if (fault === 'refuse' || fault === 'accept and reset') await proxy.clear();
  } else {
    const { scaId = '' } = await send();
    const event = owner.completed(scaId);
    await spoil();
    simulator.sca.approve(scaId);
    if (fault === 'refuse' || fault === 'accept and reset') await wait(1_500).then(() => proxy.clear());
    result = await event;
  }
  const executions = () => mine().filter(({ status }) => status === 200 || status === 201).length;
  const before = executions();
  const end = result.status ?? result.__typename ?? '';
  const firstRequests = () => mine().filter(({ headers }) => headers['linkcy-sca-id'] === undefined).length;
  const problems = judge(one, end, before);
  // The same key once more: it never sends again what may have been sent.
  if (end !== 'UpstreamUnavailable') {
    await send();
    if (executions() !== before) problems.push('a repeat with the same key was carried out');
  } else if ((await send()).__typename === 'UpstreamUnavailable') {
    problems.push('a repeat of what was certainly not sent was not sent either');
  }
  if (firstRequests() > 1) problems.push(`${firstRequests()} first requests`);
  return { ...one, told: end, executions: before, firstRequests: firstRequests(), problems };
}

function judge({ stage, mutation, reachesLinkcy, fault }: Case, end: string, executions: number): string[] {
  const problems: string[] = [];
  const done = ['COMPLETED', 'TransactionPayload', 'BeneficiaryPayload'].includes(end);
  const unknown = ['UNKNOWN', 'OutcomeUnknown'].includes(end);
  if (executions > 1) problems.push(`carried out ${executions} times`);
  if (done && executions !== 1) problems.push('not carried out, and the owner was told that it was');
  if (!done && !unknown && executions !== 0) problems.push(`carried out, and the owner was told ${end}`);
  if (stage === 'replay' && executions !== 1) problems.push('an approved operation was lost');
  if (mutation === 'createTransfer' && executions === 1 && !done)
    problems.push('a transfer that was carried out was not found');
  if (stage === 'first request' && fault === 'refuse' && end !== 'UpstreamUnavailable')
    problems.push('is certainly not sent');
  if (stage === 'first request' && reachesLinkcy && end === 'UpstreamUnavailable') problems.push('may have been sent');
  return problems;
}

function reachesNever(fault: Fault): boolean {
  return fault === 'refuse' || fault === 'accept and reset';
}

function print(): void {
  const columns = [
    ['first request', 'createTransfer'],
    ['first request', 'addBeneficiary'],
    ['replay', 'createTransfer'],
    ['replay', 'addBeneficiary'],
  ] as const;
  const cell = (fault: Fault, reachesLinkcy: boolean, [stage, mutation]: (typeof columns)[number]) => {
    const found = outcomes.find(
      (one) =>
        one.fault === fault && one.reachesLinkcy === reachesLinkcy && one.stage === stage && one.mutation === mutation,
    );
    return found === undefined ? '-' : `${found.told} ${found.executions}${found.problems.length > 0 ? ' FAULT' : ''}`;
  };
  const line = (words: readonly string[]) =>
    words.map((word, index) => word.padEnd(index === 0 ? 24 : index === 1 ? 14 : 32)).join('');
  const head = ['fault', 'gets through', ...columns.map(([stage, mutation]) => `${stage}: ${mutation}`)];
  const rows = [...new Set(cases.map(({ fault }) => fault))].flatMap((fault) =>
    (reachesNever(fault) ? [false] : [true, false]).map((reaches) =>
      line([fault, reaches ? 'yes' : 'no', ...columns.map((column) => cell(fault, reaches, column))]),
    ),
  );
  const faulty = outcomes.flatMap(({ problems, ...one }) =>
    problems.map(
      (problem) => `FAULT ${one.fault}, ${one.stage}, ${one.mutation}, gets through: ${one.reachesLinkcy}: ${problem}`,
    ),
  );
  process.stdout.write(['', line(head), ...rows, '', 'told and executions', ...faulty, ''].join('\n'));
}
