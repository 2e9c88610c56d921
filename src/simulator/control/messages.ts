import { randomUUID } from 'node:crypto';
import { Collection } from '../http/collection.js';
import type { SettableClock } from '../clock.js';

/** A text message or an e-mail that LinkCy has sent to an end-user. */
export interface Message {
  readonly id: string;
  readonly endUserId: string;
  readonly channel: 'SMS' | 'EMAIL';
  readonly text: string;
  /** The code for the user to enter. */
  readonly code?: string;
  /** The link for the user to open, on the simulator. */
  readonly link?: string;
  /** Epoch milliseconds on the simulator's clock. */
  readonly at: number;
}

export function messageCollection(): Collection<Message> {
  return new Collection<Message>({ sort: {}, groups: { endUserId: (row) => [row.endUserId] } });
}

/** As much of a simulation as a message needs. */
interface Sending {
  readonly store: { readonly messages: Collection<Message> };
  readonly clock: SettableClock;
}

/** Sends a message, which then lies on the user's phone. */
export function sendMessage({ store, clock }: Sending, message: Omit<Message, 'id' | 'at'>): void {
  store.messages.insert({ ...message, id: randomUUID(), at: clock.now() });
}
