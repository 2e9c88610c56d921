import { GraphQLError } from 'graphql';

/**
 * The GraphQL engine repeats values in its messages ("Int cannot represent non-integer value: …"): what a client wrote
 * there by mistake may be an IBAN or a PIN. These are its wordings, each with what remains of it.
 */
const wordings: readonly (readonly [wording: RegExp, remains: string])[] = [
  [/^(.* cannot represent .*?value): .*$/s, '$1.'],
  [/^Value .* does not exist in "(\w+)" enum\..*$/s, 'The value does not exist in "$1" enum.'],
  [/^(Expected value of type "[^"]*"), found .*$/s, '$1.'],
  [/^(Syntax Error: .*?\b(?:String|BlockString|Int|Float)) ".*$/s, '$1.'],
];

/** A message of the GraphQL engine without the value that it complains about. */
export function withoutValues(message: string): string {
  const [wording, remains] = wordings.find(([wording]) => wording.test(message)) ?? [];
  return wording === undefined || remains === undefined ? message : message.replace(wording, remains);
}

/**
 * Where in the variables a value is wrong, such as "$filter.status[0]"; undefined where the error is not about a variable.
 * The engine says it in the middle of a message: after the value, and before the reason.
 */
export function variablePathOf(error: unknown): string | undefined {
  if (!(error instanceof GraphQLError) || !(error.originalError instanceof GraphQLError)) return undefined;
  const reason = `; ${error.originalError.message}`;
  if (!error.message.startsWith('Variable "$') || !error.message.endsWith(reason)) return undefined;
  const head = error.message.slice(0, -reason.length);
  const path = / at "([\w.[\]]+)"$/.exec(head)?.[1] ?? /^Variable "\$(\w+)"/.exec(head)?.[1];
  return path && `$${path}`;
}
