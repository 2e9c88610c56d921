import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { edited, type JsonPath, type Edit } from './json-edit.js';
import type { Alter } from '../support/banks/altering-proxy.js';
import { lists, sharesOf, startRobot, type Robot } from './robot.js';
import { alterAnswers, envelopes, type WireChange } from './wire-changes.js';
import { spelledInTurns, walk, type Direction, type Walk } from './walks.js';

let robot: Robot;
beforeAll(async () => {
  robot = await startRobot();
});
afterAll(() => robot.close());

const directions: readonly Direction[] = ['forward', 'backward'];
const short = { size: 4, pages: 5 };

/** The changes of one row that pagination itself could stumble over, besides the envelope's. */
const rowEdits: readonly (readonly [name: string, path: JsonPath, edit: Edit])[] = [
  ['no row', [], { value: null }],
  ['an empty row', [], { value: {} }],
  ['a row that is text', [], { value: 'x' }],
  ['no id', ['id'], { remove: true }],
  ['an id that is none', ['id'], { value: 'Quux' }],
  ['an id in capitals', ['id'], { value: 'capitals' }],
  ...['creationDate', 'name', 'friendlyName'].flatMap((key): [string, JsonPath, Edit][] => [
    [`no ${key}`, [key], { remove: true }],
    [`${key} null`, [key], { value: null }],
    [`${key} a number`, [key], { value: 4711 }],
    [`${key} another text`, [key], { value: 'Quux' }],
  ]),
];

describe('a walk through a list with one thing changed', () => {
  const roots = [...new Map(lists.map((list) => [list[0], list])).values()];
  test.each(roots)(
    '%s: no row is lost or told twice, and it ends',
    async (root, filter, path) => {
      const faults: string[] = [];
      let made = 0;
      for (const direction of directions) {
        const go = (alter?: Alter) => walk((query) => robot.ask(query, alter), root, filter, direction, short);
        const before = await go();
        const target = before.rows[Math.floor(before.rows.length / 2)] ?? '';
        for (const [name, place, edit] of sharesOf(rowEdits)) {
          const after = await go(alterRowOf(path, target, place, edit));
          const broken = brokenWalk(before, after) ?? lostRow(before, after, target);
          if (broken !== undefined) faults.push(`${direction}, ${name}: ${broken}`);
          made += 1;
        }
        for (const change of sharesOf(envelopes)) {
          const after = await go(alterAnswers(path, change));
          const broken = isTooDeep(change, after) ? undefined : (brokenWalk(before, after) ?? earlyEnd(before, after));
          if (broken !== undefined) faults.push(`${direction}, ${change.name}: ${broken}`);
          made += 1;
        }
      }
      console.log(`${root}: ${made} walks, ${faults.length} faults`);
      expect(faults).toEqual([]);
    },
    900_000,
  );
});

test.each(directions)(
  '%s over 900 rows whose ids and dates are spelled in turns: every row once',
  async (direction) => {
    const [root, filter, path] = [
      'transactions',
      'filter: {types: [CARD_CLEARING, CARD_AUTHORIZATION]}',
      '/api/partner/transactions',
    ];
    const size = { size: 50, pages: 20 };
    const before = await walk((query) => robot.ask(query), root, filter, direction, size);
    const alter = spelledInTurns(path);
    const after = await walk((query) => robot.ask(query, alter), root, filter, direction, size);
    expect(new Set(before.rows).size).toBeGreaterThan(900);
    expect(after.errors).toEqual([]);
    expect(after.rows).toEqual(before.rows);
  },
);

/** That many rows are more than LinkCy's pages reach, and the client is told so. */
function isTooDeep({ name }: WireChange, { errors }: Walk): boolean {
  return (
    name === 'totalElements: 1000000' &&
    errors.length > 0 &&
    errors.every(({ message }) => message.includes('lies too deep'))
  );
}

/** What no walk may do. */
function brokenWalk(before: Walk, after: Walk): string | undefined {
  const wrong = after.errors.find(({ extensions }) => extensions.code !== 'UPSTREAM_UNAVAILABLE');
  if (wrong !== undefined) return `error ${wrong.extensions.code}`;
  if (after.calls > 6 * before.calls + 20) return `${after.calls} calls instead of ${before.calls}`;
  const ids = after.rows.filter((row) => row !== null);
  return new Set(ids).size === ids.length ? undefined : 'a row is told twice';
}

/** Every row is at its place, or the changed one is null there. */
function lostRow(before: Walk, after: Walk, target: string): string | undefined {
  if (after.end === 'refused') return 'the list is refused';
  const wrong = before.rows.findIndex(
    (row, at) => after.rows[at] !== row && !(row === target && after.rows[at] === null),
  );
  return wrong === -1 && before.rows.length === after.rows.length
    ? undefined
    : `row ${wrong} of ${before.rows.length} differs`;
}

/** With an envelope that lies, the list may be refused; but what ends without an error has all rows. */
function earlyEnd(before: Walk, after: Walk): string | undefined {
  if (after.end === 'refused' || after.errors.length > 0) return undefined;
  return after.rows.length < before.rows.length && after.end === 'end'
    ? `ended after ${after.rows.length} of ${before.rows.length} rows`
    : undefined;
}

function alterRowOf(path: string, id: string, place: JsonPath, edit: Edit): Alter {
  const value = 'value' in edit && edit.value === 'capitals' ? { value: id.toUpperCase() } : edit;
  return (answer, asked) => {
    if (asked.path !== path) return answer;
    const page = JSON.parse(answer.body.toString()) as { content: { id: string }[] };
    const at = page.content.findIndex((row) => row.id === id);
    const [key] = place;
    if (at === -1 || (key !== undefined && !(key in page.content[at]!))) return answer;
    return { ...answer, body: Buffer.from(edited(page, ['content', at, ...place], value)) };
  };
}
