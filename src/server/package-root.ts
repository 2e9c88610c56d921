import { existsSync } from 'node:fs';

/** The package's own folder: the nearest one above this file that has a package.json, be it in src/, dist/ or the bundle. */
export const packageRoot: URL = rootAbove(new URL('.', import.meta.url));

function rootAbove(folder: URL): URL {
  const above = new URL('..', folder);
  if (existsSync(new URL('package.json', folder)) || above.href === folder.href) return folder;
  return rootAbove(above);
}
