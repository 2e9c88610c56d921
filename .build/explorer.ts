import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Puts what the page of /explorer loads into dist/explorer/: GraphiQL's own ready-made bundle, and React, which it needs.
 * They are copied because GraphiQL as a dependency would bring 90 MB along, of which a browser gets 1.6.
 */
const require = createRequire(import.meta.url);
const from = fileURLToPath(new URL('../src/server/explorer/browser/', import.meta.url));
const to = fileURLToPath(new URL('../dist/explorer/', import.meta.url));
const packageDirectory = (name: string) => dirname(require.resolve(`${name}/package.json`));

const files = {
  'graphiql.js': join(packageDirectory('graphiql'), 'graphiql.min.js'),
  'graphiql.css': join(packageDirectory('graphiql'), 'graphiql.min.css'),
  'react.js': join(packageDirectory('react'), 'umd/react.production.min.js'),
  'react-dom.js': join(packageDirectory('react-dom'), 'umd/react-dom.production.min.js'),
  ...Object.fromEntries(readdirSync(from).map((name) => [name, join(from, name)])),
};

mkdirSync(to, { recursive: true });
for (const [name, file] of Object.entries(files)) copyFileSync(file, join(to, name));
const licences = ['graphiql', 'react', 'react-dom'].map(
  (name) => `${name}\n\n${readFileSync(join(packageDirectory(name), 'LICENSE'), 'utf8')}`,
);
writeFileSync(join(to, 'licenses.txt'), licences.join('\n\n'));
