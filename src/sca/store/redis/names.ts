import { createHmac } from 'node:crypto';
import { derivedKey } from '../derived-key.js';

/**
 * The key of one thing in Redis, as named under each encryption key that this instance knows, the primary first. It exists
 * under one of these names; every script that touches it renames it to the first.
 */
export type Place = readonly string[];

/**
 * The names of keys in Redis. Ids of operations, principals and idempotency keys appear only as keyed hashes, so a list of the
 * keys reveals nothing and confirms no guess.
 */
export class Names {
  /** Encryption keys that have written within the time that records are kept, and when last. */
  readonly writers: Place;
  /** Live instances, and the encryption keys that each knows. */
  readonly instances: Place;
  /** The Pub/Sub channel of all instances. Its messages are topics. */
  readonly channel: string;
  private readonly keys: readonly Buffer[];

  /** @param secrets the primary encryption key first */
  constructor(
    secrets: readonly Uint8Array[],
    private readonly namespace: string,
  ) {
    this.keys = secrets.map((secret) => derivedKey(secret, 'names'));
    this.writers = this.keys.map(() => `${namespace}:writers`);
    this.instances = this.keys.map(() => `${namespace}:instances`);
    this.channel = `${namespace}:news`;
  }

  operation(scaId: string): Place {
    return this.place('operation', scaId.toLowerCase());
  }

  idempotencyRecord(key: string): Place {
    return this.place('idempotency', key);
  }

  markers(group: string): Place {
    return this.place('markers', group);
  }

  row(rowId: string): Place {
    return this.place('row', rowId.toLowerCase());
  }

  tokenOwner(tokenHash: string): Place {
    return this.place('token', tokenHash);
  }

  observing(linkcy: string): Place {
    return this.place('observing', linkcy);
  }

  /** The attempts that take places of a share, by when they expire. */
  taken(kind: 'keys' | 'pending' | 'operations', share: string): Place {
    return this.place('taken', `${kind} ${share}`);
  }

  /**
   * Topics of an operation or an idempotency key on the channel. Publish the first; listen to all of them.
   */
  topics(scaIdOrKey: string): readonly [string, ...string[]] {
    return this.hashes('topic', scaIdOrKey.toLowerCase());
  }

  /** Keyed hashes, for what Redis must compare but need not know; under each key, the primary first. */
  hashes(kind: string, text: string): readonly [string, ...string[]] {
    const said = JSON.stringify([kind, text]);
    const [first = '', ...others] = this.keys.map((key) => createHmac('sha256', key).update(said).digest('base64url'));
    return [first, ...others];
  }

  private place(kind: string, text: string): Place {
    return this.hashes(kind, text).map((hash) => `${this.namespace}:${kind}:${hash}`);
  }
}
