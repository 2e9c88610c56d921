import { createPrivateKey } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from '../../src/config/settings.js';
import { makeIdentity } from '../support/certificates.js';
import { authority, authorityFile, client, clientFile, clientKeyFile, pemFile } from './pem-files.js';

const linkcyUrl = 'https://api.linkcy.example';
const proxy = 'http://user:secret@proxy.example:3128';

function problems(environment: Record<string, string>): readonly string[] {
  try {
    readConfig({ LINKCY_URL: linkcyUrl, ...environment });
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('the proxy', () => {
  test.each<[noProxy: string, LINKCY_URL: string, isUsed: boolean]>([
    ['', linkcyUrl, true],
    ['*', linkcyUrl, false],
    ['api.linkcy.example', linkcyUrl, false],
    ['API.LinkCy.Example', linkcyUrl, false],
    ['linkcy.example', linkcyUrl, false],
    ['.linkcy.example', linkcyUrl, false],
    ['*.linkcy.example', linkcyUrl, false],
    ['localhost 127.0.0.1, example', linkcyUrl, false],
    ['kcy.example', linkcyUrl, true],
    ['api.linkcy.example.org', linkcyUrl, true],
    ['other.linkcy.example,*x', linkcyUrl, true],
    ['api.linkcy.example:443', linkcyUrl, false],
    ['api.linkcy.example:8443', linkcyUrl, true],
    ['linkcy.example:8443', 'https://api.linkcy.example:8443', false],
    ['linkcy.example:443', 'https://api.linkcy.example:8443', true],
    ['10.1.2.3', 'https://10.1.2.3', false],
    ['::1', 'https://[::1]:8443', false],
    ['[::1]', 'https://[::1]:8443', false],
    ['[::1]:8443', 'https://[::1]:8443', false],
    ['[::1]:443', 'https://[::1]:8443', true],
    ['', 'http://api.linkcy.example', false],
    ['', 'simulator', false],
  ])('with NO_PROXY=%s on the way to %s is used: %s', (noProxy, LINKCY_URL, isUsed) => {
    const config = readConfig({ LINKCY_URL, HTTPS_PROXY: proxy, NO_PROXY: noProxy });
    expect(config.linkcyProxy).toBe(isUsed ? proxy : undefined);
  });

  test('is read under the lower-case names too, where the others are not set', () => {
    expect(readConfig({ LINKCY_URL: linkcyUrl, https_proxy: proxy }).linkcyProxy).toBe(proxy);
    expect(readConfig({ LINKCY_URL: linkcyUrl, https_proxy: 'x', HTTPS_PROXY: proxy }).linkcyProxy).toBe(proxy);
    expect(readConfig({ LINKCY_URL: linkcyUrl, HTTPS_PROXY: proxy, no_proxy: '*' }).linkcyProxy).toBeUndefined();
  });

  test('may be written without its scheme', () => {
    expect(readConfig({ LINKCY_URL: linkcyUrl, HTTPS_PROXY: 'proxy:3128' }).linkcyProxy).toBe('http://proxy:3128');
  });

  test.each([
    'https://proxy.example',
    'socks5://user:secret@proxy.example:1080',
    'http://',
    'http://proxy.example/secret',
  ])('must be one for HTTP: %s is refused where it would be used, and only there', (HTTPS_PROXY) => {
    const lines = problems({ HTTPS_PROXY });
    expect(lines).toEqual([expect.stringMatching(/^HTTPS_PROXY must be the address of an HTTP proxy, such as /)]);
    expect(lines[0]).not.toContain('secret@proxy.example:1080');
    expect(problems({ HTTPS_PROXY, NO_PROXY: '*' })).toEqual([]);
    expect(problems({ HTTPS_PROXY, LINKCY_URL: 'simulator' })).toEqual([]);
  });

  test.each(['http://user:%zz@proxy.example', 'http://proxy.example?x', 'http://proxy example'])(
    'cannot be %s',
    (HTTPS_PROXY) => {
      expect(problems({ HTTPS_PROXY })).toEqual([expect.stringMatching(/^HTTPS_PROXY must be /)]);
    },
  );
});

describe('the certificates and the key', () => {
  const encrypted = createPrivateKey(client.key).export({
    ...({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'secret' } as const),
  });
  const expired = makeIdentity({ name: 'partner', end: new Date(Date.now() - 1_000) });
  const [, firstLine = ''] = client.certificate.split('\n');
  const broken = client.certificate.replace(firstLine, firstLine.slice(4));

  test('are read from their files, a chain whole and without what stands between', () => {
    const chain = pemFile('chain.pem', `subject=partner\n${client.certificate}\nissuer\n${authority.certificate}`);
    const files = { LINKCY_CLIENT_CERTIFICATE_FILE: chain, LINKCY_CLIENT_KEY_FILE: clientKeyFile };
    expect(readConfig({ LINKCY_URL: linkcyUrl, LINKCY_CA_FILE: authorityFile, ...files })).toMatchObject({
      linkcyCa: authority.certificate.trim(),
      linkcyClientCertificate: client.certificate + authority.certificate.trim(),
      linkcyClientKey: client.key,
    });
  });

  test.each<[string, Record<string, string>, line: RegExp]>([
    ['no file', { LINKCY_CA_FILE: '/nowhere/ca.pem' }, /^LINKCY_CA_FILE must be a file that can be read \(ENOENT\)$/],
    ['a directory', { LINKCY_CA_FILE: '/' }, /^LINKCY_CA_FILE must be a file that can be read \(EISDIR\)$/],
    [
      'a key for an authority',
      { LINKCY_CA_FILE: clientKeyFile },
      /^LINKCY_CA_FILE must be a PEM file of certificates; this one holds none$/,
    ],
    [
      'a broken second authority',
      { LINKCY_CA_FILE: pemFile('broken.pem', authority.certificate + broken) },
      /^LINKCY_CA_FILE must be a PEM file of certificates; number 2 is broken$/,
    ],
    [
      'a certificate without its key',
      { LINKCY_CLIENT_CERTIFICATE_FILE: clientFile },
      /^LINKCY_CLIENT_KEY_FILE must be set where LINKCY_CLIENT_CERTIFICATE_FILE is$/,
    ],
    [
      'a key without its certificate',
      { LINKCY_CLIENT_KEY_FILE: clientKeyFile },
      /^LINKCY_CLIENT_CERTIFICATE_FILE must be set where LINKCY_CLIENT_KEY_FILE is$/,
    ],
    [
      'a certificate for a key',
      { LINKCY_CLIENT_CERTIFICATE_FILE: clientFile, LINKCY_CLIENT_KEY_FILE: clientFile },
      /^LINKCY_CLIENT_KEY_FILE must be a PEM file of a private key; this one holds none$/,
    ],
    [
      'a key with a passphrase',
      {
        LINKCY_CLIENT_CERTIFICATE_FILE: clientFile,
        LINKCY_CLIENT_KEY_FILE: pemFile('encrypted.pem', encrypted.toString()),
      },
      /^LINKCY_CLIENT_KEY_FILE must be a key without a passphrase; `openssl pkey .*` removes it$/,
    ],
    [
      'the key of another certificate',
      { LINKCY_CLIENT_CERTIFICATE_FILE: authorityFile, LINKCY_CLIENT_KEY_FILE: clientKeyFile },
      /^LINKCY_CLIENT_CERTIFICATE_FILE must be the certificate of LINKCY_CLIENT_KEY_FILE, .* do not belong together$/,
    ],
    [
      'a certificate that has expired',
      {
        LINKCY_CLIENT_CERTIFICATE_FILE: pemFile('expired.pem', expired.certificate),
        LINKCY_CLIENT_KEY_FILE: pemFile('expired-key.pem', expired.key),
      },
      /^LINKCY_CLIENT_CERTIFICATE_FILE must be valid; it has expired \(.+\)$/,
    ],
    [
      'an authority for a LinkCy without TLS',
      { LINKCY_URL: 'http://127.0.0.1:4010', LINKCY_CA_FILE: authorityFile },
      /^LINKCY_CA_FILE must not be set where LINKCY_URL is not https$/,
    ],
    [
      'a client certificate for a LinkCy without TLS',
      {
        LINKCY_URL: 'http://127.0.0.1:4010',
        ...{ LINKCY_CLIENT_CERTIFICATE_FILE: clientFile, LINKCY_CLIENT_KEY_FILE: clientKeyFile },
      },
      /^LINKCY_CLIENT_CERTIFICATE_FILE must not be set where LINKCY_URL is not https$/,
    ],
  ])('%s is refused in one line that names the setting', (_, environment, line) => {
    expect(problems(environment)).toEqual([expect.stringMatching(line)]);
  });
});
