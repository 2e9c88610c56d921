import { describe, expect, test } from 'vitest';
import type { Way } from '../../../src/sca/operation.js';
import { MemoryStore } from '../../../src/sca/store/memory-store.js';
import { ttlOf } from '../../../src/sca/ttl.js';
import { ApprovalsWay, type ApprovalsSetting } from '../../../src/sca/way.js';
import { VirtualClock } from '../virtual-clock.js';

const older = { seconds: 300, nano: 0, zero: false, negative: false };
const todays = { ...older, positive: true };

function approvals(setting: ApprovalsSetting, store = new MemoryStore(new VirtualClock()), url = 'http://linkcy') {
  const warnings: string[] = [];
  return { way: new ApprovalsWay(setting, store, url, (text) => warnings.push(text)), store, warnings };
}

describe('how an operation is finished', () => {
  test.each<[string, ApprovalsSetting, unknown, Way]>([
    ['the older ttl has no "positive": replay', 'auto', older, 'replay'],
    ['"zero" alone shows the older one', 'auto', { seconds: 1, zero: false }, 'replay'],
    ['today’s ttl has "positive": observe', 'auto', todays, 'observe'],
    ['"positive" alone shows today’s', 'auto', { seconds: 300, positive: true }, 'observe'],
    ['in doubt, observe: no ttl', 'auto', undefined, 'observe'],
    ['in doubt, observe: null', 'auto', null, 'observe'],
    ['in doubt, observe: ISO 8601', 'auto', 'PT5M', 'observe'],
    ['in doubt, observe: a number', 'auto', 300, 'observe'],
    ['in doubt, observe: seconds alone', 'auto', { seconds: 300 }, 'observe'],
    ['a setting is believed', 'replay', todays, 'replay'],
    ['either way', 'observe', older, 'observe'],
  ])('%s', async (_title, setting, ttl, expected) => {
    expect(await approvals(setting).way.of(ttl)).toBe(expected);
  });

  test('once a replay was taken for a new request, nothing is replayed any more in all that share the store', async () => {
    const { way, store, warnings } = approvals('auto');
    const neighbour = approvals('auto', store).way;
    const elsewhere = approvals('auto', store, 'http://another').way;
    await way.replayUnknown();
    await way.replayUnknown();
    expect(await way.of(older)).toBe('observe');
    expect(await neighbour.of(older)).toBe('observe');
    expect(await elsewhere.of(older)).toBe('replay');
    expect(warnings).toHaveLength(1);
  });
});

describe('how long the user has', () => {
  const given = (milliseconds: number) => ({ milliseconds, given: true });
  const assumed = { milliseconds: 300_000, given: false };
  test.each<[string, unknown, { milliseconds: number; given: boolean }]>([
    ['a Duration', older, given(300_000)],
    ['nanoseconds, rounded down to milliseconds', { seconds: 1, nano: 999_999_999 }, given(1_999)],
    ['nanoseconds alone', { nano: 5_000_000 }, given(5)],
    ['ISO 8601', 'PT1H2M3.5S', given(3_723_500)],
    ['ISO 8601 in minutes', 'PT5M', given(300_000)],
    ['never more than a day', { seconds: 1e12 }, given(86_400_000)],
    ['none is assumed', undefined, assumed],
    ['null is assumed', null, assumed],
    ['a bare number says no unit', 300, assumed],
    ['no time at all costs nobody an approval', { seconds: 0 }, assumed],
    ['a negative one does not either', { seconds: -5 }, assumed],
    ['a text that is none', 'soon', assumed],
    ['an empty ISO 8601', 'PT', assumed],
    ['an empty object', {}, assumed],
    ['texts for numbers', { seconds: '300' }, assumed],
  ])('%s', (_title, ttl, expected) => {
    expect(ttlOf(ttl)).toEqual(expected);
  });
});
