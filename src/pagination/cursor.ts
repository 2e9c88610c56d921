import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';

/** The content of a cursor: a row, and where it stood when it was read. */
export interface Anchor {
  readonly id: string;
  readonly key: string;
  /**
   * The row's offset and the length of the list in the page that it was read from. Hints only, because rows come and
   * go.
   */
  readonly offset: number;
  readonly total: number;
  /** The date that the list was narrowed to when offset and total were read. */
  readonly dateBound: string | undefined;
  /**
   * Fingerprint of the page that the row was read from: offsets of one page can be compared. Empty if the key alone
   * gives the order.
   */
  readonly pageFingerprint: string;
  readonly before: Neighbours;
  readonly after: Neighbours;
}

/** Neighbours with the same (or an incomparable) sort key, nearest first. */
export interface Neighbours {
  /** Hashes of `fingerprintLength` bytes, one per row, as latin1 text. */
  readonly fingerprints: readonly string[];
  /** Whether there are no more such neighbours than these. */
  readonly complete: boolean;
}

export const fingerprintLength = 5;

/** The list that a cursor belongs to. */
interface ListIdentity {
  readonly name: string;
  readonly scope: unknown;
  readonly sort: { readonly attribute: string; readonly direction: string };
}

export type CursorFault = 'malformed' | 'damaged' | 'version' | 'forged' | 'list' | 'scope' | 'sort';

/** A text is not a cursor of this list. `fault` says why. */
export class CursorError extends Error {
  constructor(readonly fault: CursorFault) {
    super(fault);
  }
}

/** Cursors of one list. */
export interface ListCursors {
  /** Equal anchors give equal text. */
  seal(anchor: Anchor): string;
  /** Throws a CursorError. */
  open(cursor: string): Anchor;
}

export interface CursorCodec {
  of(list: ListIdentity): ListCursors;
}

/**
 * Cursors that only this server can create or read: AES-256-GCM, because ids and sort keys may be personal data. The
 * nonce is a MAC of the plain text, so that equal anchors give equal cursors.
 *
 * @param key 32 secret bytes, the same in all processes that serve the same clients
 * @param others further keys whose cursors are accepted; cursors of any other key are rejected
 */
export function createCursorCodec(key: Uint8Array, others: readonly Uint8Array[] = []): CursorCodec {
  const keys = keysOf(key);
  const readable = [keys, ...others.map(keysOf)];
  return {
    of(list) {
      // Computed lazily: most lists are never asked for a cursor.
      let made: Identity | undefined;
      const identity = () => (made ??= identityOf(keys.scope, list));
      return {
        seal: (anchor) => encrypt(keys, encode(identity(), anchor)),
        open(cursor) {
          const { plain, scope } = decryptWithAny(readable, cursor);
          const [found, anchor] = decode(plain);
          const wanted = scope === keys.scope ? identity() : identityOf(scope, list);
          const differing = wanted.findIndex((part, index) => part !== found[index]);
          if (differing >= 0) throw new CursorError(identityFaults[differing] ?? 'list');
          return anchor;
        },
      };
    },
  };
}

type Identity = readonly [name: string, scope: string, sort: string];
const identityFaults: readonly CursorFault[] = ['list', 'scope', 'sort'];

function identityOf(key: Uint8Array, { name, scope, sort }: ListIdentity): Identity {
  const fingerprint = mac(key, canonical(scope)).toString('base64url', 0, 9);
  return [name, fingerprint, `${sort.attribute} ${sort.direction}`];
}

type Head = [...Identity, string, string, number, number, string | null, string, number, boolean, boolean];

/** One line of JSON, then the fingerprints. JSON contains no line feed of its own. */
function encode(
  identity: Identity,
  { id, key, offset, total, dateBound, pageFingerprint, before, after }: Anchor,
): Buffer {
  const { length } = before.fingerprints;
  const head: Head = [
    ...identity,
    id,
    key,
    offset,
    total,
    dateBound ?? null,
    pageFingerprint,
    length,
    before.complete,
    after.complete,
  ];
  const fingerprints = [...before.fingerprints, ...after.fingerprints].join('');
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), Buffer.from(fingerprints, 'latin1')]);
}

