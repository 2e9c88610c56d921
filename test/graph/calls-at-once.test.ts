import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApi, type Api } from '../support/api.js';

describe('calls at once', () => {
  let api: Api;
  const warnings: Error[] = [];
  const remember = (warning: Error) => void warnings.push(warning);

  beforeAll(async () => {
    process.on('warning', remember);
    api = await startApi({ simulator: { seed: 'empty' } });
    const { store, samples } = api.simulator;
    store.cards.insert(...Array.from({ length: 40 }, () => samples.card()));
  });
  afterAll(async () => {
    process.off('warning', remember);
    await api.close();
  });

  test.each([
    { requests: 1, most: 16 },
    { requests: 5, most: 64 },
  ])('are at most $most where $requests requests want 40 each', async ({ requests, most }) => {
    let underWay = 0;
    let peak = 0;
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    const stop = api.simulator.onRequest('GET /api/partner/cards/{cardId}', async () => {
      underWay += 1;
      peak = Math.max(peak, underWay);
      // All wait for the last that may come, and then a little for one that may not.
      if (underWay === most) setTimeout(release, 25);
      await released;
      underWay -= 1;
    });
    const operation = '{ cards(first: 40) { nodes { scheme } } }';
    const answers = await Promise.all(Array.from({ length: requests }, () => api.send(operation)));
    stop();
    expect(answers.map(({ data }) => data.cards.nodes.length)).toEqual(Array(requests).fill(40));
    expect(peak).toBe(most);
    expect(warnings).toEqual([]);
  });
});
