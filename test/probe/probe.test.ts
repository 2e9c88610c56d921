import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { generations, type Generation } from '../../src/simulator/sca/generation.js';
import { startWriteBank, type WriteBank } from '../support/banks/write-bank.js';
import { patiently } from '../support/patience.js';
import { program } from '../support/program.js';

/** The real command, and the person at its keyboard. */
class Command {
  output = '';
  readonly process: ChildProcess;

  constructor(settings: Readonly<Record<string, string>>) {
    const env = { PATH: process.env.PATH, ...settings };
    this.process = spawn(process.execPath, [program, 'probe'], { env, stdio: 'pipe' });
    for (const stream of [this.process.stdout!, this.process.stderr!]) {
      stream.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    }
  }

  async printed(text: string): Promise<void> {
    await vi.waitFor(() => expect(this.output).toContain(text), patiently);
  }

  type(line: string): void {
    this.process.stdin!.write(`${line}\n`);
  }

  async end(): Promise<number | null> {
    if (this.process.exitCode === null) await once(this.process, 'close');
    return this.process.exitCode;
  }
}

const checks: Check[] = [];
afterAll(() => Promise.all(checks.map((check) => check.close())));

/** The guided check over a bank of its own. */
class Check extends Command {
  private constructor(
    readonly bank: WriteBank,
    settings: Readonly<Record<string, string>>,
  ) {
    super({ LINKCY_URL: bank.simulator.url, LINKCY_SANDBOX: 'true', LINKCY_TOKEN: bank.ownerToken, ...settings });
  }

  static async begin(generation: Generation, settings: Readonly<Record<string, string>> = {}): Promise<Check> {
    const bank = await startWriteBank({ generation });
    bank.simulator.sca.configure({ required: 'always' });
    bank.simulator.store.beneficiaries.update(bank.payee.id, { friendlyName: 'Landlord' });
    const check = new Check(bank, settings);
    checks.push(check);
    return check;
  }

  async close(): Promise<void> {
    this.process.kill('SIGKILL');
    await this.bank.close();
  }

  get name() {
    return this.bank.simulator.store.beneficiaries.get(this.bank.payee.id)?.friendlyName;
  }

  get writes() {
    return this.bank.simulator.log.entries.filter(({ method }) => method === 'PATCH');
  }

  /** The writes that are not the repetition of another. */
  get firstWrites() {
    return this.writes.filter(({ headers }) => headers['linkcy-sca-id'] === undefined);
  }

  get open() {
    return this.bank.simulator.sca.all().filter(({ status }) => status === 'PENDING');
  }

  async approveNext(): Promise<void> {
    await vi.waitFor(() => expect(this.open).toHaveLength(1), patiently);
    this.bank.simulator.sca.approve(this.open[0]!.scaId);
    this.type('');
  }
}

