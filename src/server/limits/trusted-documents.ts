import { GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';
import { documentsIn, isSha256, normalId, sha256, type TrustedText } from './document-manifest.js';
import { RequestRejection } from './request-rejection.js';

export type TrustedDocumentMode = 'off' | 'log' | 'enforce';

/** How a client names a document: by its text, or by its id in a manifest. */
export interface DocumentReference {
  readonly query?: string;
  /** "sha256:…", a bare hash, or any other id of the manifest. */
  readonly documentId?: string;
  /** `persistedQuery.sha256Hash` is another way to send the id. */
  readonly extensions?: Readonly<Record<string, unknown>> | null;
}

interface FoundDocument {
  readonly text: string;
  readonly hash: string;
  /** Whether a manifest contains it. */
  readonly trusted: boolean;
}

/** The documents that client teams have published, by their ids in the manifests. */
export class TrustedDocuments {
  private readonly hashes = new LRUCache<string, string>({ maxSize: rememberedCharacters, sizeCalculation });
  private documents: ReadonlyMap<string, TrustedText> = new Map();
  private trustedHashes: ReadonlySet<string> = new Set();

  /** Throws a ManifestError, as `replace` does. */
  constructor(
    readonly mode: TrustedDocumentMode,
    manifest: unknown,
  ) {
    this.replace(manifest);
  }

  /**
   * Trusts the documents of one or several manifests, and no others. Throws a ManifestError; nothing has changed then.
   */
  replace(manifest: unknown): void {
    if (this.mode === 'off') return;
    this.documents = documentsIn(Array.isArray(manifest) ? manifest : [manifest]);
    this.trustedHashes = new Set([...this.documents.values()].map(({ hash }) => hash));
  }

  /**
   * The referenced document, or why it is rejected. In mode `enforce`, every document that no manifest contains is
   * rejected.
   */
  find(reference: DocumentReference): FoundDocument | RequestRejection {
    const { query } = reference;
    const id = idOf(reference);
    if (id !== undefined && this.mode === 'off') return refused(notSupported);
    const known = id === undefined ? undefined : this.documents.get(id);
    if (id !== undefined && !query) return known === undefined ? refused(notFound) : { ...known, trusted: true };
    if (!query) return refused(missing);
    const hash = this.hashOfText(query);
    const meant = known?.hash ?? (id !== undefined && isSha256(id) ? id : hash);
    if (meant !== hash) return refused(mismatch);
    const trusted = this.trustedHashes.has(hash);
    return trusted || this.mode !== 'enforce' ? { text: query, hash, trusted } : refused(notTrusted);
  }

  /** Cached, because clients repeat the same texts. */
  private hashOfText(text: string): string {
    let hash = this.hashes.get(text);
    if (hash === undefined) this.hashes.set(text, (hash = sha256(text)));
    return hash;
  }
}

/** Total characters of the texts whose hashes are cached. */
const rememberedCharacters = 500_000;
const sizeCalculation = (_hash: string, text: string) => text.length;

function idOf({ documentId, extensions }: DocumentReference): string | undefined {
  if (typeof documentId === 'string' && documentId !== '') return normalId(documentId);
  const persisted = extensions?.persistedQuery;
  if (typeof persisted !== 'object' || persisted === null || !('sha256Hash' in persisted)) return undefined;
  return typeof persisted.sha256Hash === 'string' ? normalId(persisted.sha256Hash) : '';
}

interface Reason {
  readonly kind: RequestRejection['kind'];
  readonly code: string;
  readonly message: string;
}

const refused = ({ kind, code, message }: Reason) =>
  new RequestRejection(kind, [new GraphQLError(message, { extensions: { code } })]);

// Apollo's clients look for the first two messages.
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
  message: 'The document is not the one that its id stands for.',
};
const notTrusted: Reason = {
  kind: 'limit',
  code: 'DOCUMENT_NOT_TRUSTED',
  message: 'Only published documents are run here, and this is not one of them.',
};
