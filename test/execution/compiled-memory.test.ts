import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSimulator, type Simulator } from '../../src/simulator/simulator.js';
import { startInstance, type Instance } from '../support/instance.js';

/** 1.4 KB in eight variants, that fragments and the seven types of transactions make into thousands of fields. */
function documentOf(name: string): string {
  const fields =
    'id uuid type paymentType status creationDate clearingDate note reference declineReason conversionRate ' +
    'amount { value currency } originalAmount { value currency } ';
  const party = 'name iban bic beneficiary { id name iban } ledger { id iban status currency ';
  const document = `query ${name}($a: Boolean!, $b: Boolean!, $c: Boolean!) {
  transactions(first: 1) { nodes { ...One } }
}
fragment One on Transaction { ${fields} sender @include(if: $a) { ${party} transactions(first: 1) { nodes { ...Two } } } } }
fragment Two on Transaction { ${fields} receiver @include(if: $b) { ${party} transactions(first: 1) { nodes { ...Three } } } } }
fragment Three on Transaction { ${fields} sender @skip(if: $c) { name iban bic } }`;
  return document.padEnd(1_400);
}

interface Load {
  readonly residentMegabytes: number;
  /** Processor time of the dearest request. */
  readonly milliseconds: number;
}

describe.skipIf(process.platform !== 'linux')('the memory of compiled queries', { timeout: 300_000 }, () => {
  let simulator: Simulator;
  const instances: Instance[] = [];

  beforeAll(async () => {
    simulator = await startSimulator();
  });
  afterAll(async () => {
    await Promise.all(instances.map((instance) => instance.terminate()));
    await simulator.close();
  });

  /** Sends each variant of some documents twice, and measures the process. */
  async function load(documents: number, variables: Record<string, string>, authorization?: string): Promise<Load> {
    const general = { NODE_ENV: 'production', LOG_LEVEL: 'error', LINKCY_URL: simulator.url };
    const instance = await startInstance({ ...general, ...variables });
    instances.push(instance);
    const send = async (document: string, variant: number) => {
      const [a, b, c] = [1, 2, 4].map((bit) => (variant & bit) !== 0);
      const headers = { 'content-type': 'application/json', ...(authorization && { authorization }) };
      const body = JSON.stringify({ query: document, variables: { a, b, c } });
      const response = await fetch(instance.url, { method: 'POST', headers, body });
      return (await response.json()) as { errors?: readonly { extensions: { code: string } }[] };
    };
    const warmUp = documentOf('WarmUp');
    const { errors } = await send(warmUp, 3);
    expect(errors?.[0]?.extensions.code).toBe(authorization === undefined ? 'UNAUTHENTICATED' : undefined);
    for (let times = 0; times < 100; times += 1) await send(warmUp, 3);
    const before = measure(instance.pid);
    let spent = before.processorMilliseconds;
    let milliseconds = 0;
    for (let turn = 0; turn < 2; turn += 1) {
      for (let number = 0; number < documents; number += 1) {
        for (let variant = 0; variant < 8; variant += 1) {
          await send(documentOf(`Heavy${number}`), variant);
          const { processorMilliseconds } = measure(instance.pid);
          milliseconds = Math.max(milliseconds, processorMilliseconds - spent);
          spent = processorMilliseconds;
        }
      }
    }
    const residentMegabytes = measure(instance.pid).residentMegabytes - before.residentMegabytes;
    const what = `${documents} documents in eight variants, twice, ${JSON.stringify(variables)}`;
    console.log(
      `${what}: ${residentMegabytes.toFixed(0)} MB more, at most ${milliseconds} ms of processor time a request`,
    );
    return { residentMegabytes, milliseconds };
  }

  test('without a token, many heavy documents take hardly more memory and time than without compiling', async () => {
    const uncompiled = await load(20, { COMPILED_QUERIES: 'none' });
    const compiled = await load(200, {});
    expect(compiled.residentMegabytes).toBeLessThan(60);
    expect(compiled.milliseconds - uncompiled.milliseconds).toBeLessThan(100);
  });

  test.runIf(process.env.LINKCY_PROOF === 'full')('with a good token, what is compiled is bounded, too', async () => {
    const token = `Bearer ${simulator.demoToken()}`;
    const uncompiled = await load(200, { COMPILED_QUERIES: 'none' }, token);
    const compiled = await load(200, {}, token);
    expect(compiled.residentMegabytes - uncompiled.residentMegabytes).toBeLessThan(100);
    expect(compiled.milliseconds - uncompiled.milliseconds).toBeLessThan(100);
  });
});

/** Of all threads of a process. Linux counts processor time in hundredths of a second. */
function measure(pid: number): { readonly processorMilliseconds: number; readonly residentMegabytes: number } {
  const counters = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  const [userTicks, systemTicks] = [counters[11], counters[12]].map(Number);
  const residentKilobytes = /^VmRSS:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1];
  return {
    processorMilliseconds: (userTicks! + systemTicks!) * 10,
    residentMegabytes: Number(residentKilobytes) / 1024,
  };
}
