import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import { requestJson } from '../graph/scalars/request-json.js';
import { mimeTypeOf } from './cross-site-guard.js';
import { HttpRejection } from './http-rejection.js';

/** Called when the whole request has arrived, before it is parsed. A rejection that it returns is the response. */
export type Arrived = (bodyBytes: number) => Promise<HttpRejection | undefined>;

/** Reads a JSON body of at most `largestBytes`. Larger bodies are rejected immediately, without reading the rest. */
export async function readJsonBody(request: IncomingMessage, largestBytes: number, arrived: Arrived): Promise<unknown> {
  if (!isJson(request.headers['content-type'])) {
    return new HttpRejection(415, 'The request body must be JSON: "Content-Type: application/json".');
  }
  const coding = request.headers['content-encoding']?.trim().toLowerCase() || 'identity';
  const decode = decoders.get(coding);
  if (decode === undefined) return unknownCoding;
  if (Number(request.headers['content-length'] ?? 0) > largestBytes) return tooLarge(largestBytes);
  const bytes = await readBytes(request, largestBytes);
  if (bytes === undefined) return tooLarge(largestBytes);
  const decoded = await decode(bytes, largestBytes);
  if (decoded instanceof HttpRejection) return decoded;
  return (await arrived(decoded.length)) ?? parsed(decoded);
}

function parsed(bytes: Buffer): unknown {
  if (!isUtf8(bytes)) return new HttpRejection(400, 'The request body must be UTF-8.');
  const text = bytes.toString('utf8', startsWithMark(bytes) ? 3 : 0);
  if (isNestedTooDeep(text)) return new HttpRejection(400, 'The request body is nested too deeply.');
  try {
    return requestJson.parse(text);
  } catch {
    return new HttpRejection(400, 'The request body must be JSON.');
  }
}

/** Below this size, nesting cannot be deep enough to take noticeable time. */
const smallCharacters = 8_192;
const mostDepth = 10_000;

/** JSON nested thousands of levels deep would stall the parser and every recursive function after it. */
function isNestedTooDeep(text: string): boolean {
  if (text.length < smallCharacters) return false;
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === quote) index = endOfString(text, index);
    else if (code === openBracket || code === openBrace) depth += 1;
    else if (code === closeBracket || code === closeBrace) depth -= 1;
    if (depth > mostDepth) return true;
  }
  return false;
}

/** The index of the string's closing quote: the next one that is not escaped. */
function endOfString(text: string, start: number): number {
  let end = start;
  do {
    end = text.indexOf('"', end + 1);
    if (end === -1) return text.length;
  } while (isEscaped(text, end));
  return end;
}

function isEscaped(text: string, index: number): boolean {
  let slashes = 0;
  while (text.charCodeAt(index - 1 - slashes) === backslash) slashes += 1;
  return slashes % 2 === 1;
}

const [quote, backslash, openBracket, closeBracket, openBrace, closeBrace] = [0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d];

/** Some programs start UTF-8 with a byte order mark, which JSON parsers may ignore (RFC 8259, 8.1). */
const startsWithMark = (bytes: Buffer) => bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;

type Decode = (bytes: Buffer, largestBytes: number) => Buffer | Promise<Buffer | HttpRejection>;
type Decompress = (bytes: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>;

/** By content coding. A compressed body is only unpacked up to the limit, however small it is. */
const decoders: ReadonlyMap<string, Decode> = new Map([
  ['identity', (bytes: Buffer) => bytes],
  ['gzip', unpack(promisify<Buffer, { maxOutputLength: number }, Buffer>(gunzip))],
  ['x-gzip', unpack(promisify<Buffer, { maxOutputLength: number }, Buffer>(gunzip))],
  ['deflate', unpack(promisify<Buffer, { maxOutputLength: number }, Buffer>(inflate))],
  ['br', unpack(promisify<Buffer, { maxOutputLength: number }, Buffer>(brotliDecompress))],
]);

const unknownCoding = new HttpRejection(
  415,
  'The request body must be compressed with gzip, deflate or br, or not at all.',
  'BAD_REQUEST',
  ['accept-encoding', 'gzip, deflate, br'],
);

function unpack(decompress: Decompress): Decode {
  return async (bytes, largestBytes) => {
    try {
      return await decompress(bytes, { maxOutputLength: largestBytes });
    } catch (error) {
      const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
      return isTooLarge
        ? tooLarge(largestBytes)
        : new HttpRejection(400, 'The request body is not what it says it is.');
    }
  };
}

const tooLarge = (largestBytes: number) =>
  new HttpRejection(413, `The request body must have at most ${largestBytes} bytes.`);

/** The bytes of a body; undefined as soon as there are too many. Rejects if the client disconnects before the end. */
function readBytes(request: IncomingMessage, most: number): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    // Events instead of an async iterator, which allocates promises per chunk. Bytes beyond the limit are read and
    // dropped, because otherwise the next request on this connection would never be read.
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > most) resolve(undefined);
      else chunks.push(chunk);
    });
    request.on('end', () => resolve(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks)));
    request.on('error', reject);
  });
}

/** GraphQL over HTTP is JSON in UTF-8. Forms and plain text, which any web page may send, are never read. */
function isJson(contentType: string | undefined): boolean {
  if (contentType === 'application/json') return true;
  const type = contentType === undefined ? undefined : mimeTypeOf(contentType);
  if (type?.essence !== 'application/json') return false;
  return /^utf-?8$/i.test(type.params.get('charset') ?? 'utf-8');
}
