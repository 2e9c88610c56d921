import { gzipSync } from 'node:zlib';
import { edited } from './json-edit.js';
import type { Alter, Answer } from '../support/banks/altering-proxy.js';

/** A change around an answer: of its envelope, its encoding or its status. */
export interface WireChange {
  readonly name: string;
  /** 'same': the very same answer is wanted; otherwise one that cannot be used is as good. */
  readonly pledge: 'same' | 'same or refused';
  readonly alter: (answer: Answer) => Answer;
}

const json = (answer: Answer): unknown => JSON.parse(answer.body.toString());
const withBody = (answer: Answer, body: string | Buffer): Answer => ({ ...answer, body: Buffer.from(body) });
const typed = (answer: Answer, type: string): Answer => ({ ...answer, headers: { 'content-type': type } });

/** Of every answer: how its bytes come, and with which status. */
export const encodings: readonly WireChange[] = [
  change('a byte order mark', 'same', (answer) => withBody(answer, `\uFEFF${answer.body.toString()}`)),
  change('blanks around', 'same', (answer) => withBody(answer, `\r\n\t ${answer.body.toString()} \n`)),
  change('indented', 'same', (answer) => withBody(answer, JSON.stringify(json(answer), null, 2))),
  change('charset=UTF-8', 'same', (answer) => typed(answer, 'application/json; charset=UTF-8')),
  change('charset="utf-8"', 'same', (answer) => typed(answer, 'application/json;charset="utf-8"')),
  change('another JSON type', 'same', (answer) => typed(answer, 'application/vnd.linkcy+json')),
  change('no content type', 'same', (answer) => ({ ...answer, headers: {} })),
  change('another field', 'same', (answer) =>
    withBody(answer, JSON.stringify({ ...Object(json(answer)), _links: [] })),
  ),
  ...[
    ['utf-16le', 'utf16le'],
    ['iso-8859-1', 'latin1'],
  ].map(([charset, encoding]) =>
    change(`charset=${charset}`, 'same or refused', (answer) => ({
      ...typed(answer, `application/json; charset=${charset}`),
      body: Buffer.from(answer.body.toString(), encoding as BufferEncoding),
    })),
  ),
  change('compressed', 'same or refused', (answer) => ({
    ...answer,
    headers: { ...answer.headers, 'content-encoding': 'gzip' },
    body: gzipSync(answer.body),
  })),
  change('broken UTF-8', 'same or refused', (answer) => withBody(answer, brokenText(answer.body))),
  change('no body', 'same or refused', (answer) => withBody(answer, '')),
  change('half a body', 'same or refused', (answer) =>
    withBody(answer, answer.body.subarray(0, answer.body.length / 2)),
  ),
  change('something after it', 'same or refused', (answer) => withBody(answer, `${answer.body.toString()}{}`)),
  ...['null', '[]', '{}', '""', '4711', 'true'].map((text) =>
    change(`nothing but ${text}`, 'same or refused', (answer) => withBody(answer, text)),
  ),
  ...[201, 202, 203, 206, 226, 299].map((status) =>
    change(`status ${status}`, 'same or refused', (answer) => ({ ...answer, status })),
  ),
  ...[204, 205].map((status) =>
    change(`status ${status}`, 'same or refused', (answer) => ({ ...answer, status, body: Buffer.alloc(0) })),
  ),
];

/** Of lists: what is told about them. */
export const envelopes: readonly WireChange[] = [
  ...['content', 'totalElements', 'page', 'pageSize'].flatMap((field) =>
    [null, {}, 'x', '3', -1, 0.5, 0, 1, 1_000_000, true, [null], [[]]].map((value) =>
      change(`${field}: ${JSON.stringify(value)}`, 'same or refused', (answer) =>
        withBody(answer, edited(json(answer), [field], { value })),
      ),
    ),
  ),
  ...['content', 'totalElements', 'page', 'pageSize'].map((field) =>
    change(`no ${field}`, 'same or refused', (answer) =>
      withBody(answer, edited(json(answer), [field], { remove: true })),
    ),
  ),
  change('totalElements: 1e400', 'same or refused', (answer) =>
    withBody(answer, edited(json(answer), ['totalElements'], { raw: '1e400' })),
  ),
  ...[-1, 1].map((more) =>
    change(`totalElements ${more > 0 ? 'one more' : 'one less'}`, 'same or refused', (answer) => {
      const { totalElements } = json(answer) as { totalElements: number };
      return withBody(answer, edited(json(answer), ['totalElements'], { value: totalElements + more }));
    }),
  ),
];

export function alterAnswers(path: string, { alter }: WireChange): Alter {
  return (answer, asked) => (asked.path === path ? alter(answer) : answer);
}

function change(name: string, pledge: WireChange['pledge'], alter: WireChange['alter']): WireChange {
  return { name, pledge, alter };
}

/** One byte of the first longer text is no UTF-8. */
function brokenText(body: Buffer): Buffer {
  const copy = Buffer.from(body);
  const at = body.toString('latin1').search(/[a-z]{4}"[,}]/);
  if (at !== -1) copy[at + 1] = 0xff;
  return copy;
}
