import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginLandingPageLocalDefault } from '@apollo/server/plugin/landingPage/default';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import type { Context } from '../graph/context.js';
import type { Documents } from './limits/documents.js';
import { maskError, maskPluginError } from '../graph/problems/mask-error.js';

export interface ApolloOptions {
  readonly schema: GraphQLSchema;
  /** Where the documents are that the door has checked. */
  readonly documents: Documents;
  readonly introspection: boolean;
  /** Whether a browser gets Apollo Sandbox. */
  readonly explorer: boolean;
  readonly plugins: readonly ApolloServerPlugin<Context>[];
  /** Told what went wrong in Apollo or in a plugin, other than in a resolver. */
  readonly failure: (cause: unknown) => void;
}

/**
 * Apollo Server as we use it executes what a transport has admitted, and serves Apollo Sandbox. What comes before,
 * GraphQL over HTTP and all limits, is ours, so that it is the same for every transport.
 */
export function createApollo(options: ApolloOptions): ApolloServer<Context> {
  const { schema, documents, introspection, explorer, plugins, failure } = options;
  return new ApolloServer<Context>({
    schema,
    introspection,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    persistedQueries: false,
    // Signals belong to main.ts.
    stopOnTerminationSignals: false,
    // Its messages repeat those of errors, which may hold values.
    logger: silent,
    formatError: plugins.length > 0 ? maskPluginError : maskError,
    documentStore: checkedDocuments(documents),
    plugins: [
      // Nobody sets cache hints here, and computing none of them costs a third of the throughput.
      ApolloServerPluginCacheControlDisabled(),
      explorer
        ? ApolloServerPluginLandingPageLocalDefault({ embed: true, document: firstDocument })
        : ApolloServerPluginLandingPageDisabled(),
      ...plugins,
      { unexpectedErrorProcessingRequest: async ({ error }) => failure(error) },
    ],
  });
}

const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** What Apollo Sandbox begins with. */
const firstDocument = `# A tour with a payment to approve, which works without a network, is at /explorer.
query Consumers {
  consumers(first: 3) {
    totalCount
    nodes {
      firstName
      lastName
    }
  }
}
`;

/** Apollo asks by the sha256 of the text behind a prefix. It finds what the door has just checked, and does not do it again. */
function checkedDocuments(documents: Documents) {
  return {
    get: async (key: string): Promise<DocumentNode | undefined> => documents.known(key.slice(-64))?.document,
    set: async (): Promise<void> => {},
    delete: async (): Promise<boolean> => true,
  };
}
