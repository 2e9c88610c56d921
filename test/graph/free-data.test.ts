import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startApi, type Api } from '../support/api.js';
import { insertReadBank, type ReadBank } from '../support/banks/read-bank.js';
import { openSocket } from '../support/transports.js';

/** Metadata goes to LinkCy as it is given, to the last digit, or not at all: at each transport, in either form. */
let api: Api;
let bank: ReadBank;
beforeAll(async () => {
  api = await startApi({ simulator: { seed: 'empty' } });
  bank = insertReadBank(api.simulator);
});
beforeEach(() => api.simulator.log.clear());
afterAll(() => api.close());

const payload = '{ __typename ... on ConsumerPayload { consumer { userMetadata } } }';
const forms: Readonly<Record<string, (id: string, metadata: string) => string>> = {
  'a literal': (id, metadata) => {
    const literal = metadata.replaceAll(/"(\w+)":/g, '$1:');
    const query = `mutation { updateConsumer(input: {id: "${id}", userMetadata: ${literal}}) ${payload} }`;
    return JSON.stringify({ query });
  },
  'a variable': (id, metadata) => {
    const query = `mutation ($input: UpdateConsumerInput!) { updateConsumer(input: $input) ${payload} }`;
    return `{"query":${JSON.stringify(query)},"variables":{"input":{"id":"${id}","userMetadata":${metadata}}}}`;
  },
  'a variable within': (id, metadata) => {
    const query = `mutation ($metadata: JSONObject) { updateConsumer(input: {id: "${id}", userMetadata: $metadata}) ${payload} }`;
    return `{"query":${JSON.stringify(query)},"variables":{"metadata":${metadata}}}`;
  },
};

/** The JSON of the request is text here: JSON.stringify would round what is in it. */
const transports: Readonly<Record<string, (json: string) => Promise<any>>> = {
  HTTP: (json) => post(json, 'application/json').then((text) => JSON.parse(text) as unknown),
  'server-sent events': (json) =>
    post(json, 'text/event-stream').then((text) => JSON.parse(/^data: (.*)$/m.exec(text)?.[1] ?? text) as unknown),
  WebSocket: async (json) => {
    const socket = await openSocket(api.url);
    socket.send(`{"id":"1","type":"subscribe","payload":${json}}`);
    const { type, payload } = await socket.next();
    socket.socket.terminate();
    return type === 'error' ? { errors: payload } : payload;
  },
};

async function post(body: string, accept: string): Promise<string> {
  const headers = { 'content-type': 'application/json', accept };
  return (await fetch(api.url, { method: 'POST', headers, body })).text();
}

describe.each(Object.keys(transports))('metadata that comes by %s', (transport) => {
  describe.each(Object.keys(forms))('as %s', (form) => {
    const send = (metadata: string) => transports[transport]!(forms[form]!(bank.consumers.ada.id, metadata));

    test.each<[string, unknown]>([
      ['{"t":1732871234567891}', { t: 1732871234567891 }],
      ['{"rate":0.30000000000000004}', { rate: 0.30000000000000004 }],
      ['{"pi":3.141592653589793}', { pi: 3.141592653589793 }],
      ['{"big":1000000000000000000000}', { big: 1e21 }],
      ['{"bounds":[-1.7976931348623157e308,5e-324]}', { bounds: [-Number.MAX_VALUE, Number.MIN_VALUE] }],
      ['{"none":0e999,"zero":0.000000000000000000000000}', { none: 0, zero: 0 }],
      ['{"crm":"9007199254740993"}', { crm: '9007199254740993' }],
      ['{"a":{"b":[1,null,true,"\\u00e9"]}}', { a: { b: [1, null, true, 'é'] } }],
    ])('is kept: %s', async (json, userMetadata) => {
      const { data } = await send(json);
      expect(data?.updateConsumer).toEqual({ __typename: 'ConsumerPayload', consumer: { userMetadata } });
      expect(api.simulator.store.consumers.get(bank.consumers.ada.id)?.userMetadata).toEqual(userMetadata);
    });

    test.each([
      '{"crm":9007199254740993}',
      '{"list":[{"rate":0.123456789012345678}]}',
      '{"n":-12345678901234567890}',
      '{"huge":1e400}',
      '{"tiny":1e-400}',
      '{"tiny":1.2345e-322}',
    ])('is refused where a number would change, and says to write it as text: %s', async (json) => {
      const { errors } = await send(json);
      expect(errors).toMatchObject([
        {
          message: expect.stringContaining('write these as text'),
          extensions: { code: expect.stringMatching(/^(BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED)$/) },
        },
      ]);
      expect(api.simulator.log.count()).toBe(0);
    });
  });
});
