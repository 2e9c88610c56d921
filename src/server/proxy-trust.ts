import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import proxyAddress from 'proxy-addr';

type Forwarded = Pick<IncomingMessage, 'headers' | 'socket'>;

/** Whose forwarding headers are believed. What any other sender writes into them means nothing. */
export class ProxyTrust {
  private readonly trusts: (address: string, hop: number) => boolean;

  /** @param proxies so many in front of the server, or their addresses and networks */
  constructor(proxies: number | readonly string[]) {
    if (typeof proxies === 'number') this.trusts = (_address, hop) => hop < proxies;
    else this.trusts = proxies.length === 0 ? () => false : proxyAddress.compile([...proxies]);
  }

  /** The address of the client: the nearest one that no trusted proxy has. Undefined when the connection is gone. */
  clientOf({ headers, socket }: Forwarded): string | undefined {
    const { remoteAddress } = socket;
    if (remoteAddress === undefined) return undefined;
    const hops = (headers['x-forwarded-for'] as string | undefined)?.split(',').map(addressOf) ?? [];
    let address = normal(remoteAddress);
    for (let hop = 0; this.trusts(address, hop); hop += 1) {
      const next = hops.pop();
      // A trusted proxy that writes no address is the nearest thing to the client that is known.
      if (next === undefined || isIP(next) === 0) break;
      address = next;
    }
    return address;
  }

  /** The host that the client asked for. */
  hostOf({ headers, socket }: Forwarded): string | undefined {
    const forwarded = headers['x-forwarded-host'];
    const isProxied = forwarded !== undefined && this.trusts(normal(socket.remoteAddress ?? ''), 0);
    return isProxied ? String(forwarded).split(',')[0]?.trim() : headers.host;
  }
}

/** An address as proxies write it: some add the port of the connection, or brackets. */
function addressOf(text: string): string {
  const trimmed = text.trim();
  const [, bracketed] = /^\[([^\]]+)\](?::\d+)?$/.exec(trimmed) ?? [];
  return normal(bracketed ?? trimmed.replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1'));
}

/** An IPv4 address has one form, also where the system writes it as an IPv6 address. */
const normal = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '');

/**
 * What counts as one client where something is limited by address: of IPv6 the first 64 bits, as whoever has one such
 * address has them all.
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
