import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createLog, type RequestLine } from '../../src/server/log.js';
import { startStage, type Stage } from '../sca/stage.js';
import { lines } from '../support/lines.js';

const log = lines<RequestLine>();
const query = 'subscription($scaId: UUID!) { scaCompleted(scaId: $scaId) { status } }';

describe('an event stream whose client leaves', () => {
  let stage: Stage;
  const stops: (() => void)[] = [];
  beforeAll(async () => {
    stage = await startStage({ server: { log: createLog({ level: 'info', form: 'json', output: log.output }) } });
  });
  afterEach(() => stops.splice(0).forEach((stop) => stop()));
  afterAll(() => stage.close());

  /** What Node's own HTTP server and undici say of themselves. */
  function listen<Message>(channel: string, listener: (message: Message) => void): void {
    const onMessage = (message: unknown) => listener(message as Message);
    subscribe(channel, onMessage);
    stops.push(() => unsubscribe(channel, onMessage));
  }

  test('in the very moment of its result, is over as any other', async () => {
    let connection: Socket | undefined;
    let decisive: object | undefined;
    let hasLeft = false;
    listen<{ request: IncomingMessage; socket: Socket }>('http.server.request.start', ({ request, socket }) => {
      if (request.headers.accept === 'text/event-stream') connection = socket;
    });
    const scaId = await stage.pendingTransfer();
    const response = await fetch(stage.url, {
      method: 'POST',
      headers: {
        ...{ 'content-type': 'application/json', accept: 'text/event-stream' },
        authorization: `Bearer ${stage.ownerToken}`,
      },
      body: JSON.stringify({ query, variables: { scaId } }),
    });
    listen<{ request: { method: string }; response: { statusCode: number } }>('undici:request:headers', (message) => {
      const isWrite = message.request.method === 'POST';
      if (isWrite && message.response.statusCode !== 202) decisive = message.request;
    });
    listen<{ request: object }>('undici:request:trailers', ({ request }) => {
      if (request !== decisive) return;
      // What Node does where the client has reset the connection; that it is closed is only said later.
      connection?.destroy();
      hasLeft = true;
    });
    stage.simulator.sca.approve(scaId);
    await expect(response.text()).rejects.toThrow();
    expect(hasLeft).toBe(true);
    await expect.poll(() => log.written).toContainEqual(expect.objectContaining({ type: 'subscription', codes: [] }));
  });
});
