import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startWriteBank, type WriteBank } from '../support/banks/write-bank.js';
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
    await expect.poll(() => this.output, { timeout: 30_000, interval: 20 }).toContain(text);
  }

  type(line: string): void {
    this.process.stdin!.write(`${line}\n`);
  }

  async end(): Promise<number | null> {
    if (this.process.exitCode === null) await once(this.process, 'close');
    return this.process.exitCode;
  }
}

let bank: WriteBank;
let command: Command | undefined;
afterEach(async () => {
  command?.process.kill('SIGKILL');
  command = undefined;
  await bank.close();
});

const nameOf = () => bank.simulator.store.beneficiaries.get(bank.payee.id)?.friendlyName;
const writes = () => bank.simulator.log.entries.filter(({ method }) => method === 'PATCH');
const first = () => writes().filter(({ headers }) => headers['linkcy-sca-id'] === undefined);
const open = () => bank.simulator.sca.all().filter(({ status }) => status === 'PENDING');

async function begin(generation: '1.78' | '1.114', settings: Readonly<Record<string, string>> = {}): Promise<Command> {
  bank = await startWriteBank({ generation });
  bank.simulator.sca.configure({ required: 'always' });
  bank.simulator.store.beneficiaries.update(bank.payee.id, { friendlyName: 'Landlord' });
  const { url } = bank.simulator;
  command = new Command({ LINKCY_URL: url, LINKCY_SANDBOX: 'true', LINKCY_TOKEN: bank.ownerToken, ...settings });
  return command;
}

async function approveNext(running: Command): Promise<void> {
  await expect.poll(() => open().length, { timeout: 15_000 }).toBe(1);
  bank.simulator.sca.approve(open()[0]!.scaId);
  running.type('');
}

describe.each(['1.78', '1.114'] as const)('the guided check against LinkCy %s', { timeout: 90_000 }, (generation) => {
  const way = generation === '1.78' ? 'replay' : 'observe';

  test('finds out how approvals are finished, puts the name back, and prints the setting and no secret', async () => {
    const running = await begin(generation);
    await running.printed('Type yes to begin.');
    expect(running.output).toMatch(/two in all/);
    expect(writes()).toEqual([]);
    running.type('yes');
    await approveNext(running);
    await running.printed('The name is "Landlord (check)" now.');
    expect(nameOf()).toBe('Landlord (check)');
    await approveNext(running);
    expect(await running.end()).toBe(0);
    expect(running.output).toMatch(new RegExp(`LINKCY_APPROVALS=${way}\\n$`));
    expect(nameOf()).toBe('Landlord');
    // Each is sent once, and once more with its approval where that LinkCy wants it.
    expect(first()).toHaveLength(2);
    expect(writes()).toHaveLength(way === 'replay' ? 4 : 2);
    expect(running.output).not.toContain(bank.ownerToken);
    expect(running.output).not.toContain(bank.payee.iban ?? 'no iban');
  });

  test('who does not say yes changes nothing', async () => {
    const running = await begin(generation);
    await running.printed('Type yes to begin.');
    running.type('no');
    expect(await running.end()).toBe(1);
    expect(running.output).toContain('Nothing was changed.');
    expect(writes()).toEqual([]);
  });

  test('a change that is not approved in time is told as such, and nothing is sent again', async () => {
    const running = await begin(generation);
    bank.simulator.sca.configure({ ttlSeconds: 2 });
    running.type('yes');
    expect(await running.end()).toBe(1);
    expect(running.output).toContain('cannot be told: it was not approved');
    expect(running.output).toContain('"Landlord", as it was before');
    expect(writes()).toHaveLength(1);
  });

  test('Ctrl-C at any moment says what the name is', async () => {
    const before = await begin(generation);
    await before.printed('Type yes to begin.');
    before.process.kill('SIGINT');
    expect(await before.end()).toBe(130);
    expect(before.output).toContain('Stopped. Nothing was left changed.');
    await bank.close();

    const asked = await begin(generation);
    asked.type('yes');
    await asked.printed('Approve it on the phone');
    asked.process.kill('SIGINT');
    expect(await asked.end()).toBe(130);
    expect(asked.output).toMatch(
      /is "Landlord" as far as is known\. An approval is open on the phone.*"Landlord \(check\)"/,
    );
    await bank.close();

    const changed = await begin(generation);
    changed.type('yes');
    await approveNext(changed);
    await changed.printed('needs the second approval');
    await expect.poll(() => open().length).toBe(1);
    changed.process.kill('SIGINT');
    expect(await changed.end()).toBe(130);
    expect(changed.output).toMatch(/Before the check it was "Landlord"|It was "Landlord": please change it back/);
  });
});

test('up to 1.78, who says too early that it is approved may do so later', { timeout: 90_000 }, async () => {
  const running = await begin('1.78');
  running.type('yes');
  await running.printed('Approve it on the phone');
  running.type('');
  await running.printed('not approved yet');
  await approveNext(running);
  await running.printed('The name is "Landlord (check)" now.');
  await approveNext(running);
  expect(await running.end()).toBe(0);
  expect(first()).toHaveLength(2);
});

describe('before anything is changed', { timeout: 60_000 }, () => {
  beforeEach(() => void (command = undefined));

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
    const running = await begin('1.114', settings);
    expect(await running.end()).toBe(1);
    expect(running.output).toContain(told);
    expect(running.output).not.toContain('secret-of-nobody');
    expect(writes()).toEqual([]);
  });

  test('it says who the token is, and its roles', async () => {
    const running = await begin('1.114');
    await running.printed('Type yes to begin.');
    expect(running.output).toContain(`user     ${bank.owner.id}`);
    expect(running.output).toMatch(/roles {4}\S+/);
  });
});
