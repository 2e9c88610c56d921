import fc from 'fast-check';
import { isPrepared } from '../../../src/sca/operation.js';
import { faults, lookFaults, type Fault, type Interaction, type LookFault, type Signing } from './linkcy.js';
import type { Kind, Wish, World } from './world.js';

/** What can happen, one thing at a time. The rules that must hold are in rules.ts: the model itself has no state. */
export type Happening = fc.AsyncCommand<object, World>;

function happening(name: string, run: (world: World) => void | Promise<void>): Happening {
  return {
    check: () => true,
    async run(_model, world) {
      await run(world);
    },
    toString: () => name,
  };
}

const users = ['ada', 'bob'] as const;
const user = fc.constantFrom(...users);
const process = fc.nat({ max: 1 });
const index = fc.nat({ max: 20 });

const wish: fc.Arbitrary<Wish> = fc
  .record({
    kind: fc.constantFrom<Kind[]>('transfer', 'transfer', 'transfer', 'card', 'card', 'payee', 'change'),
    user,
    process,
    amount: fc.integer({ min: 1, max: 3 }),
    key: fc.option(fc.constantFrom('k1', 'k2'), { nil: undefined, freq: 2 }),
    ttl: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined, freq: 4 }),
    signed: fc.nat({ max: 3 }).map((number) => number === 0),
    refused: fc.boolean(),
    plain: fc.boolean(),
  })
  // What is asked for without a name is always the same.
  .map((one) => (one.kind === 'card' && one.plain ? { ...one, amount: 1 } : { ...one, plain: false }))
  .map((one) => ({ ...one, refused: one.refused && one.amount === 2 }));

/** With one of the operations that clients know of, the newest first. */
function withOperation(world: World, at: number, what: (scaId: string) => void): void {
  const scaIds = world.scaIds.reverse();
  const scaId = scaIds[at % Math.max(scaIds.length, 1)];
  if (scaId !== undefined) what(scaId);
}

function decide(world: World, at: number, decision: 'approved' | 'declined'): void {
  const isOpen = (one: Interaction) => one.decision === 'none' && world.clock.now() < one.expiresAt;
  const open = [...world.linkcy.interactions.values()].filter(isOpen);
  const interaction = open[at % Math.max(open.length, 1)];
  if (interaction === undefined) return;
  if (decision === 'approved') world.linkcy.approve(interaction);
  else interaction.decision = decision;
}

const approve = index.map((at) => happening(`approve ${at}`, (world) => decide(world, at, 'approved')));
const subscribe = fc
  .tuple(index, user, process)
  .map(([at, who, where]) =>
    happening(`subscribe ${at} ${who} ${where}`, (world) =>
      withOperation(world, at, (scaId) => world.subscribe(scaId, who, where)),
    ),
  );

/** The user signs what the newest of such operations, or an older one, asks for. */
function submit(world: World, at: number, hows: readonly Signing[], who: string | undefined, where: number): void {
  const all = world.toSign.reverse();
  const one = all[at % Math.max(all.length, 1)];
  if (one === undefined) return;
  // Of two at once, the second comes to the other process.
  hows.forEach((how, index) => world.submit(one, how, who ?? world.ownerOf(one.scaId) ?? '', (where + index) % 2));
}
const signings: readonly (readonly Signing[])[] = [
  ['right'],
  ['right'],
  ['right'],
  ['right', 'right'],
  ['wrong', 'right'],
  ['wrong'],
  ['late'],
];
const signing = fc
  .record({
    at: fc.nat({ max: 4 }),
    hows: fc.constantFrom(...signings),
    who: fc.option(user, { nil: undefined, freq: 8 }),
    where: process,
  })
  .map(({ at, hows, who, where }) =>
    happening(`sign ${at} ${hows.join(' and ')} ${who ?? ''} ${where}`, (world) => submit(world, at, hows, who, where)),
  );
/** At once, as users do. */
const sendAndSign = fc.tuple(wish, fc.constantFrom(...signings), process).map(([one, hows, where]) =>
  happening(`send and sign ${hows.join(' and ')} ${where} ${JSON.stringify(one)}`, async (world) => {
    world.send({ ...one, signed: true });
    await world.pass(500);
    submit(world, 0, hows, undefined, where);
    await world.pass(500);
  }),
);
/** Longer than a signature is waited for. Nothing else is in flight then, for no message takes five minutes. */
const signTooLate = fc.tuple(wish, process).map(([one, where]) =>
  happening(`sign too late ${where} ${JSON.stringify(one)}`, async (world) => {
    world.send({ ...one, signed: true });
    await world.pass(500);
    if (!(await world.isAtRest(isPrepared))) return;
    await world.pass(301_000);
    submit(world, 0, ['right'], undefined, where);
  }),
);

