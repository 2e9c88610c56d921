import { randomUUID } from 'node:crypto';
import type { Scheduler } from 'fast-check';
import { LinkcyNoAnswer, LinkcyUnreachable } from '../../../src/linkcy/error.js';
import {
  defaultTransportOptions,
  type Transport,
  type TransportAnswer,
  type TransportRequest,
} from '../../../src/linkcy/http/transport.js';
import type { VirtualClock } from '../virtual-clock.js';

/** What can happen to a write on its way there or back. */
export const faults = ['not sent', 'request lost', 'answer lost', 'answer empty', '502 instead'] as const;
export type Fault = (typeof faults)[number];

export interface Interaction {
  readonly scaId: string;
  readonly user: string;
  readonly request: string;
  readonly expiresAt: number;
  decision: 'none' | 'approved' | 'declined';
  consumed: boolean;
  /** LinkCy will refuse the operation itself. */
  refused: boolean;
}

export interface Execution {
  readonly id: string;
  readonly request: string;
  readonly body: string;
  readonly scaId: string | undefined;
  readonly at: number;
}

const answer = (status: number, body?: object): TransportAnswer => ({
  status,
  body: Buffer.from(body ? JSON.stringify(body) : ''),
});
const words: Readonly<Record<number, string>> = { 401: 'unauthorized', 404: 'not.found', 409: 'conflict' };
const refusal = (status: number, errorCode?: string) =>
  answer(status, { errorCode, error: `linkcy.${words[status]}`, status, timestamp: '2026-01-05T09:00:00.123456789Z' });

/** Users are told apart by the subject of their token; a token below the valid version has run out. */
export const tokenOf = (user: string, version: number) =>
  `Bearer e30.${Buffer.from(JSON.stringify({ sub: user, iss: 'model', version })).toString('base64url')}.c2ln`;

/**
 * LinkCy as its documentation has it: an approval is asked for where the body says so, is good for one equal request, and
 * a write without one is carried out as often as it comes. Order and fate of its messages are the scheduler's.
 */
export class LinkcyModel {
  readonly interactions = new Map<string, Interaction>();
  readonly executions: Execution[] = [];
  readonly validFrom = new Map<string, number>();
  plannedFaults: Fault[] = [];
  /** Until then no write can be sent. */
  outageUntil = 0;
  /** Replays of one scaId under way, and the most there ever were. */
  private readonly underWay = new Map<string, number>();
  mostUnderWay = 0;

  constructor(
    private readonly scheduler: Scheduler,
    private readonly clock: VirtualClock,
    /** Whether what was carried out is in its own way, and LinkCy says so before it looks at the approval. */
    private readonly businessFirst: boolean,
  ) {}

  /** The way of a process to LinkCy. `awake` never comes back once the process is dead. */
  transport(awake: () => Promise<void>): Transport {
    return {
      options: { ...defaultTransportOptions, origin: 'http://model' },
      send: (request) => this.send(request, awake),
      close: async () => undefined,
      isCircuitOpen: false,
    };
  }

  private async send(request: TransportRequest, awake: () => Promise<void>): Promise<TransportAnswer> {
    const name = `${request.method} ${request.route.template}`;
    const fault = request.method === 'GET' ? undefined : this.nextFault();
    const scaId = request.headers['Linkcy-SCA-Id'];
    this.count(scaId, 1);
    try {
      await this.scheduler.schedule(Promise.resolve(), `request ${name}`);
      await awake();
      if (fault === 'not sent') throw new LinkcyUnreachable(name, 'connection');
      if (fault === 'request lost') throw new LinkcyNoAnswer(name, 'timeout');
      const given = this.handle(request);
      const date = Math.floor(this.clock.now() / 1000) * 1000;
      await this.scheduler.schedule(Promise.resolve(), `answer ${given.status} ${name}`);
      await awake();
      if (fault === 'answer lost') throw new LinkcyNoAnswer(name, 'connection lost');
      if (fault === 'answer empty') return answer(201);
      return fault === '502 instead' ? answer(502) : { ...given, date };
    } finally {
      this.count(scaId, -1);
    }
  }

  private nextFault(): Fault | undefined {
    return this.clock.now() < this.outageUntil ? 'not sent' : this.plannedFaults.shift();
  }

