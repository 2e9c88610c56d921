import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { parse, print, stripIgnoredCharacters, visit } from 'graphql';
import { changesOf, effectTitles, unannounced, type Effect } from './changes.js';

/**
 * `npm run schema:diff`: what the schema as it is does to clients of the last released one. Ends with code 1 where a
 * breaking change is not in the topmost section of schema/CHANGELOG.md. `npm run schema:diff -- --release` makes the
 * schema as it is the released one.
 */
const inSchema = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const { values: options } = parseArgs({
  options: {
    from: { type: 'string', default: inSchema('released.graphql') },
    to: { type: 'string', default: inSchema('schema.graphql') },
    changelog: { type: 'string', default: inSchema('CHANGELOG.md') },
    release: { type: 'boolean', default: false },
  },
});

const current = readFileSync(options.to, 'utf8');
if (options.release) {
  writeFileSync(options.from, withoutDescriptions(current));
  process.stdout.write('This is the released schema now. Date the topmost section of schema/CHANGELOG.md.\n');
} else {
  await tell();
}

async function tell(): Promise<void> {
  const changes = await changesOf(readFileSync(options.from, 'utf8'), current);
  if (changes.length === 0) process.stdout.write('The schema is the released one.\n');
  for (const effect of ['breaking', 'dangerous', 'safe'] satisfies Effect[]) {
    const lines = changes
      .filter((change) => change.effect === effect)
      .map(({ path, message, reason }) => `  ${path}\n    ${[message, reason].filter(Boolean).join(' ')}\n`);
    if (lines.length > 0) process.stdout.write(`${effectTitles[effect]}\n${lines.join('')}\n`);
  }
  const missing = unannounced(changes, readFileSync(options.changelog, 'utf8'));
  if (missing.length === 0) return;
  const paths = missing.map(({ path }) => `\`${path}\``).join(', ');
  process.stderr.write(`schema/CHANGELOG.md must say under "### Breaking" what becomes of ${paths}.\n`);
  process.exitCode = 1;
}

/** Clients are bound to names and types; without the words the file is a third as long. */
function withoutDescriptions(schema: string): string {
  const document = visit(parse(schema), {
    enter: (node) => ('description' in node ? { ...node, description: undefined } : undefined),
  });
  return `${print(parse(stripIgnoredCharacters(print(document))))}\n`;
}
