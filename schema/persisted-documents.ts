import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Publishes what the code generator wrote down of the documents of schema/operations/, their texts by their sha256, as
 * schema/persisted-documents.json: the form that TRUSTED_DOCUMENTS takes. Part of `npm run codegen`. With `--check`
 * nothing is written, and a file that differs ends the program with code 1.
 */
const generated = new URL('../test/support/graphql/persisted-documents.json', import.meta.url);
const published = new URL('persisted-documents.json', import.meta.url);
const documents = readFileSync(generated, 'utf8');

if (!process.argv.includes('--check')) {
  writeFileSync(published, documents);
} else if (readFileSync(published, 'utf8') !== documents) {
  process.stderr.write(
    `${fileURLToPath(published)} differs from the documents. Run \`npm run codegen\` and commit it.\n`,
  );
  process.exit(1);
}
