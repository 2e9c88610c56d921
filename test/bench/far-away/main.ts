import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { createServer as createSecureServer, type SecureVersion } from 'node:tls';
import { Delayed } from './delay.js';

/**
 * Puts the upstream far away, behind TLS: what is sent takes half a round trip. A connection to this machine is there at
 * once, however far the other side plays to be; so what the client says first waits for another round trip, in which TCP
 * would connect.
 */
const { FAR_MILLISECONDS, FAR_UPSTREAM_PORT, FAR_KEY, FAR_CERTIFICATE, FAR_TLS } = process.env;
const roundTrip = Number(FAR_MILLISECONDS);
let roundTrips = 0;

const secure = createSecureServer(
  { key: FAR_KEY, cert: FAR_CERTIFICATE, maxVersion: FAR_TLS as SecureVersion | undefined },
  (socket) => {
    const upstream = connect(Number(FAR_UPSTREAM_PORT), '127.0.0.1').setNoDelay(true);
    join(socket, upstream);
    socket.pipe(upstream).pipe(socket);
  },
).listen(0, '127.0.0.1');

const server = createServer({ noDelay: true, allowHalfOpen: true }, (client) => {
  const far = connect((secure.address() as AddressInfo).port, '127.0.0.1').setNoDelay(true);
  join(client, far);
  const [there, back] = [new Delayed(), new Delayed()];
  const half = roundTrip / 2;
  roundTrips += 1;
  const opened = performance.now() + roundTrip;
  // Something said, and something said back; a goodbye has no answer.
  let isAnswered = true;
  client.on('data', (bytes: Buffer) => {
    isAnswered = false;
    there.at(Math.max(performance.now(), opened) + half, () => far.write(bytes));
  });
  far.on('data', (bytes: Buffer) => {
    if (!isAnswered) roundTrips += 1;
    isAnswered = true;
    back.at(performance.now() + half, () => client.write(bytes));
  });
  client.once('end', () => there.at(performance.now() + half, () => far.end()));
  far.once('end', () => back.at(performance.now() + half, () => client.end()));
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on('message', () => process.send?.({ roundTrips }));
process.on('disconnect', () => process.exit());

function join(one: Socket, other: Socket): void {
  for (const [here, there] of [
    [one, other],
    [other, one],
  ] as const) {
    here.once('error', () => there.destroy());
  }
}
