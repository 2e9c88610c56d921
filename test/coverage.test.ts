import { readFileSync } from 'node:fs';
import { isObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createSchema } from '../src/graph/schema.js';

const text = readFileSync(new URL('../schema/COVERAGE.md', import.meta.url), 'utf8');
const rowPattern = /^\| `([A-Z]+ \/api\/partner[^`]*)` *\| (.+?) *\|$/gm;
const [covered = [], leftOut = []] = text
  .split('## Left out')
  .map((part) => [...part.matchAll(rowPattern)].map(([, operation = '', words = '']) => ({ operation, words })));
const fieldOf = (words: string) => /^`(\w+)\.(\w+)`/.exec(words)?.slice(1) ?? [];

const schema = createSchema();
const real = createSchema({ sandbox: false });

function has(graph: typeof schema, [type = '', field = '']: readonly string[]): boolean {
  const found = graph.getType(type);
  return isObjectType(found) && field in found.getFields();
}

describe('the table of coverage', () => {
  it('has every operation once, and counts right', () => {
    const operations = [...covered, ...leftOut].map(({ operation }) => operation);
    expect(new Set(operations).size).toBe(operations.length);
    expect(text).toContain(`${covered.length} of ${operations.length} operations`);
    expect(operations.length).toBe(105);
  });

  it('names fields that exist, and those with an asterisk only with a sandbox', () => {
    expect(covered.filter(({ words }) => !has(schema, fieldOf(words)))).toEqual([]);
    const marked = covered.filter(({ words }) => words.endsWith('*'));
    expect(marked).toEqual(covered.filter(({ words }) => !has(real, fieldOf(words))));
    expect(marked.length).toBeGreaterThan(0);
  });

  it('forgets no query and no mutation', () => {
    const named = new Set(covered.map(({ words }) => fieldOf(words)[1]));
    const general = ['node', 'nodes', 'viewer', 'scaOperation', 'resumeSca', 'submitScaSignature'];
    const fields = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
      Object.keys(type?.getFields() ?? {}),
    );
    expect(fields.filter((field) => !named.has(field) && !general.includes(field))).toEqual([]);
  });

  it('says why something is left out', () => {
    expect(leftOut.filter(({ words }) => words.length < 10)).toEqual([]);
  });
});
