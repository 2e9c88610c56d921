import { readFileSync, readdirSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../src/', import.meta.url));
const nouns = [
  'authentication',
  'onboarding',
  'devices',
  'sandbox',
  'consumers',
  'ledgers',
  'cards',
  'beneficiaries',
  'mandates',
  'transactions',
];

interface Room {
  /** Rooms of ours. "x types" allows `import type` only, "nouns' types" the *.type.ts files of other nouns. */
  readonly ours: readonly string[];
  /** Packages; "node" stands for Node's own modules. */
  readonly packages: readonly string[];
}

const shared = ['linkcy', 'pagination', 'problems', 'sca', 'node', 'scalars', 'validation'];
const graphql = ['graphql', 'type-graphql'];

/** Who may import what: the table of the architecture. A room is a directory of src, or a file directly in it. */
const rooms: Readonly<Record<string, Room>> = {
  main: { ours: ['config', 'log', 'server', 'simulator'], packages: ['node'] },
  config: { ours: [], packages: [] },
  ...each(['server', 'apollo', 'schema', 'context', 'doors'], {
    ours: [
      'server',
      'apollo',
      'schema',
      'context',
      'doors',
      'execution',
      'explorer',
      'limits',
      'config',
      'log',
      'metrics',
      ...nouns,
      ...shared,
    ],
    packages: ['node', ...graphql, 'reflect-metadata', '@apollo/server', 'graphql-ws', 'ws'],
  }),
  explorer: { ours: [], packages: ['node'] },
  bundle: { ours: [], packages: ['node', 'esbuild'] },
  limits: { ours: [], packages: ['node', 'graphql', 'lru-cache'] },
  log: { ours: [], packages: ['node', 'pino'] },
  metrics: { ours: ['linkcy types', 'log types'], packages: ['prom-client'] },
  ...each(nouns, { ours: ["nouns' types", 'context types', ...shared], packages: graphql }),
  authentication: { ours: ['context types', ...shared], packages: ['node', 'lru-cache', ...graphql] },
  node: {
    ours: ["nouns' types", 'context types', 'linkcy', 'pagination', 'scalars'],
    packages: [...graphql, 'dataloader'],
  },
  sca: {
    ours: ['linkcy', 'problems', 'context types', 'node', 'scalars', 'validation'],
    packages: ['node', ...graphql, 'class-validator', 'ioredis'],
  },
  problems: { ours: ['linkcy', 'scalars', 'validation'], packages: [...graphql, 'class-validator'] },
  validation: { ours: ['node', 'scalars'], packages: [...graphql, 'class-validator'] },
  scalars: { ours: [], packages: graphql },
  pagination: { ours: [], packages: ['node', ...graphql] },
  linkcy: { ours: [], packages: ['node', 'undici'] },
  execution: { ours: ['limits'], packages: [...graphql, 'lru-cache'] },
  simulator: { ours: ['linkcy types'], packages: ['node'] },
};

interface Import {
  readonly from: string;
  readonly specifier: string;
  readonly typeOnly: boolean;
}

const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .sort()
  .map((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    return { path, text, source: ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true) };
  });

describe('the architecture', () => {
  test('every file of src is in a room that the table knows', () => {
    expect(files.map(({ path }) => roomOf(path)).filter((room) => !(room in rooms))).toEqual([]);
  });

  test.each(Object.keys(rooms))('%s imports nothing but what the table allows', (room) => {
    const imports = files.filter(({ path }) => roomOf(path) === room).flatMap(({ source }) => importsOf(source));
    const forbidden = imports.filter((one) => !isAllowed(one, rooms[room]!));
    expect(forbidden.map(({ from, specifier }) => `${from} imports ${specifier}`)).toEqual([]);
  });

  test('the check sees what it forbids', () => {
    const inCards = (specifier: string, typeOnly = false) =>
      isAllowed({ from: 'cards/card.resolver.ts', specifier, typeOnly }, rooms.cards!);
    expect(inCards('../ledgers/ledger.connection.type.js')).toBe(true);
    expect(inCards('../ledgers/ledger.resolver.js')).toBe(false);
    expect(inCards('../context.js', true)).toBe(true);
    expect(inCards('../context.js')).toBe(false);
    expect(inCards('undici')).toBe(false);
    expect(isAllowed({ from: 'linkcy/page.ts', specifier: 'graphql', typeOnly: true }, rooms.linkcy!)).toBe(false);
  });

  test('nothing is typed any', () => {
    expect(found((node) => node.kind === ts.SyntaxKind.AnyKeyword)).toEqual([]);
  });

  test('only the two programs read the environment', () => {
    const readers = found((node) => ts.isPropertyAccessExpression(node) && node.getText() === 'process.env');
    expect(readers.map((place) => place.split(':')[0])).toEqual(['main.ts', 'simulator/main.ts']);
  });

  test('no file passes on what another exports', () => {
    expect(found((node) => ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined)).toEqual([]);
    expect(files.filter(({ path }) => /(^|\/)index\.ts$/.test(path))).toEqual([]);
  });

  test('no file has more than 300 lines', () => {
    const long = files.map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }));
    expect(long.filter(({ lines }) => lines > 300)).toEqual([]);
  });
});

function each(names: readonly string[], room: Room): Record<string, Room> {
  return Object.fromEntries(names.map((name) => [name, room]));
}

function roomOf(path: string): string {
  return path.split('/', 1)[0]!.replace(/\.ts$/, '');
}

function isAllowed({ from, specifier, typeOnly }: Import, { ours, packages }: Room): boolean {
  if (!specifier.startsWith('.')) return packages.includes(isBuiltin(specifier) ? 'node' : packageOf(specifier));
  const target = normalize(join(dirname(from), specifier)).replace(/\.js$/, '.ts');
  const room = roomOf(target);
  return (
    room === roomOf(from) ||
    ours.includes(room) ||
    (typeOnly && ours.includes(`${room} types`)) ||
    (nouns.includes(room) && target.endsWith('.type.ts') && ours.includes("nouns' types"))
  );
}

function packageOf(specifier: string): string {
  const [scope = '', name] = specifier.split('/');
  return scope.startsWith('@') ? `${scope}/${name}` : scope;
}

function importsOf(source: ts.SourceFile): Import[] {
  const lazy = [...source.text.matchAll(/\bimport\('([^']+)'\)/g)].map(([, specifier = '']) => specifier);
  const eager = source.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) return [];
    const { importClause, moduleSpecifier } = statement;
    const named = importClause?.namedBindings;
    const members = named !== undefined && ts.isNamedImports(named) ? named.elements : [];
    const typeOnly =
      importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword ||
      (importClause?.name === undefined && members.length > 0 && members.every((member) => member.isTypeOnly));
    return [{ from: source.fileName, specifier: moduleSpecifier.text, typeOnly }];
  });
  return [...eager, ...lazy.map((specifier) => ({ from: source.fileName, specifier, typeOnly: false }))];
}

/** Where in src a node of the syntax is found: "file:line". */
function found(isWanted: (node: ts.Node) => boolean): string[] {
  return files.flatMap(({ path, source }) => {
    const places: string[] = [];
    const visit = (node: ts.Node): void => {
      if (isWanted(node)) places.push(`${path}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`);
      ts.forEachChild(node, visit);
    };
    visit(source);
    return places;
  });
}
