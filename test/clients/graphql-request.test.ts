import { ClientError, GraphQLClient } from 'graphql-request';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LedgerDocument, LedgersDocument } from '../support/graphql/graphql.js';
import { openLedgerScreen, type LedgerScreen } from './ledger-screen.js';

describe('graphql-request', () => {
  let screen: LedgerScreen;
  let client: GraphQLClient;
  beforeAll(async () => {
    screen = await openLedgerScreen();
    client = new GraphQLClient(screen.stage.url, { headers: { authorization: screen.authorization } });
  });
  afterAll(() => screen.close());

  test('sends a document of the code generator, and gets what its types say', async () => {
    const { ledger }: any = await client.request(LedgerDocument.toString(), { id: screen.ledgerId });
    expect(ledger).toMatchObject({ friendlyName: 'Main', totalAmount: { value: '1000.1', currency: 'EUR' } });
  });

  test('throws for a wrong argument, with a code to tell it by', async () => {
    const asked = client.request(LedgersDocument.toString(), { first: 101 });
    const error: unknown = await asked.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ClientError);
    expect((error as ClientError).response.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  test('finishes a transfer without a socket: it asks when the app has seen the approval', async () => {
    const transfer = `mutation ($input: CreateTransferInput!) { createTransfer(input: $input) { ... on ScaPending { scaId } } }`;
    const { createTransfer }: any = await client.request(transfer, { input: screen.stage.transferInput() });
    screen.approve(createTransfer.scaId);
    const resume = 'mutation ($scaId: UUID!) { resumeSca(scaId: $scaId) { status result { __typename } } }';
    const { resumeSca }: any = await client.request(resume, { scaId: createTransfer.scaId });
    expect(resumeSca).toEqual({ status: 'COMPLETED', result: { __typename: 'TransactionPayload' } });
  });
});
