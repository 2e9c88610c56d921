import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApi, type Api } from '../support/api.js';
import { transportNames, transports } from '../support/transports.js';

let api: Api;
beforeAll(async () => void (api = await startApi({ simulator: { seed: 'empty' } })));
afterAll(() => api.close());

const options = {
  ...{ descriptions: true, specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true },
  ...{ inputValueDeprecation: true, oneOf: true },
};

test.each(transportNames)(
  'the question that every tool for developers asks is answered at a request over %s',
  async (transport) => {
    const { data, errors } = await transports[transport](api.url, { query: getIntrospectionQuery(options) });
    expect(errors).toBeUndefined();
    expect(data.__schema.types.length).toBeGreaterThan(100);
  },
);
