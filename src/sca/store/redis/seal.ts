import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { derivedKey } from '../derived-key.js';
import type { Place } from './names.js';

/** Increase when the meaning of records changes. Records of other versions are not read. */
export const formatVersion = '1';

const nonceBytes = 12;
const tagBytes = 16;

/** A record written with another key, by another version, or not by us. Contains nothing of it. */
export class UnreadableRecord extends Error {
  constructor(readonly reason: 'another key' | 'another format version' | 'damaged') {
    super(`A record cannot be read: ${reason}.`);
    this.name = 'UnreadableRecord';
  }
}

interface SealingKey {
  readonly id: string;
  readonly bytes: Buffer;
}

/**
 * Encrypts values with AES-256-GCM and a random nonce. A text is bound to its place in Redis, so a moved one is refused. Its
 * form is "format version:key id:", then nonce, ciphertext and tag in base64url.
 */
export class Seal {
  private readonly keys: readonly SealingKey[];

  /** @param secrets the primary key, which writes, first; all of them read */
  constructor(secrets: readonly Uint8Array[]) {
    this.keys = secrets.map((secret) => {
      const bytes = derivedKey(secret, 'records');
      const id = createHash('sha256').update('key id').update(bytes).digest('hex').slice(0, 8);
      return { id, bytes };
    });
  }

  /** Format version and id of each key, the primary first. */
  get writers(): readonly string[] {
    return this.keys.map(({ id }) => `${formatVersion}:${id}`);
  }

  /** @param part names the field within the place */
  close(value: unknown, place: Place, part = ''): string {
    const [key] = this.keys;
    if (key === undefined) throw new RangeError('There is no key to seal with.');
    const nonce = randomBytes(nonceBytes);
    const head = `${formatVersion}:${key.id}`;
    const cipher = createCipheriv('aes-256-gcm', key.bytes, nonce).setAAD(boundTo(head, place[0], part));
    const encrypted = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
    return `${head}:${Buffer.concat([nonce, encrypted, cipher.getAuthTag()]).toString('base64url')}`;
  }

  /** Throws UnreadableRecord. */
  open(text: string, place: Place, part = ''): unknown {
    const [version, keyId, sealed = ''] = text.split(':');
    if (version !== formatVersion) throw new UnreadableRecord('another format version');
    const index = this.keys.findIndex(({ id }) => id === keyId);
    const key = this.keys[index];
    if (key === undefined) throw new UnreadableRecord('another key');
    const bytes = Buffer.from(sealed, 'base64url');
    try {
      const nonce = bytes.subarray(0, nonceBytes);
      const decipher = createDecipheriv('aes-256-gcm', key.bytes, nonce, { authTagLength: tagBytes });
      decipher.setAAD(boundTo(`${version}:${keyId}`, place[index], part)).setAuthTag(bytes.subarray(-tagBytes));
      const plain = Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]);
      return JSON.parse(plain.toString('utf8'));
    } catch {
      throw new UnreadableRecord('damaged');
    }
  }

  /** Whether it was encrypted with the primary key. */
  isCurrent(text: string): boolean {
    return text.startsWith(`${formatVersion}:${this.keys[0]?.id}:`);
  }
}

/** The place's name under the sealing key, even if it was renamed since. */
const boundTo = (head: string, name: string | undefined, part: string) => Buffer.from(`${head}:${name}${part}`);
