import { readFileSync } from 'node:fs';
import type { Client } from 'graphql-ws';
import { afterEach, expect, it } from 'vitest';
import { examplesOf } from '../../../src/server/explorer/examples.js';
import { generations } from '../../../src/simulator/sca/generation.js';
import { documentOf } from '../mutations/documents.js';
import { startApi, type Api } from '../../support/api.js';
import { resultsOf, websocketClient } from '../../support/websocket.js';

let api: Api;
const sockets: Client[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) await socket.dispose();
  await api.close();
});

const examples = examplesOf(readFileSync(new URL('../../../schema/operations/walk.graphql', import.meta.url), 'utf8'));

/** The variables that the file shows for an operation, with what stands in capitals filled in. */
function variablesOf(operation: string, known: Readonly<Record<string, string>>): Record<string, unknown> {
  return filled(examples.find(({ name }) => name === operation)?.variables ?? {}, known);
}

function filled(value: any, known: Readonly<Record<string, string>>): any {
  if (typeof value === 'string') return /^[A-Z]+_?[A-Z_]+$/.test(value) && value in known ? known[value] : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => filled(item, known));
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, filled(item, known)]));
}

it.each(generations)(
  'over LinkCy %s a stranger becomes a customer, pays with a card, and sends money, as walk.graphql shows it',
  async (generation) => {
    api = await startApi({ lendsToken: false, simulator: { transitionMilliseconds: 50, generation } });
    const { store, sca } = api.simulator;
    const known: Record<string, string> = {};
    const walked = new Set<string>();

    /** The only field of the answer to an operation of the walk. */
    async function walk(operation: string, token?: string) {
      walked.add(operation);
      const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
      const { data, errors } = await api.send(documentOf(operation), variablesOf(operation, known), headers);
      expect(errors).toBeUndefined();
      return Object.values<any>(data)[0];
    }
    /** As `walk`, for what the user approves on the phone. */
    async function approved(operation: string, token: string) {
      const pending = await walk(operation, token);
      expect(pending).toMatchObject({ scaId: expect.any(String), expiresAt: expect.any(String) });
      known.SCA_ID = pending.scaId;
      const socket = websocketClient(api.url, `Bearer ${token}`);
      sockets.push(socket);
      walked.add('WalkApproval');
      const event = resultsOf(socket, documentOf('WalkApproval'), variablesOf('WalkApproval', known));
      sca.approve(pending.scaId);
      const [{ data }] = (await event) as [any];
      expect(data.scaCompleted.status).toBe('COMPLETED');
      return data.scaCompleted.result;
    }
    const messageTo = (channel: string) =>
      store.messages.all().findLast((one) => one.endUserId === known.CONSUMER_UUID && one.channel === channel);

    known.VERSION = (await walk('WalkTerms')).version;
    known.CONSUMER_UUID = (await walk('WalkCreateConsumer')).uuid;
    expect(await walk('WalkRequestPasswordSecret')).toMatchObject({ phone: expect.stringMatching(/^\+?\d+$/) });
    known.SECRET = messageTo('SMS')?.code ?? '';
    expect(await walk('WalkChangePassword')).toMatchObject({ endUserId: known.CONSUMER_UUID });
    const { token } = await walk('WalkLogin');

    const kyc = await walk('WalkStartKyc', token);
    known.KYC_APPLICATION_ID = kyc.kycApplicationId;
    // What a person does with a button of the page that opens.
    await fetch(`${kyc.url}/validate`, { method: 'POST' });
    await expect.poll(async () => (await walk('WalkKycApplication', token)).status).toBe('VALIDATED');
    expect(await walk('WalkSendEmailVerification', token)).toMatchObject({ ttl: 'PT48H' });
    expect((await fetch(messageTo('EMAIL')!.link!)).status).toBe(200);

    const { partnerToken: partner } = await walk('WalkPartnerLogin');
    await walk('WalkSimulateKyc', partner);
    expect(await walk('WalkConsumer', token)).toMatchObject({
      ...{ firstName: 'Mira', termsAccepted: true, phone: { verified: true }, email: { verified: true } },
      kyc: { status: 'VALIDATED' },
    });
    expect(await walk('WalkRegisterScaDevice', token)).toMatchObject({ scaDeviceId: expect.any(String) });

    known.LEDGER_ID = (await walk('WalkCreateLedger', token)).ledger.id;
    await expect.poll(async () => (await walk('WalkLedger', token)).status).toBe('ACTIVE');
    expect(await walk('WalkCreditLedger', partner)).toMatchObject({ ledger: { availableAmount: { value: '500' } } });

    known.CARD_PROFILE_UUID = (await walk('WalkCardProfiles', partner)).nodes[0].uuid;
    known.CARD_ID = (await approved('WalkCreateCard', token)).card.id;
    await expect.poll(async () => (await walk('WalkCard', token)).status).toBe('ACTIVE');
    expect(await walk('WalkSimulateCardPayment', partner)).toMatchObject({ card: { status: 'ACTIVE' } });
    const paid = { status: 'APPROVED', amount: { value: '12.5' } };
    expect((await walk('WalkCard', token)).transactions.nodes).toMatchObject([paid]);

    known.BENEFICIARY_ID = (await approved('WalkAddBeneficiary', token)).beneficiary.id;
    expect(await walk('WalkSetBeneficiaryStatus', partner)).toMatchObject({ beneficiary: { status: 'VALID' } });
    known.KEY = crypto.randomUUID();
    const { transaction } = await approved('WalkCreateTransfer', token);
    expect(transaction).toMatchObject({ amount: { value: '120', currency: 'EUR' } });
    expect((await walk('WalkLedger', token)).availableAmount.value).toBe('367.5');

    const written = examples.map(({ name }) => name);
    expect([...walked].sort()).toMatchObject(written.sort());
  },
);
