import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createSchema } from '../src/graph/schema.js';
import { outline } from './outline.js';
import { schemaText } from './print.js';

/**
 * Writes schema/schema.graphql and schema/introspection.json from the code: `npm run schema`. With `--check` nothing is
 * written, and a file that differs from the code ends the program with code 1.
 */
const schema = createSchema();
const files = {
  'schema.graphql': schemaText(schema),
  'introspection.json': `${JSON.stringify(outline(schema))}\n`,
};

for (const [name, emitted] of Object.entries(files)) {
  const file = fileURLToPath(new URL(name, import.meta.url));
  if (!process.argv.includes('--check')) {
    writeFileSync(file, emitted);
  } else if (readFileSync(file, 'utf8') !== emitted) {
    process.stderr.write(`schema/${name} differs from the code. Run \`npm run schema\` and commit the file.\n`);
    process.exit(1);
  }
}
