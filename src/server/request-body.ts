import type { IncomingMessage } from 'node:http';
import { HttpRefusal } from './request-rejection.js';

/** Reads a JSON body of at most `largestBytes`. What is larger is refused at once, without being read to the end. */
export async function readJsonBody(request: IncomingMessage, largestBytes: number): Promise<unknown> {
  if (!isJson(request.headers['content-type'])) {
    return new HttpRefusal(415, 'The request body must be JSON: "Content-Type: application/json".');
  }
  if (request.headers['content-encoding'] !== undefined) {
    return new HttpRefusal(415, 'The request body must not be compressed.');
  }
  if (Number(request.headers['content-length'] ?? 0) > largestBytes) return tooLarge(largestBytes);
  const bytes = await readBytes(request, largestBytes);
  if (bytes === undefined) return tooLarge(largestBytes);
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return new HttpRefusal(400, 'The request body must be JSON.');
  }
}

const tooLarge = (largestBytes: number) =>
  new HttpRefusal(413, `The request body must have at most ${largestBytes} bytes.`);

/** The bytes of a body; undefined as soon as there are too many. Rejects when the client goes away before the end. */
function readBytes(request: IncomingMessage, most: number): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    // By events: an async iterator takes ten times as long. What comes after too much is thrown away as it comes, or the
    // next request on this connection would never be read.
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > most) resolve(undefined);
      else chunks.push(chunk);
    });
    request.on('end', () => resolve(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks)));
    request.on('error', reject);
  });
}

/** GraphQL over HTTP knows JSON only, in UTF-8. A form or plain text, which any web page may send, is never read. */
function isJson(contentType: string | undefined): boolean {
  return (
    contentType === 'application/json' ||
    /^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?;?$/i.test(contentType?.trim() ?? '')
  );
}
