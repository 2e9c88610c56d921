import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LinkcyBrokenAnswer } from '../../../src/linkcy/error.js';
import { entity, flag, optional, optionalText, text, uuid, type Check } from '../../../src/linkcy/json/shape.js';

const checks = { id: uuid, name: text, note: optionalText, active: flag, parent: optional(uuid) };
const isRow = entity<Record<keyof typeof checks, unknown>>(checks);

const id = fc.uuid();
const odd = fc.constantFrom<unknown>(null, 7, true, 'text', [], {});
const fields = fc.record(
  {
    ...{ id: fc.oneof(id, odd), name: fc.oneof(fc.string(), odd), note: odd, active: fc.oneof(fc.boolean(), odd) },
    ...{ parent: fc.oneof(id, odd), unheardOf: odd },
  },
  { requiredKeys: [] },
);
/** In any order: LinkCy does not say that the id comes first. */
const row = fields.chain((sent) =>
  fc.shuffledSubarray(Object.entries(sent), { minLength: Object.keys(sent).length }).map(Object.fromEntries),
);

test('an object is refused for its id alone; any other odd or missing value costs its own field', () => {
  fc.assert(
    fc.property(row, (sent) => {
      const isRight = (name: string, check: Check) => check(Reflect.get(sent, name));
      const value: object = { ...sent };
      expect(isRow(value)).toBe(isRight('id', uuid));
      if (!isRight('id', uuid)) {
        expect(value).toEqual(sent);
        return;
      }
      for (const [name, check] of Object.entries<Check>(checks)) {
        if (isRight(name, check)) expect(Reflect.get(value, name)).toEqual(Reflect.get(sent, name));
        else expect(() => Reflect.get(value, name)).toThrow(LinkcyBrokenAnswer);
      }
      expect(Reflect.get(value, 'unheardOf')).toEqual(Reflect.get(sent, 'unheardOf'));
    }),
    { numRuns: 1_000 },
  );
});

test.each([null, 7, 'text', [], [{ id: '0f6fd2ab-5c5a-4a8e-8d2b-6f7f4d2b1c11' }]])('%j is no such object', (value) => {
  expect(isRow(value)).toBe(false);
});
