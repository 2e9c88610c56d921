import { once } from 'node:events';
import { WebSocket } from 'ws';

const query = `subscription Done($scaId: UUID!) { scaCompleted(scaId: $scaId) { scaId status
  result { ... on TransactionPayload { transaction { id status amount { value currency } } } } } }`;

/** One socket (graphql-transport-ws) with a subscription for each of some operations. */
export async function subscribe(
  url: string,
  token: string,
  scaIds: readonly string[],
  completed: (scaId: string, message: string) => void,
): Promise<WebSocket> {
  const socket = new WebSocket(url.replace('http', 'ws'), 'graphql-transport-ws', { perMessageDeflate: false });
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: token } }));
  await once(socket, 'message');
  for (const scaId of scaIds) {
    socket.send(JSON.stringify({ type: 'subscribe', id: scaId, payload: { query, variables: { scaId } } }));
  }
  socket.on('message', (data: Buffer) => {
    const message = data.toString();
    const { type, id } = JSON.parse(message) as { type: string; id?: string };
    if (type === 'ping') socket.send('{"type":"pong"}');
    if ((type === 'next' || type === 'error') && id !== undefined) completed(id, message);
  });
  return socket;
}
