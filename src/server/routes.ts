import type { IncomingMessage, ServerResponse } from 'node:http';
import { HeaderMap, type ApolloServer } from '@apollo/server';
import type { Context } from '../graph/context.js';
import type { LinkcyProbe } from './linkcy-probe.js';
import type { Metrics } from './metrics.js';
import { answerExplorer, type ExplorerDeps } from './explorer.js';
import { explorerPath } from './explorer/page.js';
import { sandboxPage } from './explorer/sandbox-page.js';
import { landingPageHeaders, writeHead, writePageHead } from './headers.js';
import { answerGraphql } from './graphql-http.js';
import type { ServerDeps } from './server-deps.js';
import type { SharedStore } from './shared-store.js';
import { Accepted } from './media-type.js';
import { targetOf } from './request-target.js';
import { version } from './version.js';

export interface Routes extends ServerDeps, ExplorerDeps {
  readonly graphqlPath: string;
  readonly metrics: Metrics | undefined;
  /** Absent: LinkCy counts as reached. */
  readonly probe: LinkcyProbe | undefined;
  /** Absent: nothing is shared with other instances. */
  readonly shared: SharedStore | undefined;
}

/** Answers any request over HTTP, by its path. */
export async function answer(routes: Routes, request: IncomingMessage, response: ServerResponse): Promise<void> {
  switch (targetOf(request.url ?? '').path) {
    case routes.graphqlPath:
      if (routes.origins.answerCors(request, response)) return;
      if (routes.explorer && wantsPage(request)) return answerLandingPage(routes.engine.apollo, response);
      return answerGraphql(routes, request, response);
    case '/health':
      return answerState(response, 200, 'up', { version });
    case '/ready':
      return answerReady(routes, response);
    case '/metrics':
      if (routes.metrics === undefined) return answerNothing(routes, response);
      writeHead(response, 200, 'content-type', routes.metrics.contentType);
      response.end(await routes.metrics.text());
      return;
    case '*':
      writeHead(response, 204, 'allow', 'GET, HEAD, POST, OPTIONS').end();
      return;
    case '/':
      writeHead(response, 302, 'location', routes.explorer ? explorerPath : routes.graphqlPath).end();
      return;
    default:
      if (await answerExplorer(routes, request, response)) return;
      return answerNothing(routes, response);
  }
}

/**
 * Whether it may be given more to do: not before LinkCy has answered, while requests are turned away, or going down. Without
 * the shared store it still serves reads, and no other instance could do more.
 */
function answerReady({ draining, inFlight, probe, shared }: Routes, response: ServerResponse): void {
  if (draining.aborted) return answerState(response, 503, 'going down');
  if (inFlight.isFull) return answerState(response, 503, 'too much to do');
  if (probe?.hasReached === false) return answerState(response, 503, 'LinkCy is not to be reached');
  answerState(response, 200, 'ready', shared?.isDegraded ? { degraded: ['redis'] } : {});
}

function answerState(response: ServerResponse, code: number, status: string, more: object = {}): void {
  const contentType = 'application/json; charset=utf-8';
  writeHead(response, code, 'content-type', contentType).end(`${JSON.stringify({ status, ...more })}\n`);
}

function answerNothing({ graphqlPath }: Routes, response: ServerResponse): void {
  writeHead(response, 404, 'content-type', 'text/plain; charset=utf-8');
  response.end(`Nothing here. GraphQL is at ${graphqlPath}.\n`);
}

/** Browsers say that they like HTML best; a program that asks with GET does not. */
function wantsPage({ method, headers }: IncomingMessage): boolean {
  return method === 'GET' && new Accepted(headers.accept).best(['application/json', 'text/html']) === 'text/html';
}

async function answerLandingPage(apollo: ApolloServer<Context>, response: ServerResponse): Promise<void> {
  const headers = new HeaderMap([['accept', 'text/html']]);
  const { body } = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: 'GET', headers, search: '', body: undefined },
    context: () => Promise.reject(new Error('A page needs no context.')),
  });
  writePageHead(response, landingPageHeaders);
  response.end(body.kind === 'complete' ? sandboxPage(body.string) : '');
}
