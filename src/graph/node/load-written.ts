import type { Loaders } from '../context.js';
import { madeParts } from '../../linkcy/lazy-parts.js';
import type { ObjectLoader } from './object-loader.js';

/**
 * The object as it is after a write. Everything that was loaded before is forgotten, for a write also changes objects
 * that are linked to it: a transfer changes two ledgers.
 */
export function loadWritten<Wire>(loader: ObjectLoader<Wire>, uuid: string, loaders: Loaders): Promise<Wire> {
  forgetLoaded(loaders);
  return loader.loadExisting(uuid);
}

/** After a write that has changed more than is known here. */
export function forgetLoaded(loaders: Loaders): void {
  for (const loader of madeParts(loaders)) loader.clearAll();
}
