import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  LinkcyBrokenAnswer,
  LinkcyFailure,
  LinkcyNoAnswer,
  LinkcyNoToken,
  LinkcyUnreachable,
  type LinkcyError,
} from '../../src/linkcy/error.js';
import { route } from '../../src/linkcy/route.js';
import { faults } from '../support/banks/fault-proxy.js';
import { failureOf, openStage, read, readRoute, write, writeRoute, type Stage } from './stage.js';

interface Expected {
  readonly error: abstract new (...parameters: never[]) => LinkcyError;
  readonly reason?: string;
  /** How often a read is asked. A write goes out once, whatever happens. */
  readonly asked: number;
}

const lost: Expected = { error: LinkcyNoAnswer, reason: 'connection lost', asked: 1 };
const tooLate: Expected = { error: LinkcyNoAnswer, reason: 'timeout', asked: 1 };
const broken: Expected = { error: LinkcyBrokenAnswer, asked: 1 };
const unreachable: Expected = { error: LinkcyUnreachable, reason: 'connection', asked: 3 };

const expected: Record<(typeof faults)[number], Expected> = {
  refuse: unreachable,
  'accept and reset': unreachable,
  'read and reset': lost,
  'FIN after the request': lost,
  'half a status line': lost,
  'truncated body': lost,
  'stall after headers': tooLate,
  'one byte per 200 ms': tooLate,
  'black hole': tooLate,
  '201 with an empty body': broken,
  '200 with HTML': broken,
  '502': { error: LinkcyFailure, asked: 3 },
  '503 with Retry-After': { error: LinkcyFailure, asked: 3 },
  '302 elsewhere': broken,
};

let stage: Stage;
let elsewhere: Server;
let wentElsewhere = 0;

beforeAll(async () => {
  elsewhere = createServer((_request, response) => {
    wentElsewhere += 1;
    response.end('{}');
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  const { port } = elsewhere.address() as AddressInfo;
  stage = await openStage({ elsewhere: `http://127.0.0.1:${port}/api/partner/ledgers` });
});
afterEach(async () => {
  await stage.reset();
});
afterAll(async () => {
  await stage.close();
  await new Promise((resolve) => elsewhere.close(resolve));
});

describe('without a fault', () => {
  it('a read is answered', async () => {
    const page = await read(stage.linkcy().client());
    expect(page.content).toHaveLength(2);
    expect(stage.reached(readRoute)).toBe(1);
  });

  it('a write is carried out once', async () => {
    const before = stage.simulator.executions.count(writeRoute);
    expect(await write(stage, stage.linkcy().client())).toHaveProperty('id');
    expect(stage.reached(writeRoute)).toBe(1);
    expect(stage.simulator.executions.count(writeRoute)).toBe(before + 1);
  });
});

describe('every call', () => {
  it('is reported with its route, its outcome and its time, and with nothing personal', async () => {
    const { client, reports } = stage.linkcy();
    await read(client());
    await failureOf(read(client({ authorization: 'Bearer of-nothing' })));
    const call = { method: 'GET', route: '/api/partner/ledgers', error: undefined, requestId: 'request-1' };
    const milliseconds: unknown = expect.any(Number);
    expect(reports).toEqual([
      { ...call, status: 200, milliseconds },
      { ...call, status: 401, milliseconds },
    ]);
  });

  it('says which system error kept it from being sent', async () => {
    await stage.proxy.always('refuse');
    const { client, reports } = stage.linkcy();
    await failureOf(write(stage, client()));
    expect(reports[0]?.error?.cause).toBe('ECONNREFUSED');
  });

  it('has its outcome whatever becomes of the report', async () => {
    const onCall = () => {
      throw new Error('The disk with the log is full.');
    };
    expect(await write(stage, stage.linkcy({ onCall }).client())).toHaveProperty('id');
  });

  it('with a token that cannot stand in a header is not made, and takes nothing away from others', async () => {
    const { client } = stage.linkcy({ maxConcurrentCalls: 1 });
    const failure = await failureOf(read(client({ authorization: 'Bearer secret\r\nx: y' })));
    expect(failure).toBeInstanceOf(LinkcyNoToken);
    expect(inspect(failure)).not.toContain('secret');
    expect(stage.reached(readRoute)).toBe(0);
    await read(client());
  });

  it('with another header that cannot be sent is not made, and the error does not repeat its value', async () => {
    const { client } = stage.linkcy({ maxConcurrentCalls: 1 });
    const headers = { 'Linkcy-SCA-Signature': 'secret \u{1f511}' };
    const failure = await failureOf(
      client().write({ method: 'POST', route: route`/api/partner/cards`, success: { kind: 'created' }, headers }),
    );
    expect(failure).toBeInstanceOf(TypeError);
    expect(inspect(failure)).not.toContain('secret');
    expect(stage.simulator.log.count()).toBe(0);
    await write(stage, client());
  });
});

describe.each(faults)('%s', (fault) => {
  const { error, reason, asked } = expected[fault];
  const limits = reason === 'timeout' ? { readTimeoutMilliseconds: 500, writeTimeoutMilliseconds: 500 } : {};
  const never = fault === 'refuse' || fault === 'accept and reset';

  it(`a read is asked ${asked === 1 ? 'once' : `${asked} times`} and ends as ${error.name}`, async () => {
    await stage.proxy.always(fault);
    const { client, reports } = stage.linkcy(limits);
    const reader = client();
    const failure = await failureOf(read(reader));
    expect(failure).toBeInstanceOf(error);
    expect(failure.reason).toBe(reason);
    expect({ calls: reader.calls, reports: reports.length }).toEqual({ calls: asked, reports: asked });
    expect(stage.reached(readRoute)).toBe(never ? 0 : asked);
    expect(inspect([failure, reports], { depth: 9 })).not.toContain(stage.token);
  });

  it(`a write reaches LinkCy ${never ? 'never' : 'once'} and ends as ${error.name}`, async () => {
    await stage.proxy.always(fault);
    const { client, reports } = stage.linkcy(limits);
    const writer = client();
    const failure = await failureOf(write(stage, writer));
    expect(failure).toBeInstanceOf(error);
    expect(failure.reason).toBe(reason);
    expect({ calls: writer.calls, reports: reports.length }).toEqual({ calls: 1, reports: 1 });
    expect(stage.reached(writeRoute)).toBe(never ? 0 : 1);
    expect(inspect([failure, reports], { depth: 9 })).not.toContain(stage.token);
  });
});

it('no redirect was followed, so that nobody but LinkCy got the token', () => {
  expect(wentElsewhere).toBe(0);
});
