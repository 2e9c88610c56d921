// Uses the guide's Graphcache as an app does: reads a list to its end, pays, and waits for the approval.
import { createClient, fetchExchange, subscriptionExchange } from '@urql/core';
import { createClient as openSocket } from 'graphql-ws';
import WebSocket from 'ws';
import { graphcache } from './src/cache';

const { url, documents, input, approve } = JSON.parse(process.argv[2]);
const socket = openSocket({ url: url.replace('http', 'ws'), webSocketImpl: WebSocket });
const client = createClient({
  url,
  preferGetMethod: false,
  exchanges: [
    graphcache,
    fetchExchange,
    subscriptionExchange({
      forwardSubscription: ({ query = '', variables }) => ({
        subscribe: (sink) => ({ unsubscribe: socket.subscribe({ query, variables }, sink) }),
      }),
    }),
  ],
});

async function dataOf(request) {
  const { data, error } = await request.toPromise();
  if (error) throw error;
  return data;
}

const { consumers } = await dataOf(client.query(documents.explore, {}));

const shown = [];
let after = null;
let page;
do {
  page = (await dataOf(client.query(documents.Payments, { ledgerId: input.ledgerFromId, after }))).ledger.transactions;
  shown.push(new Set(page.edges.map(({ node }) => node.id)).size);
  after = page.pageInfo.endCursor;
} while (page.pageInfo.hasNextPage && shown.length < 3);

const { createTransfer } = await dataOf(client.mutation(documents.Pay, { input }));
const event = new Promise((resolve) => {
  client.subscription(documents.Paid, { scaId: createTransfer.scaId }).subscribe(resolve);
});
await fetch(approve.replace('SCA_ID', createTransfer.scaId), { method: 'POST' });
const { scaCompleted } = (await event).data;
console.log(JSON.stringify({ consumers: consumers.totalCount, shown, status: scaCompleted.status }));
await socket.dispose();
