import type { Message } from '../control/messages.js';
import type { Interaction } from '../sca/interaction.js';

/** How long an approval stays in its place after it was decided, so that the eye can follow. */
const inPlaceMilliseconds = 4_000;
/** How long, and how many, decided approvals and messages are listed. */
const listedMilliseconds = 15 * 60_000;
const listedMost = 6;

export interface Person {
  readonly endUserId: string;
  readonly name: string;
  readonly waiting: number;
}

/** The contents of the phone. */
export interface DeviceView {
  /** The customer whose phone it is; undefined while nothing has happened on any phone. */
  readonly person: Person | undefined;
  /** Customers with something to decide or a message, and the one shown. */
  readonly people: readonly Person[];
  /** Oldest first, so that what comes in does not move the buttons. */
  readonly current: readonly Interaction[];
  /** Newest first, as the earlier ones. */
  readonly messages: readonly Message[];
  readonly earlier: readonly Interaction[];
}

/** The events on all phones, oldest first. */
interface DeviceEvents {
  readonly interactions: readonly Interaction[];
  readonly messages: readonly Message[];
}

interface DeviceQuestion {
  readonly now: number;
  /** The end-user that was chosen; always shown. */
  readonly chosen: string | undefined;
  /** The end-user that is on the screen; shown as long as there is something to see. */
  readonly shown: string | undefined;
  readonly nameOf: (endUserId: string) => string;
}

/** Arranges everything that has happened for one phone. */
export function deviceView({ interactions, messages }: DeviceEvents, question: DeviceQuestion): DeviceView {
  const { now, chosen, shown, nameOf } = question;
  const fresh = messages.filter((one) => now - one.at < listedMilliseconds);
  const waiting = interactions.filter((one) => one.status === 'PENDING');
  const isCurrent = (one: Interaction) => one.status === 'PENDING' || now - endOf(one) < inPlaceMilliseconds;
  const stays = interactions.some((one) => one.endUserId === shown && isCurrent(one)) ? shown : undefined;
  const last = interactions.at(-1) ?? messages.at(-1);
  const endUserId = chosen ?? stays ?? waiting[0]?.endUserId ?? shown ?? fresh.at(-1)?.endUserId ?? last?.endUserId;

  const ids = new Set([...waiting, ...fresh].map((one) => one.endUserId));
  if (endUserId !== undefined) ids.add(endUserId);
  const people = [...ids].map((id) => {
    return { endUserId: id, name: nameOf(id), waiting: waiting.filter((one) => one.endUserId === id).length };
  });
  const own = interactions.filter((one) => one.endUserId === endUserId);
  return {
    person: people.find((one) => one.endUserId === endUserId),
    people,
    current: own.filter(isCurrent),
    messages: fresh
      .filter((one) => one.endUserId === endUserId)
      .reverse()
      .slice(0, listedMost),
    earlier: own
      .filter((one) => !isCurrent(one) && now - endOf(one) < listedMilliseconds)
      .sort((a, b) => endOf(b) - endOf(a))
      .slice(0, listedMost),
  };
}

/** When an interaction was decided, or its time ran out. */
export function endOf({ decidedAt, expiresAt }: Interaction): number {
  return decidedAt ?? expiresAt;
}
