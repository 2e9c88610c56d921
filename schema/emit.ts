import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createSchema } from '../src/graph/schema.js';
import { schemaText } from './print.js';

/**
 * Writes schema/schema.graphql from the code: `npm run schema`. With `--check` nothing is written, and a schema that
 * differs from the file ends the program with code 1.
 */
const file = fileURLToPath(new URL('schema.graphql', import.meta.url));
const emitted = schemaText(createSchema());

if (!process.argv.includes('--check')) {
  writeFileSync(file, emitted);
} else if (readFileSync(file, 'utf8') !== emitted) {
  process.stderr.write('schema/schema.graphql differs from the code. Run `npm run schema` and commit the file.\n');
  process.exit(1);
}
