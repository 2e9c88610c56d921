import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { defaultLimits } from '../../../src/config/settings.js';
import { LinkcyError, LinkcyUnreachable } from '../../../src/linkcy/error.js';
import { createTransport, type Transport } from '../../../src/linkcy/http/transport.js';
import type { TransportRequest } from '../../../src/linkcy/http/message.js';
import type { TcpConnectionOptions } from '../../../src/linkcy/http/tcp-connector.js';
import { makeIdentity } from '../../support/certificates.js';
import { startSecureLinkcy, type SecureLinkcy } from '../../support/banks/secure-linkcy.js';
import { failureOf } from '../stage.js';
import { patientLimits } from '../../support/patience.js';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const hosts = ['localhost', '127.0.0.1'];
const authority = makeIdentity({ name: 'authority' });
const identity = makeIdentity({ name: 'localhost', hosts, issuer: authority });
const member = makeIdentity({ name: 'partner', issuer: authority });
const stranger = makeIdentity({ name: 'stranger' });

let linkcy: SecureLinkcy;
let transports: Transport[] = [];

function transportTo(origin: string, connection: TcpConnectionOptions): Transport {
  const transport = createTransport({ ...defaultLimits, ...patientLimits, retriesPerRead: 0, origin }, connection);
  transports.push(transport);
  return transport;
}

function send(transport: Transport, method: TransportRequest['method']) {
  const route = { path: '/api/partner/cards', template: '/api/partner/cards' };
  const body = method === 'GET' ? undefined : '{}';
  return transport.send({ method, route, search: '', headers: { 'content-type': 'application/json' }, body });
}

afterEach(async () => {
  await Promise.all(transports.map((transport) => transport.close()));
  transports = [];
});

describe('where HTTP/2 is on offer', () => {
  beforeAll(async () => {
    linkcy = await startSecureLinkcy({ key: identity.key, cert: identity.certificate });
  });
  afterAll(() => linkcy.close());

  it('HTTP/1.1 is agreed on, and every write has a connection of its own', async () => {
    const transport = transportTo(linkcy.origin, { ca: authority.certificate });
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) await send(transport, method);
    await Promise.all(Array.from({ length: 8 }, () => send(transport, 'POST')));
    expect(linkcy.requests).toHaveLength(12);
    expect(new Set(linkcy.requests.map(({ connection }) => connection)).size).toBe(12);
    expect(new Set(linkcy.requests.map(({ protocol }) => protocol))).toEqual(new Set(['http/1.1']));
  });

  it.each(['TLSv1.2', 'TLSv1.3'] as const)(
    'a write goes on with the %s session of an earlier one, also after a garbage collection',
    async (maxVersion) => {
      const older = await startSecureLinkcy({ key: identity.key, cert: identity.certificate, maxVersion });
      const transport = transportTo(older.origin, { ca: authority.certificate });
      for (let write = 0; write < 3; write += 1) {
        await send(transport, 'POST');
        collectGarbage();
      }
      expect(older.resumed).toEqual([false, true, true]);
      await older.close();
    },
  );

  it('reads share connections', async () => {
    const transport = transportTo(linkcy.origin, { ca: authority.certificate });
    const before = linkcy.requests.length;
    for (let read = 0; read < 6; read += 1) await send(transport, 'GET');
    const connections = linkcy.requests.slice(before).map(({ connection }) => connection);
    expect(connections).toHaveLength(6);
    expect(new Set(connections).size).toBeLessThan(3);
  });
});

describe("LinkCy's certificate", () => {
  beforeAll(async () => {
    linkcy = await startSecureLinkcy({ key: identity.key, cert: identity.certificate });
  });
  afterAll(() => linkcy.close());

  it.each<[string, TcpConnectionOptions, cause: RegExp]>([
    ['of an authority that Node does not know', {}, /UNABLE_TO_VERIFY_LEAF_SIGNATURE/],
    ['of another authority than the own one', { ca: stranger.certificate }, /UNABLE_TO_VERIFY_LEAF_SIGNATURE/],
  ])('%s is refused before anything is sent', async (_, connection, cause) => {
    for (const method of ['GET', 'POST'] as const) {
      const failure = await failureOf(send(transportTo(linkcy.origin, connection), method));
      expect(failure).toBeInstanceOf(LinkcyUnreachable);
      expect(failure.cause).toMatch(cause);
    }
    expect(linkcy.requests).toEqual([]);
  });

  it('is accepted where one of the own authorities has signed it', async () => {
    const ca = `${stranger.certificate}${authority.certificate}`;
    expect(await send(transportTo(linkcy.origin, { ca }), 'POST')).toMatchObject({ status: 200 });
  });

  it('must be for the host that was asked for', async () => {
    const elsewhere = makeIdentity({ name: 'elsewhere', hosts: ['linkcy.example'], issuer: authority });
    const other = await startSecureLinkcy({ key: elsewhere.key, cert: elsewhere.certificate });
    const failure = await failureOf(send(transportTo(other.origin, { ca: authority.certificate }), 'POST'));
    expect(failure).toBeInstanceOf(LinkcyUnreachable);
    expect(failure.cause).toBe('ERR_TLS_CERT_ALTNAME_INVALID');
    expect(other.requests).toEqual([]);
    await other.close();
  });
});

describe('where LinkCy wants a client certificate', () => {
  beforeAll(async () => {
    const { key, certificate: cert } = identity;
    linkcy = await startSecureLinkcy({ key, cert, ca: authority.certificate, requestCert: true });
  });
  afterAll(() => linkcy.close());

  it('it is shown the own one, with each write', async () => {
    const { certificate: clientCertificate, key: clientKey } = member;
    const transport = transportTo(linkcy.origin, { ca: authority.certificate, clientCertificate, clientKey });
    for (let write = 0; write < 3; write += 1) await send(transport, 'POST');
    expect(linkcy.clients).toEqual(['partner', 'partner', 'partner']);
    expect(new Set(linkcy.requests.map(({ connection }) => connection)).size).toBe(3);
  });

  it.each<[string, TcpConnectionOptions]>([
    ['none', {}],
    ['one of another authority', { clientCertificate: stranger.certificate, clientKey: stranger.key }],
  ])('a write with %s does not reach it, and its failure names no secret', async (_, connection) => {
    const before = linkcy.requests.length;
    const failure = await failureOf(
      send(transportTo(linkcy.origin, { ca: authority.certificate, ...connection }), 'POST'),
    );
    expect(failure).toBeInstanceOf(LinkcyError);
    expect(JSON.stringify(failure)).not.toContain('PRIVATE KEY');
    expect(linkcy.requests).toHaveLength(before);
  });

  it.each<[string, TcpConnectionOptions]>([
    ['a certificate that is none', { clientCertificate: 'x', clientKey: member.key }],
    ['the key of another certificate', { clientCertificate: member.certificate, clientKey: stranger.key }],
  ])('%s is an error at once, not with the first call', (_, connection) => {
    expect(() => createTransport({ ...defaultLimits, origin: linkcy.origin }, connection)).toThrow();
  });
});
