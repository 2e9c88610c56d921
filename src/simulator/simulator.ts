import type { AddressInfo } from 'node:net';
import { SettableClock } from './clock.js';
import type { TieOrder } from './http/collection.js';
import { controlRoutes } from './control/control.js';
import { deviceRoutes } from './device/page.js';
import { Executions } from './control/executions.js';
import { Faults } from './control/faults.js';
import { Hooks, type RequestHook } from './control/hooks.js';
import { SimulatorLog } from './control/log.js';
import type { NameOrder } from './http/name-order.js';
import { Router } from './http/router.js';
import { apiRoutes, linkedRoutes } from './http/routes.js';
import { Samples } from './http/samples.js';
import { scaControlRoutes } from './sca/control.js';
import { deviceFor } from './sca/device-for.js';
import { defaultGeneration, type Generation } from './sca/generation.js';
import { Sca } from './sca/sca.js';
import { demo } from './seed/demo.js';
import { exampleTransfer, type ExampleTransfer } from './seed/example-transfer.js';
import { Random } from './seed/random.js';
import { Secrets } from './authentication/secrets.js';
import { seedStore } from './seed/seed.js';
import { createSimulatorServer } from './http/server.js';
import type { DateBounds, Simulation } from './control/simulation.js';
import { Store } from './store.js';
import { TokenIssuer } from './authentication/tokens.js';
import { transferOutcomeRoutes } from './transactions/outcome-control.js';
import { PlannedOutcomes } from './transactions/planned-outcomes.js';
import { Transitions } from './transactions/transitions.js';

export interface SimulatorOptions {
  /** 0 takes any free port. */
  readonly port?: number;
  readonly host?: string;
  /** The simulator's time in epoch milliseconds. */
  readonly now?: () => number;
  /** 'bank' is the demo bank; 'empty' has only the accounts of the demo partner. */
  readonly seed?: 'bank' | 'empty';
  /** Which LinkCy is played: how an approved operation ends. */
  readonly generation?: Generation;
  readonly dateBounds?: DateBounds;
  readonly ties?: TieOrder;
  readonly names?: NameOrder;
  readonly accessTokenSeconds?: number;
  readonly refreshTokenSeconds?: number;
  /** How long a card is CLOSING and the like; 0: until the next request. */
  readonly transitionMilliseconds?: number;
}

/** A running local LinkCy. */
export interface Simulator {
  /** For instance "http://127.0.0.1:4010". */
  readonly url: string;
  readonly port: number;
  readonly log: SimulatorLog;
  readonly store: Store;
  readonly clock: SettableClock;
  readonly faults: Faults;
  readonly tokens: TokenIssuer;
  /** The users' phones: what waits for approval, and how approvals are asked for. */
  readonly sca: Sca;
  /** How often each write was carried out. */
  readonly executions: Executions;
  /** Delayed state changes, and their delay. */
  readonly transitions: Transitions;
  /** Transfers that are taken and then declined, or kept pending: planned for the next ones. */
  readonly transfers: PlannedOutcomes;
  /** Complete rows to insert. */
  readonly samples: Samples;
  /**
   * Awaits a function before each request of a route ("GET /api/partner/cards", "*") is handled. Returns a function
   * that removes it.
   */
  onRequest(route: string, hook: RequestHook): () => void;
  /** As `onRequest`, but when the request has been executed and its response is about to be sent. */
  onAnswer(route: string, hook: RequestHook): () => void;
  /** A token of the demo partner that is valid for 30 days. */
  demoToken(): string;
  /** A transfer to try; undefined if none is possible. */
  exampleTransfer(): ExampleTransfer | undefined;
  /** Closes all connections, including those that wait for a response. */
  close(): Promise<void>;
}

const hour = 3_600;

/** Starts a local LinkCy that serves its REST API over HTTP. Rejects if the port is not available. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const { port = 0, host = '127.0.0.1', now = Date.now, dateBounds = 'inclusive' } = options;
  const clock = new SettableClock(now);
  const store = new Store({ ties: options.ties ?? 'insertion', names: options.names ?? 'dictionary' });
  const { accessTokenSeconds: accessSeconds = hour, refreshTokenSeconds: refreshSeconds = 30 * 24 * hour } = options;
  const tokens = new TokenIssuer(clock, { secret: demo.secret, accessSeconds, refreshSeconds }, demo.partnerCaller);
  seedStore(store, options.seed ?? 'bank');
  const api = new Router(apiRoutes);
  const executions = new Executions();
  const transitions = new Transitions(clock, options.transitionMilliseconds ?? 0);
  const transfers = new PlannedOutcomes();
  const { generation = defaultGeneration } = options;
  const sca = new Sca({ clock, transitions, generation, deviceFor: (request) => deviceFor(api, simulation, request) });
  const simulation: Simulation = {
    ...{ store, clock, tokens, dateBounds, sca, executions, transitions, transfers },
    passwordSecrets: new Secrets(clock, 5 * 60_000),
    emailLinks: new Secrets(clock, 48 * hour * 1000),
    documentLinks: new Secrets(clock, 15 * 60_000),
  };

  const log = new SimulatorLog();
  const faults = new Faults(api);
  const hooks = { request: new Hooks(api), answer: new Hooks(api) };
  hooks.request.add('*', () => transitions.makeDueChanges());
  const samples = new Samples(new Random(1), clock);
  const control = new Router([
    ...controlRoutes({ log, faults, samples, further: [...scaControlRoutes, ...transferOutcomeRoutes] }),
    ...deviceRoutes,
    ...linkedRoutes,
  ]);
  const server = createSimulatorServer({ simulation, api, control, log, faults, hooks });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const boundPort = isAddress(address) ? address.port : port;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${boundPort}`,
    port: boundPort,
    log,
    store,
    clock,
    faults,
    tokens,
    sca,
    executions,
    transitions,
    transfers,
    samples,
    onRequest: (route, hook) => hooks.request.add(route, hook),
    onAnswer: (route, hook) => hooks.answer.add(route, hook),
    exampleTransfer: () => exampleTransfer(store),
    demoToken: () => tokens.partner(30 * 24 * hour),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function isAddress(address: AddressInfo | string | null): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}
