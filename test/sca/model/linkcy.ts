import { randomUUID } from 'node:crypto';
import type { Scheduler } from 'fast-check';
import { defaultLimits } from '../../../src/config/settings.js';
import { LinkcyNoAnswer, LinkcyUnreachable } from '../../../src/linkcy/error.js';
import { type Transport } from '../../../src/linkcy/http/transport.js';
import type { TransportAnswer, TransportRequest } from '../../../src/linkcy/http/message.js';
import { ScaHeader } from '../../../src/linkcy/endpoints/sca.js';
import { sleep } from '../../../src/sca/clock.js';
import type { SignatureRequired } from '../../../src/sca/result.js';
import type { VirtualClock } from '../virtual-clock.js';

/** What can happen to a write on its way there or back. */
export const faults = ['not sent', 'request lost', 'answer lost', 'answer empty', '502 instead'] as const;
export type Fault = (typeof faults)[number];

/** What can happen to a look. */
export const lookFaults = ['no answer', '502'] as const;
export type LookFault = (typeof lookFaults)[number] | 'slow';
/** A question that is slow to arrive, or an answer. */
const slowMilliseconds = 3_000;

/** A look is given up after that, as the baseline's is: then it has failed, whatever LinkCy was about to say. */
const longestLookMilliseconds = 8_000;

export type Generation = '1.78' | '1.114';

export interface Interaction {
  readonly scaId: string;
  readonly user: string;
  readonly request: TransportRequest;
  /** When the 202 was sent. */
  readonly askedAt: number;
  readonly expiresAt: number;
  decision: 'none' | 'approved' | 'declined';
  consumed: boolean;
  /** LinkCy will refuse the operation itself. */
  refused: boolean;
  /** The operation whose signed request it was asked for. */
  readonly signedFor?: string;
}

/** What the user's device has signed. LinkCy takes it once, for this very request, and for half a minute. */
interface Signature {
  readonly scaId: string;
  readonly request: string;
  readonly madeAt: number;
  used: boolean;
}
export type Signing = 'right' | 'wrong' | 'late';
const signatureMilliseconds = 30_000;

/** A body of this model says whose it is, for no two users ask for the same thing, and what LinkCy shall do with it. */
export interface Body {
  readonly user: string;
  readonly amount: number;
  readonly ttl?: number;
  readonly refused?: boolean;
  /** A card without a name. */
  readonly plain?: boolean;
}

export interface Execution {
  readonly id: string;
  readonly request: string;
  readonly template: string;
  readonly body: Body;
  /** The approval, or the operation that was signed. */
  readonly scaId: string | undefined;
  readonly at: number;
  /** By another channel, which we know nothing of. */
  readonly foreign: boolean;
  readonly declined: boolean;
}

const answer = (status: number, body?: object): TransportAnswer => ({
  status,
  body: Buffer.from(body ? JSON.stringify(body) : ''),
});
const words: Readonly<Record<number, string>> = {
  ...{ 400: 'bad.request', 401: 'unauthorized', 404: 'not.found', 409: 'conflict' },
};
const refusal = (status: number, errorCode?: string, details?: object[]) =>
  answer(status, {
    errorCode,
    details,
    error: `linkcy.${words[status]}`,
    status,
    timestamp: '2026-01-05T09:00:00.123456789Z',
  });

/** Users are told apart by the subject of their token; a token below the valid version has run out. */
export const tokenOf = (user: string, version: number) =>
  `Bearer e30.${Buffer.from(JSON.stringify({ sub: user, iss: 'model', version })).toString('base64url')}.c2ln`;

/**
 * LinkCy as its documentation has it, in both generations. 1.78: an approval is good for one equal request. 1.114: it
 * carries the operation out itself, and a request is a new one, whatever its headers say. A write without an approval is
 * carried out as often as it comes. Order and fate of its messages are the scheduler's.
 */
export class LinkcyModel {
  readonly interactions = new Map<string, Interaction>();
  readonly executions: Execution[] = [];
  readonly validFrom = new Map<string, number>();
  plannedFaults: (Fault | 'slow')[] = [];
  plannedLookFaults: LookFault[] = [];
  /** Until then no write can be sent. */
  outageUntil = 0;
  private readonly signatures = new Map<string, Signature>();
  /** Replays of one scaId under way, the most there ever were, and how many there were in all. */
  private readonly underWay = new Map<string, number>();
  mostUnderWay = 0;
  replays = 0;
  /** Of the one payee that can be changed. */
  private payee = { friendlyName: 'name 0', updateDate: '2026-01-05T09:00:00Z' };

