import { randomBytes, randomUUID } from 'node:crypto';
import { startDeployment, type Deployment, type Member } from './deployment.js';

/** What a change of the key under load came to. */
export interface Rotation {
  /** Keys that were used, each at both instances at once. */
  readonly keys: number;
  readonly approvals: number;
  /** What must not be; empty where all is well. */
  readonly faults: readonly string[];
}

/**
 * Changes the encryption key of two processes in its two steps, one process after the other, while each idempotency key is
 * used at both at once, payments are approved, and lists are read on with cursors from before.
 *
 * @param transfersPerStep how many payments there are at least while a process runs with one setting
 */
export async function rotateUnderLoad(transfersPerStep: number): Promise<Rotation> {
  const deployment = await startDeployment();
  try {
    return await rotate(deployment, transfersPerStep);
  } finally {
    await deployment.close();
  }
}

async function rotate(deployment: Deployment, transfersPerStep: number): Promise<Rotation> {
  const { simulator, main, payee } = deployment.bank;
  const [before, after] = [randomBytes(32), randomBytes(32)].map((key) => key.toString('base64')) as [string, string];
  const firstStep = { ENCRYPTION_KEY: before, ENCRYPTION_KEYS_OLD: after };
  const secondStep = { ENCRYPTION_KEY: after, ENCRYPTION_KEYS_OLD: before };
  const members: Member[] = [];
  for (let count = 0; count < 2; count += 1) members.push(await deployment.start({ ENCRYPTION_KEY: before }));
  const faults: string[] = [];
  const amounts: string[] = [];
  const approved: string[] = [];
  let asked = 0;
  simulator.sca.configure({ required: () => (asked += 1) % 2 === 0 });

  /** Asks one instance, and where it is being exchanged, whichever is there. */
  const ask = async (index: number, input: object) => {
    for (let attempt = 0; ; attempt += 1) {
      try {
        const answer = await members[(index + attempt) % 2]!.owner.mutate('createTransfer', input);
        if (answer.code !== 'REQUEST_UNDER_WAY') return answer;
      } catch (error) {
        if (attempt > 200) throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const pay = async () => {
    const amount = deployment.newAmount();
    amounts.push(amount);
    const input = { ledgerFromId: main.id, beneficiaryId: payee.id, amount, idempotencyKey: randomUUID() };
    const [one, other] = await Promise.all([ask(0, input), ask(1, input)]);
    const names = [one.__typename, other.__typename];
    if (names.some((name) => name !== 'TransactionPayload' && name !== 'ScaPending')) {
      faults.push(`${amount}: ${names.join(', ')} ${one.code ?? other.code ?? ''}`);
    }
    if (one.scaId === undefined) return;
    simulator.sca.approve(one.scaId);
    approved.push(one.scaId);
  };
  const payUntil = async (count: number) => {
    while (amounts.length < count) await pay();
  };
  const page = (member: Member, cursor?: string) =>
    member.owner.send('query($after: String) { transactions(first: 1, after: $after) { pageInfo { endCursor } } }', {
      after: cursor,
    });

  await payUntil(transfersPerStep);
  const { data } = await page(members[0]!);
  const cursor = (data as { transactions?: { pageInfo: { endCursor: string } } } | undefined)?.transactions?.pageInfo
    .endCursor;
  for (const [step, settings] of [firstStep, secondStep].entries()) {
    for (const index of [0, 1]) {
      const paying = Promise.all([
        payUntil(amounts.length + transfersPerStep),
        payUntil(amounts.length + transfersPerStep),
      ]);
      const leaving = members[index]!;
      await leaving.instance.terminate();
      members[index] = await deployment.start(settings);
      await leaving.stop();
      await paying;
      for (const member of members) {
        const { errors } = await page(member, cursor);
        if (errors !== undefined) faults.push(`step ${step + 1}: the cursor was refused: ${errors[0]?.message}`);
      }
    }
  }

  for (const scaId of approved) {
    const { status } = await members[1]!.owner.completed(scaId);
    if (status !== 'COMPLETED') faults.push(`an approval ended ${status}`);
    if (simulator.executions.of(scaId) !== 1)
      faults.push(`an approval was carried out ${simulator.executions.of(scaId)} times`);
  }
  const made = simulator.store.transactions.all().map(({ amount }) => Math.abs(Number(amount)).toFixed(2));
  for (const amount of amounts) {
    const times = made.filter((one) => one === Number(amount).toFixed(2)).length;
    if (times !== 1) faults.push(`${amount} was paid ${times} times`);
  }
  const early = await deployment.start({ ENCRYPTION_KEY: after }).then(
    () => undefined,
    (error: Error) => error.message,
  );
  if (!early?.includes('ENCRYPTION_KEY:')) faults.push('the old key could be left out at once');
  return { keys: amounts.length, approvals: approved.length, faults };
}
