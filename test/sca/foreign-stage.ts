import { defaultLimits } from '../../src/config/settings.js';
import { createServer, type Server } from '../../src/server/server.js';
import type { Generation } from '../../src/simulator/sca/generation.js';
import { startSimulator, type Simulator } from '../../src/simulator/simulator.js';
import { startAnsweringProxy, type AnsweringProxy, type ForeignAnswer } from '../support/banks/answering-proxy.js';
import { insertTrialBank, type TrialBank } from '../support/banks/trial-bank.js';
import { apiAt, type Api } from '../proofs/cells/stage.js';

export const timestamp = '2026-01-05T09:00:00.123456789Z';
const html = '<html><body>Request blocked</body></html>';

/** What an ingress, a firewall or a gateway says where LinkCy should be heard. */
export const foreignAnswers: Readonly<Record<string, ForeignAnswer>> = {
  '400 without a body': { status: 400, text: '' },
  '401 of a gateway': { status: 401, body: { message: 'Unauthorized' } },
  '403 of a firewall': { status: 403, text: html },
  '404 of an ingress': { status: 404, text: 'default backend - 404' },
  '404 of Spring Boot': { status: 404, body: { timestamp, status: 404, error: 'Not Found', path: '/api' } },
  '405': { status: 405, text: 'Method Not Allowed' },
  '409': { status: 409, text: 'Conflict' },
  '413': { status: 413, text: html },
  '421': { status: 421, text: '' },
  '429 of a gateway': { status: 429, text: 'slow down', headers: { 'retry-after': '1' } },
  '499': { status: 499, text: '' },
  '502 of a gateway': { status: 502, text: html },
  'a redirect': { status: 302, text: '', headers: { location: 'https://login.example' } },
  'maintenance under 200': { status: 200, body: { message: 'Service under maintenance' } },
  '{} under 200': { status: 200, body: {} },
  'an error under 200': { status: 200, body: { error: 'linkcy.conflict', status: 409, timestamp } },
  'another id under 200': { status: 200, body: { id: '7a1d1fd0-7a41-4f0f-8a61-0a4f8f4b8a22' } },
  '204': { status: 204, text: '' },
  'an empty 201': { status: 201, text: '' },
};

/** LinkCy behind something that can answer in its place. */
export interface ForeignStage {
  readonly simulator: Simulator;
  readonly proxy: AnsweringProxy;
  readonly api: Api;
  /** A bank of its own, whose approvals are always asked for. */
  newBank(): TrialBank;
  /** A transfer that waits: its scaId. */
  pending(bank: TrialBank, token?: string): Promise<string>;
  close(): Promise<void>;
}

export async function startForeignStage(generation: Generation): Promise<ForeignStage> {
  const simulator = await startSimulator({ seed: 'empty', generation });
  simulator.sca.configure({ required: 'always' });
  const proxy = await startAnsweringProxy(simulator.url);
  // Failures that are meant open no circuit.
  const limits = { ...defaultLimits, circuitMinCalls: 1_000_000 };
  const server: Server = await createServer({
    ...{ host: '127.0.0.1', port: 0, linkcyUrl: proxy.url, development: true, sandbox: true, limits },
  });
  const api = apiAt(server.url);
  return {
    ...{ simulator, proxy, api },
    newBank: () => insertTrialBank(simulator),
    async pending(bank, token = bank.ownerToken) {
      const { scaId, __typename, code } = await api.mutate(token, transfer, inputOf(bank));
      if (scaId === undefined) throw new Error(`not pending: ${__typename} ${code}`);
      return scaId;
    },
    async close() {
      await api.close();
      await server.close();
      await proxy.close();
      await simulator.close();
    },
  };
}

export const transfer = { mutation: 'createTransfer', payload: 'TransactionPayload' } as const;
export const inputOf = ({ ledger, payee }: TrialBank) => ({
  ...{ ledgerFromId: ledger.id, beneficiaryId: payee.id, amount: '120.10', reference: 'Rent' },
});
