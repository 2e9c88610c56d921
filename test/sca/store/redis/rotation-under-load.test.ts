import { expect, test } from 'vitest';
import { describeWithRedis } from '../../../support/with-redis.js';
import { rotateUnderLoad } from './rotate-under-load.js';

describeWithRedis('changing the encryption key under load', () => {
  test('no key begins twice, no approval is lost, and cursors go on', async () => {
    const { keys, approvals, faults } = await rotateUnderLoad(4);
    expect(faults).toEqual([]);
    expect(keys).toBeGreaterThan(16);
    expect(approvals).toBeGreaterThan(0);
  });
});
