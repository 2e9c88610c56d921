import proxyAddress from 'proxy-addr';
import { origins, setting } from './setting.js';

/** Whose forwarding headers are believed: so many hops in front of the server, or the proxies of these networks. */
export type TrustedProxies = number | readonly string[];

/** What stands between a client and the server, and what web pages may do. */
export const httpSettings = {
  corsOrigins: setting(
    'CORS_ORIGINS',
    '',
    'origins whose pages may call the API, separated by commas; empty: none, and in development those of this machine',
    origins,
  ),
  corsHeaders: setting(
    'CORS_HEADERS',
    '',
    'request headers that these pages may send besides those of GraphQL clients, tracing and request ids',
    headerNames,
  ),
  trustedProxies: setting(
    'TRUSTED_PROXIES',
    '',
    'proxies whose X-Forwarded headers count: their number, or addresses and networks, separated by commas; empty: none',
    trustedProxies,
  ),
} as const;

function headerNames(text: string): readonly string[] {
  const names = parts(text).map((name) => name.toLowerCase());
  if (names.every((name) => /^[a-z0-9!#$%&'+.^_`|~-]+$/.test(name))) return names;
  throw new Error('must be names of headers separated by commas, such as x-tenant, without *');
}

function trustedProxies(text: string): TrustedProxies {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const networks = parts(text);
  try {
    if (networks.length > 0) proxyAddress.compile(networks);
    return networks;
  } catch {
    throw new Error(
      'must be a number of proxies, or addresses and networks separated by commas, such as 10.0.0.0/8, loopback',
    );
  }
}

const parts = (text: string) => text.split(',').flatMap((part) => part.trim() || []);
