import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import proxyAddress from 'proxy-addr';

type Forwarded = Pick<IncomingMessage, 'headers' | 'socket'>;

/** Decides whose forwarding headers are trusted. Those of any other sender are ignored. */
export class ProxyTrust {
  private readonly trusts: (address: string, hop: number) => boolean;

  /** @param proxies the number of proxies in front of the server, or their addresses and networks */
  constructor(proxies: number | readonly string[]) {
    if (typeof proxies === 'number') this.trusts = (_address, hop) => hop < proxies;
    else this.trusts = proxies.length === 0 ? () => false : proxyAddress.compile([...proxies]);
  }

  /** The client's address: the nearest one that is not a trusted proxy's. Undefined if the connection is closed. */
  clientOf({ headers, socket }: Forwarded): string | undefined {
    const { remoteAddress } = socket;
    if (remoteAddress === undefined) return undefined;
    const hops = (headers['x-forwarded-for'] as string | undefined)?.split(',').map(addressOf) ?? [];
    let address = normal(remoteAddress);
    for (let hop = 0; this.trusts(address, hop); hop += 1) {
      const next = hops.pop();
      // If a trusted proxy adds no address, its own is the nearest to the client that is known.
      if (next === undefined || isIP(next) === 0) break;
      address = next;
    }
    return address;
  }

  /** The host that the client requested. */
  hostOf({ headers, socket }: Forwarded): string | undefined {
    const forwarded = headers['x-forwarded-host'];
    const isProxied = forwarded !== undefined && this.trusts(normal(socket.remoteAddress ?? ''), 0);
    return isProxied ? String(forwarded).split(',')[0]?.trim() : headers.host;
  }
}

/** Parses an address as proxies write it: some add the port or brackets. */
function addressOf(text: string): string {
  const trimmed = text.trim();
  const [, bracketed] = /^\[([^\]]+)\](?::\d+)?$/.exec(trimmed) ?? [];
  return normal(bracketed ?? trimmed.replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1'));
}

/** IPv4-mapped IPv6 addresses become plain IPv4, so that each address has one form. */
const normal = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '');

/**
 * The network that counts as one client in limits by address: of IPv6 the first 64 bits, because a client can use any
 * address in its /64.
 */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = address.replace(/%.*$/, '').split('::');
  const groups = (text: string) => text.split(':').filter((group) => group !== '');
  const missing = tail === undefined ? 0 : Math.max(0, 8 - groups(head).length - groups(tail).length);
  const all = [...groups(head), ...Array.from({ length: missing }, () => '0'), ...groups(tail ?? '')];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
