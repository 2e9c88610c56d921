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

interface ApolloOptions {
  readonly schema: GraphQLSchema;
  /** The documents that the transport has checked. */
  readonly documents: Documents;
  readonly introspection: boolean;
  /** Whether a browser gets Apollo Sandbox. */
  readonly explorer: boolean;
  readonly plugins: readonly ApolloServerPlugin<Context>[];
  /** Called with errors of Apollo or a plugin, but not of a resolver. */
  readonly failure: (cause: unknown) => void;
}

/**
 * Apollo Server, reduced to executing admitted operations and serving Apollo Sandbox. GraphQL over HTTP and all limits
 * are our own, because they must be the same on every transport.
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
    // main.ts handles signals.
    stopOnTerminationSignals: false,
    // Its log messages repeat those of errors, which may contain values.
    logger: silent,
    formatError: plugins.length > 0 ? maskPluginError : maskError,
    documentStore: checkedDocuments(documents),
    plugins: [
      // This API sets no cache hints; without this plugin Apollo would compute them for every field.
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

/** The document that Apollo Sandbox opens with. */
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

/**
 * Apollo looks documents up by the sha256 of their text, behind a prefix. It finds the one that was just checked and
 * does not parse it again.
 */
function checkedDocuments(documents: Documents) {
  return {
    get: async (key: string): Promise<DocumentNode | undefined> => documents.known(key.slice(-64))?.document,
    set: async (): Promise<void> => {},
    delete: async (): Promise<boolean> => true,
  };
}