  constructor(
    private readonly scheduler: Scheduler,
    private readonly clock: VirtualClock,
    private readonly traits: Traits,
    private readonly onTimeout: () => void,
  ) {}

  /** The way of a process to LinkCy. `awake` never comes back once the process is dead. */
  transport(awake: () => Promise<void>): Transport {
    return {
      options: { ...defaultLimits, origin: 'http://model' },
      send: (request) => this.send(request, awake),
      close: async () => undefined,
      isCircuitOpen: false,
      load: { inFlight: 0, queued: 0 },
    };
  }

  /** The user approves on the phone. Today's LinkCy carries it out by itself, in its own time. */
  approve(interaction: Interaction): void {
    interaction.decision = 'approved';
    if (this.traits.generation === '1.78') return;
    interaction.consumed = true;
    const { request, scaId, refused } = interaction;
    if (!refused) this.clock.after(this.traits.delay(), () => this.carryOut(request, scaId));
    else if (isTransfer(request.route.template)) this.carryOut(request, scaId, { declined: true });
  }

  /** The user's device signs what it is shown. */
  sign(scaId: string, { method, path, body }: Shown, how: Signing): string {
    const signature = `signature ${this.signatures.size}`;
    const request = how === 'wrong' ? 'something else' : `${method} ${path} ${body ?? ''}`;
    const madeAt = this.clock.now() - (how === 'late' ? signatureMilliseconds : 0);
    this.signatures.set(signature, { scaId, request, madeAt, used: false });
    return signature;
  }

  /** Another channel does the same. */
  twin(request: Pick<TransportRequest, 'method' | 'route' | 'body'>): void {
    this.carryOut(request, undefined, { foreign: true });
  }

  private async send(request: TransportRequest, awake: () => Promise<void>): Promise<TransportAnswer> {
    const name = `${request.method} ${request.route.template}`;
    const isLook = request.method === 'GET';
    const fault = isLook ? undefined : this.nextFault();
    const lookFault = isLook ? this.plannedLookFaults.shift() : undefined;
    const scaId = request.headers['Linkcy-SCA-Id'];
    const sentAt = this.clock.now();
    this.count(scaId, 1);
    try {
      await this.scheduler.schedule(Promise.resolve(), `request ${name}`);
      await awake();
      if (fault === 'not sent') throw new LinkcyUnreachable(name, 'connection');
      if (fault === 'request lost' || lookFault === 'no answer') throw new LinkcyNoAnswer(name, 'timeout');
      if (lookFault === 'slow') await sleep(this.clock, slowMilliseconds);
      const given = this.handle(request);
      if (fault === 'slow') await sleep(this.clock, slowMilliseconds);
      const date = Math.floor(this.clock.now() / 1000) * 1000;
      await this.scheduler.schedule(Promise.resolve(), `answer ${given.status} ${name}`);
      await awake();
      if (isLook && this.clock.now() - sentAt > longestLookMilliseconds) {
        this.onTimeout();
        throw new LinkcyNoAnswer(name, 'timeout');
      }
      if (fault === 'answer lost') throw new LinkcyNoAnswer(name, 'connection lost');
      if (fault === 'answer empty') return answer(201);
      return fault === '502 instead' || lookFault === '502' ? answer(502) : { ...given, date };
    } finally {
      this.count(scaId, -1);
    }
  }

  private nextFault(): Fault | 'slow' | undefined {
    return this.clock.now() < this.outageUntil ? 'not sent' : this.plannedFaults.shift();
  }

  /** The requests of a dead process are gone. */
  forgetUnderWay(): void {
    this.underWay.clear();
  }

  private count(scaId: string | undefined, change: number): void {
    if (scaId === undefined) return;
    if (change > 0) this.replays += 1;
    const now = Math.max((this.underWay.get(scaId) ?? 0) + change, 0);
    this.underWay.set(scaId, now);
    this.mostUnderWay = Math.max(this.mostUnderWay, now);
  }

