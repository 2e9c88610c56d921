import { expect, test } from 'vitest';
import type { Seen } from '../../../src/sca/effects/change.js';
import type { Change } from '../../../src/sca/effects/effect.js';
import { judgeChange, type Asking, type ChangeVerdict } from '../../../src/sca/observe/change-step.js';
import { asked, textAt } from './rows.js';

const fields = (wanted: Readonly<Record<string, unknown>>): Change => ({
  kind: 'fields',
  object: 'Card',
  id: 'card',
  asked: wanted,
});
const rename = fields({ friendlyName: 'New' });
const limit: Change = { kind: 'card rule', id: 'card', type: 'DAILY_MAX_SPEND', content: 100 };
const noLimit: Change = { kind: 'card rule', id: 'card', type: 'DAILY_MAX_SPEND' };
const pin: Change = { kind: 'card pin', id: 'card' };

const longAgo = textAt(-600_000);
const soon = textAt(5_000);
const card = (friendlyName: string, updateDate?: string): Seen => ({
  updateDate,
  isAsked: friendlyName === 'New',
  values: { friendlyName },
});
const rules = (isAsked: boolean, count = 1, content = 0): Seen => ({
  isAsked,
  values: { rules: count, contents: [isAsked ? 100 : content] },
});
const latest = asked + 1_200_000;
const asking: Asking = { date: asked, heldMilliseconds: 1_500, latest, lookedAt: asked + 20_000 };
const { date: _unknown, ...noDate } = asking;
const late: Asking = { ...asking, lookedAt: latest + 1 };
const muchLater = textAt(1_200_001);

test.each<[string, Change, Seen | undefined, Seen, Asking, ChangeVerdict]>([
  ['as before is nothing', rename, card('Old', longAgo), card('Old', longAgo), asking, 'nothing'],
  ['as asked with another updateDate is done', rename, card('Old', longAgo), card('New', soon), asking, 'done'],
  [
    'as asked and not so before is done, also within one whole second',
    rename,
    card('Old', textAt(0, 0)),
    card('New', textAt(0, 0)),
    asking,
    'done',
  ],
  [
    'as asked where there is no updateDate is done, if it was not so before',
    rename,
    card('Old'),
    card('New'),
    asking,
    'done',
  ],
  [
    'already as asked with the same updateDate is nothing',
    rename,
    card('New', longAgo),
    card('New', longAgo),
    asking,
    'nothing',
  ],
  ['already as asked and updated since is done', rename, card('New', longAgo), card('New', soon), asking, 'done'],
  [
    'already as asked where there is no updateDate cannot be seen',
    rename,
    card('New'),
    card('New'),
    asking,
    'invisible',
  ],
  [
    'as asked in the baseline already, a second after the 202, is done: the user was quicker',
    rename,
    card('New', textAt(1_000)),
    card('New', textAt(1_000)),
    asking,
    'done',
  ],
  [
    'as asked in the baseline from the very second of the 202 is uncertain',
    rename,
    card('New', textAt(999)),
    card('New', textAt(999)),
    asking,
    'uncertain',
  ],
  [
    'as asked in the baseline from the time of the request is uncertain',
    rename,
    card('New', textAt(-1_500)),
    card('New', textAt(-1_500)),
    asking,
    'uncertain',
  ],
  [
    'as asked from just before the request is nothing',
    rename,
    card('New', textAt(-1_501)),
    card('New', textAt(-1_501)),
    asking,
    'nothing',
  ],
  [
    'told in whole seconds it may be from any time in that second',
    rename,
    card('New', textAt(-2_000, 0)),
    card('New', textAt(-2_000, 0)),
    asking,
    'uncertain',
  ],
  [
    'as asked in the baseline is uncertain without LinkCy’s Date',
    rename,
    card('New', longAgo),
    card('New', longAgo),
    noDate,
    'uncertain',
  ],
  [
    'an updateDate that cannot be read proves nothing',
    rename,
    card('New', 'soon'),
    card('New', 'soon'),
    asking,
    'uncertain',
  ],
  [
    'updated to neither the old nor the asked value is uncertain',
    rename,
    card('Old', longAgo),
    card('Third', soon),
    asking,
    'uncertain',
  ],
  ['a third value is uncertain whatever the updateDate says', rename, card('Old'), card('Third'), asking, 'uncertain'],
  ['updated in something else is nothing', rename, card('Old', longAgo), card('Old', soon), asking, 'nothing'],
  [
    'as asked long after the time to approve may be somebody else’s',
    rename,
    card('Old', longAgo),
    card('New', muchLater),
    late,
    'uncertain',
  ],
  ['as asked in time is done, however late it is seen', rename, card('Old', longAgo), card('New', soon), late, 'done'],
  [
    'as asked already and updated long after the time to approve may be somebody else’s',
    rename,
    card('New', longAgo),
    card('New', muchLater),
    late,
    'uncertain',
  ],
  [
    'a rule that has become as asked by long after may be somebody else’s',
    limit,
    rules(false),
    rules(true),
    late,
    'uncertain',
  ],
  ['a rule that has become a third thing is uncertain', limit, rules(false), rules(false, 1, 50), asking, 'uncertain'],
  [
    'a rule to be removed that has become another is uncertain',
    noLimit,
    rules(false),
    rules(false, 1, 50),
    asking,
    'uncertain',
  ],
  [
    'a PIN that has become a third thing is uncertain',
    pin,
    { isAsked: false, values: { pinStatus: 'LOCKED' } },
    { isAsked: false, values: { pinStatus: 'UNLOCKED' } },
    asking,
    'uncertain',
  ],
  ['without a baseline a change is never told', rename, undefined, card('New', soon), asking, 'uncertain'],
  [
    'what LinkCy never gives back cannot be seen',
    fields({ occupationSector: 'X' }),
    card('Old', longAgo),
    card('Old', soon),
    asking,
    'invisible',
  ],
  ['a rule that has become as asked is done', limit, rules(false), rules(true), asking, 'done'],
  ['a rule that was as asked before cannot be seen', limit, rules(true), rules(true), asking, 'invisible'],
  ['a rule that is not there is nothing', limit, rules(false, 0), rules(false, 0), asking, 'nothing'],
  ['a rule that is gone is done', noLimit, rules(false, 1), rules(true, 0), asking, 'done'],
  [
    'one rule less of that type is done: the other is the partner’s',
    noLimit,
    rules(false, 2),
    rules(false, 1),
    asking,
    'done',
  ],
  ['a rule that was not there cannot be seen to go', noLimit, rules(true, 0), rules(true, 0), asking, 'invisible'],
  [
    'a PIN that is being unlocked is done',
    pin,
    { isAsked: false, values: {} },
    { isAsked: true, values: {} },
    asking,
    'done',
  ],
  [
    'a PIN that was being unlocked before cannot be seen',
    pin,
    { isAsked: true, values: {} },
    { isAsked: true, values: {} },
    asking,
    'invisible',
  ],
])('%s', (_title, change, before, now, when, verdict) => {
  expect(judgeChange(change, before, now, when)).toBe(verdict);
});
