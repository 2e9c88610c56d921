import 'reflect-metadata';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import { expressMiddleware } from '@as-integrations/express5';
import express from 'express';
import { buildSchema } from 'type-graphql';
import { Linkcy } from './linkcy.js';
import {
  CardResolver,
  ConsumerResolver,
  LedgerResolver,
  TransactionPartyResolver,
  TransactionResolver,
  TransferResolver,
} from './resolvers.js';

/**
 * The usual stack, as most teams would write it by hand: Apollo Server, type-graphql, express, fetch, DataLoader. Without
 * limits, logs, checks of what LinkCy sends, stable cursors and approvals.
 */
const app = express();
const httpServer = createServer(app);
const apollo = new ApolloServer<Linkcy>({
  schema: await buildSchema({
    resolvers: [
      ...[TransactionResolver, TransactionPartyResolver, LedgerResolver],
      ...([CardResolver, ConsumerResolver, TransferResolver] as const),
    ] as never,
  }),
  plugins: [ApolloServerPluginDrainHttpServer({ httpServer })],
});
await apollo.start();
const context = async ({ req }: { req: express.Request }) =>
  new Linkcy(process.env.LINKCY_URL ?? '', req.headers.authorization ?? '');
app.use('/graphql', express.json(), expressMiddleware(apollo, { context }));
httpServer.listen(0, '127.0.0.1', () => process.send?.({ port: (httpServer.address() as AddressInfo).port }));
process.on('disconnect', () => process.exit());