  private handle(request: TransportRequest): TransportAnswer {
    const user = this.userOf(request.headers.authorization);
    if (user === undefined) return refusal(401);
    if (request.method === 'GET') return this.look(request, user);
    const scaId = this.traits.generation === '1.78' ? request.headers['Linkcy-SCA-Id'] : undefined;
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
    const { ttl: asked, refused = false } = bodyOf(request);
    const { generation, seconds, asksAnyway } = this.traits;
    const isOlder = generation === '1.78';
    const signature = this.signatures.get(request.headers[ScaHeader.signature] ?? '');
    if (signature !== undefined && !asksAnyway) {
      if (isOlder) return refusal(400, undefined, [{ field: ScaHeader.strategy, message: 'is not known' }]);
      const isInTime = this.clock.now() < signature.madeAt + signatureMilliseconds;
      if (signature.used || !isInTime || signature.request !== keyOf(request)) {
        return refusal(401, 'SCA_SIGNATURE_DOES_NOT_MATCH');
      }
      signature.used = true;
    }
    if (asked === undefined || (signature !== undefined && !asksAnyway)) {
      return refused ? refusal(409, 'LEDGER_MUST_BE_ACTIVE') : this.carryOut(request, signature?.scaId);
    }
    const ttl = isOlder ? asked : seconds;
    const scaId = randomUUID();
    const askedAt = this.clock.now();
    this.interactions.set(scaId, {
      ...{ scaId, user, request, askedAt, expiresAt: askedAt + ttl * 1000 },
      ...{ decision: 'none', consumed: false, refused, signedFor: signature?.scaId },
    });
    const duration = { seconds: ttl, nano: 0, zero: false, negative: false, ...(isOlder ? {} : { positive: true }) };
    return answer(202, { scaId, ttl: duration, scaDeviceId: 'device' });
  }

  private replay(request: TransportRequest, user: string, scaId: string): TransportAnswer {
    const interaction = this.interactions.get(scaId);
    if (interaction?.user !== user) return refusal(404, 'SCA_INTERACTION_NOT_FOUND');
    if (keyOf(interaction.request) !== keyOf(request)) return refusal(409, 'SCA_INTERACTION_DOES_NOT_MATCH');
    if (interaction.consumed) {
      const code = this.traits.businessFirst ? 'BENEFICIARY_ALREADY_EXISTS' : 'SCA_INTERACTION_ALREADY_CONSUMED';
      return refusal(409, code);
    }
    const expired = interaction.decision === 'none' && this.clock.now() >= interaction.expiresAt;
    if (expired || interaction.decision === 'declined') return refusal(409, 'SCA_INTERACTION_DECLINED');
    if (interaction.decision === 'none') return refusal(409, 'SCA_INTERACTION_NOT_COMPLETED');
    if (interaction.refused) return refusal(409, 'LEDGER_MUST_BE_PROVISIONED');
    interaction.consumed = true;
    return this.carryOut(request, scaId);
  }

  private carryOut(
    request: Pick<TransportRequest, 'method' | 'route' | 'body'>,
    scaId: string | undefined,
    { foreign = false, declined = false } = {},
  ): TransportAnswer {
    const id = randomUUID();
    const at = this.clock.now();
    const { template } = request.route;
    this.executions.push({
      id,
      request: keyOf(request),
      template,
      body: bodyOf(request),
      scaId,
      at,
      foreign,
      declined,
    });
    if (request.method !== 'PATCH') return answer(201, { id });
    this.payee = { friendlyName: nameOf(bodyOf(request)), updateDate: this.textOf(at) };
    return answer(200, { id: request.route.path.split('/').at(-1) });
  }

  private look({ route: { template }, search }: TransportRequest, user: string): TransportAnswer {
    if (template.endsWith('/beneficiaries/{id}')) {
      return answer(200, {
        ...payeeOf({ amount: 0 }),
        ...this.payee,
        id: changedPayee,
        creationDate: this.payee.updateDate,
      });
    }
    const ledgerId = new URLSearchParams(search).get('ledgerId');
    const rows = this.executions
      .filter(({ body }) => ledgerId === null || ledgerOf(body) === ledgerId)
      .filter(
        ({ body }) => body.user === user || (ledgerOf(body) === ledgers.shared && !template.endsWith('/beneficiaries')),
      )
      .flatMap((one) => this.rowOf(one, template))
      .reverse();
    return answer(200, { content: rows, totalElements: rows.length, page: 0, pageSize: 100 });
  }

