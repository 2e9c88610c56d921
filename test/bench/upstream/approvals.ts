import { randomUUID } from 'node:crypto';
import { errorBody, type Answer } from './answers.js';
import { idOf } from './objects.js';

/** Transfers from this amount on have to be approved by the user first. */
const approvalFrom = 1_000;
const ttlSeconds = 600;

/** Transfers, and the approvals that they wait for: LinkCy carries out what is sent again with an approved id. */
export class Approvals {
  /** In the order of time. */
  private readonly pending = new Set<string>();
  private readonly approved = new Set<string>();

  /** The user taps "Approve" for the oldest ones. */
  approve(count: number): string[] {
    const scaIds = [...this.pending].slice(0, count);
    for (const scaId of scaIds) {
      this.pending.delete(scaId);
      this.approved.add(scaId);
    }
    return scaIds;
  }

  /** POST /transactions. */
  transfer(body: string, scaId: string | undefined): Answer {
    if (scaId !== undefined) return this.replayed(scaId);
    const { amount } = JSON.parse(body) as { amount: number };
    if (amount < approvalFrom) return made;
    const id = randomUUID();
    this.pending.add(id);
    // As the older LinkCy writes it, which is what this plays.
    const ttl = { seconds: ttlSeconds, nano: 0, zero: false, negative: false };
    return { status: 202, body: { scaId: id, ttl, scaDeviceId: idOf('profile', 9) } };
  }

  private replayed(scaId: string): Answer {
    if (this.approved.delete(scaId)) return made;
    const errorCode = this.pending.has(scaId) ? 'SCA_INTERACTION_NOT_COMPLETED' : 'SCA_INTERACTION_NOT_FOUND';
    return { status: 409, body: errorBody(409, 'linkcy.conflict', errorCode) };
  }
}

const made: Answer = { status: 201, body: { id: idOf('transaction', 1) } };
