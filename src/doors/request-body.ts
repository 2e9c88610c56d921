import type { IncomingMessage } from 'node:http';

/** What became of a request's body: its JSON, nothing (the body is no JSON document), or a reason to refuse it. */
export type RequestBody = { readonly json: unknown } | { readonly status: 400 | 413 | 415; readonly message: string };

/** Reads a JSON body of at most `largestBytes`. What is larger is refused without being read to the end. */
export async function readRequestBody(request: IncomingMessage, largestBytes: number): Promise<RequestBody> {
  const tooLarge = { status: 413, message: `The request body must have at most ${largestBytes} bytes.` } as const;
  if (Number(request.headers['content-length'] ?? 0) > largestBytes) return tooLarge;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > largestBytes) return tooLarge;
    chunks.push(chunk);
  }
  // GraphQL over HTTP knows JSON bodies only. Apollo answers for what has none, after its check of the CSRF headers.
  if (!isJson(request.headers['content-type'])) return { json: undefined };
  try {
    return { json: JSON.parse(Buffer.concat(chunks).toString('utf8')) };
  } catch {
    return { status: 400, message: 'The request body must be JSON.' };
  }
}

function isJson(contentType: string | undefined): boolean {
  return /^application\/json\s*(?:;|$)/i.test(contentType ?? '');
}
