import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Generation } from '../../../src/simulator/sca/generation.js';
import { linkcyError } from '../../support/banks/linkcy-error.js';
import { startTokenProxy, type TokenProxy } from '../../support/banks/token-proxy.js';
import { steps, wallClock } from '../../support/wall-clock.js';
import { startDeployment, type Deployment, type Member } from '../store/redis/deployment.js';
import { ownerAt, type Owner, type Result } from '../store/redis/owner.js';
import { endOf, executionsOf, inputOf, named, scaIdOf, writes, type Mutation, type Outcome } from './outcome.js';

/** What happens around an operation that the user approves: to its tokens, to clocks, to the store. */
export interface SessionCase {
  readonly generation: Generation;
  readonly event: SessionEvent;
  readonly mutation: Mutation;
}

const lists = {
  createTransfer: 'GET /api/partner/transactions',
  addBeneficiary: 'GET /api/partner/beneficiaries',
} as const;

const done = { told: ['COMPLETED'], executions: 1 };
/** The approval carries it out, and a row made after the loss may be its own or another channel's. */
const lost = {
  '1.114': { told: ['OutcomeUnknown ONE_ALIKE_SINCE', 'COMPLETED'], executions: 1 },
  '1.78': { told: ['OutcomeUnknown OUTCOME_UNKNOWN', 'OutcomeUnknown APPROVAL_MAY_CARRY_OUT'], executions: 0 },
};
const always = { '1.114': done, '1.78': done };

/** What the owner must be told at last, and how often it must have been carried out. */
const expected = {
  "LinkCy's 401 to the write, once": always,
  "LinkCy's 401 to a look or a replay, once": always,
  'token renewed, and the old one revoked': always,
  'token revoked, the owner comes back later': always,
  // The older one would have had to be asked in time, and there was nothing to ask with.
  'token revoked, the owner comes back after the end': {
    '1.114': done,
    '1.78': { told: ['EXPIRED SCA_INTERACTION_EXPIRED'], executions: 0 },
  },
  'wall clock set an hour forward': always,
  'wall clock set an hour back': always,
  'a 202 that cannot be kept': lost,
} as const satisfies Record<string, Record<Generation, { told: readonly string[]; executions: number }>>;
export type SessionEvent = keyof typeof expected;

export const sessionCases: readonly SessionCase[] = (['1.114', '1.78'] as const).flatMap((generation) =>
  (Object.keys(expected) as SessionEvent[]).flatMap((event) =>
    (['createTransfer', 'addBeneficiary'] as const).map((mutation) => ({ generation, event, mutation })),
  ),
);

/** A whole deployment of its own, because what is faulty is so for everybody: one case after the other. */
export class SessionFaults {
  private cases = 0;

  private constructor(
    private readonly deployment: Deployment,
    private readonly proxy: TokenProxy,
    private readonly member: Member,
  ) {}

  static async start(generation: Generation): Promise<SessionFaults> {
    const deployment = await startDeployment({ generation });
    const proxy = await startTokenProxy(deployment.bank.simulator.url);
    const settings = { LINKCY_URL: proxy.url, LINKCY_CIRCUIT_MIN_CALLS: '10000', SOCKETS_PER_PRINCIPAL: '1000' };
    return new SessionFaults(deployment, proxy, await deployment.start({ ...settings, ...wallClock() }));
  }

  async close(): Promise<void> {
    await this.deployment.close();
    await this.proxy.close();
  }

