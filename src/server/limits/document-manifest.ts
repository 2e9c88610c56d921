import { hash } from 'node:crypto';

/** A trusted document. */
export interface TrustedText {
  readonly text: string;
  /** Its sha256 in hexadecimal. */
  readonly hash: string;
}

/** A manifest is invalid. The message says what it must be. */
export class ManifestError extends Error {
  override readonly name = 'ManifestError';
}

/**
 * The documents of several manifests by the ids that clients send, in the forms that tools write:
 * - an object of texts by their hash: the code generator's client preset (SHA-1 or SHA-256, with or without "sha256:") and
 *   relay-compiler's `persistConfig.file` (MD5, SHA-1 or SHA-256);
 * - `format: "apollo-persisted-query-manifest"`: Apollo's, whose ids may be of any form.
 *
 * An id that looks like the hash of its text must be it. Throws a ManifestError.
 */
export function documentsIn(manifests: readonly unknown[]): ReadonlyMap<string, TrustedText> {
  const documents = new Map<string, TrustedText>();
  for (const [id, text] of manifests.flatMap(entriesOf)) {
    if (id === '') throw new ManifestError('must be a JSON object of documents by ids that are not empty');
    const length = /^[0-9a-f]+$/.test(id) ? id.length : 0;
    const algorithm = hashAlgorithms.get(length);
    if (algorithm !== undefined && digest(algorithm, text) !== id) {
      throw new ManifestError(
        `must be a JSON object of documents by their own hashes, and has another text under ${id}`,
      );
    }
    const known = documents.get(id);
    if (known !== undefined && known.text !== text)
      throw new ManifestError(`must be JSON objects without two documents of the same id, and have ${id} twice`);
    documents.set(id, known ?? { text, hash: sha256(text) });
  }
  return documents;
}

/** Normalizes an id for look-up: hashes may be in upper case, and have the name of their algorithm as prefix. */
export function normalId(id: string): string {
  const [, hash] = /^(?:(?:md5|sha1|sha256):)?([0-9a-f]+)$/i.exec(id) ?? [];
  return hash?.toLowerCase() ?? id;
}

export function sha256(text: string): string {
  return digest('sha256', text);
}

export const isSha256 = (id: string) => /^[0-9a-f]{64}$/.test(id);

/** By number of digits. */
const hashAlgorithms = new Map([
  [32, 'md5'],
  [40, 'sha1'],
  [64, 'sha256'],
]);

const digest = (algorithm: string, text: string) => hash(algorithm, text, 'hex');

type Entry = readonly [id: string, text: string];

function entriesOf(manifest: unknown): readonly Entry[] {
  if (!isRecord(manifest)) throw new ManifestError(form);
  if (typeof manifest.format === 'string' && Array.isArray(manifest.operations)) return apolloEntries(manifest);
  return Object.entries(manifest).map(([id, text]) => entry(id, text));
}

function apolloEntries({ format, operations }: Readonly<Record<string, unknown>>): readonly Entry[] {
  if (format !== 'apollo-persisted-query-manifest' || !Array.isArray(operations)) throw new ManifestError(form);
  return operations.map((operation: unknown) => {
    if (!isRecord(operation) || typeof operation.id !== 'string') throw new ManifestError(form);
    return entry(operation.id, operation.body);
  });
}

function entry(id: string, text: unknown): Entry {
  if (typeof text !== 'string') throw new ManifestError(form);
  return [normalId(id), text];
}

const form =
  'must be a JSON object: the text of each document by its hash, or an Apollo manifest (format apollo-persisted-query-manifest)';

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
