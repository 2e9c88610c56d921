import { GraphQLError, type OperationDefinitionNode } from 'graphql';
import { costOf } from './limits/cost.js';
import type { CheckedDocument } from './limits/documents.js';
import { RequestRejection } from './limits/request-rejection.js';
import type { Variables } from '../execution/field-collector.js';
import type { DocumentReference } from './limits/trusted-documents.js';
import { coerceVariables } from './limits/variables.js';
import type { ServerDeps } from './server-deps.js';
import type { RequestRecord } from './request-log.js';
import type { TakeTurn } from './work-turns.js';

/** A request to run an operation, as a client sends it. */
export interface OperationMessage extends DocumentReference {
  readonly operationName?: string | null;
  readonly variables?: Readonly<Record<string, unknown>> | null;
}

/** An operation that has passed every check. */
export interface Admitted {
  readonly checked: CheckedDocument;
  readonly operation: OperationDefinitionNode;
  /** As the client sent them. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** As resolvers receive them: coerced, with default values. */
  readonly values: Variables;
  /** The most calls to LinkCy that it can take. */
  readonly cost: number;
}

/**
 * Runs the checks that are the same on every transport, cheapest first. None of them calls LinkCy.
 *
 * @param takeTurn waits for the request's turn on the processor, because checking an unknown document takes
 * milliseconds
 */
export async function admit(
  deps: ServerDeps,
  message: OperationMessage,
  record: RequestRecord,
  takeTurn: TakeTurn,
): Promise<Admitted | RequestRejection> {
  const found = deps.trusted.find(message);
  if (found instanceof RequestRejection) return found;
  if (!deps.documents.remembers(found.hash)) await takeTurn();
  const checked = deps.documents.check(found.text, found.hash);
  if (checked instanceof RequestRejection) return checked;
  const operation = operationOf(checked, message.operationName);
  if (operation === undefined) return rejection('request', 'OPERATION_RESOLUTION_FAILURE', noSuchOperation);
  record.operation = {
    operation: operation.name?.value.slice(0, 100),
    type: operation.operation,
    trusted: deps.trusted.mode === 'off' ? undefined : found.trusted,
  };
  const variables = message.variables ?? {};
  const values = coerceVariables(deps.schema, operation, variables, deps.limits);
  if (values instanceof RequestRejection) return values;
  const cost = rememberedCost(deps, checked, operation, values);
  if (cost instanceof RequestRejection) return cost;
  const { maxOperationCost } = deps.limits;
  if (cost <= maxOperationCost) return { checked, operation, variables, values, cost };
  const tooMuch = `The operation may take ${cost} calls to LinkCy, and ${maxOperationCost} are allowed: ask for fewer rows or links.`;
  return rejection('limit', 'OPERATION_TOO_EXPENSIVE', tooMuch, { cost: { asked: cost, limit: maxOperationCost } });
}

const noSuchOperation = 'The document has no operation of that name, or several and none is named.';

function operationOf(
  { operations }: CheckedDocument,
  name: string | null | undefined,
): OperationDefinitionNode | undefined {
  if (!name) return operations.length === 1 ? operations[0] : undefined;
  return operations.find((operation) => operation.name?.value === name);
}

/**
 * Cached, because requests with the same document mostly differ in variables that do not affect the cost, such as ids.
 */
function rememberedCost(
  { schema, limits }: ServerDeps,
  { fragments, costs, costVariables }: CheckedDocument,
  operation: OperationDefinitionNode,
  variables: Variables,
): number | RequestRejection {
  const counting = costVariables.map((name) => sizeOf(variables[name]));
  const key = JSON.stringify([operation.name?.value, counting]);
  const known = costs.get(key);
  if (known !== undefined) return known;
  const cost = costOf(schema, operation, fragments, variables, limits);
  if ('refused' in cost) return rejection('request', 'BAD_USER_INPUT', cost.refused);
  costs.set(key, cost.calls);
  return cost.calls;
}

const sizeOf = (value: unknown) =>
  Array.isArray(value) ? [value.length] : typeof value === 'string' ? 1 : (value ?? null);

export function rejection(
  kind: RequestRejection['kind'],
  code: string,
  message: string,
  extensions: Readonly<Record<string, unknown>> = {},
): RequestRejection {
  return new RequestRejection(kind, [new GraphQLError(message, { extensions: { code, ...extensions } })]);
}
