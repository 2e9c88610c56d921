import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSimulator, type Simulator } from '../../../src/simulator/simulator.js';
import { documentOf } from '../mutations/documents.js';
import { insertTrialBank, type TrialBank } from '../../support/banks/trial-bank.js';
import { transportNames, transports } from '../../support/transports.js';
import { startInstance, type Instance } from '../../support/instance.js';

type Door = (typeof transportNames)[number];

let simulator: Simulator;
let instance: Instance;
beforeAll(async () => {
  simulator = await startSimulator({ seed: 'empty', generation: '1.78' });
  instance = await startInstance({ LINKCY_URL: simulator.url, NODE_ENV: 'production', METRICS: 'true' });
});
afterAll(async () => {
  await instance.terminate();
  await simulator.close();
});

/** Everything that an instance has said through a transport, and who was to hear which secret. */
class Conversation {
  private readonly heard: { readonly operation: string; readonly text: string }[] = [];
  private readonly secrets = new Map<string, readonly string[]>();

  constructor(private readonly transport: Door) {}

  async ask(operation: string, variables: object, token?: string): Promise<any> {
    const authorization = token === undefined ? undefined : `Bearer ${token}`;
    const answer = await transports[this.transport](
      instance.url,
      { query: documentOf(operation), variables },
      authorization,
    );
    this.heard.push({ operation, text: JSON.stringify(answer) });
    return answer.data?.[operation[0]!.toLowerCase() + operation.slice(1)];
  }

  /** From here on it is looked for: it must stand in the answers of these operations, once in each, and nowhere else. */
  expectOnlyIn(secret: string, ...operations: string[]): void {
    expect(secret.length).toBeGreaterThan(5);
    this.secrets.set(secret, operations);
  }

  /** Where each secret was heard, beside where it was to be heard. */
  get found() {
    return [...this.secrets].map(([secret, expected]) => ({
      expected,
      heard: this.heard.filter(({ text }) => text.includes(secret)).map(({ operation }) => operation),
    }));
  }

  get all(): readonly string[] {
    return [...this.secrets.keys()];
  }
}

const everything: string[] = [];

describe.each(transportNames)('over %s', (transport) => {
  /** The result of an operation that the user has approved, as this transport gives it. */
  const outcome = transport === 'HTTP' ? 'resumeSca' : 'scaCompleted';

  it('every secret is told to whoever asked for it, once, and to nobody else', async () => {
    const bank = insertTrialBank(simulator);
    const talk = new Conversation(transport);
    await passwordsAndTokens(talk, bank);
    await cardSecrets(talk, bank, outcome);
    await devices(talk, bank);
    for (const { heard, expected } of talk.found) expect(heard).toEqual(expected);
    expect(talk.all.length).toBeGreaterThan(15);
    everything.push(...talk.all);
  });
});

it('no secret of any transport is in what the process has written, or measures', async () => {
  expect(everything.length).toBeGreaterThan(45);
  const metrics = await (await fetch(instance.url.replace('/graphql', '/metrics'))).text();
  // What was logged last may still be on its way.
  await expect.poll(() => instance.output.split('\n').length).toBeGreaterThan(transportNames.length * 15);
  const told = metrics + instance.output;
  expect(everything.filter((secret) => told.includes(secret))).toEqual([]);
});

