import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type OnResolveArgs } from 'esbuild';

/**
 * Puts the program and all that it imports into one file, dist/bundle/main.js: Node reads that instead of 1,400 files and
 * starts in half the time. Types of the schema are named after their classes, so that no class may be given another name;
 * a test compares the schema that the file serves with the one in schema/.
 */
const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const to = path('../dist/bundle/main.js');

const { outputFiles } = await build({
  ...{ entryPoints: [path('../src/main.ts')], outfile: to, bundle: true, write: false, logLevel: 'warning' },
  ...{ platform: 'node', target: 'node20', format: 'esm' },
  plugins: [{ name: 'tracing', setup: (bundle) => bundle.onResolve({ filter: /^@opentelemetry\/api$/ }, tracingApi) }],
  // Packages that come as ES modules, too, leave out what nobody imports.
  mainFields: ['es2015', 'module', 'main'],
  // Apollo Server's own looks for Node's `module`, which is not there in a bundle, and then hashes in JavaScript.
  alias: { '@apollo/utils.createhash': 'node:crypto' },
  // CommonJS packages that are in the bundle ask for Node's own modules with `require`.
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
});
mkdirSync(dirname(to), { recursive: true });
for (const { text } of outputFiles) writeFileSync(`${to}.new`, inAscii(text), { mode: 0o755 });
// Whoever starts it meanwhile gets the old one whole, or the new one.
renameSync(`${to}.new`, to);

/** The user's own, if it is installed: all that trace share one. prom-client cannot do without, so it has one in here. */
function tracingApi({ path, importer }: OnResolveArgs) {
  return importer.includes('prom-client') ? undefined : { path, external: true };
}

/** With a single other character, V8 keeps the whole text with two bytes a character. They stand in patterns only. */
function inAscii(text: string): string {
  return text.replace(/[^\0-\x7f]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
