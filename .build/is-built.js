import { readdirSync, statSync } from 'node:fs';

/** What `npm start` runs is made of these: a folder counts with all that is in it, and with what was removed from it. */
const sources = ['src', '.build', 'package-lock.json', 'node_modules/.package-lock.json'];
const products = ['dist/bundle/main.js', 'dist/explorer/licenses.txt'];

/** Whether what `npm start` runs is there, and newer than all that it is made of. */
export function isBuilt() {
  const built = Math.min(...products.map(timeOf));
  return sources.every((path) => newestIn(path) < built);
}

/** @param {string} path */
function newestIn(path) {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return timeOf(path);
  const entries = readdirSync(path, { recursive: true, encoding: 'utf8' });
  return Math.max(timeOf(path), ...entries.map((entry) => timeOf(`${path}/${entry}`)));
}

/** Of what is not there, 0. @param {string} path */
function timeOf(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
