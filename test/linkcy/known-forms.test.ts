import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseExactJson } from '../../src/linkcy/json/exact-json.js';
import { objectOf, type Decoder } from '../../src/linkcy/json/decoder.js';
import { KnownForms } from '../../src/linkcy/json/known-forms.js';
import { pageOf } from '../../src/linkcy/json/page.js';
import { startSimulator, type Simulator } from '../../src/simulator/simulator.js';

const isAnything = (value: unknown): value is unknown => value !== undefined;
const anyObject = () => objectOf(isAnything);
const anyPage = () => pageOf(isAnything);

/** What a way of reading makes of a text: its JSON as it would be written again, or that it is none. */
function outcome(parse: (json: string) => unknown, json: string): string {
  try {
    return JSON.stringify(parse(json));
  } catch (error) {
    if (error instanceof SyntaxError) return 'no JSON';
    throw error;
  }
}

function expectTheSame({ parse }: Decoder<unknown>, texts: readonly string[]): void {
  for (const json of texts) expect(outcome(parse, json)).toBe(outcome(parseExactJson, json));
}

const number = fc.oneof(
  fc.integer().map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => JSON.stringify(value)),
  fc.constantFrom('0', '-0', '12.50', '123456789.123456', '1234567890', '0.1234567', '1e3', '12345678901234567890'),
);
const text = fc.oneof(
  fc.string().map((value) => JSON.stringify(value)),
  fc.string({ unit: 'binary' }).map((value) => JSON.stringify(value)),
  fc.constantFrom('""', '"Zürich"', '"Łódź"', '"{}"', '"]}"', '"\\u0041"', '"\\"content\\":[{"'),
);
const name = fc.constantFrom('id', 'note', 'amount', 'sender', 'content', 'constructor', 'a_b', '__proto__', '0', 'ü');

/** JSON with the few names that objects of a kind share, written as it may come. */
const { object } = fc.letrec<{ json: string; object: string; list: string }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small' },
    number,
    text,
    fc.constantFrom('null', 'true', 'false'),
    tie('object'),
    tie('list'),
  ),
  list: fc.array(tie('json'), { maxLength: 3 }).map((items) => `[${items.join()}]`),
  object: fc
    .array(fc.tuple(name, tie('json')), { maxLength: 5 })
    .map((fields) => `{${fields.map(([key, value]) => `${JSON.stringify(key)}:${value}`).join()}}`),
}));

const value = fc.oneof(
  number,
  text,
  fc.constant('null'),
  fc.array(text, { maxLength: 2 }).map((items) => `[${items.join()}]`),
);

/** An object, and others of its form with other values. */
const alike = fc.tuple(fc.uniqueArray(name, { maxLength: 6 }), fc.infiniteStream(value)).chain(([names, values]) =>
  fc.array(fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), { minLength: 2, maxLength: 8 }).map((presences) =>
    presences.map((presence) => {
      const present = names.filter((_, index) => index === 0 || presence[index]);
      return `{${present.map((key) => `${JSON.stringify(key)}:${values.next().value}`).join()}}`;
    }),
  ),
);

const pageWith = (rows: readonly string[], rest = '"totalElements":3,"page":0') =>
  `{"content":[${rows.join()}],${rest}}`;

