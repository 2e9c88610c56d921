import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { derivedKey } from '../derived-key.js';

/** Grows whenever what stands in records changes its meaning. A record of another version is not read. */
export const formatVersion = '1';

const nonceBytes = 12;
const tagBytes = 16;

/** A record that was written with another key, by another version, or not by us at all. Names no content. */
export class UnreadableRecord extends Error {
  constructor(readonly reason: 'another key' | 'another format version' | 'damaged') {
    super(`A record cannot be read: ${reason}.`);
    this.name = 'UnreadableRecord';
  }
}

/**
 * Turns values into texts that only the same key can read: AES-256-GCM with a random nonce, bound to the place where
 * the text is kept, so that a text that was moved elsewhere is refused. The text is "format version:id of the key:"
 * and then nonce, ciphertext and tag in base64url.
 */
export class Seal {
  private readonly key: Buffer;
  private readonly keyId: string;

  constructor(secret: Uint8Array) {
    this.key = derivedKey(secret, 'records');
    this.keyId = createHash('sha256').update('key id').update(this.key).digest('hex').slice(0, 8);
  }

  close(value: unknown, place: string): string {
    const nonce = randomBytes(nonceBytes);
    const head = `${formatVersion}:${this.keyId}`;
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(Buffer.from(`${head}:${place}`));
    const encrypted = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
    return `${head}:${Buffer.concat([nonce, encrypted, cipher.getAuthTag()]).toString('base64url')}`;
  }

  /** Throws UnreadableRecord. */
  open(text: string, place: string): unknown {
    const [version, keyId, sealed = ''] = text.split(':');
    if (version !== formatVersion) throw new UnreadableRecord('another format version');
    if (keyId !== this.keyId) throw new UnreadableRecord('another key');
    const bytes = Buffer.from(sealed, 'base64url');
    try {
      const nonce = bytes.subarray(0, nonceBytes);
      const decipher = createDecipheriv('aes-256-gcm', this.key, nonce, { authTagLength: tagBytes });
      decipher.setAAD(Buffer.from(`${version}:${keyId}:${place}`)).setAuthTag(bytes.subarray(-tagBytes));
      const plain = Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]);
      return JSON.parse(plain.toString('utf8'));
    } catch {
      throw new UnreadableRecord('damaged');
    }
  }
}
