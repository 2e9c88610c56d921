import { readFileSync } from 'node:fs';
import { packageRoot } from './package-root.js';

/** The version of this package, as it is installed. */
export const version: string = versionIn(JSON.parse(readFileSync(new URL('package.json', packageRoot), 'utf8')));

function versionIn(manifest: unknown): string {
  const isManifest = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return isManifest && typeof manifest.version === 'string' ? manifest.version : 'unknown';
}