function decode(plain: Buffer): [Identity, Anchor] {
  const lineEnd = plain.indexOf('\n');
  const head: unknown = JSON.parse(plain.toString('utf8', 0, lineEnd));
  if (!isHead(head)) throw new CursorError('version');
  const [name, scope, sort, id, key, offset, total, dateBound, pageFingerprint, length, beforeComplete, afterComplete] =
    head;
  const fingerprints = plain.toString('latin1', lineEnd + 1).match(/[^]{5}/g) ?? [];
  const before = { fingerprints: fingerprints.slice(0, length), complete: beforeComplete };
  const after = { fingerprints: fingerprints.slice(length), complete: afterComplete };
  return [
    [name, scope, sort],
    { id, key, offset, total, dateBound: dateBound ?? undefined, pageFingerprint, before, after },
  ];
}

/** The length is a sufficient check: only this version of the code can have sealed the text with our key. */
function isHead(value: unknown): value is Head {
  return Array.isArray(value) && value.length === 12;
}

interface Keys {
  readonly cipher: Uint8Array;
  readonly nonce: Uint8Array;
  readonly scope: Uint8Array;
}

function keysOf(key: Uint8Array): Keys {
  if (key.length !== 32) throw new TypeError(`a cursor key has 32 bytes, not ${key.length}`);
  const derive = (purpose: string): Uint8Array => new Uint8Array(hkdfSync('sha256', key, '', `cursor ${purpose}`, 32));
  return { cipher: derive('cipher'), nonce: derive('nonce'), scope: derive('scope') };
}

const version = 1;
const headerLength = 2;
const nonceLength = 12;
const tagLength = 16;
const shortest = headerLength + nonceLength + tagLength;
const longestText = 4_096;

/** Version, length (its low byte tells a truncated text from a modified one), nonce, tag, ciphertext; in base64url. */
function encrypt(keys: Keys, plain: Buffer): string {
  const header = Buffer.of(version, (shortest + plain.length) & 0xff);
  const nonce = mac(keys.nonce, plain).subarray(0, nonceLength);
  const cipher = createCipheriv('aes-256-gcm', keys.cipher, nonce).setAAD(header);
  const sealed = [cipher.update(plain), cipher.final()];
  return Buffer.concat([header, nonce, cipher.getAuthTag(), ...sealed]).toString('base64url');
}

/** Decrypts with the key that sealed the cursor. Throws a CursorError if it is none of these. */
function decryptWithAny(all: readonly Keys[], cursor: string): { readonly plain: Buffer; readonly scope: Uint8Array } {
  for (const keys of all) {
    try {
      return { plain: decrypt(keys, cursor), scope: keys.scope };
    } catch (error) {
      if (!(error instanceof CursorError) || error.fault !== 'forged') throw error;
    }
  }
  throw new CursorError('forged');
}

function decrypt(keys: Keys, cursor: string): Buffer {
  if (cursor.length > longestText || !/^[\w-]+$/.test(cursor)) throw new CursorError('malformed');
  const bytes = Buffer.from(cursor, 'base64url');
  if (bytes.length <= headerLength) throw new CursorError('malformed');
  if (bytes[0] !== version) throw new CursorError(bytes.length > shortest ? 'version' : 'malformed');
  const whole = bytes.length > shortest && bytes[1] === (bytes.length & 0xff);
  if (!whole || bytes.toString('base64url') !== cursor) throw new CursorError('damaged');
  const nonce = bytes.subarray(headerLength, headerLength + nonceLength);
  const decipher = createDecipheriv('aes-256-gcm', keys.cipher, nonce, { authTagLength: tagLength });
  decipher.setAAD(bytes.subarray(0, headerLength)).setAuthTag(bytes.subarray(headerLength + nonceLength, shortest));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(shortest)), decipher.final()]);
  } catch {
    throw new CursorError('forged');
  }
}

function mac(key: Uint8Array, data: string | Uint8Array): Buffer {
  return createHmac('sha256', key).update(data).digest();
}

/** Canonical JSON: keys sorted, null and undefined omitted, so that equal data gives equal text. */
function canonical(value: unknown): string {
  const sorted = (_: string, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(
          Object.entries(part)
            .filter(([, item]) => item != null)
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : part;
  return JSON.stringify(value ?? null, sorted);
}
