import { createHmac } from 'node:crypto';
import { derivedKey } from '../derived-key.js';

/**
 * The keys of Redis. Whatever names an operation, a principal or an idempotency key stands in them as a keyed hash
 * only: whoever can list them learns nothing, and cannot check a guess either.
 */
export class Names {
  /** Its value shows which encryption key, and which version of this program, wrote the records. */
  readonly canary: string;
  /** Where all instances listen. What is said there are topics. */
  readonly channel: string;
  private readonly key: Buffer;

  constructor(
    secret: Uint8Array,
    private readonly namespace: string,
  ) {
    this.key = derivedKey(secret, 'names');
    this.canary = `${namespace}:canary`;
    this.channel = `${namespace}:news`;
  }

  operation(scaId: string): string {
    return this.name('operation', scaId.toLowerCase());
  }

  idempotencyRecord(key: string): string {
    return this.name('idempotency', key);
  }

  markers(group: string): string {
    return this.name('markers', group);
  }

  row(rowId: string): string {
    return this.name('row', rowId.toLowerCase());
  }

  tokenOwner(tokenHash: string): string {
    return this.name('token', tokenHash);
  }

  observing(linkcy: string): string {
    return this.name('observing', linkcy);
  }

  /** What is said on the channel when there is news about an operation or an idempotency key. */
  topic(scaIdOrKey: string): string {
    return this.hash('topic', scaIdOrKey.toLowerCase());
  }

  /** For what Redis must compare, but need not know. */
  hash(kind: string, text: string): string {
    return createHmac('sha256', this.key)
      .update(JSON.stringify([kind, text]))
      .digest('base64url');
  }

  private name(kind: string, text: string): string {
    return `${this.namespace}:${kind}:${this.hash(kind, text)}`;
  }
}
