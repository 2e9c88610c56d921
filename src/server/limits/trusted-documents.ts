import { createHash } from 'node:crypto';
import { GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';
import { Refusal } from './refusal.js';

export type TrustedDocumentMode = 'off' | 'log' | 'enforce';

/** How a client names what it wants to run: with the text, or with the text's sha256. */
export interface DocumentReference {
  readonly query?: string;
  /** "sha256:…", or the hash alone. */
  readonly documentId?: string;
  /** `persistedQuery.sha256Hash` is another way to give the hash. */
  readonly extensions?: Readonly<Record<string, unknown>> | null;
}

export interface FoundDocument {
  readonly text: string;
  readonly hash: string;
  /** Whether the manifest has it. */
  readonly trusted: boolean;
}

/** The manifest is not what it must be. The message says what it must be. */
export class ManifestError extends Error {
  override readonly name = 'ManifestError';
}

/**
 * The documents that the client teams have published: their text by its sha256, as the code generator's client preset
 * writes it with `persistedDocuments: { hashAlgorithm: 'sha256' }`.
 */
export class TrustedDocuments {
  private readonly hashes = new LRUCache<string, string>({ maxSize: rememberedCharacters, sizeCalculation });
  private readonly texts: ReadonlyMap<string, string>;

  /** Throws a ManifestError for anything but a JSON object of texts by their sha256. */
  constructor(
    readonly mode: TrustedDocumentMode,
    manifest: unknown,
  ) {
    this.texts = mode === 'off' ? new Map() : textsOf(manifest);
  }

  /** The document that is meant, or why it is refused: in the mode `enforce`, whatever the manifest lacks. */
  find(reference: DocumentReference): FoundDocument | Refusal {
    const { query } = reference;
    const given = hashOf(reference);
    if (given !== undefined && this.mode === 'off') return refused(notSupported);
    if (given !== undefined && !query) {
      const text = this.texts.get(given);
      return text === undefined ? refused(notFound) : { text, hash: given, trusted: true };
    }
    if (!query) return refused(missing);
    const hash = this.hashOfText(query);
    if (given !== undefined && given !== hash) return refused(mismatch);
    const trusted = this.texts.has(hash);
    return trusted || this.mode !== 'enforce' ? { text: query, hash, trusted } : refused(notTrusted);
  }

  /** The same texts come again and again, and looking one up takes a tenth of the time. */
  private hashOfText(text: string): string {
    let hash = this.hashes.get(text);
    if (hash === undefined) this.hashes.set(text, (hash = sha256(text)));
    return hash;
  }
}

/** Of the texts whose hashes are remembered. */
const rememberedCharacters = 500_000;
const sizeCalculation = (_hash: string, text: string) => text.length;

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function textsOf(manifest: unknown): ReadonlyMap<string, string> {
  const wrong = new ManifestError('must be a JSON object: the text of each document by its sha256 in hexadecimal');
  if (typeof manifest !== 'object' || manifest === null || Array.isArray(manifest)) throw wrong;
  const texts = new Map<string, string>();
  for (const [key, text] of Object.entries(manifest)) {
    if (typeof text !== 'string' || normal(key) !== sha256(text)) throw wrong;
    texts.set(normal(key), text);
  }
  return texts;
}

function hashOf({ documentId, extensions }: DocumentReference): string | undefined {
  if (typeof documentId === 'string' && documentId !== '') return normal(documentId);
  const persisted = extensions?.persistedQuery;
  if (typeof persisted !== 'object' || persisted === null || !('sha256Hash' in persisted)) return undefined;
  return typeof persisted.sha256Hash === 'string' ? normal(persisted.sha256Hash) : '';
}

const normal = (hash: string) => hash.replace(/^sha256:/, '').toLowerCase();

interface Reason {
  readonly kind: Refusal['kind'];
  readonly code: string;
  readonly message: string;
}

const refused = ({ kind, code, message }: Reason) =>
  new Refusal(kind, [new GraphQLError(message, { extensions: { code } })]);

// The messages of the first two are what Apollo's clients look for.
const notFound: Reason = { kind: 'request', code: 'PERSISTED_QUERY_NOT_FOUND', message: 'PersistedQueryNotFound' };
const notSupported: Reason = {
  kind: 'request',
  code: 'PERSISTED_QUERY_NOT_SUPPORTED',
  message: 'PersistedQueryNotSupported',
};
const missing: Reason = { kind: 'limit', code: 'BAD_REQUEST', message: 'The request must have a `query`.' };
const mismatch: Reason = {
  kind: 'limit',
  code: 'BAD_REQUEST',
  message: 'The document does not have the sha256 that came with it.',
};
const notTrusted: Reason = {
  kind: 'limit',
  code: 'DOCUMENT_NOT_TRUSTED',
  message: 'Only published documents are run here, and this is not one of them.',
};
