import { isIPv6 } from 'node:net';
import { certificateProblem, certificates, privateKey } from './pem.js';
import { optionalText, secret, setting, type ValuesOf } from './setting.js';

/** Settings of the connection to LinkCy. The proxy's two have the names that curl and others use. */
export const linkcyConnectionSettings = {
  httpsProxy: {
    ...secret(
      setting(
        'HTTPS_PROXY',
        '',
        'proxy for an https LINKCY_URL, such as http://user:password@proxy.example:3128; https_proxy is read too',
        optionalText,
      ),
    ),
    otherName: 'https_proxy',
  },
  noProxy: {
    ...setting(
      'NO_PROXY',
      '',
      'hosts that are reached without a proxy, separated by commas: example.com and its subdomains, host:port, * for all; no_proxy is read too',
      (text) => text.split(/[\s,]+/).filter((part) => part !== ''),
    ),
    otherName: 'no_proxy',
  },
  linkcyCa: setting(
    'LINKCY_CA_FILE',
    '',
    "PEM file of the certificate authorities to trust for LinkCy, instead of Node's",
    certificates,
  ),
  linkcyClientCertificate: setting(
    'LINKCY_CLIENT_CERTIFICATE_FILE',
    '',
    'PEM file of the client certificate for LinkCy, followed by its chain; needs LINKCY_CLIENT_KEY_FILE',
    certificates,
  ),
  linkcyClientKey: setting(
    'LINKCY_CLIENT_KEY_FILE',
    '',
    "PEM file of that certificate's private key, without a passphrase",
    privateKey,
  ),
} as const;

type Values = ValuesOf<typeof linkcyConnectionSettings>;

/** Problems of settings that are valid one by one but do not fit together or this LinkCy. */
export function linkcyConnectionProblems(linkcyUrl: string | undefined, values: Values): readonly string[] {
  const { linkcyCa: ca, linkcyClientCertificate: certificate, linkcyClientKey: key } = values;
  const problems: string[] = [];
  if (certificate !== undefined && key !== undefined) {
    const problem = certificateProblem(certificate, key);
    if (problem !== undefined) problems.push(`LINKCY_CLIENT_CERTIFICATE_FILE ${problem}`);
  } else if (certificate !== undefined) {
    problems.push('LINKCY_CLIENT_KEY_FILE must be set where LINKCY_CLIENT_CERTIFICATE_FILE is');
  } else if (key !== undefined) {
    problems.push('LINKCY_CLIENT_CERTIFICATE_FILE must be set where LINKCY_CLIENT_KEY_FILE is');
  }
  if (linkcyUrl?.startsWith('http:')) {
    const given = { LINKCY_CA_FILE: ca, LINKCY_CLIENT_CERTIFICATE_FILE: certificate };
    for (const [name, value] of Object.entries(given)) {
      if (value !== undefined) problems.push(`${name} must not be set where LINKCY_URL is not https`);
    }
  }
  const proxy = proxyFor(linkcyUrl, values);
  if (proxy !== undefined && !isHttpProxy(proxy)) {
    problems.push('HTTPS_PROXY must be the address of an HTTP proxy, such as http://user:password@proxy.example:3128');
  }
  return problems;
}

/** The proxy for this LinkCy, if it is reached through one. */
export function proxyFor(linkcyUrl: string | undefined, { httpsProxy, noProxy }: Values): string | undefined {
  if (httpsProxy === undefined || !linkcyUrl?.startsWith('https:') || isExcepted(new URL(linkcyUrl), noProxy)) {
    return undefined;
  }
  // Like curl, which takes an address without scheme as http.
  return httpsProxy.includes('://') ? httpsProxy : `http://${httpsProxy}`;
}

function isHttpProxy(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'http:' || url.pathname !== '/' || url.search !== '' || url.hash !== '') return false;
  try {
    return decodeURIComponent(url.username + url.password) !== undefined;
  } catch {
    return false;
  }
}

function isExcepted({ hostname, port }: URL, exceptions: readonly string[]): boolean {
  const host = withoutBrackets(hostname);
  return exceptions.some((exception) => {
    if (exception === '*') return true;
    const [, name = exception, ofPort] = (!isIPv6(exception) && /^(.+):(\d+)$/.exec(exception)) || [];
    const domain = withoutBrackets(name.toLowerCase().replace(/^\*?\./, ''));
    return (host === domain || host.endsWith(`.${domain}`)) && (ofPort ?? (port || '443')) === (port || '443');
  });
}

const withoutBrackets = (host: string) => host.replace(/^\[|\]$/g, '');
