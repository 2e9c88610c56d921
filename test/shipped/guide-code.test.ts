import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApi, type Api } from '../support/api.js';

/** The TypeScript of schema/README.md, in a project of somebody who copies it. */
const root = fileURLToPath(new URL('../..', import.meta.url));
const guide = readFileSync(join(root, 'schema/README.md'), 'utf8');
const address = 'http://127.0.0.1:4000/graphql';
const run = promisify(execFile);

/** What the project has installed. */
const packages = [
  ...['@graphql-codegen/client-preset', '@graphql-typed-document-node/core', '@tanstack/react-query', '@types/react'],
  ...[
    '@urql/core',
    '@urql/exchange-graphcache',
    'graphql',
    'graphql-request',
    'graphql-ws',
    'react',
    'react-dom',
    'ws',
  ],
];

/** The one block of the guide that has these words. */
function blockWith(words: string): string {
  const blocks = [...guide.matchAll(/```(?:tsx?|graphql)\n([\s\S]*?)```/g)].map(([, text = '']) => text);
  const [found = '', ...others] = blocks.filter((text) => text.includes(words));
  expect(others, words).toEqual([]);
  return found;
}

describe('the code of the guide', { timeout: 120_000 }, () => {
  const project = mkdtempSync(join(tmpdir(), 'linkcy-graphql-guide-'));
  const at = (name: string) => join(project, name);
  const bin = (name: string) => join(root, 'node_modules/.bin', name);
  let api: Api;
  beforeAll(async () => {
    api = await startApi();
    for (const folder of ['src', 'node_modules']) mkdirSync(at(folder));
    writeFileSync(at('package.json'), '{ "type": "module" }');
    writeFileSync(at('codegen.ts'), blockWith('generates:').replace(address, join(root, 'schema/schema.graphql')));
    writeFileSync(at('src/ledgers.ts'), blockWith('query MyLedgers'));
    writeFileSync(at('src/payments.tsx'), blockWith('query LedgerPayments'));
    writeFileSync(at('src/cache.ts'), blockWith('exchange-graphcache'));
    symlinkSync(root, at('node_modules/linkcy-graphql'));
    for (const name of packages) {
      mkdirSync(dirname(at(`node_modules/${name}`)), { recursive: true });
      symlinkSync(join(root, 'node_modules', name), at(`node_modules/${name}`));
    }
    await run(bin('graphql-codegen'), ['--config', 'codegen.ts'], { cwd: project });
  }, 120_000);
  afterAll(async () => {
    await api.close();
    rmSync(project, { recursive: true });
  });

  /** What a program that uses the code prints, warnings included. */
  async function printed(program: string): Promise<string> {
    copyFileSync(new URL(`../clients/guide/${program}`, import.meta.url), at(program));
    const { outputFiles } = await build({
      ...{ entryPoints: [at(program)], bundle: true, write: false, format: 'esm', platform: 'node', jsx: 'automatic' },
      packages: 'external',
      // JSON becomes a part of the app, as bundlers do it.
      plugins: [
        { name: 'schema', setup: ({ onResolve }) => onResolve({ filter: /^linkcy-graphql\/schema\// }, inRoot) },
      ],
    });
    writeFileSync(at('program.mjs'), (outputFiles?.[0]?.text ?? '').replaceAll(address, api.url));
    const values = {
      url: api.url,
      input: { ...api.simulator.exampleTransfer(), amount: '45.50' },
      approve: `${api.simulator.url}/simulator/sca/SCA_ID/approve`,
      documents: {
        explore: readFileSync(join(root, 'schema/operations/explore.graphql'), 'utf8'),
        ...{ Payments: blockWith('query Payments('), Pay: blockWith('mutation Pay('), Paid: blockWith('Paid(') },
      },
    };
    const { stdout, stderr } = await run(process.execPath, ['program.mjs', JSON.stringify(values)], { cwd: project });
    return stdout + stderr;
  }

  test('is right for the compiler', async () => {
    const options = ['--noEmit', '--strict', '--skipLibCheck', '--target', 'es2022', '--module', 'esnext'];
    const bundled = ['--moduleResolution', 'bundler', '--resolveJsonModule', '--jsx', 'react-jsx', '--types', 'react'];
    const files = ['src/ledgers.ts', 'src/payments.tsx', 'src/cache.ts'];
    const errors = run(bin('tsc'), [...options, ...bundled, ...files], { cwd: project }).then(
      ({ stdout }) => stdout,
      (error: { stdout: string }) => error.stdout,
    );
    expect(await errors).toBe('');
  });

  test("urql's Graphcache merges pages and follows an approval, without a warning", async () => {
    const output = await printed('graphcache.js');
    expect(JSON.parse(output)).toEqual({ consumers: 46, shown: [10, 20, 30], status: 'COMPLETED' });
  });

  test('TanStack Query shows two pages of payments, and that there are more', async () => {
    const html = await printed('tanstack-query.jsx');
    expect(html.match(/<li>[\d.]+ [A-Z]{3}<\/li>/g)).toHaveLength(20);
    expect(html).toMatch(/<button>More<\/button>\n$/);
  });
});

const inRoot = ({ path }: { readonly path: string }) => ({ path: join(root, path.replace('linkcy-graphql/', '')) });
