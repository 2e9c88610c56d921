import { HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import type { Context } from '../context.js';
import type { CompiledQueries } from './compiled-queries.js';

/** Lets Apollo take the answers of compiled queries instead of executing; what they do not answer, Apollo executes. */
export function answerWithCompiledQueries(compiledQueries: CompiledQueries): ApolloServerPlugin<Context> {
  const listener = {
    async responseForOperation({ document, operationName, request, contextValue }: Parameters<Respond>[0]) {
      const { variables: variableValues } = request;
      const result = await compiledQueries({ document, operationName, variableValues, contextValue });
      if (result === undefined) return null;
      const body = { kind: 'single' as const, singleResult: { data: result.data } };
      return { http: { headers: new HeaderMap() }, body };
    },
  };
  return { requestDidStart: async () => listener };
}

type Listener = Exclude<Awaited<ReturnType<NonNullable<ApolloServerPlugin<Context>['requestDidStart']>>>, void>;
type Respond = NonNullable<Listener['responseForOperation']>;
