import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { median } from '../bench/figures.js';
import { startWriteBank, type WriteBank } from '../support/banks/write-bank.js';
import { startInstance, type Instance } from '../support/instance.js';
import { connectSocket, type RawSocket } from '../support/transports.js';
import { isStarved, stretchOfTime } from '../support/processor.js';

/** LinkCy's latency in the measurements: so long that what the machine does besides hardly counts. */
const latency = 150;
const standardQuestions = 5;
const slowRoutes = ['GET /api/partner/ledgers', 'GET /api/partner/consumers', 'POST /api/partner/login'];

let bank: WriteBank;
/** With the neighbour. */
let shared: Instance;
/** The same without: it is asked at the same moments as the other. */
let quiet: Instance;
let bad: Caller;
let beside: Caller;
let alone: Caller;

/** One of two users, each at an address of their own. */
interface Caller {
  readonly headers: Readonly<Record<string, string>>;
  send(query: string, variables?: object): Promise<any>;
  socket(headers?: Readonly<Record<string, string>>): Promise<RawSocket>;
}

function callerAt({ url }: Instance, address: string, token: string): Caller {
  const headers = { authorization: `Bearer ${token}`, 'x-forwarded-for': address };
  return {
    headers,
    async send(query, variables = {}) {
      const body = JSON.stringify({ query, variables });
      const sent = { 'content-type': 'application/json', ...headers };
      return (await fetch(url, { method: 'POST', headers: sent, body })).json();
    },
    async socket(further = {}) {
      const socket = await connectSocket(url, undefined, undefined, { ...headers, ...further });
      socket.send({ type: 'connection_init' });
      await socket.next();
      return socket;
    },
  };
}

beforeAll(async () => {
  bank = await startWriteBank({ generation: '1.78' });
  bank.simulator.store.ledgers.update(bank.main.id, { availableAmount: 1e6, totalAmount: 1e6 });
  const start = () => startInstance({ LINKCY_URL: bank.simulator.url, TRUSTED_PROXIES: '1', METRICS: 'true' });
  [shared, quiet] = await Promise.all([start(), start()]);
  bad = callerAt(shared, '10.0.0.2', bank.partnerToken);
  beside = callerAt(shared, '10.0.0.1', bank.ownerToken);
  alone = callerAt(quiet, '10.0.0.1', bank.ownerToken);
  for (const { send } of [bad, beside, alone, bad, beside, alone]) await send('{ ledgers(first: 1) { totalCount } }');
});
const lines: string[] = [];
afterAll(async () => {
  console.log(['  alone  beside  times  what another user sees beside one who …', ...lines].join('\n'));
  await Promise.all([shared.terminate(), quiet.terminate()]);
  await bank.close();
});

async function metric(name: string): Promise<number> {
  const text = await (await fetch(shared.url.replace('/graphql', '/metrics'))).text();
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
}

type Stop = () => unknown;

/** Does the same again and again, so many times side by side, until it is stopped. */
function keepDoing(sideBySide: number, deed: () => Promise<unknown>): Stop {
  let isStopped = false;
  const loops = Array.from({ length: sideBySide }, async () => {
    while (!isStopped) await deed().catch(() => undefined);
  });
  return () => ((isStopped = true), Promise.all(loops));
}

interface Share {
  /** Whether the neighbour is a matter of processor time: that is judged only where there is some to be had, all else unless there is hardly any. */
  readonly takesProcessor?: boolean;
  /** How often it is asked. */
  readonly questions?: number;
  /** What the other user does, and what it must come to. Resolves with the milliseconds that count, or they are taken. */
  readonly ask: (user: Caller) => Promise<void | number>;
  /** Resolves when the neighbour has taken what can be had. */
  readonly neighbour: () => Promise<Stop>;
}

async function plain(user: Caller): Promise<void> {
  expect(await user.send('{ ledgers(first: 1) { totalCount } }')).toMatchObject(answered);
}
const answered = { data: { ledgers: { totalCount: 3 } } };

