import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApi, type Api } from '../support/api.js';
import { doorNames, doors } from '../support/transports.js';

let api: Api;
beforeAll(async () => void (api = await startApi({ simulator: { seed: 'empty' } })));
afterAll(() => api.close());

const options = {
  ...{ descriptions: true, specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true },
  ...{ inputValueDeprecation: true, oneOf: true },
};

test.each(doorNames)('the question that every tool for developers asks is answered at the door of %s', async (door) => {
  const { data, errors } = await doors[door](api.url, { query: getIntrospectionQuery(options) });
  expect(errors).toBeUndefined();
  expect(data.__schema.types.length).toBeGreaterThan(100);
});
