import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type Api } from '../support/api.js';
import { resultsOf, websocketClient } from '../support/websocket.js';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const lastName = '{ consumers(first: 1) { nodes { lastName } } }';

describe('the WebSocket door', () => {
  it('answers a query and completes', async () => {
    const client = websocketClient(api.url);
    const expected = await api.send(lastName);
    expect(await resultsOf(client, lastName)).toEqual([
      { data: expected.data, extensions: { cost: { asked: 1, made: 1 } } },
    ]);
    await client.dispose();
  });

  it('takes the token from connectionParams.authorization', async () => {
    const client = websocketClient(api.url, 'Bearer not-a-token');
    const [result] = await resultsOf(client, lastName);
    expect(result).toMatchObject({ data: null, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    await client.dispose();
  });

  it('names the request in every error, as HTTP does', async () => {
    const client = websocketClient(api.url);
    const [result] = await resultsOf(client, '{ card(id: "no-id") { status } }');
    expect(result).toMatchObject({
      errors: [
        { path: ['card'], extensions: { code: 'BAD_USER_INPUT', requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) } },
      ],
    });
    await client.dispose();
  });

  it('says goodbye with 1001 when the server goes', async () => {
    const other = await startApi();
    const client = websocketClient(other.url);
    const closed = new Promise((resolve) => client.on('closed', resolve));
    await resultsOf(client, '{ __typename }');
    const open = client.iterate({ query: '{ __typename }' });
    await Promise.all([other.close(), open.next().catch(() => undefined)]);
    expect(await closed).toMatchObject({ code: 1001 });
  });
});

describe('the door of server-sent events', () => {
  const stream = async (query: string, headers: Record<string, string> = {}) => {
    const response = await fetch(api.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
      body: JSON.stringify({ query }),
    });
    return { type: response.headers.get('content-type'), text: await response.text() };
  };

  it('answers a query with one event and completes', async () => {
    const { type, text } = await stream(lastName);
    const expected = await api.send(lastName);
    expect(type).toBe('text/event-stream; charset=utf-8');
    const answer = { data: expected.data, extensions: { cost: { asked: 1, made: 1 } } };
    expect(text).toContain(`event: next\ndata: ${JSON.stringify(answer)}\n\n`);
    expect(text).toMatch(/event: complete\ndata: ?\n\n$/);
  });

  it('refuses a document that does not fit the schema, in the stream', async () => {
    const { text } = await stream('{ nonsense }');
    expect(text).toContain('GRAPHQL_VALIDATION_FAILED');
  });

  it('refuses a mutation that comes with GET', async () => {
    const url = `${api.url}?${new URLSearchParams({ query: 'mutation { __typename }' }).toString()}`;
    const response = await fetch(url, { headers: { accept: 'text/event-stream', 'apollo-require-preflight': 'true' } });
    expect(await response.text()).toContain('A mutation must be sent with POST.');
  });
});
