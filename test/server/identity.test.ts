import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Random } from '../../src/simulator/seed/random.js';
import { startApi, type Api } from '../support/api.js';
import { startStage, type Stage } from '../sca/stage.js';
import { transportNames, transports, openSocket, type DoorAnswer, type RawSocket } from '../support/transports.js';

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);

/** A LinkCy that answers everything with the token that it saw, sooner or later. */
async function startEcho(random: Random, consumer: object): Promise<{ http: HttpServer; url: string }> {
  const http = createServer((request, response) => {
    const token = request.headers.authorization ?? 'none';
    const id = /consumers\/([0-9a-f-]{36})/.exec(request.url ?? '')?.[1] ?? crypto.randomUUID();
    const row = { ...consumer, id, lastName: token, middleName: token };
    const isList = /\/consumers\?/.test(request.url ?? '');
    const body = isList ? { content: [row], totalElements: 1, page: 0, pageSize: 20 } : row;
    setTimeout(
      () => {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(body));
      },
      random.between(0, 10),
    );
  }).listen(0, '127.0.0.1');
  await once(http, 'listening');
  return { http, url: `http://127.0.0.1:${(http.address() as AddressInfo).port}` };
}

describe('500 requests of two users with 50 tokens at once', () => {
  const random = new Random(seed);
  let api: Api;
  let echo: Awaited<ReturnType<typeof startEcho>>;
  beforeAll(async () => {
    const other = await startApi({ simulator: { seed: 'empty' } });
    echo = await startEcho(random, other.simulator.samples.consumer());
    await other.close();
    api = await startApi({ linkcyUrl: echo.url });
  });
  afterAll(async () => {
    await api.close();
    echo.http.close();
  });

  test('no answer holds what belongs to another', async () => {
    console.log(`seed ${seed}`);
    const tokens = Array.from({ length: 50 }, (_, index) => {
      const claims = { sub: index % 2 ? 'ada' : 'bob', iss: 'linkcy', exp: 4_000_000_000, jti: index };
      const [head, payload] = [{ alg: 'none' }, claims].map((part) =>
        Buffer.from(JSON.stringify(part)).toString('base64url'),
      );
      return `Bearer ${head}.${payload}.s${index}`;
    });
    const sockets = await Promise.all(tokens.map((authorization) => openSocket(api.url, { authorization })));
    const query = 'query Q($first: Int) { consumers(first: $first) { nodes { lastName middleName } } }';
    const question = () => ({ query, variables: { first: random.between(1, 3) } });
    const asks = Array.from({ length: 500 }, (_, index) => async () => {
      const turn = index % tokens.length;
      const authorization = tokens[turn]!;
      const way = random.between(0, 2);
      const answer =
        way === 0
          ? await askOn(sockets[turn]!, String(index), question())
          : await transports[way === 1 ? 'HTTP' : 'server-sent events'](api.url, question(), authorization);
      return { authorization, answer };
    });
    const answers = await Promise.all(shuffled(asks, random).map((ask) => ask()));
    expect(answers).toHaveLength(500);
    for (const { authorization, answer } of answers) {
      const nodes = [{ lastName: authorization, middleName: authorization }];
      expect(answer).toMatchObject({ data: { consumers: { nodes } } });
    }
    sockets.forEach(({ socket }) => socket.terminate());
  });
});

/** Answers come in any order; each asker takes its own. */
function askOn({ socket }: RawSocket, id: string, payload: object): Promise<DoorAnswer> {
  return new Promise((resolve) => {
    const listen = (data: Buffer) => {
      const message = JSON.parse(data.toString()) as { id?: string; type: string; payload: DoorAnswer };
      if (message.id !== id || message.type === 'complete') return;
      socket.off('message', listen);
      resolve(message.payload);
    };
    socket.on('message', listen);
    socket.send(JSON.stringify({ id, type: 'subscribe', payload }));
  });
}

function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = random.between(0, last);
    [result[last], result[other]] = [result[other]!, result[last]!];
  }
  return result;
}

describe.each(transportNames)('approvals at a request over %s', (transport) => {
  let stage: Stage;
  beforeAll(async () => void (stage = await startStage()));
  afterAll(() => stage.close());

  test.each([
    ['query', 'scaOperation'],
    ['mutation', 'resumeSca'],
    ['subscription', 'scaCompleted'],
  ])('of others are as unknown ones: %s %s', async (type, field) => {
    const scaId = await stage.pendingTransfer();
    const query = `${type} ($id: UUID!) { ${field}(scaId: $id) { status } }`;
    const ask = async (id: string, token: string) => {
      const { data, errors } = await transports[transport](stage.url, { query, variables: { id } }, `Bearer ${token}`);
      return {
        data,
        errors: errors?.map(({ extensions: { requestId: _, ...extensions }, ...error }) => ({ ...error, extensions })),
      };
    };
    const stranger = stage.simulator.tokens.consumer(stage.stranger.id);
    expect(await ask(scaId, stranger)).toEqual(await ask(crypto.randomUUID(), stranger));
    // A token that only says that it is the owner's proves nothing.
    const [head, payload] = stage.ownerToken.split('.');
    const forged = `${head}.${payload}.AAAA`;
    const answers = [await ask(scaId, forged), await ask(crypto.randomUUID(), forged)];
    expect(answers[0]).toEqual(answers[1]);
    const code = transport === 'HTTP' && type === 'subscription' ? 'BAD_REQUEST' : 'UNAUTHENTICATED';
    expect(answers[0]?.errors).toMatchObject([{ extensions: { code } }]);
  });
});
