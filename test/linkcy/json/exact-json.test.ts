import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LongNumber, mayRound, parseExactJson } from '../../../src/linkcy/json/exact-json.js';
import { pageOf, UnreadableRow } from '../../../src/linkcy/json/page.js';
import { entity, text, uuid } from '../../../src/linkcy/json/shape.js';

const runs = process.env.LINKCY_PROOF === 'full' ? 100_000 : 500;

describe('JSON with exact numbers', () => {
  test('is what JSON.parse reads, where no number has more than 15 digits', () => {
    const short = fc.oneof(
      fc.integer(),
      fc.integer({ min: -99_999_999, max: 99_999_999 }).map((cents) => cents / 100),
    );
    const value = fc.jsonValue({ depthSize: 'medium' }).map((json) => JSON.parse(JSON.stringify(json)) as unknown);
    const withoutNumbers = (json: unknown): unknown =>
      JSON.parse(JSON.stringify(json, (_, inner: unknown) => (typeof inner === 'number' ? 1.25 : inner)));
    fc.assert(
      fc.property(fc.array(fc.oneof(short, value.map(withoutNumbers))), fc.constantFrom(0, 1, 2), (json, indent) => {
        const text = JSON.stringify(json, null, indent);
        expect(parseExactJson(text)).toEqual(JSON.parse(text));
      }),
      { numRuns: runs },
    );
  });

  test('keeps a number of more than 15 digits with all digits that were sent, wherever it stands', () => {
    const digits = (length: number) => fc.stringMatching(new RegExp(`^[1-9][0-9]{${length - 2}}[1-9]$`));
    const exponent = fc.constantFrom('', '', 'e5', 'E+07', 'e-300', `e${'1'.padStart(25, '0')}`);
    const long = fc.tuple(fc.constantFrom('', '-'), digits(16), fc.integer({ min: 1, max: 16 }), exponent);
    const number = long.map(
      ([sign, all, point, power]) =>
        `${sign}${point === 16 ? all : `${all.slice(0, point)}.${all.slice(point)}`}${power}`,
    );
    const frame = fc.constantFrom<[string, (json: unknown) => unknown]>(
      ['@', (json) => json],
      ['@ \n', (json) => json],
      ['[@]', (json) => (json as unknown[])[0]],
      ['[[[2,@\t\r\n]]]', (json) => (json as [[unknown[]]])[0][0][1]],
      ['[1,\n  @ ]', (json) => (json as unknown[])[1]],
      ['{"amount":@,"note":"1234567890123456789"}', (json) => (json as { amount: unknown }).amount],
      ['{"note":"\\"amount\\": 12345678901234567","amount" : @}', (json) => (json as { amount: unknown }).amount],
    );
    fc.assert(
      fc.property(number, frame, (text, [json, read]) => {
        const kept = read(parseExactJson(json.replace('@', text)));
        expect(kept).toBeInstanceOf(LongNumber);
        expect(kept).toHaveProperty('text', text);
      }),
      { numRuns: runs },
    );
  });

  test('looks for such numbers only where numbers stand: the digits of UUIDs and IBANs are none', () => {
    const iban = fc.stringMatching(/^[A-Z]{2}\d{20}$/);
    const row = fc.record({ id: fc.uuid(), ledgerId: fc.uuid(), iban, amount: fc.integer({ max: 99_999_999 }) });
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        expect(mayRound(JSON.stringify(rows))).toBe(false);
      }),
      { numRuns: runs },
    );
  });

  test.each(['', '{', '{"id":1}}', "{'id':1}", '{"id":01}', '[1,]', '1234567890123456789x', '<html></html>'])(
    'refuses what is not JSON: %s',
    (text) => expect(() => parseExactJson(text)).toThrow(SyntaxError),
  );
});

describe('a page of a list', () => {
  const isPage = pageOf(entity<{ id: string; name?: string }>({ id: uuid, name: text }));
  const row = '{"id":"0f6fd2ab-5c5a-4a8e-8d2b-6f7f4d2b1c11","name":"Nora"}';

  test.each([
    ['as LinkCy writes it', `{"content":[${row},${row}],"totalElements":2,"page":0,"pageSize":20}`],
    ['with an escape in a key', `{"cont\\u0065nt":[${row},${row}],"totalElements":2,"page":0,"pageSize":20}`],
    ['with the rows last', `{"totalElements":2,"page":0,"pageSize":20,"content":[${row},${row}]}`],
    ['with one key in two spellings', `{"content":[],"totalElements":2,"cont\\u0065nt":[${row},${row}]}`],
  ])('keeps all rows: %s', (_, json) => {
    const page = parseExactJson(json);
    expect(isPage(page) && page.content.length).toBe(2);
  });

  test.each([
    ...['1', 'null', '[]', '"row"', '{}', '{"id":7}', '{"id":"of no UUID"}', '12345678901234567'],
    '{"name":7,"id":"of no UUID"}',
  ])('keeps the place of a row that cannot be read, under the same id each time: %s', (odd) => {
    const [first, again] = [0, 1].map(() => {
      const page = parseExactJson(`{"content":[${row},${odd},${row}],"totalElements":3}`);
      return isPage(page) ? page.content : [];
    });
    expect(first).toEqual([JSON.parse(row), expect.any(UnreadableRow), JSON.parse(row)]);
    expect(first).toEqual(again);
  });

  test.each(['{"content":{},"totalElements":0}', '{"content":[]}', '{"content":[1]}', '[]', 'null'])(
    'is nothing else: %s',
    (json) => expect(isPage(parseExactJson(json))).toBe(false),
  );
});
