import { Pool } from 'undici';

const { LINKCY_URL: origin = '', CONNECTION_FOR_EACH_WRITE } = process.env;
const pool = new Pool(origin, { connections: 64, pipelining: 1 });
/** As the product does it; only where that is asked for. */
const writes = CONNECTION_FOR_EACH_WRITE ? new Pool(origin, { connections: 64, pipelining: 0 }) : pool;

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

  transfer(body: object): Promise<unknown> {
    return this.call('POST', 'transactions', JSON.stringify(body));
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