  private rowOf({ template, id, body, at, declined }: Execution, list: string): object[] {
    const row = { id, creationDate: this.textOf(at) };
    const status = declined ? 'DECLINED' : 'APPROVED';
    if (isTransfer(template) && list.endsWith('/transactions')) return [{ ...transactionOf(body), ...row, status }];
    if (template.endsWith('/cards') && list.endsWith('/cards')) return [{ ...cardOf(body), ...row }];
    if (template.endsWith('/beneficiaries') && list.endsWith('/beneficiaries')) {
      return [{ ...payeeOf(body), ...row, updateDate: row.creationDate }];
    }
    return [];
  }

  /** Whole seconds, or nanoseconds. */
  private textOf(milliseconds: number): string {
    const text = new Date(milliseconds).toISOString();
    return this.traits.wholeSeconds ? `${text.slice(0, 19)}Z` : `${text.slice(0, 23)}456789Z`;
  }
}

/** What LinkCy leaves open, or has as it likes. */
export interface Traits {
  readonly generation: Generation;
  /** 1.78: whether what was carried out is in its own way, and LinkCy says so before it looks at the approval. */
  readonly businessFirst: boolean;
  /** 1.114: how long the user has. */
  readonly seconds: number;
  /** 1.114: milliseconds between an approval and what it carries out. */
  readonly delay: () => number;
  readonly wholeSeconds: boolean;
  /** It asks for an approval in spite of a signature. */
  readonly asksAnyway: boolean;
}

/** What is to be signed. */
type Shown = Pick<SignatureRequired, 'method' | 'path' | 'body'>;

type Sent = Pick<TransportRequest, 'method' | 'route' | 'body'>;

const keyOf = ({ method, route, body }: Sent) => `${method} ${route.path} ${body ?? ''}`;
const bodyOf = ({ body }: Pick<Sent, 'body'>) => JSON.parse(body ?? '{}') as Body;
const isTransfer = (template: string) => template.endsWith('/inter-ledger');

export const changedPayee = '33333333-3333-4333-8333-333333333333';
export const profile = '44444444-4444-4444-8444-444444444444';
const someUser = '55555555-5555-4555-8555-555555555555';

export const ledgers = {
  ada: '11111111-1111-4111-8111-111111111111',
  bob: '11111111-1111-4111-8111-222222222222',
  shared: '11111111-1111-4111-8111-333333333333',
  to: '22222222-2222-4222-8222-222222222222',
} as const;

/** What is asked for with the highest amount concerns a ledger that both users see. */
export const sharedAmount = 3;
export const ledgerOf = ({ user, amount }: Pick<Body, 'user' | 'amount'>): string =>
  amount === sharedAmount ? ledgers.shared : user === 'ada' ? ledgers.ada : ledgers.bob;
export const nameOf = ({ amount }: Pick<Body, 'amount'>) => `name ${amount}`;
export const ibanOf = ({ user, amount }: Pick<Body, 'user' | 'amount'>) => `FR76 ${user} ${amount}`;

const transactionOf = (body: Body) => ({
  ...{ type: 'INTER_LEDGER', paymentType: 'MONEY_TRANSFER', amount: body.amount, currency: 'EUR' },
  ...{ sender: { ledgerId: ledgerOf(body) }, receiver: { ledgerId: ledgers.to } },
});

const cardOf = (body: Body) => ({
  ...{ endUserId: someUser, ledgerId: ledgerOf(body), profile: { id: profile, name: 'Everyday' } },
  ...{ friendlyName: body.plain ? null : nameOf(body), type: 'VIRTUAL', status: 'ACTIVE' },
});

const payeeOf = (body: Pick<Body, 'amount'> & Partial<Body>) => ({
  ...{ endUserId: someUser, name: 'Rosa Blum', type: 'INDIVIDUAL', status: 'ACTIVE', active: true, display: true },
  ...{ accountType: 'SEPA', iban: ibanOf({ user: body.user ?? '', amount: body.amount }) },
});