  async tried({ generation, event, mutation }: SessionCase): Promise<Outcome> {
    const { simulator, owner, ownerToken } = this.deployment.bank;
    const mark = `Event ${(this.cases += 1)}.`;
    const tokens = [0, 1].map(() => tokenOf(owner.id));
    for (const token of tokens) this.proxy.know(token, ownerToken);
    const [first, renewed] = tokens.map((token) => ownerAt(this.member.instance.url, token)) as [Owner, Owner];
    const send = (as: Owner) => as.mutate(mutation, inputOf(this.deployment.bank, mutation, mark, '7.00'));
    const revoke = () => this.proxy.know(tokens[0] ?? '', 'revoked');
    simulator.sca.configure({ required: 'always', ttlSeconds: event.endsWith('after the end') ? 2 : 300 });

    const played = async (): Promise<Result> => {
      if (event === "LinkCy's 401 to the write, once") {
        simulator.faults.once(writes[mutation], linkcyError(401));
        const told = await send(first).catch(String);
        if (!JSON.stringify(told).includes('UNAUTHENTICATED')) throw new Error(`told ${JSON.stringify(told)}`);
      }
      if (event === 'a 202 that cannot be kept') return this.unkept(() => send(first), mark);
      const { scaId, ...told } = await send(first);
      if (scaId === undefined) throw new Error(`not pending: ${JSON.stringify(told)}`);
      const approve = () => void simulator.sca.approve(scaId);
      switch (event) {
        case "LinkCy's 401 to the write, once":
          approve();
          return first.completed(scaId);
        case "LinkCy's 401 to a look or a replay, once":
          simulator.faults.once(generation === '1.114' ? lists[mutation] : writes[mutation], linkcyError(401));
          approve();
          return first.completed(scaId);
        case 'token renewed, and the old one revoked': {
          const ended = renewed.completed(scaId);
          revoke();
          await wait(500);
          approve();
          return ended;
        }
        case 'token revoked, the owner comes back later':
          revoke();
          await wait(1_000);
          approve();
          await wait(3_000);
          return renewed.completed(scaId);
        case 'token revoked, the owner comes back after the end':
          revoke();
          approve();
          await wait(9_000);
          return renewed.completed(scaId);
        case 'wall clock set an hour forward':
        case 'wall clock set an hour back': {
          const ended = first.completed(scaId);
          steps[event.endsWith('forward') ? 'an hour forward' : 'an hour back'](this.member.instance.pid);
          await wait(1_500);
          approve();
          return ended;
        }
      }
    };
    try {
      const tooLate = wait(60_000).then(() => Promise.reject(new Error('it has come to no end')));
      const result = await Promise.race([played(), tooLate]);
      const executions = executionsOf(simulator, mark);
      const told = endOf(result);
      const problems: string[] = [];
      const must = expected[event][generation];
      if (!must.told.some((one) => one === told)) problems.push(`told ${told}`);
      if (executions !== must.executions) problems.push(`carried out ${executions} times`);
      if (told === 'COMPLETED' && named(simulator, result) !== mark) problems.push('another object was shown');
      await send(renewed);
      if (executionsOf(simulator, mark) !== executions) problems.push('a repeat with the same key was carried out');
      return { told, executions, problems };
    } catch (error) {
      return { told: 'nothing', executions: executionsOf(simulator, mark), problems: [String(error)] };
    } finally {
      simulator.faults.clear();
      // No later operation of hers may find a good token of an earlier one.
      for (const token of tokens) this.proxy.know(token, 'revoked');
      await Promise.all([first.close(), renewed.close()]);
    }
  }

  /** Redis fails when the 202 is to be kept; the user approves all the same, and the owner asks again. */
  private async unkept(send: () => Promise<Result>, mark: string): Promise<Result> {
    const { simulator } = this.deployment.bank;
    const { proxy } = this.member;
    const stop = proxy.before('add', () => {
      proxy.cut();
      return new Promise<void>(() => {});
    });
    const told = endOf(await send());
    stop();
    if (told !== 'OutcomeUnknown APPROVAL_MAY_CARRY_OUT') throw new Error(`told ${told}`);
    simulator.sca.approve(scaIdOf(simulator, mark) ?? '');
    return send();
  }
}

const part = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url');
/** Two of these stand for the same person. */
const tokenOf = (id: string) => `${part({ alg: 'RS256' })}.${part({ sub: id, jti: randomUUID() })}.c2lnbmVk`;