async function passwordsAndTokens(talk: Conversation, { owner }: TrialBank): Promise<void> {
  const who = { partnerName: 'Aurora', consumerPhone: `33${owner.phone.number ?? ''}` };
  const password = `canary-${crypto.randomUUID()}`;
  const wrong = `wrong-${crypto.randomUUID()}`;
  talk.expectOnlyIn(password);
  talk.expectOnlyIn(wrong);
  simulator.sca.configure({ required: 'never' });

  await talk.ask('requestPasswordSecret', { input: who });
  const texted = simulator.store.messages.all().findLast(({ endUserId }) => endUserId === owner.id)?.code ?? '';
  talk.expectOnlyIn(texted);
  await talk.ask('changePassword', { input: { newPassword: wrong, passwordChangeSecret: `${texted}x` } });
  const first = await talk.ask('changePassword', { input: { newPassword: password, passwordChangeSecret: texted } });
  expectTokens(talk, first, 'changePassword');

  for (const input of [
    { ...who, password: wrong },
    { ...who, password: wrong, username: wrong },
    { ...who, password: [wrong] },
  ]) {
    await talk.ask('login', { input });
  }
  simulator.store.accounts.update(owner.id, { mustChangePassword: true });
  const { passwordChangeSecret } = await talk.ask('login', { input: { ...who, password } });
  talk.expectOnlyIn(passwordChangeSecret, 'login');
  simulator.store.accounts.update(owner.id, { mustChangePassword: false });

  simulator.sca.configure({ required: 'always' });
  const input = { ...who, password };
  const { scaId } = await talk.ask('login', { input });
  await talk.ask('login', { input, scaId });
  simulator.sca.approve(scaId);
  const login = await talk.ask('login', { input, scaId });
  expectTokens(talk, login, 'login');
  await talk.ask('login', { input, scaId });
  await talk.ask('resumeSca', { scaId }, login.token);

  simulator.sca.configure({ required: 'never' });
  const refreshed = await talk.ask('refreshToken', { input: { refreshToken: login.refreshToken } });
  expectTokens(talk, refreshed, 'refreshToken');
  await talk.ask('refreshToken', { input: { refreshToken: login.refreshToken } });
  await talk.ask('sendPhoneVerification', { input: {} }, refreshed.token);
  await talk.ask('verifyPhone', { input: { code: texted } }, refreshed.token);
}

async function cardSecrets(talk: Conversation, { store, card, ownerToken }: TrialBank, outcome: string): Promise<void> {
  const canary = (name: string) => `canary-${name}-${crypto.randomUUID()}`;
  const { pin, pan, cvv } = { pin: canary('pin'), pan: canary('pan'), cvv: canary('cvv') };
  store.cardSecrets.insert({ id: card.id, pin, pan, cvv });
  talk.expectOnlyIn(ownerToken);
  talk.expectOnlyIn(pan);
  talk.expectOnlyIn(cvv);
  const input = { id: card.id };

  simulator.sca.configure({ required: 'never' });
  const { token, secret } = await talk.ask('createPanCredentials', { input }, ownerToken);
  talk.expectOnlyIn(token, 'createPanCredentials');
  talk.expectOnlyIn(secret, 'createPanCredentials');

  simulator.sca.configure({ required: 'always' });
  talk.expectOnlyIn(pin, outcome);
  for (const mutation of ['revealCardPin', 'createPanCredentials']) {
    const { scaId } = await talk.ask(mutation, { input }, ownerToken);
    simulator.sca.approve(scaId);
    await talk.ask('scaOperation', { scaId }, ownerToken);
    const { result } = await talk.ask(outcome, { scaId }, ownerToken);
    if (mutation === 'createPanCredentials') {
      talk.expectOnlyIn(result.token, outcome);
      talk.expectOnlyIn(result.secret, outcome);
    }
    for (const operation of ['resumeSca', 'scaOperation', outcome]) await talk.ask(operation, { scaId }, ownerToken);
  }
  await talk.ask('revealCardPin', { input: { id: pin } }, ownerToken);
  await talk.ask('revealCardPin', { input: { id: [pin] } }, ownerToken);
}

async function devices(talk: Conversation, { store, owner, ownerToken }: TrialBank): Promise<void> {
  store.consumers.update(owner.id, { strongAuthentication: undefined });
  simulator.sca.configure({ required: 'never' });
  const { qrCode, deviceCode } = await talk.ask('registerScaDevice', { input: {} }, ownerToken);
  talk.expectOnlyIn(qrCode, 'registerScaDevice');
  talk.expectOnlyIn(deviceCode, 'registerScaDevice');
  await talk.ask('registerScaDevice', { input: {} }, ownerToken);
}

function expectTokens(talk: Conversation, tokens: { token: string; refreshToken: string }, operation: string): void {
  talk.expectOnlyIn(tokens.token, operation);
  talk.expectOnlyIn(tokens.refreshToken, operation);
}
