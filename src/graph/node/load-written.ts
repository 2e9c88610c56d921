import { setTimeout as pause } from 'node:timers/promises';
import { GraphQLError } from 'graphql';
import type { Context, Loaders } from '../context.js';
import { LinkcyError } from '../../linkcy/error.js';
import type { ObjectLoader } from './object-loader.js';

/** When an object that LinkCy does not find just after it was made is asked for again, in milliseconds after the first time. */
const lookAgainAt = [100, 300, 900];

/**
 * The object as it is after a write. Everything that was loaded before is forgotten, for a write also changes objects
 * that are linked to it: a transfer changes two ledgers. LinkCy may need a moment until it finds what it has just made.
 * What cannot be read back was written all the same: throws WRITTEN_NOT_READ, and the payload's ids stand.
 */
export async function loadWritten<Wire>(
  loaderOf: (loaders: Loaders) => ObjectLoader<Wire>,
  uuid: string,
  { loaders, caller }: Context,
): Promise<Wire> {
  const loader = loaderOf(loaders);
  try {
    let waited = 0;
    for (const moment of [0, ...lookAgainAt]) {
      await pause(moment - waited, undefined, { signal: caller.signal });
      waited = moment;
      forgetLoaded(loaders);
      const wire = await loader.load(uuid);
      if (wire !== null) return wire;
    }
  } catch (error) {
    if (!(error instanceof LinkcyError) && caller.signal?.aborted !== true) throw error;
  }
  throw new GraphQLError('It was carried out, but cannot be read back at the moment: the payload has its id.', {
    extensions: { code: 'WRITTEN_NOT_READ' },
  });
}

/** After a write that has changed more than is known here. */
export function forgetLoaded(loaders: Loaders): void {
  for (const loader of Object.values(loaders)) loader.clearAll();
}

/** What a payload's object says about itself. */
export const writtenDescription = (what: string) =>
  `${what} Null, with the error WRITTEN_NOT_READ, where it cannot be read back: it was carried out all the same.`;
