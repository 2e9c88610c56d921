import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const startCommand = manifest.scripts.start.replace(/ dist\S+$/, '');

interface Packed {
  readonly size: number;
  readonly files: readonly { readonly path: string }[];
}

describe('the package', { timeout: 60_000 }, () => {
  let packed: Packed;
  let paths: readonly string[];
  beforeAll(() => {
    const options = { cwd: root, encoding: 'utf8', stdio: 'pipe' } as const;
    [packed] = JSON.parse(execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], options));
    paths = packed.files.map(({ path }) => path);
  });

  test('holds the program, the explorer, types, and the schema with its documents: nothing else', () => {
    const wanted =
      /^(?:package\.json|README\.md|\.github\/LICENSE\.md|dist\/.+\.(?:js|d\.ts)|dist\/explorer\/[\w-]+\.(?:js|css|txt)|schema\/.+)$/;
    expect(paths.filter((path) => !wanted.test(path))).toEqual([]);
    expect(paths.filter((path) => /\btest\b|\.tsbuildinfo|\.map$|released|schema\/[\w-]+\.ts$/.test(path))).toEqual([]);
    expect(paths).toEqual(
      expect.arrayContaining([
        ...['dist/main.js', 'dist/simulator/simulator.js', 'dist/explorer/graphiql.js', 'dist/explorer/licenses.txt'],
        ...['schema/schema.graphql', 'schema/possible-types.json', 'schema/persisted-documents.json'],
        'schema/operations/tour/1-the-graph.graphql',
        '.github/LICENSE.md',
      ]),
    );
    expect(packed.size).toBeLessThan(1_500_000);
  });

  test('names only what it holds', () => {
    const named = [manifest.bin['linkcy-graphql'], manifest.types, ...targetsOf(manifest.exports)].map((path: string) =>
      path.replace(/^\.\//, ''),
    );
    expect(named.filter((path) => !path.includes('*') && !paths.includes(path))).toEqual([]);
    const [command = ''] = readFileSync(join(root, manifest.bin['linkcy-graphql']), 'utf8').split('\n');
    expect(command, 'starts Node with the same options as npm start').toBe(`#!/usr/bin/env -S ${startCommand}`);
  });

  describe('in the project of somebody who embeds it', () => {
    const project = mkdtempSync(join(tmpdir(), 'linkcy-graphql-project-'));
    const program = `
      import { createServer, type Server, type ServerOptions } from 'linkcy-graphql';
      import { startSimulator } from 'linkcy-graphql/simulator';
      const simulator = await startSimulator();
      const options: ServerOptions = {
        host: '127.0.0.1', port: 0, linkcyUrl: simulator.url, development: true, sandbox: true, demoToken: simulator.demoToken(),
      };
      const server: Server = await createServer(options);
      const body = JSON.stringify({ query: '{ consumers { totalCount } }' });
      const answer = await fetch(server.url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      console.log(await answer.text());
      await server.close();
      await simulator.close();
    `;
    beforeAll(() => {
      mkdirSync(join(project, 'node_modules'));
      symlinkSync(root, join(project, 'node_modules/linkcy-graphql'));
      writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
      writeFileSync(join(project, 'program.ts'), program);
    });
    afterAll(() => rmSync(project, { recursive: true }));

    test('has types, and answers', () => {
      const types = ['--types', 'node', '--typeRoots', join(root, 'node_modules/@types')];
      const options = ['--strict', '--skipLibCheck', '--target', 'es2022', '--module', 'nodenext', ...types];
      execFileSync(join(root, 'node_modules/.bin/tsc'), [...options, 'program.ts'], { cwd: project, stdio: 'pipe' });
      expect(existsSync(join(project, 'program.js'))).toBe(true);
      const output = execFileSync(process.execPath, ['program.js'], { cwd: project, encoding: 'utf8' });
      expect(JSON.parse(output)).toMatchObject({ data: { consumers: { totalCount: 46 } } });
    });
  });
});

function targetsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(targetsOf) : [];
}
