import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { defaultLimits } from '../../../src/config/settings.js';
import { LinkcyNoAnswer, LinkcyUnreachable } from '../../../src/linkcy/error.js';
import { createTransport, type Transport } from '../../../src/linkcy/http/transport.js';
import type { TransportRequest } from '../../../src/linkcy/http/message.js';
import { makeIdentity } from '../../support/certificates.js';
import { startConnectProxy, type ConnectProxy, type ProxyBehaviour } from '../../support/connect-proxy.js';
import { startSecureLinkcy, type SecureLinkcy } from '../../support/banks/secure-linkcy.js';
import { failureOf } from '../stage.js';

const authority = makeIdentity({ name: 'authority' });
const { key, certificate } = makeIdentity({ name: 'localhost', hosts: ['localhost'], issuer: authority });
const partner = makeIdentity({ name: 'partner', issuer: authority });

let linkcy: SecureLinkcy;
let proxy: ConnectProxy;
let transport: Transport;

function transportThrough(url: string, origin = linkcy.origin, connectTimeoutMilliseconds = 5_000): Transport {
  const options = { ...defaultLimits, retriesPerRead: 0, connectTimeoutMilliseconds, origin };
  const { certificate: clientCertificate, key: clientKey } = partner;
  return createTransport(options, { proxy: url, ca: authority.certificate, clientCertificate, clientKey });
}

function send(method: TransportRequest['method'], through = transport) {
  const route = { path: '/api/partner/cards', template: '/api/partner/cards' };
  const body = method === 'GET' ? undefined : '{}';
  return through.send({ method, route, search: '', headers: { authorization: 'Bearer of-the-caller' }, body });
}

beforeAll(async () => {
  linkcy = await startSecureLinkcy({ key, cert: certificate, ca: authority.certificate, requestCert: true });
});
beforeEach(async () => {
  proxy = await startConnectProxy();
  transport = transportThrough(proxy.url);
});
afterEach(async () => {
  linkcy.resets = false;
  await transport.close();
  await proxy.close();
});
afterAll(() => linkcy.close());

describe('through a proxy', () => {
  it('every write has a tunnel and a connection of its own, closed when it is answered', async () => {
    const before = linkcy.requests.length;
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) await send(method);
    await Promise.all(Array.from({ length: 8 }, () => send('POST')));
    const requests = linkcy.requests.slice(before);
    expect(proxy.connects).toHaveLength(12);
    expect(new Set(requests.map(({ connection }) => connection)).size).toBe(12);
    expect(new Set(requests.map(({ protocol }) => protocol))).toEqual(new Set(['http/1.1']));
    await expect.poll(() => proxy.open).toBe(0);
  });

  it('reads share tunnels', async () => {
    for (let read = 0; read < 6; read += 1) await send('GET');
    expect(proxy.connects.length).toBeLessThan(3);
  });

  it('the proxy learns the host and its own credentials, LinkCy gets the certificate of the client', async () => {
    const { host } = new URL(linkcy.origin);
    const through = transportThrough(proxy.url.replace('//', '//user%40company:p%C3%A4ss%3A@'));
    expect(await send('POST', through)).toMatchObject({ status: 200 });
    const credentials = `Basic ${Buffer.from('user@company:päss:').toString('base64')}`;
    expect(proxy.connects).toEqual([{ target: host, host, credentials }]);
    expect(linkcy.clients.at(-1)).toBe('partner');
    await through.close();
  });

  it('no http origin is asked for', async () => {
    const linkcyWithoutTls = createServer((socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}'));
    await once(linkcyWithoutTls.listen(0, '127.0.0.1'), 'listening');
    const { port } = linkcyWithoutTls.address() as AddressInfo;
    const through = transportThrough(proxy.url, `http://127.0.0.1:${port}`);
    expect(await send('POST', through)).toMatchObject({ status: 200 });
    expect(proxy.connects).toEqual([]);
    await through.close();
    linkcyWithoutTls.close();
  });
});

describe('a write that gets no tunnel was certainly never sent', () => {
  it.each<[ProxyBehaviour, cause: string]>([
    [403, 'PROXY_403'],
    [407, 'PROXY_407'],
    [502, 'PROXY_502'],
    [302, 'PROXY_302'],
    ['hang up', 'PROXY_ECONNRESET'],
    ['talk first', 'PROXY_200'],
  ])('where the proxy answers %s', async (behaviour, cause) => {
    proxy.behaviour = behaviour;
    const before = linkcy.requests.length;
    for (const method of ['POST', 'GET'] as const) {
      const failure = await failureOf(send(method));
      expect(failure).toBeInstanceOf(LinkcyUnreachable);
      expect(failure).toMatchObject({ reason: 'connection', cause });
    }
    expect(linkcy.requests).toHaveLength(before);
    // The next one goes its way.
    proxy.behaviour = 'tunnel';
    expect(await send('POST')).toMatchObject({ status: 200 });
    expect(linkcy.requests).toHaveLength(before + 1);
  });

  it('where the proxy says nothing', async () => {
    proxy.behaviour = 'say nothing';
    const through = transportThrough(proxy.url, linkcy.origin, 200);
    const failure = await failureOf(send('POST', through));
    expect(failure).toBeInstanceOf(LinkcyUnreachable);
    expect(failure).toMatchObject({ reason: 'connection', cause: 'UND_ERR_CONNECT_TIMEOUT' });
    // Whoever gave up does not leave the proxy waiting.
    await expect.poll(() => proxy.connected).toBe(0);
    await through.close();
  });

  it('where the proxy is not there, or is none', async () => {
    const other = createServer((socket) =>
      socket
        .on('error', () => undefined)
        .resume()
        .end('220 mail\r\n'),
    );
    await once(other.listen(0, '127.0.0.1'), 'listening');
    const { port } = other.address() as AddressInfo;
    const through = transportThrough(`http://user:secret@127.0.0.1:${port}`);
    const garbage = await failureOf(send('POST', through));
    expect(garbage).toBeInstanceOf(LinkcyUnreachable);
    expect(garbage.cause).toMatch(/^PROXY_HPE_/);
    other.close();
    await once(other, 'close');
    const refused = await failureOf(send('POST', through));
    expect(refused).toBeInstanceOf(LinkcyUnreachable);
    expect(refused.cause).toBe('PROXY_ECONNREFUSED');
    for (const failure of [garbage, refused])
      expect(`${failure.stack}${JSON.stringify(failure)}`).not.toContain('secret');
    await through.close();
  });

  it("where LinkCy's certificate is not trusted", async () => {
    const stranger = makeIdentity({ name: 'stranger' });
    const options = { ...defaultLimits, origin: linkcy.origin };
    const through = createTransport(options, { proxy: proxy.url, ca: stranger.certificate });
    const failure = await failureOf(send('POST', through));
    expect(failure).toBeInstanceOf(LinkcyUnreachable);
    expect(failure.cause).toMatch(/CERT_IN_CHAIN|UNABLE_TO_VERIFY/);
    await through.close();
  });
});

it('a write whose tunnel breaks after it was sent is not sent again, and its outcome is unknown', async () => {
  linkcy.resets = true;
  const before = linkcy.requests.length;
  const failure = await failureOf(send('POST'));
  expect(failure).toBeInstanceOf(LinkcyNoAnswer);
  expect(failure).toMatchObject({ reason: 'connection lost' });
  expect(linkcy.requests).toHaveLength(before + 1);
  expect(proxy.connects).toHaveLength(1);
});
