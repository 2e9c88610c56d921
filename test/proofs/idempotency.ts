import { startDeployment, transfers } from '../sca/store/redis/deployment.js';

/**
 * One idempotency key, 200 requests at once, spread over two processes, again and again, with and without an approval:
 * LinkCy gets one request, and all 200 get the same answer. The same key with another input is a Conflict, also in the
 * middle of the others. Argument: rounds (20).
 */
const [rounds = '20'] = process.argv.slice(2);
const atOnce = 200;

const deployment = await startDeployment();
const { simulator, main, payee } = deployment.bank;
const owners = (await Promise.all([deployment.start(), deployment.start()])).map(({ owner }) => owner);
const faults: string[] = [];
const slowest = { direct: 0, approved: 0 };

for (let round = 1; round <= Number(rounds); round += 1) {
  const kind = round % 2 === 0 ? 'approved' : 'direct';
  simulator.sca.configure({ required: kind === 'approved' ? 'always' : 'never' });
  const idempotencyKey = `round ${round}`;
  const amount = deployment.newAmount();
  const input = { ledgerFromId: main.id, beneficiaryId: payee.id, amount, idempotencyKey };
  const requestsBefore = simulator.log.count(transfers);
  const executionsBefore = simulator.executions.count(transfers);
  const begun = performance.now();
  const answers = await Promise.all(
    Array.from({ length: atOnce }, (_, index) => owners[index % 2]!.mutate('createTransfer', input)),
  );
  slowest[kind] = Math.max(slowest[kind], performance.now() - begun);
  const conflict = await owners[round % 2]!.mutate('createTransfer', { ...input, amount: '0.01' });

  const different = new Set(answers.map((answer) => JSON.stringify(answer))).size;
  if (different !== 1) faults.push(`round ${round}: ${different} different answers`);
  if (conflict.code !== 'IDEMPOTENCY_KEY_REUSED')
    faults.push(`round ${round}: another input was ${conflict.__typename}`);
  const [answer] = answers;
  if (kind === 'approved') {
    const scaId = answer?.scaId ?? '';
    simulator.sca.approve(scaId);
    const events = await Promise.all([0, 1, 0, 1].map((index) => owners[index]!.completed(scaId)));
    if (events.some(({ status }) => status !== 'COMPLETED')) faults.push(`round ${round}: not completed`);
    if (simulator.executions.of(scaId) !== 1) faults.push(`round ${round}: not carried out once`);
  }
  const first = simulator.log
    .of(transfers)
    .slice(requestsBefore)
    .filter(({ headers }) => headers['linkcy-sca-id'] === undefined);
  if (first.length !== 1) faults.push(`round ${round}: LinkCy got ${first.length} first requests`);
  const executions = simulator.executions.count(transfers) - executionsBefore;
  if (executions !== 1) faults.push(`round ${round}: carried out ${executions} times`);
  process.stderr.write(`${round} of ${rounds}\r`);
}

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;
process.stdout.write(
  `${rounds} rounds of ${atOnce} requests at once at 2 processes: ${faults.length} faults, ` +
    `slowest round ${seconds(slowest.direct)} direct, ${seconds(slowest.approved)} with an approval\n`,
);
for (const fault of faults) process.stdout.write(`FAULT ${fault}\n`);
await deployment.close();
process.exit(faults.length > 0 ? 1 : 0);
