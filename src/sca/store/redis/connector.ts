import { connect, isIP, type Socket } from 'node:net';
import { connect as connectSecurely } from 'node:tls';
import { AbstractConnector, type CommonRedisOptions } from 'ioredis';

const standardPort = 6379;

/** For every connection: nothing here needs RESP3, whose greeting may not pass what stands in front of Redis. */
export const wireProtocol = { protocol: 2 } as const;

/**
 * Connector for ioredis. Its default handles the first error of a connection only; TLS can raise two, and the second would end
 * the process. Here, a dropped connection is destroyed immediately, without QUIT.
 */
export function connectorTo(address: string): NonNullable<CommonRedisOptions['Connector']> {
  const { protocol, hostname, port } = new URL(address);
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  const target = { host, port: port === '' ? standardPort : Number(port) };
  // SNI takes host names, not IP addresses.
  const servername = isIP(host) === 0 ? host : undefined;

  return class extends AbstractConnector {
    private socket: Socket | undefined;

    constructor() {
      super(0);
    }

    override async connect(): Promise<Socket> {
      const socket = protocol === 'rediss:' ? connectSecurely({ ...target, servername }) : connect(target);
      socket.on('error', () => {});
      this.socket = socket;
      return socket;
    }

    override disconnect(): void {
      this.socket?.destroy();
    }
  };
}
