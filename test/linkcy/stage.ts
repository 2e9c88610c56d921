import { defaultLimits } from '../../src/config/settings.js';
import { LinkcyClient, type Caller } from '../../src/linkcy/client.js';
import { ledgers, type LedgerListElement } from '../../src/linkcy/endpoints/ledgers.js';
import type { Page } from '../../src/linkcy/json/page.js';
import { transactionWrites } from '../../src/linkcy/endpoints/transactions.js';
import {
  createTransport,
  type CallReport,
  type Transport,
  type TransportOptions,
} from '../../src/linkcy/http/transport.js';
import { startSimulator, type Simulator } from '../../src/simulator/simulator.js';
import { startFaultProxy, type FaultProxy, type FaultProxyOptions } from '../support/banks/fault-proxy.js';

export const readRoute = 'GET /api/partner/ledgers';
export const writeRoute = 'POST /api/partner/transactions/inter-ledger';

/** Retries that a test need not wait for; what ends a call by time is given by the tests of it. */
const quick = {
  connectTimeoutMilliseconds: 30_000,
  readTimeoutMilliseconds: 30_000,
  writeTimeoutMilliseconds: 30_000,
  shortestRetryDelayMilliseconds: 2,
  longestRetryDelayMilliseconds: 10,
};

export interface Linkcy {
  /** A client of a caller of its own. */
  readonly client: (caller?: Partial<Caller>) => LinkcyClient;
  readonly transport: Transport;
  /** Every call that the transport reported. */
  readonly reports: readonly CallReport[];
}

/** The simulator behind the fault proxy, and as many transports as a test wants in front of it. */
export interface Stage {
  readonly simulator: Simulator;
  readonly proxy: FaultProxy;
  readonly token: string;
  linkcy(options?: Partial<TransportOptions>): Linkcy;
  /** Requests of a route that reached the simulator since the last `reset`. */
  reached(route: string): number;
  /** All is well again, and nothing is remembered. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

export async function openStage(options: Partial<FaultProxyOptions> = {}): Promise<Stage> {
  const simulator = await startSimulator();
  const proxy = await startFaultProxy({ upstream: simulator.url, dripMilliseconds: 20, retryAfter: '0', ...options });
  const token = simulator.demoToken();
  let transports: Transport[] = [];
  const closeTransports = async () => {
    await Promise.all(transports.map((transport) => transport.close()));
    transports = [];
  };
  return {
    simulator,
    proxy,
    token,
    linkcy(own = {}) {
      const reports: CallReport[] = [];
      const onCall = (report: CallReport) => void reports.push(report);
      const transport = createTransport({ ...defaultLimits, ...quick, origin: proxy.url, onCall, ...own });
      transports.push(transport);
      const client = (caller: Partial<Caller> = {}) =>
        new LinkcyClient(transport, { authorization: `Bearer ${token}`, requestId: 'request-1', ...caller });
      return { transport, client, reports };
    },
    reached: (route) => simulator.log.count(route),
    async reset() {
      await proxy.clear();
      await closeTransports();
      simulator.faults.clear();
      simulator.log.clear();
    },
    async close() {
      await closeTransports();
      await proxy.close();
      await simulator.close();
    },
  };
}

/** A read as the graph makes it. */
export function read(client: LinkcyClient, pageSize = 2): Promise<Page<LedgerListElement>> {
  return ledgers(client).list({}, { page: 0, pageSize, sortAttribute: 'CREATION_DATE', sortDirection: 'DESC' });
}

/** Moves one euro between two ledgers of the demo bank; LinkCy asks nobody for so little. Gives LinkCy's answer. */
export async function write(stage: Stage, client: LinkcyClient, reference?: string): Promise<unknown> {
  const request = transactionWrites.interLedgerTransfer({ ...twoLedgers(stage.simulator), amount: 1, reference });
  return client.write(request);
}

function twoLedgers({ store }: Simulator): { readonly ledgerFromId: string; readonly ledgerToId: string } {
  const inEuros = [...store.ledgers.all()].filter(({ status, currency }) => status === 'ACTIVE' && currency === 'EUR');
  const byWealth = inEuros.sort((one, other) => Number(other.availableAmount) - Number(one.availableAmount));
  const [from, to] = byWealth;
  if (from === undefined || to === undefined) throw new Error('The demo bank needs two active ledgers in euros.');
  return { ledgerFromId: from.id, ledgerToId: to.id };
}

/** The error that a promise ends with. Throws where it ends well. */
export async function failureOf(promise: Promise<unknown>): Promise<Error & { readonly reason?: string }> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('This was expected to fail.');
}
