import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { satisfies } from 'semver';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { urlIn } from '../support/instance.js';

interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly dev?: boolean; readonly engines?: { readonly node?: string } }>
  >;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const startCommand = manifest.scripts.start.replace(/ dist\S+$/, '');

interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly files: readonly { readonly path: string }[];
}

describe('the package', () => {
  // What is published: a copy, as tests beside this one need all of dist/.
  const published = mkdtempSync(join(tmpdir(), 'linkcy-graphql-published-'));
  const options = { cwd: published, encoding: 'utf8', stdio: 'pipe' } as const;
  let packed: Packed;
  let paths: readonly string[];
  beforeAll(() => {
    const parts = ['dist', 'schema', '.github', 'package.json', 'README.md'];
    for (const name of parts) cpSync(join(root, name), join(published, name), { recursive: true });
    const prune = ['--import', 'tsx', '.build/prune.ts', published];
    execFileSync(process.execPath, prune, { cwd: root, stdio: 'pipe' });
    [packed] = JSON.parse(execFileSync('npm', ['pack', '--json', '--ignore-scripts'], options));
    paths = packed.files.map(({ path }) => path);
  });
  afterAll(() => rmSync(published, { recursive: true }));

  test('holds the program, the explorer, types, and the schema with its documents: nothing else', () => {
    const wanted =
      /^(?:package\.json|README\.md|\.github\/LICENSE\.md|dist\/.+\.(?:js|d\.ts)|dist\/explorer\/[\w-]+\.(?:js|css|txt)|schema\/.+)$/;
    expect(paths.filter((path) => !wanted.test(path))).toEqual([]);
    expect(
      paths.filter((path) => /\btest\b|\.tsbuildinfo|\.map$|released|SOURCES|schema\/[\w-]+\.ts$/.test(path)),
    ).toEqual([]);
    expect(paths).toEqual(
      expect.arrayContaining([
        ...['dist/bundle/main.js', 'dist/server/server.js', 'dist/simulator/simulator.js'],
        ...['dist/explorer/graphiql.js', 'dist/explorer/licenses.txt'],
        ...['schema/schema.graphql', 'schema/possible-types.json', 'schema/persisted-documents.json'],
        'schema/operations/tour/1-the-graph.graphql',
        '.github/LICENSE.md',
      ]),
    );
    // The program comes as one file that holds what it needs, so that it starts fast: 1.1 MB of these.
    const isUseless = (path: string) =>
      /^dist\/(?:main\.|probe\/|simulator\/main\.)|server\/admission\.d\.ts$/.test(path);
    expect(paths.filter(isUseless), 'the program has these in its one file; nobody can import the type').toEqual([]);
    expect(packed.size).toBeLessThan(2_500_000);
  });

  test('names only what it holds', () => {
    const named = [manifest.bin['linkcy-graphql'], manifest.types, ...targetsOf(manifest.exports)].map((path: string) =>
      path.replace(/^\.\//, ''),
    );
    expect(named.filter((path) => !path.includes('*') && !paths.includes(path))).toEqual([]);
    const [command = ''] = readFileSync(join(root, manifest.bin['linkcy-graphql']), 'utf8').split('\n');
    expect(command, 'starts Node with the same options as npm start').toBe(`#!/usr/bin/env -S ${startCommand}`);
  });

  test('has a program that hashes with Node, and holds no second implementation in JavaScript', () => {
    expect(readFileSync(join(root, 'dist/bundle/main.js'), 'utf8')).not.toMatch(
      /node_modules\/(?:sha\.js|to-buffer)\//,
    );
  });

  test('mentions no source maps, as it has none', () => {
    const compiled = paths.filter((path) => /^dist\/.+\.js$/.test(path) && !path.includes('/explorer/'));
    const text = (path: string) => readFileSync(join(root, path), 'utf8');
    expect(compiled.filter((path) => /^\/\/# sourceMappingURL/m.test(text(path)))).toEqual([]);
  });

  test('asks for a Node that all it depends on runs on, and for no other range where a fix may come', () => {
    const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;
    const needed = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev);
    expect(needed.length).toBeGreaterThan(100);
    const unfit = ['20.18.1', '22.0.0', '24.0.0'].flatMap((version) =>
      needed.filter(([, { engines }]) => engines?.node !== undefined && !satisfies(version, engines.node)),
    );
    expect(manifest.engines.node).toBe('^20.18.1 || >=22');
    expect(unfit.map(([path]) => path)).toEqual([]);
    const pinned = Object.entries<string>(manifest.dependencies).filter(([, range]) => !range.startsWith('^'));
    const reasons = readFileSync(join(root, '.github/CONTRIBUTING.md'), 'utf8');
    expect(pinned.filter(([name]) => !reasons.includes(name.replace('@graphql-tools/merge', '…/merge')))).toEqual([]);
  });

  describe('in the project of somebody who installs it', () => {
    const project = mkdtempSync(join(tmpdir(), 'linkcy-graphql-installed-'));
    const installed = join(project, 'node_modules/linkcy-graphql');
    beforeAll(() => {
      mkdirSync(installed, { recursive: true });
      execFileSync('tar', ['xzf', join(published, packed.filename), '--strip-components=1', '-C', installed]);
    });
    afterAll(() => rmSync(project, { recursive: true }));

    test('the program needs nothing beside itself', async () => {
      const program = spawn(join(installed, manifest.bin['linkcy-graphql']), {
        cwd: project,
        env: { PATH: process.env.PATH, PORT: '0', SIMULATOR_PORT: '0', METRICS: 'true' },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let output = '';
      program.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
      while (urlIn(output) === undefined) await once(program.stdout, 'data');
      const { origin } = new URL(urlIn(output)!);
      expect((await fetch(`${origin}/explorer`)).status).toBe(200);
      expect(await (await fetch(`${origin}/health`)).json()).toEqual({ status: 'up', version: manifest.version });
      expect(await (await fetch(`${origin}/metrics`)).text()).toContain('linkcy_graphql_build_info');
      program.kill('SIGINT');
      expect(await once(program, 'exit')).toEqual([0, null]);
    });
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
