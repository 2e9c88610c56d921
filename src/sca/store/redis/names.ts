import { createHmac } from 'node:crypto';
import { derivedKey } from '../derived-key.js';

/**
 * Where one thing is kept: its name under each encryption key that this instance knows, that of the primary key first.
 * It stands under one of them; whichever step touches it brings it under the first.
 */
export type Place = readonly string[];

/**
 * The keys of Redis. Whatever names an operation, a principal or an idempotency key stands in them as a keyed hash
 * only: whoever can list them learns nothing, and cannot check a guess either.
 */
export class Names {
  /** Which encryption keys have written here within the time that records are kept, and when last. */
  readonly writers: Place;
  /** Which instances are alive, and which encryption keys each of them knows. */
  readonly instances: Place;
  /** Where all instances listen. What is said there are topics. */
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

  /** Who has taken places of a share: the attempts, by when their places are free again. */
  taken(kind: 'keys' | 'pending' | 'operations', share: string): Place {
    return this.place('taken', `${kind} ${share}`);
  }

  /**
   * What is said on the channel when there is news about an operation or an idempotency key: whoever tells it says the
   * first, and whoever listens hears all of them.
   */
  topics(scaIdOrKey: string): readonly [string, ...string[]] {
    return this.hashes('topic', scaIdOrKey.toLowerCase());
  }

  /** For what Redis must compare, but need not know: by each key, the primary one first. */
  hashes(kind: string, text: string): readonly [string, ...string[]] {
    const said = JSON.stringify([kind, text]);
    const [first = '', ...others] = this.keys.map((key) => createHmac('sha256', key).update(said).digest('base64url'));
    return [first, ...others];
  }

  private place(kind: string, text: string): Place {
    return this.hashes(kind, text).map((hash) => `${this.namespace}:${kind}:${hash}`);
  }
}
