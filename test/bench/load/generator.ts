import autocannon from 'autocannon';

/** A stretch of load on one contestant. */
export interface LoadOrder {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The body of every request; "@amount@" in it becomes another amount each time. */
  readonly body: string;
  readonly connections: number;
  /** How long; or how many answers, all of which are waited for, so that none of the work is left over for later. */
  readonly until: { readonly seconds: number } | { readonly answers: number };
}

export interface LoadResult {
  readonly answers: number;
  /** From the first request to the last answer. */
  readonly seconds: number;
  /** Answers that were not 200, or had errors instead of data. */
  readonly failures: number;
}

let sent = 0;

process.on('message', (order: LoadOrder) => void load(order).then((result) => process.send?.(result)));
process.on('disconnect', () => process.exit());

async function load({ url, headers, body, connections, until }: LoadOrder): Promise<LoadResult> {
  const varies = body.includes('@amount@');
  let [begin, end] = [NaN, NaN];
  const result = await autocannon({
    ...{ url, headers, connections, method: 'POST', sampleInt: 20 },
    ...('seconds' in until ? { duration: until.seconds } : { amount: until.answers }),
    requests: [{ setupRequest: (request) => ({ ...request, body: varies ? withAmount(body) : body }) }],
    verifyBody: (answer) => answer.startsWith('{"data":{'),
  })
    .on('start', () => (begin = performance.now()))
    .on('response', () => (end = performance.now()));
  const { non2xx, errors, timeouts, mismatches } = result;
  return { answers: result['2xx'], seconds: (end - begin) / 1_000, failures: non2xx + errors + timeouts + mismatches };
}

/** Below the amounts that need an approval. */
function withAmount(body: string): string {
  sent += 1;
  return body.replace('@amount@', ((sent % 90_000) / 100 + 1).toFixed(2));
}