async function fillWithQuestions(): Promise<Stop> {
  bank.simulator.faults.latency('GET /api/partner/cards', 5_000);
  const socket = await bad.socket();
  for (let index = 0; index < 560; index += 1) {
    socket.send({ id: String(index), type: 'subscribe', payload: { query: '{ cards { totalCount } }' } });
  }
  // 90 % of the 500.
  await expect.poll(() => metric('graphql_requests_in_flight')).toBe(450);
  return async () => {
    socket.socket.terminate();
    await expect.poll(() => metric('graphql_requests_in_flight')).toBe(0);
  };
}

let cents = 0;
/** Begins a payment that must be approved. */
async function pay(user: Caller): Promise<string> {
  const mutation =
    'mutation ($input: CreateTransferInput!) { createTransfer(input: $input) { ... on ScaPending { scaId } ... on Problem { code } } }';
  const amount = `120.${String((cents += 1) % 100).padStart(2, '0')}`;
  const reference = `Payment ${cents}`;
  const input = { ledgerFromId: bank.main.id, beneficiaryId: bank.payee.id, amount, reference };
  const { data } = await user.send(mutation, { input });
  return data.createTransfer.scaId;
}

/** A payment from the approval to its event, in milliseconds. @param thought how long the user takes to approve */
async function approvalToEvent(user: Caller, thought: number): Promise<number> {
  const scaId = await pay(user);
  const socket = await user.socket();
  const subscription = `subscription { scaCompleted(scaId: "${scaId}") { status } }`;
  socket.send({ id: '1', type: 'subscribe', payload: { query: subscription } });
  await pause(thought);
  const approvedAt = performance.now();
  bank.simulator.sca.approve(scaId);
  expect(await socket.next()).toMatchObject({ payload: { data: { scaCompleted: { status: 'COMPLETED' } } } });
  socket.socket.terminate();
  return performance.now() - approvedAt;
}

let documents = 0;
/** A document as costly to check as it may be, and never the same. */
function costlyDocument(): string {
  const fields = Array.from({ length: 49 }, (_, index) => `...F${index % 20}`).join(' ');
  const fragments = Array.from(
    { length: 20 },
    (_, index) =>
      `fragment F${index} on Transaction { id amount { value currency } sender { name } receiver { name } ... on CardPayment { id } unknown${(documents += 1)} }`,
  );
  return `{ transactions(first: 1) { nodes { ${fields} } } } ${fragments.join(' ')}`;
}

