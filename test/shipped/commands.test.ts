import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readConfig } from '../../src/config/settings.js';
import { startApi } from '../support/api.js';

/** The commands that the pages tell people to type, each with the place that runs it. */
const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const scripts: Readonly<Record<string, string>> = JSON.parse(read('package.json')).scripts;
const programs = ['npm', 'npx', 'curl', 'docker', 'openssl', '.ci/run', '.ci/with-node'];
/** Lists of facts, without commands. */
const without = ['schema/CHANGELOG.md', 'schema/SOURCES.md', 'schema/COVERAGE.md', '.github/LICENSE.md'];

const pages = ['README.md', ...['.docker', '.github', 'schema', 'src', 'test'].flatMap(pagesIn)].filter(
  (path) => !without.includes(path),
);

function pagesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : pagesIn(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });
}

/** The commands of a page, in the text and in blocks of code, one by one and without the settings before them. */
function commandsOf(text: string): string[] {
  const inText = [...text.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
  // A block's line whose quotation mark is still open goes on in the next line.
  const inBlocks = [
    ...text.matchAll(/^(?: {4})?((?:[A-Z_]+=\S+ +)*(?:curl|npm|npx|docker|openssl) (?:[^'\n]|'[^']*')*)$/gm),
  ].map(([, code = '']) => code);
  return [...inText, ...inBlocks]
    .flatMap((code) => code.split(' && '))
    .map((code) => code.replace(/^(?:[A-Z_]+=\S+ +)+/, ''))
    .flatMap((code) => (code in scripts && code.includes(':') ? `npm run ${code}` : code))
    .filter((code) => programs.includes(code.split(' ')[0]!));
}

/** Without what may differ: the arguments of scripts, options of npm, and whether a container stays in front. */
function plain(command: string): readonly string[] {
  if (command.startsWith('npm run proof:…'))
    return Object.keys(scripts)
      .filter(isProof)
      .map((name) => `npm run ${name}`);
  const withoutOptions = command
    .replace('npm run --silent', 'npm run')
    .replace('docker run --rm -d', 'docker run --rm');
  const [, npm] = /^(npm (?:run \S+|\w+))/.exec(withoutOptions) ?? [];
  return [npm ?? withoutOptions.split('\n')[0]!.trim()];
}

const isProof = (name: string) => name.startsWith('proof:');

/** The commands that continuous integration runs, with those that its scripts consist of. */
const ci = new Set(
  ['.ci/run', '.github/workflows/ci.yml', '.github/workflows/weekly.yml'].flatMap((path) => {
    const text = read(path);
    const listed = [...text.matchAll(/^ +- ((?:proof|test):\w+)$/gm)].map(([, name = '']) => `npm run ${name}`);
    const lines = [...text.matchAll(/^(?: +- run: )?((?:npm|docker|\.ci).+)$/gm)].map(([, line = '']) => line);
    return [...listed, ...lines.flatMap(partsOf)].flatMap(withParts);
  }),
);

function partsOf(line: string): readonly string[] {
  return line.split(' && ').flatMap(plain);
}

function withParts(command: string): readonly string[] {
  const parts = partsOf(scripts[command.replace('npm run ', '')] ?? '');
  return [command, ...parts.filter((part) => part !== command && part.startsWith('npm')).flatMap(withParts)];
}

/** The commands that a test runs, and the words by which it does. */
const byTest: Readonly<Record<string, readonly [path: string, words: string]>> = {
  'npm start': ['test/shipped/commands.test.ts', "['npm start', /^GraphQL"],
  'npm run dev': ['test/shipped/commands.test.ts', "['npm run dev', /^GraphQL"],
  'npm run simulator': ['test/shipped/commands.test.ts', "['npm run simulator', /curl"],
  'npm run probe': ['test/shipped/commands.test.ts', "'run', '--silent', 'probe'"],
  'openssl rand -base64 32': ['test/shipped/commands.test.ts', "execFileSync('openssl', ['rand', '-base64', '32']"],
  'npx linkcy-graphql': ['test/shipped/package.test.ts', "spawn(join(installed, manifest.bin['linkcy-graphql'])"],
  // The same program with a word after it.
  'npx linkcy-graphql probe': ['test/shipped/commands.test.ts', "'run', '--silent', 'probe'"],
  'npx graphql-codegen': ['test/shipped/guide-code.test.ts', "bin('graphql-codegen')"],
  // Links to the same packages, as tests run without a registry.
  'npm install': ['test/shipped/guide-code.test.ts', "'@graphql-codegen/client-preset'"],
};

function placeOf(command: string): string | undefined {
  if (ci.has(command)) return 'continuous integration';
  const [path, words = ''] = byTest[command] ?? [];
  // The words of the table itself prove nothing.
  const isRun = () =>
    read(path ?? '')
      .replace(/^const byTest[^]*?^};$/m, '')
      .includes(words);
  if (path !== undefined) return isRun() ? path : undefined;
  if (command.startsWith('curl ')) return 'test/shipped/commands.test.ts';
  // A script of other scripts.
  const parts = partsOf(scripts[command.replace('npm run ', '')] ?? '');
  return parts.length > 1 && parts.every((part) => placeOf(part) !== undefined) ? 'its parts' : undefined;
}

const commands = pages.flatMap((page) =>
  commandsOf(read(page)).flatMap((command) => plain(command).map((one) => [page, one] as const)),
);

test('the pages are found, and their commands', () => {
  expect(pages.length).toBeGreaterThan(15);
  expect(new Set(commands.map(([, command]) => command)).size).toBeGreaterThan(25);
});

test('every command of a page is run by a test, or by continuous integration', () => {
  const places = new Map(commands.map(([, command]) => [command, placeOf(command)]));
  console.log(
    [...places]
      .map(([command, place]) => `${command.slice(0, 60)}: ${place}`)
      .sort()
      .join('\n'),
  );
  expect(commands.filter(([, command]) => placeOf(command) === undefined)).toEqual([]);
});

test('a command that nobody runs is found', () => {
  expect(commandsOf('Type `npm run nothing` or\n\n    docker push linkcy\n').flatMap(plain).map(placeOf)).toEqual([
    undefined,
    undefined,
  ]);
});

test('every proof is run each week', () => {
  const missing = Object.keys(scripts).filter((name) => isProof(name) && !ci.has(`npm run ${name}`));
  expect(missing).toEqual([]);
});

test.concurrent.each([
  ['npm start', /^GraphQL +http/m],
  ['npm run dev', /^GraphQL +http/m],
  ['npm run simulator', /curl/],
])('%s starts', { timeout: 120_000 }, async (command, said) => {
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, PORT: '0', SIMULATOR_PORT: '0' };
  const [npm = '', ...words] = command.split(' ');
  const child = spawn(npm, words, { cwd: root, env, detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    let output = '';
    for await (const chunk of child.stdout) {
      output += String(chunk);
      if (said.test(output)) break;
    }
    expect(output).toMatch(said);
  } finally {
    // npm's group: the shell and the program that it has started.
    process.kill(-child.pid!);
  }
});

test('npm run probe says what it needs', () => {
  const { PATH, HOME } = process.env;
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'probe'], { cwd: root, env: { PATH, HOME } });
  expect(status).toBe(1);
  expect(`${String(stdout)}${String(stderr)}`).toContain('LINKCY_URL');
});

test('openssl makes a key that the server takes', () => {
  const key = execFileSync('openssl', ['rand', '-base64', '32'], { encoding: 'utf8' });
  expect(readConfig({ ENCRYPTION_KEY: key }).encryptionKey).toHaveLength(32);
});

const curls = pages.flatMap((page) => commandsOf(read(page)).filter((command) => command.startsWith('curl ')));

test('the pages have a curl to try', () => {
  expect(curls.length).toBeGreaterThan(0);
});

test.each(curls)('%s answers with data', async (command) => {
  const api = await startApi();
  const answer = execute(command.replaceAll('http://127.0.0.1:4000/graphql', api.url));
  expect(JSON.parse(await answer)).toEqual({ data: expect.any(Object), extensions: expect.any(Object) });
  await api.close();
});

/** Not waited for in one piece: the API runs in this process. */
async function execute(command: string): Promise<string> {
  const child = spawn('sh', ['-c', command], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  for await (const chunk of child.stdout) output += String(chunk);
  return output;
}
