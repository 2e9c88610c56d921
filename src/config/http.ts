import proxyAddress from 'proxy-addr';
import { origins, setting } from './setting.js';

/** Proxies whose forwarding headers are trusted: the number in front of the server, or their addresses and networks. */
type TrustedProxies = number | readonly string[];

/** Settings for proxies in front of the server and for browsers. */
export const httpSettings = {
  corsOrigins: setting(
    'CORS_ORIGINS',
    '',
    'origins of web pages that may call the API, separated by commas; empty: none, but in development those on localhost',
    origins,
  ),
  corsHeaders: setting(
    'CORS_HEADERS',
    '',
    'further request headers that these pages may send, besides those of GraphQL clients, tracing and request ids',
    headerNames,
  ),
  trustedProxies: setting(
    'TRUSTED_PROXIES',
    '',
    'proxies whose X-Forwarded headers are trusted: their number, or addresses and networks separated by commas; empty: none',
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
