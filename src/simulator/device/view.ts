import type { Interaction } from '../sca/interaction.js';

/** How long an approval stays in its place after it was decided, so that the eye can follow. */
const inPlaceMilliseconds = 4_000;
/** How long, and how many, decided ones are listed below. */
const earlierMilliseconds = 15 * 60_000;
const earlierMost = 6;

export interface Person {
  readonly endUserId: string;
  readonly name: string;
  readonly waiting: number;
}

/** What the phone shows. */
export interface DeviceView {
  /** Whose phone it is; undefined while nobody has been asked for anything. */
  readonly person: Person | undefined;
  /** Everybody who is asked for something right now, and whoever is shown. */
  readonly people: readonly Person[];
  /** Oldest first, so that what comes in does not move the buttons. */
  readonly current: readonly Interaction[];
  /** Newest first. */
  readonly earlier: readonly Interaction[];
}

export interface DeviceQuestion {
  readonly now: number;
  /** The end-user that was chosen; always shown. */
  readonly chosen: string | undefined;
  /** The end-user that is on the screen; shown as long as there is something to see. */
  readonly shown: string | undefined;
  /** What an end-user who has never been asked is called. */
  readonly nameOf: (endUserId: string) => string;
}

/** Arranges all interactions (oldest first) for one phone. */
export function deviceView(all: readonly Interaction[], question: DeviceQuestion): DeviceView {
  const known = peopleIn(all);
  const endUserId =
    question.chosen ?? stillShown(all, question) ?? firstWaiting(known) ?? question.shown ?? all.at(-1)?.endUserId;
  const asked = known.find((one) => one.endUserId === endUserId);
  const person =
    asked ?? (endUserId === undefined ? undefined : { endUserId, name: question.nameOf(endUserId), waiting: 0 });
  const own = all.filter((one) => one.endUserId === endUserId);
  const age = (one: Interaction) => question.now - endOf(one);
  const isCurrent = (one: Interaction) => one.status === 'PENDING' || age(one) < inPlaceMilliseconds;
  return {
    person,
    people: (asked === undefined && person !== undefined ? [person, ...known] : known).filter(
      (one) => one.waiting > 0 || one.endUserId === endUserId,
    ),
    current: own.filter(isCurrent),
    earlier: own
      .filter((one) => !isCurrent(one) && age(one) < earlierMilliseconds)
      .sort((a, b) => endOf(b) - endOf(a))
      .slice(0, earlierMost),
  };
}

/** When an interaction was decided, or its time ran out. */
export function endOf({ decidedAt, expiresAt }: Interaction): number {
  return decidedAt ?? expiresAt;
}

function peopleIn(all: readonly Interaction[]): Person[] {
  const people = new Map<string, Person>();
  for (const { endUserId, holder, status } of all) {
    const waiting = (people.get(endUserId)?.waiting ?? 0) + (status === 'PENDING' ? 1 : 0);
    people.set(endUserId, { endUserId, name: holder, waiting });
  }
  return [...people.values()];
}

function stillShown(all: readonly Interaction[], { shown, now }: DeviceQuestion): string | undefined {
  const busy = all.some(
    (one) => one.endUserId === shown && (one.status === 'PENDING' || now - endOf(one) < inPlaceMilliseconds),
  );
  return busy ? shown : undefined;
}

function firstWaiting(people: readonly Person[]): string | undefined {
  return people.find((one) => one.waiting > 0)?.endUserId;
}
