import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { completedDocument, startStage } from '../sca/stage.js';
import { connectSocket, openSocket } from '../support/transports.js';

/**
 * A long, mixed load: queries, mutations, sockets, event streams, clients that leave, and faults of LinkCy. Afterwards
 * nothing of it may be left: no request, socket, pending approval or timer, and no memory. Argument: minutes, 30 unless it
 * is said.
 */
const minutes = Number(process.argv[2] ?? 30);
const workers = 12;

// When a client has left, fetch connects once more, in vain. The server closes such a connection after this time, and must not do
// so just when the next request begins on it.
const aDay = 86_400_000;
const stage = await startStage({
  server: {
    metrics: true,
    limits: { socketsPerPrincipal: 1_000, httpHeadersMilliseconds: aDay, httpRequestMilliseconds: aDay },
  },
});
const { simulator, url, ownerToken: token } = stage;
simulator.sca.configure({ required: 'always' });
const authorization = `Bearer ${token}`;
const ledgers = '{ ledgers(first: 2) { nodes { id iban transactions(first: 5) { nodes { id amount { value } } } } } }';
const headers = { 'content-type': 'application/json', authorization };

const counts = new Map<string, number>();
const failures: string[] = [];

/** What one worker does next; each ends by itself, or is ended. */
const deeds: Readonly<Record<string, () => Promise<unknown>>> = {
  query: () => stage.send(ledgers, {}),
  'query without a right token': () => stage.send(ledgers, {}, `made-up-${randomInt(1e9)}`),
  'query that is refused': () => stage.send(`{ nonsense${randomInt(1e9)} }`, {}),
  'payment, approved': async () => {
    const scaId = await stage.pendingTransfer({ amount: '0.01', reference: `Soak ${randomInt(1e9)}` });
    simulator.sca.approve(scaId);
    await stage.resumeSca(scaId);
  },
  'payment, declined': async () => {
    const scaId = await stage.pendingTransfer({ amount: '0.01', reference: `Soak ${randomInt(1e9)}` });
    simulator.sca.decline(scaId);
    await stage.resumeSca(scaId);
  },
  'query on a socket': async () => {
    const socket = await openSocket(url, { authorization });
    socket.send({ id: '1', type: 'subscribe', payload: { query: ledgers } });
    await socket.next();
    socket.socket.terminate();
  },
  'socket that leaves at once': async () => (await connectSocket(url)).socket.terminate(),
  'subscription that is left': async () => {
    const scaId = await stage.pendingTransfer({ amount: '0.01', reference: `Soak ${randomInt(1e9)}` });
    const socket = await openSocket(url, { authorization });
    socket.send({ id: '1', type: 'subscribe', payload: { query: completedDocument, variables: { scaId } } });
    await pause(randomInt(20));
    socket.socket.terminate();
    simulator.sca.decline(scaId);
    await stage.resumeSca(scaId);
  },
  'event stream that is left': async () => {
    const scaId = await stage.pendingTransfer({ amount: '0.01', reference: `Soak ${randomInt(1e9)}` });
    const body = JSON.stringify({ query: completedDocument, variables: { scaId } });
    await leaveAfter(randomInt(20), { ...headers, accept: 'text/event-stream' }, body);
    simulator.sca.decline(scaId);
    await stage.resumeSca(scaId);
  },
  'query that is left': () => leaveAfter(randomInt(10), headers, JSON.stringify({ query: ledgers })),
  'fault of LinkCy': async () => {
    const status = [400, 403, 404, 409, 429, 500, 502, 503][randomInt(8)]!;
    simulator.faults.once('GET /api/partner/ledgers', { status });
    await stage.send(ledgers, {});
  },
};

async function leaveAfter(milliseconds: number, sent: Record<string, string>, body: string): Promise<void> {
  const gone = new AbortController();
  const timer = setTimeout(() => gone.abort(), milliseconds);
  try {
    const response = await fetch(url, { method: 'POST', headers: sent, body, signal: gone.signal });
    await response.text();
  } catch (error) {
    if (!gone.signal.aborted) throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** Each payment leaves a row in the simulator, and an outcome that is kept for a day. */
const all = Object.keys(deeds);
const leavingNothing = all.filter((name) => !/payment|subscription|event stream/.test(name));

async function work(until: number, names: readonly string[] = all): Promise<void> {
  while (performance.now() < until) {
    const name = names[randomInt(names.length)]!;
    counts.set(name, (counts.get(name) ?? 0) + 1);
    try {
      await deeds[name]!();
    } catch (error) {
      // A payment may meet a fault that another worker has planned; what is left behind is what counts.
      failures.push(`${name}: ${error instanceof Error ? error.message.slice(0, 120) : String(error)}`);
    }
    simulator.log.clear();
  }
}

/** What is there when nothing happens. */
async function state(): Promise<Readonly<Record<string, number>>> {
  const text = await (await fetch(url.replace('/graphql', '/metrics'))).text();
  const gauge = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
  globalThis.gc?.();
  return {
    'requests in flight': gauge('graphql_requests_in_flight'),
    sockets: gauge('graphql_sockets_open'),
    'pending approvals': gauge('sca_operations_pending'),
    timers: process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length,
    'heap, MB': Math.round(process.memoryUsage().heapUsed / 1_048_576),
  };
}

const workFor = (milliseconds: number, names?: readonly string[]) =>
  Promise.all(Array.from({ length: workers }, () => work(performance.now() + milliseconds, names)));

// Caches are full by then, and code is compiled.
await workFor(Math.min(minutes * 6_000, 60_000));
await pause(3_000);
const before = await state();
await workFor(minutes * 48_000);
await pause(10_000);
const after = await state();
await workFor(minutes * 12_000, leavingNothing);
await pause(3_000);
const last = await state();
console.table(Object.fromEntries(counts));
console.table({ before, 'after everything': after, 'after what leaves nothing for good': last });
console.log(`${failures.length} did not end as planned. ${[...new Set(failures)].slice(0, 5).join(' | ')}`);
const grown = Object.keys(before).filter((name) =>
  name === 'heap, MB' ? last[name]! > after[name]! + 20 : Math.max(after[name]!, last[name]!) > before[name]!,
);
console.log(grown.length === 0 ? 'All is back.' : `More than before: ${grown.join(', ')}`);
process.exit(grown.length + failures.length === 0 ? 0 : 1);
