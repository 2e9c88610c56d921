import { setTimeout as pause } from 'node:timers/promises';
import { GraphQLError } from 'graphql';
import type { Context } from '../context.js';
import { LinkcyError } from '../../linkcy/error.js';
import type { Loaders } from '../loaders.js';

/** When to look again for an object that LinkCy does not find just after creating it, in milliseconds after the first try. */
const lookAgainAt = [100, 300, 900];

/**
 * Loads an object after a write. Clears all loaders first, because a write also changes linked objects: a transfer changes
 * two ledgers. LinkCy may need a moment to find what it has just created. Throws a GraphQLError WRITTEN_NOT_READ if the
 * object cannot be read back; it was written nevertheless, and the payload's ids are valid.
 */
export async function loadWritten<Node>(
  loaderOf: (loaders: Loaders) => { load(uuid: string): Promise<Node | null> },
  uuid: string,
  context: Context,
): Promise<Node> {
  const { signal } = context.caller;
  try {
    let waited = 0;
    for (const moment of [0, ...lookAgainAt]) {
      // A pause of 0 would be a millisecond of every payment.
      if (moment > 0) await pause(moment - waited, undefined, { signal });
      waited = moment;
      context.clearLoaded();
      const node = await loaderOf(context.loaders).load(uuid);
      if (node !== null) return node;
    }
  } catch (error) {
    if (!(error instanceof LinkcyError) && signal?.aborted !== true) throw error;
  }
  throw new GraphQLError('It was carried out, but cannot be read back at the moment: the payload has its id.', {
    extensions: { code: 'WRITTEN_NOT_READ' },
  });
}

/** The description of a payload's object. */
export const writtenDescription = (what: string) =>
  `${what} Null, with the error WRITTEN_NOT_READ, where it cannot be read back: it was carried out all the same.`;
