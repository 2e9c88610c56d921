// Renders the guide's component with two pages of payments, after the guide's first query.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderToString } from 'react-dom/server';
import { Payments, payments } from './src/payments';
import './src/ledgers';

const { ledgerFromId } = JSON.parse(process.argv[2]).input;
const client = new QueryClient();
await client.fetchInfiniteQuery({ ...payments(ledgerFromId), pages: 2 });
console.log(
  renderToString(
    <QueryClientProvider client={client}>
      <Payments ledgerId={ledgerFromId} />
    </QueryClientProvider>,
  ),
);
client.clear();
