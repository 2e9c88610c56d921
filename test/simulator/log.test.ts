import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { startWriteBank } from '../support/banks/write-bank.js';

test('an entry of the request log holds everything, but shows no token, no body and no parameter when it is printed', async () => {
  const bank = await startWriteBank();
  await bank.send('POST', '/api/partner/cards/x/activate?iban=BE71096123456769', { truncatedPan: '4711' });
  const [entry] = bank.simulator.log.entries;
  expect(entry?.headers.authorization).toBe(`Bearer ${bank.ownerToken}`);
  expect(entry?.body).toBe('{"truncatedPan":"4711"}');

  const overHttp = await (await fetch(`${bank.simulator.url}/simulator/log`)).text();
  for (const printed of [overHttp, JSON.stringify(entry), inspect(bank.simulator.log, { depth: 9 })]) {
    expect(printed).toContain('/activate');
    for (const secret of [bank.ownerToken, '4711', 'BE71096123456769']) expect(printed.includes(secret)).toBe(false);
  }
  await bank.close();
});