/** The user is quicker than the look that comes before the approval. */
const quickly = wish.map((one) =>
  happening(`quickly ${JSON.stringify(one)}`, async (world) => {
    world.linkcy.plannedLookFaults.push('slow');
    world.send({ ...one, key: undefined, signed: false, ttl: one.ttl ?? 5 });
    await world.pass(1_100);
    const newest = [...world.linkcy.interactions.values()].at(-1);
    if (newest?.decision === 'none' && world.clock.now() < newest.expiresAt) world.linkcy.approve(newest);
    await world.pass(1_500);
  }),
);
/** Something that needs no approval is done while an equal operation waits for one, and its answer takes a while. */
const beside = wish.map((one) =>
  happening(`beside ${JSON.stringify(one)}`, async (world) => {
    world.send({ ...one, key: undefined, signed: false, ttl: 8 });
    await world.pass(1_000);
    world.linkcy.plannedFaults.push('slow');
    world.send({ ...one, key: undefined, signed: false, ttl: undefined });
    await world.pass(4_000);
  }),
);

export const happenings = [
  quickly,
  beside,
  wish.map((one) => happening(`send ${JSON.stringify(one)}`, (world) => world.send(one))),
  wish.map((one) =>
    happening(`send twice ${JSON.stringify(one)}`, (world) => [one, one].forEach((it) => world.send(it))),
  ),
  index.map((at) => happening(`send again ${at}`, (world) => world.sendAgain(at))),
  approve,
  approve,
  approve,
  signing,
  signing,
  sendAndSign,
  sendAndSign,
  signTooLate,
  index.map((at) => happening(`decline ${at}`, (world) => decide(world, at, 'declined'))),
  subscribe,
  subscribe,
  fc
    .tuple(index, user, process)
    .map(([at, who, where]) =>
      happening(`resume ${at} ${who} ${where}`, (world) =>
        withOperation(world, at, (scaId) => world.resume(scaId, who, where)),
      ),
    ),
  fc
    .tuple(index, user, process)
    .map(([at, who, where]) =>
      happening(`read ${at} ${who} ${where}`, (world) =>
        withOperation(world, at, (scaId) => world.read(scaId, who, where)),
      ),
    ),
  index.map((at) => happening(`unsubscribe ${at}`, (world) => world.unsubscribe(at))),
  fc.constantFrom(100, 500, 1_000, 3_000, 9_000).map((time) => happening(`pass ${time}`, (world) => world.pass(time))),
];

const fault = fc.constantFrom<Fault[]>(...faults).map((one) =>
  happening(`fault: ${one}`, (world) => {
    world.disturbed = true;
    world.linkcy.plannedFaults.push(one);
  }),
);

const lookFault = fc.constantFrom<LookFault[]>(...lookFaults).map((one) =>
  happening(`look fault: ${one}`, (world) => {
    world.disturbed = true;
    world.linkcy.plannedLookFaults.push(one);
  }),
);

const twin = wish.map((one) => happening(`twin ${one.kind} ${one.user} ${one.amount}`, (world) => world.twin(one)));

const kill = process.map((number) => happening(`kill ${number}`, (world) => world.kill(number)));

/** Things that seldom follow each other by chance. */
const lostTwin = wish.map((one) =>
  happening(`lost twin of ${one.amount}`, async (world) => {
    world.disturbed = true;
    world.linkcy.plannedFaults.unshift('request lost');
    const twin = { ...one, kind: 'transfer', key: undefined, signed: false, ttl: undefined } as const;
    [twin, twin].forEach((it) => world.send(it));
    await world.pass(3_000);
  }),
);
/** A process sleeps past its claims in the middle of its questions, while another one goes on. */
const nap = fc
  .record({ number: process, sleep: fc.integer({ min: 6_000, max: 13_000 }), outage: fc.boolean(), lost: fc.boolean() })
  .map(({ number, sleep, outage, lost }) =>
    happening(
      `nap of ${number} for ${sleep}${outage ? ' after an outage' : ''}${lost ? ', an answer lost' : ''}`,
      async (world) => {
        const everywhere = (look: 'resume' | 'read', where: number) => {
          for (const scaId of world.scaIds) world[look](scaId, world.ownerOf(scaId) ?? '', where);
        };
        for (let at = 0; at < 3; at += 1) decide(world, at, 'approved');
        if (outage) {
          world.disturbed = true;
          world.linkcy.outageUntil = world.clock.now() + 7_000;
          await world.pass(6_500);
        }
        everywhere('resume', number);
        await world.pass(0);
        world.freezeOrThaw(number);
        if (lost) world.linkcy.plannedFaults.push('answer lost');
        everywhere('resume', 1 - number);
        await world.pass(sleep);
        everywhere('read', 1 - number);
        await world.pass(0);
        world.freezeOrThaw(number);
      },
    ),
  );

export const disturbances = [
  lostTwin,
  nap,
  fault,
  fault,
  fault,
  lookFault,
  lookFault,
  twin,
  twin,
  user.map((who) => happening(`tokens of ${who} run out`, (world) => world.expireTokens(who))),
  process.map((number) => happening(`freeze or thaw ${number}`, (world) => world.freezeOrThaw(number))),
  fc.constantFrom(2, 8, 20).map((seconds) =>
    happening(`outage ${seconds}`, (world) => {
      world.disturbed = true;
      world.linkcy.outageUntil = world.clock.now() + seconds * 1000;
    }),
  ),
  kill,
  kill,
];
