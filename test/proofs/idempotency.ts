import type { Generation } from '../../src/simulator/sca/generation.js';
import { startDeployment, transfers } from '../sca/store/redis/deployment.js';
import { forms, type Form } from '../sca/token-forms.js';
import { printTable, Progress, proofOptions } from './options.js';
import { kept, moments, RenewedTokens, type Kept, type Renewal } from './renewed-tokens.js';

/**
 * One idempotency key, 200 requests at once, spread over two processes, again and again, with and without an approval:
 * LinkCy gets one request, and all 200 get the same answer; the same key with another input is a Conflict, also in the
 * middle of the others. Then one key with a token and with the renewed one, in all forms of token, in memory and in Redis:
 * it is carried out once, and a stranger learns nothing. With either LinkCy.
 * `npm run proof:idempotency -- [--generation=1.114|1.78] [--count=rounds, 20] [--seed=…]`
 */
const { generations, count: rounds, part } = proofOptions(20);
const atOnce = 200;
const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;
let exitCode = 0;

if ('rounds'.includes(part)) await proveRounds();
if ('tokens'.includes(part)) await proveTokens();
process.exit(exitCode);

async function proveRounds(): Promise<void> {
  const progress = new Progress(rounds * generations.length);
  const rows: string[][] = [];
  for (const generation of generations) rows.push(await manyAtOnce(generation, progress));
  printTable([
    [
      'LinkCy',
      'rounds',
      'requests at once',
      'sent',
      'carried out',
      'slowest direct',
      'slowest with an approval',
      'faults',
    ],
    ...rows,
  ]);
  report(progress);
}

async function manyAtOnce(generation: Generation, progress: Progress): Promise<string[]> {
  const deployment = await startDeployment({ generation });
  const { simulator, main, payee } = deployment.bank;
  const owners = (await Promise.all([deployment.start(), deployment.start()])).map(({ owner }) => owner);
  const slowest = { direct: 0, approved: 0 };
  const sent = () => simulator.log.of(transfers).filter(({ headers }) => headers['linkcy-sca-id'] === undefined).length;
  let faulty = 0;

  for (let round = 1; round <= rounds; round += 1) {
    const kind = round % 2 === 0 ? 'approved' : 'direct';
    simulator.sca.configure({ required: kind === 'approved' ? 'always' : 'never' });
    const input = { ledgerFromId: main.id, beneficiaryId: payee.id, amount: deployment.newAmount() };
    const wanted = { ...input, idempotencyKey: `round ${round}` };
    const before = { sent: sent(), executions: simulator.executions.count(transfers) };
    const begun = performance.now();
    const answers = await Promise.all(
      Array.from({ length: atOnce }, (_, index) => owners[index % 2]!.mutate('createTransfer', wanted)),
    );
    slowest[kind] = Math.max(slowest[kind], performance.now() - begun);
    const conflict = await owners[round % 2]!.mutate('createTransfer', { ...wanted, amount: '0.01' });

    const faults: string[] = [];
    const must = (holds: boolean, fault: string) =>
      void (holds || faults.push(`LinkCy ${generation}, round ${round}: ${fault}`));
    const told = [...new Set(answers.map((answer) => JSON.stringify(answer)))];
    must(told.length === 1, `different answers: ${told.join(', ')}`);
    must(conflict.code === 'IDEMPOTENCY_KEY_REUSED', `another input was ${conflict.__typename}`);
    if (kind === 'approved') {
      const scaId = answers[0]?.scaId ?? '';
      simulator.sca.approve(scaId);
      const events = await Promise.all([0, 1, 0, 1].map((index) => owners[index]!.completed(scaId)));
      must(
        events.every(({ status }) => status === 'COMPLETED'),
        'not completed',
      );
      must(simulator.executions.of(scaId) === 1, 'not carried out once');
    }
    must(sent() - before.sent === 1, `sent ${sent() - before.sent} times`);
    const executions = simulator.executions.count(transfers) - before.executions;
    must(executions === 1, `carried out ${executions} times`);
    faulty += faults.length;
    progress.tell(faults);
  }
  const counts = [rounds, atOnce, sent(), simulator.executions.count(transfers)].map(String);
  await deployment.close();
  return [generation, ...counts, seconds(slowest.direct), seconds(slowest.approved), String(faulty)];
}

async function proveTokens(): Promise<void> {
  const columns = generations.flatMap((generation) => kept.map((where) => ({ generation, where })));
  const progress = new Progress(forms.length * columns.length);
  const renewals = new Map<string, Renewal>();
  const cellOf = (generation: Generation, where: Kept, { form }: Form) => `LinkCy ${generation}, ${where}: ${form}`;
  await Promise.all(
    columns.map(async ({ generation, where }) => {
      const place = await RenewedTokens.start(generation, where);
      for (const form of forms) {
        const renewal = await place.tried(form);
        const cell = cellOf(generation, where, form);
        renewals.set(cell, renewal);
        progress.tell(renewal.faults.map((fault) => `${cell}: ${fault}`));
      }
      await place.close();
    }),
  );
  console.log(`\nOne key, two tokens of one person: how often it was carried out when ${moments.join(' / ')}`);
  printTable([
    ['form of the tokens', ...columns.map(({ generation, where }) => `${generation}, ${where}`)],
    ...forms.map((form) => [
      form.form,
      ...columns.map(({ generation, where }) => {
        const renewal = renewals.get(cellOf(generation, where, form));
        const faults = renewal?.faults.length === 0 ? 'strangers learn nothing' : 'FAULT';
        return `${renewal?.executions.join(' / ')}, ${faults}`;
      }),
    ]),
  ]);
  report(progress);
}

function report(progress: Progress): void {
  for (const fault of progress.faults) console.log(`FAULT ${fault}`);
  console.log(`${progress.faults.length} faults, ${progress.seconds} s`);
  exitCode ||= progress.exitCode;
}
