// type-graphql's decorators need it, so it must come before any of them.
import 'reflect-metadata';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LinkcyFailure, LinkcyRejection } from '../../src/linkcy/error.js';
import { problemOf } from '../../src/sca/problem-of.js';
import { createSchema } from '../../src/graph/schema.js';

interface Row {
  readonly code: string;
  readonly problem: string;
  readonly retryable: boolean;
  readonly status?: number;
  readonly operation?: string;
}
interface Words {
  readonly origin: string;
  readonly when: string;
  readonly userCan: string;
  readonly text: { readonly en: string; readonly fr: string };
  readonly repeat: string;
}
interface Catalogue {
  readonly codes: Readonly<Record<string, Words>>;
  readonly mutations: Readonly<Record<string, readonly Row[]>>;
  readonly queries: Readonly<Record<string, readonly Omit<Row, 'problem' | 'retryable'>[]>>;
  readonly errors: readonly string[];
}

const textOf = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const { codes, mutations, queries, errors } = JSON.parse(textOf('schema/problem-codes.json')) as Catalogue;
const rows = Object.entries(mutations).flatMap(([field, list]) => list.map((row) => ({ field, ...row })));
const reads = Object.entries(queries).flatMap(([field, list]) => list.map((row) => ({ field, ...row })));
const fields = createSchema({ sandbox: true }).getMutationType()!.getFields();

describe('schema/problem-codes.json', () => {
  test('has the 212 pairs of operation and code of the documents of LinkCy 1.78: 158, and 54 of objects that do not exist', () => {
    const linkcys = [...rows, ...reads].filter(
      ({ operation }) => operation !== undefined && !operation.endsWith('/contact'),
    );
    const pairs = new Set(linkcys.map(({ operation, code }) => `${operation} ${code}`));
    expect(pairs.size).toBe(212);
    expect([...pairs].filter((pair) => !pair.endsWith('_NOT_FOUND')).length).toBe(158);
  });

  test('has each operation at the field that the table of coverage names', () => {
    const coverage = new Map(
      [...textOf('schema/COVERAGE.md').matchAll(/^\| `([A-Z]+ [^`]+)` *\| `(?:(?:Query|Mutation)\.)?([\w.]+)`/gm)].map(
        ([, operation, field]) => [operation, field],
      ),
    );
    const wrong = [...rows, ...reads].filter(
      ({ operation, field }) => operation !== undefined && coverage.get(operation) !== field,
    );
    expect(wrong).toEqual([]);
  });

  test('says the Problem that the one table makes of the status and the code', () => {
    const linkcys = rows.filter(({ status }) => status !== undefined);
    expect(linkcys.length).toBeGreaterThan(300);
    for (const { code, status = 0, problem, field } of linkcys) {
      const error =
        status < 500 ? new LinkcyRejection('POST /x', status, code) : new LinkcyFailure('POST /x', status, code);
      const made = problemOf(error);
      expect([field, made.type, made.code]).toEqual([field, problem, code]);
    }
  });

  test('has for each code when it comes, what can be done, and a text for users in English and French', () => {
    const used = new Set([...[...rows, ...reads].map(({ code }) => code), ...errors]);
    expect([...used].filter((code) => !(code in codes))).toEqual([]);
    expect(Object.keys(codes).filter((code) => !used.has(code))).toEqual([]);
    for (const [code, { when, userCan, text, repeat, origin }] of Object.entries(codes)) {
      for (const words of [when, userCan, text.en, text.fr])
        expect([code, words]).toEqual([code, expect.stringMatching(/^\S.{3,}\.$/)]);
      expect(text.fr, code).not.toBe(text.en);
      expect(text.en.length, code).toBeLessThan(120);
      expect(['never', 'afterChange', 'later', 'sameKey']).toContain(repeat);
      expect(['LinkCy', 'linkcy-graphql']).toContain(origin);
    }
  });

  test('has the codes of approvals at each mutation that takes `sca`, and nowhere else', () => {
    const withApproval = Object.values(fields).filter(({ args }) => args.some(({ name }) => name === 'sca'));
    const told = Object.keys(mutations).filter((field) =>
      mutations[field]!.some(({ code }) => code === 'SCA_REQUIRED'),
    );
    expect(told.sort()).toEqual(withApproval.map(({ name }) => name).sort());
    expect(withApproval.filter(({ description }) => !description?.includes('SCA_REQUIRED'))).toEqual([]);
  });

  test('has every code of ours that the program puts into a Problem', () => {
    const root = new URL('../../src/', import.meta.url);
    const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.startsWith('simulator/'))
      .map((path) => readFileSync(new URL(path, root), 'utf8'));
    const made = sources.flatMap((source) => [...source.matchAll(/problem\(\s*'(\w+)',\s*'(\w+)'/g)]);
    expect(made.length).toBeGreaterThan(8);
    const known = new Set(rows.map(({ problem, code }) => `${problem} ${code}`));
    expect(made.map(([, problem, code]) => `${problem} ${code}`).filter((pair) => !known.has(pair))).toEqual([]);
  });

  test('is told by each mutation: its description names the codes of its operation', () => {
    const untold = rows.filter(
      ({ field, code, operation }) =>
        operation !== undefined && !new RegExp(`\\b${code}\\b`).test(fields[field]?.description ?? ''),
    );
    expect(untold).toEqual([]);
  });
});
