import DataLoader from 'dataloader';
import { GraphQLError } from 'graphql';
import { isForbidden, isNotFound } from '../../linkcy/error.js';

/**
 * Loads objects of one type by id, each with one call a request however often it is linked. LinkCy has no endpoint that
 * gives several objects by their ids, so there are no batches, in which the first object would wait for the last.
 * Calls GET /x/{id} only: rows of lists lack fields.
 */
export class NodeLoader<Wire, Node> {
  private readonly answers: DataLoader<string, Wire | null>;
  /** By id as it was given: a hundred transactions that lead to one ledger get the same promise. */
  private readonly visible = new Map<string, Promise<Node | null>>();
  private readonly details = new Map<string, Promise<Wire>>();

  /** @param cacheKey what ids of the same object have in common; UUIDs may be in capitals */
  constructor(
    get: (id: string) => Promise<Wire>,
    private readonly nodeOf: (wire: Wire) => Node,
    cacheKey: (id: string) => string = (uuid) => uuid.toLowerCase(),
  ) {
    this.answers = new DataLoader<string, Wire | null>(
      async ([id = '']) => [await get(id).catch(nullOrError)],
      // The default waits for the next turn to collect a batch, which there is not.
      { batch: false, batchScheduleFn: queueMicrotask, cacheKeyFn: cacheKey },
    );
  }

  /** Null where it does not exist. Throws a LinkcyRejection where the caller may not see it. */
  async load(id: string): Promise<Node | null> {
    const wire = await this.answers.load(id);
    return wire && this.nodeOf(wire);
  }

  /** Null also where the caller may not see it, for what is linked may belong to somebody else. No id leads to null. */
  loadIfVisible(id: string | null | undefined): Promise<Node | null> | null {
    return id == null ? null : remember(this.visible, id, () => this.load(id).catch(nullIfForbidden));
  }

  /** LinkCy's own answer about an object that the caller has: throws a GraphQLError NOT_FOUND where it has vanished. */
  loadDetail({ uuid }: { readonly uuid: string }): Promise<Wire> {
    return remember(this.details, uuid, () => this.answers.load(uuid).then(required));
  }

  /** Takes in an answer that came in another way, with all that GET /x/{id} would give. */
  prime(id: string, wire: Wire): void {
    this.answers.prime(id, wire);
  }

  clear(): void {
    this.answers.clearAll();
    this.visible.clear();
    this.details.clear();
  }
}

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
