import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';

/** Where a row stood when it was read: what a cursor says. */
export interface Anchor {
  readonly id: string;
  readonly key: string;
  /** The row's place from 0, and the length of the list, in the page it was read from. Both are hints: rows come and go. */
  readonly offset: number;
  readonly total: number;
}

/** What a cursor belongs to. */
export interface ListIdentity {
  readonly name: string;
  readonly scope: unknown;
  readonly sort: { readonly attribute: string; readonly direction: string };
}

export type CursorFault = 'malformed' | 'damaged' | 'version' | 'forged' | 'list' | 'scope' | 'sort';

/** Why a text is not a cursor of the list at hand. */
export class CursorError extends Error {
  constructor(readonly fault: CursorFault) {
    super(fault);
  }
}

/** Cursors of one list. */
export interface ListCursors {
  /** The same anchor always gives the same text. */
  seal(anchor: Anchor): string;
  /** Throws a CursorError. */
  open(cursor: string): Anchor;
}

export interface CursorCodec {
  of(list: ListIdentity): ListCursors;
}

const version = 1;
const headerLength = 2;
const ivLength = 12;
const tagLength = 16;
const shortest = headerLength + ivLength + tagLength;
const longestText = 4_096;

/**
 * Cursors that only this server can read or make: AES-256-GCM, so that neither ids nor sort keys (which may be names) are
 * in the clear. The nonce is a MAC of the text, so equal anchors give equal cursors. `key`: 32 secret bytes, the same in
 * all processes that serve the same clients; cursors of another key are refused.
 */
export function createCursorCodec(key: Uint8Array): CursorCodec {
  if (key.length !== 32) throw new TypeError(`a cursor key has 32 bytes, not ${key.length}`);
  const derive = (purpose: string): Uint8Array => new Uint8Array(hkdfSync('sha256', key, '', `cursor ${purpose}`, 32));
  const keys = { cipher: derive('cipher'), nonce: derive('nonce'), scope: derive('scope') };
  return {
    of({ name, scope, sort }) {
      const fingerprint = mac(keys.scope, canonical(scope)).toString('base64url', 0, 9);
      const identity = [name, fingerprint, `${sort.attribute} ${sort.direction}`];
      return {
        seal: ({ id, key, offset, total }) => encrypt(keys, JSON.stringify([...identity, id, key, offset, total])),
        open(cursor) {
          const [name, scope, sort, id, key, offset, total] = JSON.parse(decrypt(keys, cursor));
          if (name !== identity[0]) throw new CursorError('list');
          if (scope !== identity[1]) throw new CursorError('scope');
          if (sort !== identity[2]) throw new CursorError('sort');
          return { id, key, offset, total };
        },
      };
    },
  };
}

interface Keys {
  readonly cipher: Uint8Array;
  readonly nonce: Uint8Array;
}

/** version, length (its low byte: tells a cut text from an altered one), nonce, tag, ciphertext */
function encrypt(keys: Keys, text: string): string {
  const plain = Buffer.from(text);
  const header = Buffer.of(version, (shortest + plain.length) & 0xff);
  const nonce = mac(keys.nonce, plain).subarray(0, ivLength);
  const cipher = createCipheriv('aes-256-gcm', keys.cipher, nonce).setAAD(header);
  const sealed = [cipher.update(plain), cipher.final()];
  return Buffer.concat([header, nonce, cipher.getAuthTag(), ...sealed]).toString('base64url');
}

function decrypt(keys: Keys, cursor: string): string {
  if (cursor.length > longestText || !/^[\w-]+$/.test(cursor)) throw new CursorError('malformed');
  const bytes = Buffer.from(cursor, 'base64url');
  if (bytes.toString('base64url') !== cursor) throw new CursorError('damaged');
  if (bytes[0] !== version) throw new CursorError(bytes.length < shortest ? 'malformed' : 'version');
  if (bytes.length <= shortest || bytes[1] !== (bytes.length & 0xff)) throw new CursorError('damaged');
  const header = bytes.subarray(0, headerLength);
  const nonce = bytes.subarray(headerLength, headerLength + ivLength);
  const decipher = createDecipheriv('aes-256-gcm', keys.cipher, nonce).setAAD(header);
  decipher.setAuthTag(bytes.subarray(headerLength + ivLength, shortest));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(shortest)), decipher.final()]).toString();
  } catch {
    throw new CursorError('forged');
  }
}

function mac(key: Uint8Array, data: string | Uint8Array): Buffer {
  return createHmac('sha256', key).update(data).digest();
}

/** JSON in which equal data has equal text: keys sorted, what is null or undefined left out. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(
          Object.entries(part)
            .filter(([, item]) => item != null)
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : part,
  );
}
