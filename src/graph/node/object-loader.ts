import DataLoader from 'dataloader';
import { GraphQLError } from 'graphql';
import { isForbidden, isNotFound } from '../../linkcy/error.js';

/**
 * Fetches objects by an id, each once a request however often it is linked. LinkCy has no endpoint that gives several
 * objects by their ids, so there are no batches, in which the first object would wait for the last; what counts here is
 * that nothing is asked twice. Answers of GET /x/{id} only: rows of lists lack fields.
 */
export class ObjectLoader<Wire> {
  private readonly objects: DataLoader<string, Wire | null>;
  /** Of a row, many fields may need the object: they all wait for one promise. */
  private readonly existing = new Map<string, Promise<Wire>>();

  /** @param sameAs what ids of the same object have in common; UUIDs are the same in capitals */
  constructor(get: (id: string) => Promise<Wire>, sameAs: (id: string) => string = (uuid) => uuid.toLowerCase()) {
    this.objects = new DataLoader<string, Wire | null>(
      async ([id = '']) => [await get(id).catch(nullOrError)],
      // Calls start in the same turn; waiting for the next one, as DataLoader does, would only cost time.
      { batch: false, batchScheduleFn: queueMicrotask, cacheKeyFn: sameAs },
    );
  }

  /** Null where it does not exist. */
  load(id: string): Promise<Wire | null> {
    return this.objects.load(id);
  }

  /** The object that a field of its own needs; where it has vanished in between, the field is an error. */
  loadExisting(id: string): Promise<Wire> {
    const known = this.existing.get(id);
    if (known !== undefined) return known;
    const object = this.load(id).then(required);
    this.existing.set(id, object);
    return object;
  }

  /** An object of somebody else, as a transaction links it: null where the caller may not see it. */
  loadVisible(id: string): Promise<Wire | null> {
    return this.load(id).catch((error: unknown) => {
      if (isForbidden(error)) return null;
      throw error;
    });
  }

  /** Takes in an object that came in another way, and with all that GET /x/{id} would give. */
  prime(id: string, wire: Wire): void {
    this.objects.prime(id, wire);
  }

  clearAll(): void {
    this.objects.clearAll();
    this.existing.clear();
  }
}

function nullOrError(error: unknown): null | Error {
  if (isNotFound(error)) return null;
  return error instanceof Error ? error : new Error('A loader failed.', { cause: error });
}

function required<Wire>(wire: Wire | null): Wire {
  if (wire !== null) return wire;
  throw new GraphQLError('The object does not exist any more.', { extensions: { code: 'NOT_FOUND' } });
}