describe.concurrent.each(generations)('the guided check against LinkCy %s', (generation) => {
  const way = generation === '1.78' ? 'replay' : 'observe';

  test('finds out how approvals are finished, puts the name back, and prints the setting and no secret', async () => {
    const running = await Check.begin(generation);
    await running.printed('Type yes to begin.');
    expect(running.output).toMatch(/two in all/);
    expect(running.writes).toEqual([]);
    running.type('yes');
    await running.approveNext();
    await running.printed('The name is "Landlord (check)" now.');
    expect(running.name).toBe('Landlord (check)');
    await running.approveNext();
    expect(await running.end()).toBe(0);
    expect(running.output).toMatch(new RegExp(`LINKCY_APPROVALS=${way}\\n$`));
    expect(running.name).toBe('Landlord');
    // Each is sent once, and once more with its approval where that LinkCy wants it.
    expect(running.firstWrites).toHaveLength(2);
    expect(running.writes).toHaveLength(way === 'replay' ? 4 : 2);
    expect(running.output).not.toContain(running.bank.ownerToken);
    expect(running.output).not.toContain(running.bank.payee.iban ?? 'no iban');
  });

  test('who does not say yes changes nothing', async () => {
    const running = await Check.begin(generation);
    await running.printed('Type yes to begin.');
    running.type('no');
    expect(await running.end()).toBe(1);
    expect(running.output).toContain('Nothing was changed.');
    expect(running.writes).toEqual([]);
  });

  test('a change that is not approved in time is told as such, and nothing is sent again', async () => {
    const running = await Check.begin(generation);
    running.bank.simulator.sca.configure({ ttlSeconds: 2 });
    running.type('yes');
    expect(await running.end()).toBe(1);
    expect(running.output).toContain('cannot be told: it was not approved');
    expect(running.output).toContain('"Landlord", as it was before');
    expect(running.writes).toHaveLength(1);
  });

  test('Ctrl-C at any moment says what the name is', async () => {
    const before = await Check.begin(generation);
    await before.printed('Type yes to begin.');
    before.process.kill('SIGINT');
    expect(await before.end()).toBe(130);
    expect(before.output).toContain('Stopped. Nothing was left changed.');

    const asked = await Check.begin(generation);
    asked.type('yes');
    await asked.printed('Approve it on the phone');
    asked.process.kill('SIGINT');
    expect(await asked.end()).toBe(130);
    expect(asked.output).toMatch(
      /is "Landlord" as far as is known\. An approval is open on the phone.*"Landlord \(check\)"/,
    );

    const changed = await Check.begin(generation);
    changed.type('yes');
    await changed.approveNext();
    await changed.printed('needs the second approval');
    await vi.waitFor(() => expect(changed.open).toHaveLength(1), patiently);
    changed.process.kill('SIGINT');
    expect(await changed.end()).toBe(130);
    expect(changed.output).toMatch(/Before the check it was "Landlord"|It was "Landlord": please change it back/);
  });
});

test.concurrent('up to 1.78, who says too early that it is approved may do so later', async () => {
  const running = await Check.begin('1.78');
  running.type('yes');
  await running.printed('Approve it on the phone');
  running.type('');
  await running.printed('not approved yet');
  await running.approveNext();
  await running.printed('The name is "Landlord (check)" now.');
  await running.approveNext();
  expect(await running.end()).toBe(0);
  expect(running.firstWrites).toHaveLength(2);
});

describe.concurrent('before anything is changed', () => {
  test.each<[string, settings: Readonly<Record<string, string>>, told: string]>([
    ['no sandbox', { LINKCY_SANDBOX: 'false' }, 'LINKCY_SANDBOX must be true'],
    ['no token', { LINKCY_TOKEN: '' }, 'LINKCY_TOKEN must be a token of LinkCy'],
    ['no address', { LINKCY_URL: '' }, "LINKCY_URL must be the address of LinkCy's sandbox."],
    [
      'nothing listens there',
      { LINKCY_URL: 'http://127.0.0.1:1' },
      'LinkCy is not reached: the connection is refused (ECONNREFUSED).',
    ],
    [
      'a name that nobody knows',
      { LINKCY_URL: 'http://linkcy.invalid' },
      'LinkCy is not reached: its name is not known',
    ],
    ['a token of nobody', { LINKCY_TOKEN: 'secret-of-nobody' }, 'LinkCy does not accept the token.'],
  ])('%s is told in one line', async (_, settings, told) => {
    const running = await Check.begin('1.114', settings);
    expect(await running.end()).toBe(1);
    expect(running.output).toContain(told);
    expect(running.output).not.toContain('secret-of-nobody');
    expect(running.writes).toEqual([]);
  });

  test('it says who the token is, and its roles', async () => {
    const running = await Check.begin('1.114');
    await running.printed('Type yes to begin.');
    expect(running.output).toContain(`user     ${running.bank.owner.id}`);
    expect(running.output).toMatch(/roles {4}\S+/);
  });
});
