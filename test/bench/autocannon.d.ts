/** As much of autocannon as the benchmark uses; the package has no types of its own. */
declare module 'autocannon' {
  interface Request {
    body?: string;
  }

  interface Options {
    readonly url: string;
    readonly method: 'POST';
    readonly headers: Readonly<Record<string, string>>;
    readonly connections: number;
    /** In seconds. */
    readonly duration?: number;
    /** Instead: how many requests, of which every connection sends its share. */
    readonly amount?: number;
    /** How often it looks whether it is over, in milliseconds. */
    readonly sampleInt: number;
    readonly requests: readonly { readonly setupRequest: (request: Request) => Request }[];
    readonly verifyBody: (body: string) => boolean;
  }

  interface Result {
    readonly '2xx': number;
    readonly non2xx: number;
    readonly errors: number;
    readonly timeouts: number;
    readonly mismatches: number;
  }

  interface Run extends PromiseLike<Result> {
    on(event: 'start' | 'response', listener: () => void): Run;
  }

  export default function autocannon(options: Options): Run;
}
