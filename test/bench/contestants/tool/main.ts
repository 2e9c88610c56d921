import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { processConfig } from '@graphql-mesh/config';
import { createMeshHTTPHandler } from '@graphql-mesh/http';
import { getMesh } from '@graphql-mesh/runtime';
import { InMemoryStoreStorageAdapter, MeshStore } from '@graphql-mesh/store';

/** The tool: GraphQL Mesh, which makes the API of an OpenAPI description; links between objects are configuration. */

const link = (targetTypeName: string, targetFieldName: string, sourceFieldName: string, idField: string) => ({
  ...{ targetTypeName, targetFieldName, sourceName: 'linkcy', sourceTypeName: 'Query', sourceFieldName },
  ...{ requiredSelectionSet: `{ ${idField} }`, sourceArgs: { id: `{root.${idField}}` } },
});

const nestedList = (targetTypeName: string, targetFieldName: string, filter: string) => ({
  ...{ targetTypeName, targetFieldName, sourceName: 'linkcy', sourceTypeName: 'Query' },
  ...{ sourceFieldName: targetFieldName, requiredSelectionSet: '{ id }' },
  sourceArgs: {
    ...{ [filter]: '{root.id}', page: 0, pageSize: '{args.pageSize}' },
    ...{ sortAttribute: 'CREATION_DATE', sortDirection: 'DESC' },
  },
});

const { config } = {
  config: {
    sources: [
      {
        name: 'linkcy',
        handler: {
          openapi: {
            source: `${process.env.LINKCY_URL}/openapi.json`,
            endpoint: process.env.LINKCY_URL,
            operationHeaders: { authorization: '{context.headers.authorization}' },
          },
        },
      },
    ],
    additionalTypeDefs: `
      extend type Party { ledger: Ledger beneficiary: Beneficiary }
      extend type CardRow { detail: Card }
      extend type Ledger { detail: Ledger cards(pageSize: Int!): cards_200_response }
      extend type Consumer { ledgers(pageSize: Int!): ledgers_200_response transactions(pageSize: Int!): transactions_200_response }
      extend type Created { transaction: Transaction }
    `,
    additionalResolvers: [
      link('Party', 'ledger', 'ledger', 'ledgerId'),
      link('Party', 'beneficiary', 'beneficiary', 'beneficiaryId'),
      link('CardRow', 'detail', 'card', 'id'),
      link('Ledger', 'detail', 'ledger', 'id'),
      link('Created', 'transaction', 'transaction', 'id'),
      nestedList('Ledger', 'cards', 'ledgerId'),
      nestedList('Consumer', 'ledgers', 'endUserId'),
      nestedList('Consumer', 'transactions', 'endUserId'),
    ],
    skipSSLValidation: false,
  },
};

const store = new MeshStore('.mesh', new InMemoryStoreStorageAdapter(), { readonly: false, validate: false });
const options = await processConfig(config as never, { dir: import.meta.dirname, store });
const mesh = await getMesh(options);
if (process.env.BENCH_PRINT_SCHEMA) console.error((await import('graphql')).printSchema(mesh.schema));
const handler = createMeshHTTPHandler({ baseDir: import.meta.dirname, getBuiltMesh: async () => mesh });
const server = createServer(handler as never);
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on('disconnect', () => process.exit());
