import { serverAudits, type Audit } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApi, type Api } from '../support/api.js';

/** What GraphQL over HTTP allows to be missing: a GET without a header of its own, which other web sites could send. */
const heldBackAgainstOtherSites = ['5A70', 'D6D5', '6A70'];

let api: Api;
beforeAll(async () => void (api = await startApi()));
afterAll(() => api.close());

const audits: readonly Audit[] = serverAudits({ url: () => api.url, fetchFn: fetch });

describe('GraphQL over HTTP', () => {
  test('has 61 audits', () => {
    expect(audits).toHaveLength(61);
  });

  test.each(audits.map((audit) => [audit.id, audit.name, audit] as const))('%s %s', async (id, _, audit) => {
    const { status } = await audit.fn();
    expect(status).toBe(heldBackAgainstOtherSites.includes(id) ? 'notice' : 'ok');
  });

  test.each(heldBackAgainstOtherSites)('%s is met by a GET that says it comes from no other web site', async (id) => {
    const fetchFn: typeof fetch = (url, init) =>
      fetch(url, { ...init, headers: { ...init?.headers, 'apollo-require-preflight': 'true' } });
    const audit = serverAudits({ url: api.url, fetchFn }).find((candidate) => candidate.id === id);
    expect((await audit?.fn())?.status).toBe('ok');
  });
});
