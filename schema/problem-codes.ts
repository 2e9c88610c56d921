import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isInputObjectType, getNamedType } from 'graphql';
import { LinkcyRejection } from '../src/linkcy/error.js';
import type { CodeWords, Refusals } from '../src/graph/problems/codes/code.js';
import { problemTypeOf } from '../src/graph/problems/codes/describe-mutation.js';
import { errorCodes } from '../src/graph/problems/codes/error.codes.js';
import { ownCodes, type OwnScope } from '../src/graph/problems/codes/own.codes.js';
import { linkcyCodes, refusals } from '../src/graph/problems/codes/refusals.js';
import { approvalCodes } from '../src/graph/problems/codes/sca.codes.js';
import { queryErrorOf } from '../src/graph/problems/query-error.js';
import { createSchema } from '../src/graph/schema.js';

/**
 * Writes schema/problem-codes.json from the tables in src/graph/problems/codes/: `npm run schema`. With `--check` nothing
 * is written, and a file that differs ends the program with code 1. Its form, which apps may rely on:
 * - codes: what a code means; `text` may be shown to users
 * - mutations: with which code each mutation may answer, and in which Problem. Rows with `operation` are by LinkCy's
 *   documents, and with `status` alone what LinkCy says of approvals; the others are codes of this API
 * - queries: the refusals of reads, whose code is `linkcyCode` of an error; an object that does not exist is null instead
 * - errors: what `errors[].extensions.code` can be
 */
const schema = createSchema({ sandbox: true });
const mutations = schema.getMutationType()!.getFields();
const queries = schema.getQueryType()!.getFields();

const catalogue = {
  codes: Object.fromEntries([
    ...Object.entries(linkcyCodes).map(([code, words]) => [code, told('LinkCy', words)] as const),
    ...Object.entries({ ...ownCodes, ...errorCodes }).map(
      ([code, words]) => [code, told('linkcy-graphql', words)] as const,
    ),
  ]),
  mutations: Object.fromEntries(
    Object.keys(mutations)
      .map((field) => [field, rowsOf(field)] as const)
      .filter(([, rows]) => rows.length > 0),
  ),
  queries: Object.fromEntries(
    [...Object.keys(queries), ...refusals.map(({ field }) => field).filter((field) => field.includes('.'))]
      .map((field) => [field, ofOperations(field).map(asError)] as const)
      .filter(([, rows]) => rows.length > 0),
  ),
  errors: [...Object.keys(errorCodes), 'NOT_FOUND', 'FORBIDDEN', 'UPSTREAM_UNAVAILABLE'],
};

function told(origin: string, { when, userCan, en, fr, repeat }: CodeWords) {
  return { origin, when, userCan, text: { en, fr }, repeat };
}

interface LinkcyRow {
  readonly code: string;
  readonly status: number;
  readonly operation?: string;
}

function rowsOf(field: string) {
  const linkcys = [...ofOperations(field), ...(takesApproval(field) ? rowsIn(approvalCodes) : [])];
  const ours = Object.entries(ownCodes).filter(([, { of }]) => belongs(field, of));
  return [
    ...linkcys.map((row) => ({ ...problem(problemTypeOf(row.status, row.code)), ...row })),
    ...ours.flatMap(([code, { problems }]) => problems.map((type) => ({ ...problem(type), code }))),
  ];
}

function ofOperations(field: string): readonly LinkcyRow[] {
  return refusals
    .filter((one) => one.field === field)
    .flatMap(({ operation, codes }) => rowsIn(codes).map((row) => ({ ...row, operation })));
}

function rowsIn(codes: Refusals['codes']): readonly LinkcyRow[] {
  return Object.entries(codes).flatMap(([status, list]) => list.map((code) => ({ code, status: Number(status) })));
}

function asError({ code, status, operation }: LinkcyRow) {
  return { error: queryErrorOf(new LinkcyRejection('', status, code)).code, code, status, operation };
}

function problem(type: string) {
  return { problem: type, retryable: type === 'UpstreamUnavailable' };
}

function belongs(field: string, of: OwnScope): boolean {
  // What ends an approval has no input and no Problem of its own, but its operation's.
  if (!mutations[field]!.args.some(({ name }) => name === 'input')) return false;
  if (of === 'all') return true;
  if (of === 'sca') return takesApproval(field);
  return of === 'idempotencyKey' ? takesKey(field) : of.includes(field);
}

function takesApproval(field: string): boolean {
  return mutations[field]!.args.some(({ name }) => name === 'sca');
}

function takesKey(field: string): boolean {
  return mutations[field]!.args.some(({ type }) => {
    const input = getNamedType(type);
    return isInputObjectType(input) && 'idempotencyKey' in input.getFields();
  });
}

/** One code or row a line, so that a change shows as what it is. */
function printed({ codes, mutations, queries, errors }: typeof catalogue): string {
  const lines = (rows: readonly string[]) => rows.map((row) => `    ${row}`).join(',\n');
  const fields = (of: Readonly<Record<string, readonly unknown[]>>) =>
    Object.entries(of)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(
        ([name, rows]) =>
          `    "${name}": [\n  ${lines(rows.map((row) => JSON.stringify(row))).replaceAll('\n', '\n  ')}\n    ]`,
      )
      .join(',\n');
  const entries = Object.entries(codes).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{
  "codes": {
${lines(entries.map(([code, words]) => `"${code}": ${JSON.stringify(words)}`))}
  },
  "mutations": {
${fields(mutations)}
  },
  "queries": {
${fields(queries)}
  },
  "errors": ${JSON.stringify(errors)}
}
`;
}

const file = fileURLToPath(new URL('problem-codes.json', import.meta.url));
const text = printed(catalogue);

if (!process.argv.includes('--check')) {
  writeFileSync(file, text);
} else if (readFileSync(file, 'utf8') !== text) {
  process.stderr.write('schema/problem-codes.json differs from the code. Run `npm run schema` and commit the file.\n');
  process.exit(1);
}
