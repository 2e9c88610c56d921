import { setTimeout as pause } from 'node:timers/promises';
import { GraphQLError } from 'graphql';
import type { Context } from '../context.js';
import { LinkcyError } from '../../linkcy/error.js';
import type { Loaders } from '../loaders.js';

/** When an object that LinkCy does not find just after it was made is asked for again, in milliseconds after the first time. */
const lookAgainAt = [100, 300, 900];

/**
 * The object as it is after a write. Everything that was loaded before is forgotten, for a write also changes objects
 * that are linked to it: a transfer changes two ledgers. LinkCy may need a moment until it finds what it has just made.
 * What cannot be read back was written all the same: throws a GraphQLError WRITTEN_NOT_READ, and the payload's ids stand.
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
      await pause(moment - waited, undefined, { signal });
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

/** What a payload's object says about itself. */
export const writtenDescription = (what: string) =>
  `${what} Null, with the error WRITTEN_NOT_READ, where it cannot be read back: it was carried out all the same.`;