  /** The requests of a dead process are gone. */
  forgetUnderWay(): void {
    this.underWay.clear();
  }

  private count(scaId: string | undefined, change: number): void {
    if (scaId === undefined) return;
    const now = Math.max((this.underWay.get(scaId) ?? 0) + change, 0);
    this.underWay.set(scaId, now);
    this.mostUnderWay = Math.max(this.mostUnderWay, now);
  }

  private handle(request: TransportRequest): TransportAnswer {
    const user = this.userOf(request.headers.authorization);
    if (user === undefined) return refusal(401);
    if (request.method === 'GET') return this.list(request.route.template);
    const scaId = request.headers['Linkcy-SCA-Id'];
    return scaId === undefined ? this.first(request, user) : this.replay(request, user, scaId);
  }

  private userOf(authorization: string | undefined): string | undefined {
    const payload = authorization?.split('.')[1] ?? '';
    const { sub, version } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as {
      sub: string;
      version: number;
    };
    return version >= (this.validFrom.get(sub) ?? 0) ? sub : undefined;
  }

  private first(request: TransportRequest, user: string): TransportAnswer {
    const { ttl, refused } = JSON.parse(request.body ?? '{}') as { ttl?: number; refused?: boolean };
    if (ttl === undefined) return refused ? refusal(409, 'LEDGER_MUST_BE_ACTIVE') : this.carryOut(request, undefined);
    const scaId = randomUUID();
    const expiresAt = this.clock.now() + ttl * 1000;
    this.interactions.set(scaId, {
      ...{ scaId, user, request: keyOf(request), expiresAt },
      ...{ decision: 'none', consumed: false, refused: refused === true },
    });
    return answer(202, { scaId, ttl: { seconds: ttl, nano: 0, zero: false, negative: false }, scaDeviceId: 'device' });
  }

  private replay(request: TransportRequest, user: string, scaId: string): TransportAnswer {
    const interaction = this.interactions.get(scaId);
    if (interaction?.user !== user) return refusal(404, 'SCA_INTERACTION_NOT_FOUND');
    if (interaction.request !== keyOf(request)) return refusal(409, 'SCA_INTERACTION_DOES_NOT_MATCH');
    if (interaction.consumed) {
      return refusal(409, this.businessFirst ? 'BENEFICIARY_ALREADY_EXISTS' : 'SCA_INTERACTION_ALREADY_CONSUMED');
    }
    const expired = interaction.decision === 'none' && this.clock.now() >= interaction.expiresAt;
    if (expired || interaction.decision === 'declined') return refusal(409, 'SCA_INTERACTION_DECLINED');
    if (interaction.decision === 'none') return refusal(409, 'SCA_INTERACTION_NOT_COMPLETED');
    if (interaction.refused) return refusal(409, 'LEDGER_MUST_BE_PROVISIONED');
    interaction.consumed = true;
    return this.carryOut(request, scaId);
  }

  private carryOut(request: TransportRequest, scaId: string | undefined): TransportAnswer {
    const id = randomUUID();
    const body = request.body ?? '';
    this.executions.push({ id, request: keyOf(request), body, scaId, at: this.clock.now() });
    if (request.method !== 'PATCH') return answer(201, { id });
    return answer(200, { id: request.route.path.split('/').at(-1) });
  }

  private list(template: string): TransportAnswer {
    const transfers = this.executions.filter(({ request }) => request.includes('/inter-ledger'));
    const rows = template.endsWith('/transactions') ? transfers.map(transactionOf).reverse() : [];
    return answer(200, { content: rows, totalElements: rows.length, page: 0, pageSize: 100 });
  }
}

function keyOf({ method, route, body }: TransportRequest): string {
  return `${method} ${route.path} ${body ?? ''}`;
}

export const ledgers = {
  from: '11111111-1111-4111-8111-111111111111',
  to: '22222222-2222-4222-8222-222222222222',
} as const;

function transactionOf({ id, body, at }: Execution): object {
  const { amount } = JSON.parse(body || '{}') as { amount?: number };
  return {
    ...{ id, type: 'INTER_LEDGER', amount, creationDate: new Date(at).toISOString() },
    ...{ sender: { ledgerId: ledgers.from }, receiver: { ledgerId: ledgers.to } },
  };
}
