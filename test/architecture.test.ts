import { readFileSync, readdirSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../src/', import.meta.url));
/** Folders of graph/ that belong to a noun of LinkCy's. One takes of another its `*.type.ts` only. */
const nouns = [
  ...['authentication', 'beneficiaries', 'cards', 'consumers', 'kyc', 'ledgers', 'mandates', 'sandbox'],
  ...['sca-devices', 'transactions'],
];

interface Room {
  /** What it may import of ours: rooms, or files by their path in src. "x types" allows `import type` only. */
  readonly ours: readonly string[];
  /** Packages; "node" stands for Node's own modules. */
  readonly packages: readonly string[];
}

const graphql = ['graphql', 'type-graphql'];

/** Who may import what, a row a room: a directory of src, or main.ts. */
const rooms: Readonly<Record<string, Room>> = {
  main: { ours: ['config', 'server', 'simulator', 'probe'], packages: ['node'] },
  config: { ours: [], packages: ['node', 'proxy-addr'] },
  server: {
    ours: [
      ...[
        'execution',
        'sca',
        'config',
        'linkcy types',
        'linkcy/http/header.ts',
        'linkcy/http/semaphore.ts',
        'linkcy/http/failure-in-words.ts',
        'linkcy/count-by-name.ts',
        'linkcy/largest-share.ts',
      ],
      ...['graph/schema.ts', 'graph/context.ts', 'graph/field-cost.ts', 'graph/problems/mask-error.ts'],
      'graph/sca/noted-outcome.ts',
      ...[
        'graph/authentication/login-attempts.ts',
        'graph/authentication/shared-login-attempts.ts',
        'graph/scalars/request-json.ts',
        'pagination/connection.ts',
        'pagination/cursor.ts',
      ],
    ],
    packages: [
      ...['node', ...graphql, 'reflect-metadata', '@apollo/server', 'graphql-ws', 'ws'],
      ...['lru-cache', 'pino', 'prom-client', 'proxy-addr', '@opentelemetry/api', 'ioredis'],
    ],
  },
  execution: { ours: [], packages: [...graphql, '@apollo/server', 'lru-cache'] },
  graph: {
    ours: ['pagination', 'sca', 'linkcy', 'execution/unwrap-type-graphql.ts'],
    packages: ['node', ...graphql, 'class-validator', 'dataloader', 'lru-cache', 'reflect-metadata'],
  },
  pagination: { ours: [], packages: ['node', ...graphql] },
  sca: { ours: ['linkcy'], packages: ['node', 'ioredis'] },
  linkcy: { ours: [], packages: ['node', 'undici'] },
  probe: {
    ours: ['linkcy', 'config types', 'sca/token-claims.ts', 'sca/ttl.ts', 'sca/way.ts'],
    packages: ['node'],
  },
  simulator: { ours: ['linkcy types'], packages: ['node'] },
};

/** Files that make what nobody else may reach. */
const makers: Readonly<Record<string, readonly string[]>> = {
  'server/services.ts': ['linkcy/http/transport.ts'],
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

  /** What must stay true of the table itself, whoever changes a row. */
  test.each<[never: string, room: string, forbidden: readonly string[]]>([
    ['the core of approvals knows no GraphQL class', 'sca', ['graph', 'graphql', 'type-graphql', 'server']],
    ['execution knows no limits', 'execution', ['server', 'server/limits', 'config']],
    ['the server reaches LinkCy through the graph only', 'server', ['linkcy', 'linkcy/http/transport.ts']],
    ['the rooms below know nothing above them', 'linkcy', ['graph', 'sca', 'pagination', 'graphql', 'type-graphql']],
  ])('%s', (_never, room, forbidden) => {
    const { ours, packages } = rooms[room]!;
    expect([...ours, ...packages].filter((name) => forbidden.includes(name))).toEqual([]);
  });

  test('a noun takes of another noun its types only', () => {
    const imports = files.filter(({ path }) => nounOf(path) !== undefined).flatMap(({ source }) => importsOf(source));
    const forbidden = imports.filter(({ from, specifier }) => {
      const target = targetOf(from, specifier);
      const noun = target === undefined ? undefined : nounOf(target);
      return noun !== undefined && noun !== nounOf(from) && !target!.endsWith('.type.ts');
    });
    expect(forbidden.map(({ from, specifier }) => `${from} imports ${specifier}`)).toEqual([]);
  });

  test.each(Object.keys(rooms))('%s has no circle of imports', (room) => {
    expect(circlesOf(room)).toEqual([]);
  });

  test('the check sees what it forbids', () => {
    const from = (path: string, specifier: string, typeOnly = false) =>
      isAllowed({ from: path, specifier, typeOnly }, rooms[roomOf(path)]!);
    expect(from('server/admission.ts', '../graph/context.js')).toBe(true);
    expect(from('server/admission.ts', '../graph/cards/card.resolver.js')).toBe(false);
    expect(from('server/admission.ts', '../linkcy/http/transport.js')).toBe(false);
    expect(from('server/admission.ts', '../linkcy/http/transport.js', true)).toBe(true);
    expect(from('server/services.ts', '../linkcy/http/transport.js')).toBe(true);
    expect(from('execution/compile.ts', '../server/limits/cost.js', true)).toBe(false);
    expect(from('graph/cards/card.resolver.ts', 'undici')).toBe(false);
    expect(from('linkcy/json/page.ts', 'graphql', true)).toBe(false);
  });

  test('nothing is typed any', () => {
    expect(found((node) => node.kind === ts.SyntaxKind.AnyKeyword)).toEqual([]);
  });

  test('no mutation with an input is declared but by the decorators that check it', () => {
    const importers = found(
      (node) => ts.isImportSpecifier(node) && node.name.text === 'Mutation' && !node.parent.parent.isTypeOnly,
    );
    expect(importers.map((place) => place.split(':')[0])).toEqual([
      'graph/sca/linkcy-mutation.ts',
      // resumeSca and submitScaSignature, which take two texts.
      'graph/sca/sca.resolver.ts',
    ]);
  });

  test('only the two programs read the environment', () => {
    const readers = found((node) => ts.isPropertyAccessExpression(node) && node.getText() === 'process.env');
    expect(readers.map((place) => place.split(':')[0])).toEqual(['main.ts', 'simulator/main.ts']);
  });

  test('no file passes on what another exports', () => {
    expect(found((node) => ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined)).toEqual([]);
    expect(files.filter(({ path }) => /(^|\/)index\.ts$/.test(path))).toEqual([]);
  });

  test('no name of an exported type stands for two things', () => {
    const doubles = [...exportedTypes()].filter(([name, paths]) => paths.length > 1 && !isSameThing(name, paths));
    expect(doubles.map(([name, paths]) => `${name}: ${paths.join(', ')}`)).toEqual([]);
    const needed = Object.keys(sameThing).filter((name) => (exportedTypes().get(name)?.length ?? 0) > 1);
    expect(needed, 'the list has no more names than it needs').toEqual(Object.keys(sameThing));
  });

  test('no file has more than 300 lines', () => {
    const long = files.map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }));
    expect(long.filter(({ lines }) => lines > 300)).toEqual([]);
  });
});

