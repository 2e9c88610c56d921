import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Removes from dist/, of this package or of the copy that is named, what is of no use in the package: modules, and types, that no entry of it leads to. */
const root = process.argv[2] ?? fileURLToPath(new URL('../', import.meta.url));
const entries = ['dist/server/server', 'dist/simulator/simulator'];
const kept = new Set([...reached('.js'), ...reached('.d.ts')]);
const compiled = readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' })
  .map((path) => join('dist', path))
  .filter((path) => /\.js$|\.d\.ts$/.test(path) && !/^dist\/(?:bundle|explorer)\//.test(path));
for (const path of compiled) if (!kept.has(path)) rmSync(join(root, path));
// The compiler would take them for still there.
rmSync(join(root, 'dist/.tsbuildinfo'), { force: true });

function reached(extension: string): Set<string> {
  const found = new Set<string>();
  const follow = (module: string): void => {
    const path = `${module}${extension}`;
    if (found.has(path)) return;
    found.add(path);
    const imports = readFileSync(join(root, path), 'utf8').matchAll(
      /(?:from |import\(|import )['"](\.[^'"]+)\.js['"]/g,
    );
    for (const [, specifier = ''] of imports) follow(join(dirname(path), specifier));
  };
  entries.forEach(follow);
  return found;
}
