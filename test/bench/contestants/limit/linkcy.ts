import { createHash, randomUUID } from 'node:crypto';
import { Pool } from 'undici';

const { LINKCY_URL: origin = '', CAREFUL_WRITES } = process.env;
const pool = new Pool(origin, { connections: 64, pipelining: 1 });
/** As the product does it; only where that is asked for. */
const writes = CAREFUL_WRITES ? new Pool(origin, { connections: 64, pipelining: 0 }) : pool;

/** LinkCy for one request, by the shortest way: what it answers is believed. */
export class Linkcy {
  private readonly objects = new Map<string, Promise<any>>();

  constructor(private readonly authorization: string | undefined) {}

  async list(noun: string, first: number, filter = ''): Promise<{ nodes: unknown }> {
    const sort = 'sortAttribute=CREATION_DATE&sortDirection=DESC';
    const { content } = await this.get(`${noun}?${filter}page=0&pageSize=${first}&${sort}`);
    return { nodes: content };
  }

  load(noun: string, id: string): Promise<any> {
    const path = `${noun}/${id}`;
    let object = this.objects.get(path);
    if (object === undefined) this.objects.set(path, (object = this.get(path)));
    return object;
  }

  async detail(noun: string, id: string, field: string): Promise<unknown> {
    return (await this.load(noun, id))[field];
  }

  transfer(input: Transfer): Promise<unknown> {
    const send = () => this.call('POST', 'transactions', JSON.stringify({ ...input, amount: Number(input.amount) }));
    return CAREFUL_WRITES ? carefully(input, send) : send();
  }

  private get(path: string): Promise<any> {
    return this.call('GET', path);
  }

  private async call(method: 'GET' | 'POST', path: string, body?: string): Promise<any> {
    const headers = { authorization: this.authorization, 'content-type': 'application/json' };
    const answer = await (method === 'POST' ? writes : pool).request({
      method,
      path: `/api/partner/${path}`,
      headers,
      body,
    });
    return JSON.parse(await answer.body.text());
  }
}

interface Transfer {
  readonly ledgerFromId: string;
  readonly beneficiaryId: string;
  readonly amount: string;
  readonly reference?: string;
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const reference = /^[\p{L}\d .,'?]{0,60}$/u;
/** What may lead, or has led, to a payment; of the last ones. */
const notes = new Map<string, { readonly fingerprint: string; readonly sentAt: number; row?: string }>();
const mostNotes = 10_000;

/** By the shortest way, but so that no payment is sent with a wrong input, or can be taken for another one. */
async function carefully(input: Transfer, send: () => Promise<any>): Promise<unknown> {
  const isAmount = /^\d{1,12}(?:\.\d{1,2})?$/.test(input.amount) && Number(input.amount) > 0;
  const isRight = [input.ledgerFromId, input.beneficiaryId].every((id) => uuid.test(id)) && isAmount;
  if (!isRight || !reference.test(input.reference ?? '')) throw new Error('not an input of a transfer');
  const fingerprint = createHash('sha256').update(JSON.stringify(input)).digest('hex');
  const id = randomUUID();
  const note: { fingerprint: string; sentAt: number; row?: string } = { fingerprint, sentAt: Date.now() };
  notes.set(id, note);
  if (notes.size > mostNotes) notes.delete(notes.keys().next().value ?? '');
  const answer = await send();
  note.row = answer.id;
  return answer;
}
