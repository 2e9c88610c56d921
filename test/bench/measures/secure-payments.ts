import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSecureContext } from 'node:tls';
import { makeIdentity } from '../../support/certificates.js';
import { startOurs } from '../contestants.js';
import { median } from '../figures.js';
import type { Options } from '../options.js';
import { headers, oneConnection, send } from '../post.js';
import { ask, nextMessage, startPart, stop } from '../processes.js';
import { say } from '../progress.js';
import { idOf } from '../upstream/objects.js';
import type { Upstream } from '../upstream.js';

/** Of each round. */
export interface SecurePayments {
  readonly roundTripMilliseconds: number;
  readonly versions: Readonly<Record<string, SecurePaymentsOfVersion>>;
}

export interface SecurePaymentsOfVersion {
  /** Round trips of a payment beyond those of a bare call on a kept connection, which takes one. */
  readonly moreRoundTrips: number[];
  /** Milliseconds of a payment that are no round trips: the median of a round. */
  readonly besides: number[];
  /** The same of a bare call on a kept connection. */
  readonly besidesOfCall: number[];
  /** The same of a bare call with a connection of its own, which resumes its TLS session: the far side's part, and Node's. */
  readonly besidesOfConnection: number[];
}

const roundTrip = 20;
const payments = 30;
const mutation =
  'mutation Pay($input: CreateTransferInput!) { createTransfer(input: $input) { __typename ... on Problem { code } } }';

/** A payment whose LinkCy is far away, one after the other: what its own connection costs, and what we do. */
export async function securePayments(upstream: Upstream, { rounds }: Options): Promise<SecurePayments> {
  const versions: Record<string, SecurePaymentsOfVersion> = {};
  for (const version of ['TLSv1.3', 'TLSv1.2']) versions[version] = await paymentsOver(version, upstream, rounds);
  return { roundTripMilliseconds: roundTrip, versions };
}

async function paymentsOver(version: string, upstream: Upstream, rounds: number): Promise<SecurePaymentsOfVersion> {
  const { key, certificate } = makeIdentity({ name: 'localhost', hosts: ['localhost', '127.0.0.1'] });
  const folder = mkdtempSync(join(tmpdir(), 'linkcy-bench-'));
  const authority = join(folder, 'authority.pem');
  writeFileSync(authority, certificate);
  const far = startPart('far-away/main.ts', {
    ...{ FAR_MILLISECONDS: String(roundTrip), FAR_UPSTREAM_PORT: new URL(upstream.url).port },
    ...{ FAR_KEY: key, FAR_CERTIFICATE: certificate, FAR_TLS: version },
  });
  const { port } = (await nextMessage(far)) as { port: number };
  const url = `https://localhost:${port}`;
  const ours = await startOurs(url, [], { LINKCY_CA_FILE: authority });
  const roundTrips = async () => ((await ask(far, 'round trips')) as { roundTrips: number }).roundTrips;
  const agent = oneConnection();
  const kept = new Agent({ keepAlive: true, maxSockets: 1, ca: certificate });
  // Ours reads the authorities once as well.
  const own = new Agent({ keepAlive: false, secureContext: createSecureContext({ ca: certificate }) });
  const result: SecurePaymentsOfVersion = {
    ...{ moreRoundTrips: [], besides: [], besidesOfCall: [], besidesOfConnection: [] },
  };
  /** Round trips of each, and the median of the milliseconds that are none. */
  const timesOf = async (deed: () => Promise<unknown>): Promise<[trips: number, besides: number]> => {
    const before = await roundTrips();
    const times: number[] = [];
    for (let time = 0; time < payments; time += 1) times.push(await timeOf(deed));
    const trips = ((await roundTrips()) - before) / payments;
    return [trips, median(times) - trips * roundTrip];
  };
  let cents = 0;
  const pay = async () => {
    const amount = ((cents += 1) / 100).toFixed(2);
    const input = { ledgerFromId: idOf('ledger', 1), beneficiaryId: idOf('beneficiary', 1), amount };
    const answer = await send(ours.url, agent, JSON.stringify({ query: mutation, variables: { input } }));
    if (!answer.includes('TransactionPayload')) throw new Error(`The payment was not made: ${answer}`);
  };
  for (let round = -1; round < rounds; round += 1) {
    const [trips, besides] = await timesOf(pay);
    const [, besidesOfCall] = await timesOf(() => callOnce(url, kept));
    const [, besidesOfConnection] = await timesOf(() => callOnce(url, own));
    // The first round warms up.
    if (round < 0) continue;
    result.moreRoundTrips.push(trips - 1);
    result.besides.push(besides);
    result.besidesOfCall.push(besidesOfCall);
    result.besidesOfConnection.push(besidesOfConnection);
  }
  for (const one of [agent, kept, own]) one.destroy();
  for (const one of [ours.process, far]) await stop(one);
  rmSync(folder, { recursive: true });
  const [more, besides] = [median(result.moreRoundTrips), median(result.besides)];
  say(`payments over ${version}: ${more.toFixed(2)} round trips more, and ${besides.toFixed(1)} ms`);
  return result;
}

async function timeOf(deed: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await deed();
  return performance.now() - begin;
}

/** LinkCy's own payment. */
function callOnce(url: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/api/partner/transactions`, { agent, method: 'POST', headers }, (response) => {
      response.resume();
      response.once('end', resolve);
    });
    sent.once('error', reject);
    sent.end('{"amount":1}');
  });
}
