import DataLoader from 'dataloader';
import { GraphQLError } from 'graphql';
import { isForbidden, isNotFound } from '../linkcy/error.js';

/** Fetches objects by an id, each once a request however often it is linked; null where it does not exist. */
export type ObjectLoader<Wire> = DataLoader<string, Wire | null>;

/**
 * LinkCy has no endpoint that gives several objects by their ids, so there are no batches, in which the first object
 * would wait for the last; what counts here is that nothing is asked twice. Answers of GET /x/{id} only: rows of lists
 * lack fields.
 */
export function objectLoader<Wire>(
  get: (id: string) => Promise<Wire>,
  sameAs: (id: string) => string = inSmallLetters,
): ObjectLoader<Wire> {
  return new DataLoader<string, Wire | null>(
    async ([id = '']) => [await get(id).catch(nullOrError)],
    // Calls start in the same turn; waiting for the next one, as DataLoader does, would only cost time.
    { batch: false, batchScheduleFn: queueMicrotask, cacheKeyFn: sameAs },
  );
}

/** UUIDs are the same in capitals. */
function inSmallLetters(uuid: string): string {
  return uuid.toLowerCase();
}

function nullOrError(error: unknown): null | Error {
  if (isNotFound(error)) return null;
  return error instanceof Error ? error : new Error('A loader failed.', { cause: error });
}

/** The object that a field of its own needs; where it has vanished in between, the field is an error. */
export async function loadExisting<Wire>(loader: ObjectLoader<Wire>, uuid: string): Promise<Wire> {
  const wire = await loader.load(uuid);
  if (wire !== null) return wire;
  throw new GraphQLError('The object does not exist any more.', { extensions: { code: 'NOT_FOUND' } });
}

/** An object of somebody else, as a transaction links it: null where the caller may not see it. */
export function loadVisible<Wire>(loader: ObjectLoader<Wire>, uuid: string): Promise<Wire | null> {
  return loader.load(uuid).catch((error: unknown) => {
    if (isForbidden(error)) return null;
    throw error;
  });
}
