import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginLandingPageLocalDefault } from '@apollo/server/plugin/landingPage/default';
import type { GraphQLSchema } from 'graphql';
import type { Context } from './context.js';
import { maskError } from './problems/mask-error.js';

export interface ApolloOptions {
  readonly schema: GraphQLSchema;
  /** Explorers, introspection and suggestions of field names. */
  readonly development: boolean;
}

/** Apollo Server as we use it: what answers a GraphQL request once it has come in through a door. */
export function createApollo({ schema, development }: ApolloOptions): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema,
    introspection: development,
    hideSchemaDetailsFromClientErrors: !development,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    persistedQueries: false,
    // Signals belong to main.ts.
    stopOnTerminationSignals: false,
    formatError: maskError,
    plugins: [
      // Nobody sets cache hints here, and computing none of them costs a third of the throughput.
      ApolloServerPluginCacheControlDisabled(),
      development
        ? ApolloServerPluginLandingPageLocalDefault({ embed: true })
        : ApolloServerPluginLandingPageDisabled(),
      requestIds,
    ],
  });
}

/** Every error names the request, as the log and LinkCy's log do. */
const requestIds: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response, contextValue }) {
        if (response.body.kind !== 'single' || !response.body.singleResult.errors) return;
        const { requestId } = contextValue.caller;
        response.body.singleResult.errors = response.body.singleResult.errors.map((error) => ({
          ...error,
          extensions: { ...error.extensions, requestId },
        }));
      },
    };
  },
};
