import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { generations } from '../../src/simulator/sca/generation.js';
import { simulatorProgram } from '../support/program.js';

function start(port: string, generation?: string) {
  const child = spawn(process.execPath, [simulatorProgram], {
    env: { ...process.env, SIMULATOR_PORT: port, SIMULATOR_GENERATION: generation },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (output.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output.err += chunk.toString()));
  return { child, output };
}

test('the program prints its address, who can log in, and a line that works in a shell; it stops on SIGTERM', async () => {
  const { child, output } = start('0');
  while (!output.out.includes('curl')) await once(child.stdout, 'data');
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output.out)?.[0];
  expect(output.out).toContain('demo@aurora.example');
  expect(output.out).toContain('33612345678');
  const token = await (await fetch(`${url}/simulator/token?plain`)).text();
  const headers = { authorization: `Bearer ${token}` };
  expect((await fetch(`${url}/api/partner/consumers?pageSize=3`, { headers })).status).toBe(200);
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('a port in use is one line that names the setting, and exit code 1', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const { child, output } = start(String(port));
  const [code] = (await once(child, 'close')) as [number];
  other.close();
  expect(code).toBe(1);
  expect(output.err.trim().split('\n')).toEqual([expect.stringContaining('SIMULATOR_PORT')]);
});

test('a port that is none is one line that names the setting, and exit code 1', async () => {
  const { child, output } = start('http');
  const [code] = (await once(child, 'close')) as [number];
  expect(code).toBe(1);
  expect(output.err.trim().split('\n')).toEqual([expect.stringContaining('SIMULATOR_PORT')]);
});

test.each(generations)('SIMULATOR_GENERATION=%s plays that LinkCy', async (generation) => {
  const { child, output } = start('0', generation);
  while (!output.out.includes('curl')) await once(child.stdout, 'data');
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output.out)?.[0];
  expect(await (await fetch(`${url}/simulator/sca/settings`)).json()).toMatchObject({ generation });
  child.kill('SIGTERM');
  await once(child, 'exit');
});

test('a generation that is none is one line that names the setting, and exit code 1', async () => {
  const { child, output } = start('0', '2');
  const [code] = (await once(child, 'close')) as [number];
  expect(code).toBe(1);
  expect(output.err.trim().split('\n')).toEqual([expect.stringContaining('SIMULATOR_GENERATION')]);
});