/** Types of one name in two rooms that are the same thing, and why it has two forms. */
const sameThing: Readonly<Record<string, string>> = {
  Problem: 'the core says what went wrong as data; the graph makes its GraphQL object of it',
  FieldProblem: 'the same',
};

/** A noun is called the same as LinkCy writes it (imported as WireCard) and as clients see it (the GraphQL type Card). */
function isSameThing(name: string, paths: readonly string[]): boolean {
  const [graph = '', linkcy = ''] = paths;
  const isNoun = paths.length === 2 && /^graph\/.+\.type\.ts$/.test(graph) && linkcy.startsWith('linkcy/endpoints/');
  return isNoun || name in sameThing;
}

/** The files that export a type, an interface, a class or an enum, by its name. */
function exportedTypes(): ReadonlyMap<string, readonly string[]> {
  const paths = new Map<string, readonly string[]>();
  for (const { path, source } of files) {
    for (const statement of source.statements) {
      if (!isTypeDeclaration(statement) || statement.name === undefined) continue;
      if (!statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) continue;
      const known = paths.get(statement.name.text) ?? [];
      if (!known.includes(path)) paths.set(statement.name.text, [...known, path]);
    }
  }
  return paths;
}

function isTypeDeclaration(node: ts.Node) {
  return (
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isEnumDeclaration(node)
  );
}

function roomOf(path: string): string {
  return path.split('/', 1)[0]!.replace(/\.ts$/, '');
}

function nounOf(path: string): string | undefined {
  const [room, noun = ''] = path.split('/');
  return room === 'graph' && nouns.includes(noun) ? noun : undefined;
}

/** The file of ours that an import leads to, by its path in src; undefined for a package. */
function targetOf(from: string, specifier: string): string | undefined {
  return specifier.startsWith('.') ? normalize(join(dirname(from), specifier)).replace(/\.js$/, '.ts') : undefined;
}

function isAllowed({ from, specifier, typeOnly }: Import, { ours, packages }: Room): boolean {
  const target = targetOf(from, specifier);
  if (target === undefined) return packages.includes(isBuiltin(specifier) ? 'node' : packageOf(specifier));
  const room = roomOf(target);
  return (
    room === roomOf(from) ||
    [room, target].some((name) => ours.includes(name)) ||
    (typeOnly && ours.includes(`${room} types`)) ||
    (makers[from] ?? []).includes(target)
  );
}

/** Files of a room that import each other in a circle, each circle once; types count, for a reader follows them too. */
function circlesOf(room: string): string[] {
  const targets = new Map(
    files
      .filter(({ path }) => roomOf(path) === room)
      .map(({ path, source }) => [
        path,
        importsOf(source).flatMap(({ from, specifier }) => targetOf(from, specifier) ?? []),
      ]),
  );
  const circles = new Set<string>();
  const done = new Set<string>();
  const visit = (path: string, way: readonly string[]): void => {
    if (way.includes(path)) circles.add([...way.slice(way.indexOf(path)), path].join(' -> '));
    if (way.includes(path) || done.has(path)) return;
    for (const target of targets.get(path) ?? []) visit(target, [...way, path]);
    done.add(path);
  };
  for (const path of targets.keys()) visit(path, []);
  return [...circles];
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
