import DataLoader from 'dataloader';
import { GraphQLError } from 'graphql';
import { isForbidden, isNotFound } from '../../linkcy/error.js';

/**
 * Loads objects of one type by id, each with one call per request however often it is linked. LinkCy has no endpoint for
 * several ids, so nothing is batched: the first object would wait for the last. Always calls GET /x/{id}, because rows of
 * lists lack fields.
 */
export class NodeLoader<Wire, Node> {
  private readonly answers: DataLoader<string, Wire | null>;
  /** By the given id: a hundred transactions of one ledger share a promise. */
  private readonly visible = new Map<string, Promise<Node | null>>();
  private readonly details = new Map<string, Promise<Wire>>();

  /** @param cacheKey maps ids of the same object to one key; by default ignores the case of UUIDs */
  constructor(
    get: (id: string) => Promise<Wire>,
    private readonly nodeOf: (wire: Wire) => Node,
    cacheKey: (id: string) => string = (uuid) => uuid.toLowerCase(),
  ) {
    this.answers = new DataLoader<string, Wire | null>(
      ([id = '']) => get(id).then(only, (error) => [nullOrError(error)]),
      // The default would wait a tick to collect a batch.
      { batch: false, batchScheduleFn: queueMicrotask, cacheKeyFn: cacheKey },
    );
  }

  /** Null if it does not exist. Throws a LinkcyRejection if the caller may not see it. */
  async load(id: string): Promise<Node | null> {
    const wire = await this.answers.load(id);
    return wire && this.nodeOf(wire);
  }

  /** As `load`, but null also if the caller may not see it, because a linked object may belong to someone else. */
  loadIfVisible(id: string | null | undefined): Promise<Node | null> | null {
    return id == null ? null : remember(this.visible, id, () => this.load(id).catch(nullIfForbidden));
  }

  /** LinkCy's answer for an object that was found before. Throws a GraphQLError NOT_FOUND if it has disappeared. */
  loadDetail({ uuid }: { readonly uuid: string }): Promise<Wire> {
    return remember(this.details, uuid, () => this.answers.load(uuid).then(required));
  }

  /** Adds an answer of another endpoint that has everything GET /x/{id} would return. */
  prime(id: string, wire: Wire): void {
    this.answers.prime(id, wire);
  }

  clear(): void {
    this.answers.clearAll();
    this.visible.clear();
    this.details.clear();
  }
}

const only = <Value>(value: Value): Value[] => [value];

function remember<Value>(values: Map<string, Promise<Value>>, id: string, load: () => Promise<Value>): Promise<Value> {
  const known = values.get(id);
  if (known !== undefined) return known;
  const value = load();
  values.set(id, value);
  return value;
}

function nullOrError(error: unknown): null | Error {
  if (isNotFound(error)) return null;
  return error instanceof Error ? error : new Error('A loader failed.', { cause: error });
}

function nullIfForbidden(error: unknown): null {
  if (isForbidden(error)) return null;
  throw error;
}

function required<Wire>(wire: Wire | null): Wire {
  if (wire !== null) return wire;
  throw new GraphQLError('The object does not exist any more.', { extensions: { code: 'NOT_FOUND' } });
}