describe('an answer whose form is known', () => {
  test('is read as JSON.parse reads it, whatever came before', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            alike,
            object.map((one) => [one]),
          ),
          { maxLength: 6 },
        ),
        (kinds) => {
          const texts = kinds.flat();
          expectTheSame(anyObject(), [...texts, ...texts]);
          const pages = [pageWith(texts), ...kinds.map((rows) => pageWith(rows)), pageWith([])];
          expectTheSame(anyPage(), [...pages, ...pages]);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('is refused where JSON.parse refuses it, and otherwise read alike, with any character changed', () => {
    const change = fc.constantFrom(
      '',
      '"',
      '\\',
      ',',
      ':',
      '{',
      '}',
      '[',
      ']',
      ' ',
      '\n',
      '\0',
      '0',
      '.',
      '-',
      'e',
      'a',
    );
    fc.assert(
      fc.property(alike, fc.array(fc.tuple(fc.nat(), change)), (rows, changes) => {
        const [one, page] = [anyObject(), anyPage()];
        expectTheSame(one, [...rows, ...rows]);
        expectTheSame(page, [pageWith(rows), pageWith(rows)]);
        for (const [place, put] of changes) {
          const changed = (json: string) => {
            const at = place % json.length;
            return json.slice(0, at) + put + json.slice(at + 1);
          };
          expectTheSame(one, rows.map(changed));
          expectTheSame(page, [changed(pageWith(rows))]);
        }
      }),
      { numRuns: 500 },
    );
  });

  test.each(['01', '-', '1.', '.5', '+1', '1e', 'NaN', 'tru', 'nul', '"a', "'a'", '"\t"', '[1', '[,]', '{}}', ''])(
    'is refused with a value that is none: %s',
    (value) => {
      const texts = ['1', 'true', 'null', '"a"', '[1]', '{}'].map((known) => `{"field":${known}}`);
      expectTheSame(anyObject(), [...texts, ...texts, `{"field":${value}}`]);
      expect(outcome(anyObject().parse, `{"field":${value}}`)).toBe('no JSON');
    },
  );

  test.each(['{,"b":2}', '{"a":1,}', '{"a":1"b":2}', '{"a":1,,"c":3}', '{"a":1,"c":3}}', '{"a":1,"b":2,"b":2}'])(
    'needs its commas: %s',
    (json) => {
      const texts = ['{"a":1,"b":2,"c":3}', '{"b":2,"c":3}', '{"a":1,"c":3}', '{"a":1}'];
      expectTheSame(anyObject(), [...texts, ...texts, json]);
      expectTheSame(anyPage(), [pageWith(texts), pageWith(texts), pageWith([...texts, json])]);
    },
  );

  test.each([
    ['no page', '{"rows":{"content":[{"id":"a"}],"totalElements":1}}'],
    ['another list first', '{"content":[],"other":{"content":[{"id":"a"}]},"totalElements":1}'],
    ['a second list', '{"content":[{"id":"a"}],"totalElements":1,"content":[]}'],
    ['a name that ends like that of the list', '{"\\"content":[{"id":"a"}],"totalElements":1}'],
    ['a list of pages', '[{"content":[{"id":"a"}],"totalElements":1}]'],
    ['something else between rows', '{"content":[{"id":"a"},7,{"id":"b"}],"totalElements":1}'],
    ['a comma too many', '{"content":[{"id":"a"},],"totalElements":1}'],
    ['no end', '{"content":[{"id":"a"}],"totalElements":1'],
    ['other things before and after', ' {"page":0,"content":[{"id":"a"}],"totalElements":12345678901234567890}\n'],
  ])('is no reason to take something else for a page: %s', (_, json) => {
    const page = anyPage();
    expectTheSame(page, [pageWith(['{"id":"a"}']), pageWith(['{"id":"a"}']), json, json]);
  });

  test('says null where there is a null, and nothing where there is nothing', () => {
    const { parse } = anyObject();
    const texts = ['{"id":1,"note":"a"}', '{"id":1,"note":null}', '{"id":1}', '{"id":1,"sender":{"name":null}}'];
    const read = [...texts, ...texts].map((json) => parse(json));
    expect(read).toEqual([...texts, ...texts].map((json): unknown => JSON.parse(json)));
    expect(read.slice(-4)).toMatchObject([
      { note: 'a' },
      { note: null },
      { note: undefined },
      { sender: { name: null } },
    ]);
  });

  test('is given up where no two answers are alike', () => {
    let looked = 0;
    const forms = new KnownForms();
    for (let index = 0; index < 1_000; index += 1) {
      const json = `{"field${index}":1}`;
      const look = () => {
        looked += 1;
        return forms.objectAt(json, 0)?.value;
      };
      expect(forms.parse(json, look, (value) => [value])).toEqual({ [`field${index}`]: 1 });
    }
    expect(looked).toBeLessThan(50);
  });
});

describe("LinkCy's answers", () => {
  let simulator: Simulator;
  beforeAll(async () => void (simulator = await startSimulator()));
  afterAll(() => simulator.close());

  const ask = async (path: string) => {
    const answer = await fetch(`${simulator.url}/api/partner/${path}`, {
      headers: { authorization: `Bearer ${simulator.demoToken()}` },
    });
    return answer.text();
  };

  test.each(['transactions', 'consumers', 'ledgers', 'cards', 'beneficiaries', 'mandates'])(
    'have few forms: %s are all read by them',
    async (list) => {
      const forms = new KnownForms();
      const page = await ask(`${list}?page=0&pageSize=100&sortAttribute=CREATION_DATE&sortDirection=DESC`);
      const { content } = parseExactJson(page) as { content: object[] };
      const texts = content.map((row) => JSON.stringify(row));
      const read = (text: string) => forms.objectAt(text, 0)?.value;
      for (const text of texts) forms.parse(text, read, (row) => [row]);
      expect(texts.map(read)).toEqual(content);
      expectTheSame(anyPage(), [page, page, page]);
    },
  );
});
