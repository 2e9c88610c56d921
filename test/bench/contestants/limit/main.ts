import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse, validate } from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { Linkcy } from './linkcy.js';
import { schema } from './schema.js';

/**
 * About the fastest that Node can do: node:http, undici and compiled queries, and nothing else. No framework, no limits,
 * no checks, no logs, no time limits, no error handling worth the name. With CAREFUL_WRITES its payments are made with the
 * same care as ours.
 */
const compiled = new Map<string, CompiledQuery>();

const server = createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8');
  request.on('data', (chunk: string) => (body += chunk));
  request.on('end', () => void answer(request, response, body));
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on('disconnect', () => process.exit());

async function answer(request: IncomingMessage, response: ServerResponse, body: string): Promise<void> {
  const { query, variables } = JSON.parse(body) as { query: string; variables?: object };
  const result = await queryOf(query).query(undefined, new Linkcy(request.headers.authorization), variables);
  const text = JSON.stringify(result);
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  response.end(text);
}

function queryOf(text: string): CompiledQuery {
  const known = compiled.get(text);
  if (known !== undefined) return known;
  const document = parse(text);
  const problems = validate(schema, document);
  const made = compileQuery(schema, document);
  if (problems.length > 0 || !isCompiledQuery(made)) throw new Error('not a query of the benchmark');
  compiled.set(text, made);
  return made;
}
