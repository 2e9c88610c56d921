import 'reflect-metadata';
import { describe, expect, test } from 'vitest';
import type { Fetch, PagedList } from '../../src/pagination/list.js';
import { walkThrough } from './deep.js';
import { NumberedList, type Row } from './numbered-list.js';

/** A page without rows after the last one ends the list, however many LinkCy says that there are. */
const lengths = [0, 1, 5, 99, 100, 101, 250];
const lies = [1, 7, 1_000, 40_000];
const sizes = [7, 50, 100];

const cases = lengths.flatMap((length) => lies.map((lie) => [length, lie] as const));

describe.each(['forward', 'backward'] as const)('a walk %s', (direction) => {
  test.each(cases)('through %i rows, where LinkCy counts %i more, gives each of them', async (length, lie) => {
    for (const size of sizes) {
      const rows = Array.from({ length }, (_, at) => ({
        id: `row ${at}`,
        key: new Date(Date.UTC(2026, 0, 1) + at * 60_000).toISOString(),
      }));
      const list = new NumberedList(rows);
      const { ids } = await walkThrough(lying(list.paged, lie), size, direction === 'backward');
      expect(ids).toEqual(rows.map(({ id }) => id));
      // Each page may take one more look, to see that nothing comes after it, and the end is found by halves.
      expect(list.calls.length).toBeLessThan(16 + 4 * (1 + length / size));
    }
  });
});

function lying(list: PagedList<Row>, lie: number): PagedList<Row> {
  const told: (fetch: Fetch<Row>) => Fetch<Row> = (fetch) => async (page) => {
    const { content, totalElements } = await fetch(page);
    return { content, totalElements: Math.max(0, totalElements + lie) };
  };
  const { within } = list;
  return { ...list, fetch: told(list.fetch), ...(within && { within: (window) => told(within(window)) }) };
}
