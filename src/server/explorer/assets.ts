import { readFile } from 'node:fs/promises';
import { packageRoot } from '../package-root.js';

interface Asset {
  readonly contentType: string;
  readonly content: Buffer;
}

/** Where `npm run build:explorer` puts them. */
const directory = new URL('dist/explorer/', packageRoot);

const script = 'text/javascript; charset=utf-8';
const style = 'text/css; charset=utf-8';
const contentTypes: ReadonlyMap<string, string> = new Map([
  ...['graphiql.js', 'react.js', 'react-dom.js'].map((name) => [name, script] as const),
  ...['start.js', 'guide.js', 'answers.js', 'tabs.js'].map((name) => [name, script] as const),
  ...['graphiql.css', 'explorer.css'].map((name) => [name, style] as const),
]);

/** What the explorer's page loads by this name; undefined for any other name, and where the explorer was not built. */
export async function explorerAsset(name: string): Promise<Asset | undefined> {
  const contentType = contentTypes.get(name);
  if (contentType === undefined) return undefined;
  try {
    return { contentType, content: await readFile(new URL(name, directory)) };
  } catch {
    return undefined;
  }
}
