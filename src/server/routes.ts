import type { IncomingMessage, ServerResponse } from 'node:http';
import { HeaderMap, type ApolloServer } from '@apollo/server';
import type { Context } from '../graph/context.js';
import { answerExplorer, type ExplorerDeps } from './explorer.js';
import { explorerPath } from './explorer/page.js';
import { sandboxPage } from './explorer/sandbox-page.js';
import { landingPageHeaders, writeHead, writePageHead } from './headers.js';
import { answerGraphql } from './graphql-http.js';
import type { ServerDeps } from './server-deps.js';
import { answerManagement, type Management } from './management.js';
import { Accepted } from './media-type.js';
import { targetOf } from './request-target.js';

export interface Routes extends ServerDeps, ExplorerDeps {
  readonly graphqlPath: string;
  /** Absent if it has its own port. */
  readonly management: Management | undefined;
}

/** Handles every HTTP request, by its path. */
export async function answer(routes: Routes, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { path } = targetOf(request.url ?? '');
  switch (path) {
    case routes.graphqlPath:
      if (routes.origins.answerCors(request, response)) return;
      if (routes.explorer && wantsPage(request)) return answerLandingPage(routes.engine.apollo, response);
      return answerGraphql(routes, request, response);
    case '*':
      writeHead(response, 204, 'allow', 'GET, HEAD, POST, OPTIONS').end();
      return;
    case '/':
      writeHead(response, 302, 'location', routes.explorer ? explorerPath : routes.graphqlPath).end();
      return;
    default:
      if (routes.management !== undefined && (await answerManagement(routes.management, path, response))) return;
      if (await answerExplorer(routes, request, response)) return;
      return answerNothing(routes, response);
  }
}

function answerNothing({ graphqlPath }: Routes, response: ServerResponse): void {
  writeHead(response, 404, 'content-type', 'text/plain; charset=utf-8');
  response.end(`Nothing here. GraphQL is at ${graphqlPath}.\n`);
}

/** Browsers prefer HTML; programs that send GET do not. */
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