const shares: Readonly<Record<string, Share>> = {
  'asks 560 questions on a socket: places': { ask: plain, neighbour: fillWithQuestions },

  'asks 560 questions on a socket: operations that wait': {
    async ask(user) {
      const socket = await user.socket();
      socket.send({ id: '1', type: 'subscribe', payload: { query: '{ ledgers(first: 1) { totalCount } }' } });
      expect(await socket.next()).toMatchObject({ type: 'next', payload: answered });
      socket.socket.terminate();
    },
    neighbour: fillWithQuestions,
  },

  'opens 600 sockets with tokens that nobody knows: sockets': {
    async ask(user) {
      const socket = await user.socket();
      socket.send({ id: '1', type: 'subscribe', payload: { query: '{ ledgers(first: 1) { totalCount } }' } });
      expect(await socket.next()).toMatchObject({ type: 'next', payload: answered });
      socket.socket.terminate();
    },
    async neighbour() {
      const opened = await Promise.allSettled(
        Array.from({ length: 600 }, (_, index) => bad.socket({ authorization: `Bearer made-up-${index}` })),
      );
      const sockets = opened.flatMap((one) => (one.status === 'fulfilled' ? [one.value.socket] : []));
      const open = () => sockets.filter(({ readyState, OPEN }) => readyState === OPEN);
      await expect.poll(() => open().length).toBe(500);
      return () => open().forEach((socket) => socket.terminate());
    },
  },

  'sends 12 large requests: calls to LinkCy': {
    takesProcessor: true,
    async ask(user) {
      const nodes = '{ nodes { id ledgers { totalCount } cards { totalCount } } }';
      const { data, errors } = await user.send(
        `{ a: consumers ${nodes} b: consumers(first: 2) ${nodes} ledgers { totalCount } }`,
      );
      expect([errors, data.a.nodes.length]).toEqual([undefined, 1]);
    },
    async neighbour() {
      bank.simulator.faults.latency('GET /api/partner/consumers/{id}', 300);
      const fields = Array.from(
        { length: 15 },
        (_, index) => `a${index}: ledgers(first: ${index + 1}) { nodes { id cards { totalCount } } }`,
      );
      const stop = keepDoing(12, () => bad.send(`{ ${fields.join(' ')} }`));
      // While nobody else wants any, 90 % of the 64: shares are work-conserving.
      await expect.poll(() => metric('linkcy_calls_in_flight'), { interval: 5 }).toBe(57);
      return stop;
    },
  },

  'has 100 payments that wait for an approval: watching approvals': {
    takesProcessor: true,
    questions: 3,
    // Where in the pause between two looks an approval comes is chance: of several the average is not.
    async ask(user) {
      const waits = await Promise.all(Array.from({ length: 8 }, (_, index) => approvalToEvent(user, 300 + 90 * index)));
      return waits.reduce((sum, wait) => sum + wait, 0) / waits.length;
    },
    async neighbour() {
      for (let count = 0; count < 10; count += 1) await Promise.all(Array.from({ length: 10 }, () => pay(bad)));
      return () => undefined;
    },
  },

  'gets 500 for 46 requests of one route: the circuit breaker': {
    ask: plain,
    async neighbour() {
      bank.simulator.faults.always('GET /api/partner/cards', { status: 500 });
      await Promise.all(Array.from({ length: 46 }, () => bad.send('{ cards { totalCount } }')));
      return keepDoing(1, async () => {
        await bad.send('{ cards { totalCount } }');
        await pause(20);
      });
    },
  },

  'tries 300 passwords, 150 of them for the other one: logins': {
    takesProcessor: true,
    async ask(user) {
      const login =
        'mutation { login(input: { partnerName: "Aurora", username: "demo@aurora.example", password: "aurora-demo" }) { __typename } }';
      expect(await user.send(login)).toMatchObject({ data: { login: { __typename: 'AuthenticationPayload' } } });
    },
    async neighbour() {
      const attempt = (username: string) =>
        bad.send(
          `mutation { login(input: { partnerName: "Aurora", username: "${username}", password: "wrong" }) { __typename } }`,
        );
      const names = Array.from({ length: 300 }, (_, index) => (index % 2 ? 'demo@aurora.example' : `nobody${index}`));
      await Promise.all(names.map(attempt));
      return keepDoing(1, () => attempt('demo@aurora.example'));
    },
  },

  'sends one costly document after the other: checking documents': {
    takesProcessor: true,
    ask: plain,
    neighbour: async () => keepDoing(16, () => bad.send(costlyDocument())),
  },

  'sends 200 costly documents at once on a socket: checking documents': {
    takesProcessor: true,
    ask: plain,
    async neighbour() {
      const socket = await bad.socket();
      return keepDoing(1, async () => {
        for (let index = 0; index < 200; index += 1) {
          socket.send({ id: String((documents += 1)), type: 'subscribe', payload: { query: costlyDocument() } });
        }
        for (let index = 0; index < 200; index += 1) await socket.next();
      });
    },
  },
};

test.each(Object.entries(shares))(
  'another user of one who %s: no failure, and half as long again at most',
  async (title, { ask, neighbour, takesProcessor, questions = standardQuestions }) => {
    const { faults } = bank.simulator;
    const times = new Map([alone, beside].map((user): [Caller, number[]] => [user, []]));
    faults.clear();
    for (const route of slowRoutes) faults.latency(route, latency);
    await Promise.all([...times.keys()].map(ask));
    const stop = await neighbour();
    const stretches: number[] = [];
    for (let count = 0; count < questions; count += 1) {
      stretches.push(stretchOfTime());
      // At the same moment, so that the machine does the same to both.
      await Promise.all(
        [...times].map(async ([user, all]) => {
          const start = performance.now();
          const measured = await ask(user);
          all.push(measured ?? performance.now() - start);
        }),
      );
    }
    await stop();
    faults.clear();
    const [without = 0, besides = 0] = [...times.values()].map(median);
    const [first, second] = [without, besides].map((time) => time.toFixed(0).padStart(4));
    lines.push(`${first} ms ${second} ms   ${(besides / without).toFixed(2)}  … ${title}`);
    if (takesProcessor === true && isStarved(stretches))
      lines.push('                        (not judged: others use the processors)');
    else expect(besides).toBeLessThanOrEqual(without * 1.5);
  },
);
