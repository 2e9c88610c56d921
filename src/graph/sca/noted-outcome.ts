import type { GraphQLSchema } from 'graphql';
import { Problem } from '../problems/problem.type.js';
import { ScaOperation } from './sca-operation.type.js';
import { ScaPending } from './sca-pending.type.js';
import { ScaSignatureRequired } from './sca-signature-required.type.js';

/** The outcome of a mutation that returned data, for log and metrics. */
export interface NotedOutcome {
  readonly mutation: string;
  /** `payload`, `pending`, `unsigned`, `null` or the code of the Problem; for a ScaOperation, that of its result. */
  readonly outcome: string;
}

/** Records the outcome of each mutation in the context: a Problem is not a GraphQL error, so it would look like success. */
export function noteOutcomes(schema: GraphQLSchema): void {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const { resolve } = field;
    if (resolve === undefined) throw new TypeError(`${field.name} has no resolver.`);
    field.resolve = async (source, args, context: { readonly outcomes: NotedOutcome[] }, info): Promise<unknown> => {
      const result: unknown = await resolve(source, args, context, info);
      context.outcomes.push({ mutation: field.name, outcome: outcomeOf(result) });
      return result;
    };
  }
}

function outcomeOf(result: unknown): string {
  if (result instanceof Problem) return result.code;
  if (result instanceof ScaPending) return 'pending';
  if (result instanceof ScaSignatureRequired) return 'unsigned';
  if (result instanceof ScaOperation) return result.result == null ? 'pending' : outcomeOf(result.result);
  return result === null ? 'null' : 'payload';
}
