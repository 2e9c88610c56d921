import { existsSync } from 'node:fs';

/**
 * The folder of this package: the nearest parent with a package.json, whether this runs from src/, dist/ or the bundle.
 */
export const packageRoot: URL = rootAbove(new URL('.', import.meta.url));

function rootAbove(folder: URL): URL {
  const above = new URL('..', folder);
  if (existsSync(new URL('package.json', folder)) || above.href === folder.href) return folder;
  return rootAbove(above);
}
