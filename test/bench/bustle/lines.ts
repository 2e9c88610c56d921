import { once } from 'node:events';
import { WebSocket } from 'ws';

const document = 'subscription Done($scaId: UUID!) { scaCompleted(scaId: $scaId) { status } }';
/** The limit of one socket. */
const subscriptionsPerSocket = 20;

interface Line {
  readonly socket: WebSocket;
  subscriptions: number;
}

/** The sockets of one customer, as many as the subscriptions need. */
export class Lines {
  private readonly lines: Line[] = [];
  private number = 0;

  constructor(
    private readonly url: string,
    private readonly token: string,
    /** An event has come, of an operation that is completed. */
    private readonly onEvent: (scaId: string) => void,
  ) {}

  async subscribe(scaId: string, times: number): Promise<void> {
    for (let time = 0; time < times; time += 1) {
      const line =
        this.lines.find(({ subscriptions }) => subscriptions < subscriptionsPerSocket) ?? (await this.open());
      line.subscriptions += 1;
      const payload = { query: document, variables: { scaId } };
      line.socket.send(JSON.stringify({ type: 'subscribe', id: `${scaId} ${(this.number += 1)}`, payload }));
    }
  }

  close(): void {
    for (const { socket } of this.lines) socket.terminate();
  }

  private async open(): Promise<Line> {
    const socket = new WebSocket(this.url.replace('http', 'ws'), 'graphql-transport-ws', { perMessageDeflate: false });
    await once(socket, 'open');
    socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: this.token } }));
    await once(socket, 'message');
    const line = { socket, subscriptions: 0 };
    socket.on('message', (data: Buffer) => this.take(line, data.toString()));
    this.lines.push(line);
    return line;
  }

  private take(line: Line, text: string): void {
    const { type, id = '' } = JSON.parse(text) as { readonly type: string; readonly id?: string };
    if (type === 'ping') line.socket.send('{"type":"pong"}');
    if (type === 'complete' || type === 'error') line.subscriptions -= 1;
    if (type !== 'next' && type !== 'error') return;
    if (!text.includes('COMPLETED')) throw new Error(`A subscription gave something else: ${text}`);
    this.onEvent(id.slice(0, id.indexOf(' ')));
  }
}
