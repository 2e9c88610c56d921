import { GraphQLError } from 'graphql';

/** What the parser expected stands before anything that the client wrote: a kind of token, or punctuation. */
const expectation =
  /^Syntax Error: Expected (?:[A-Z][A-Za-z]*|<EOF>|"[^\w\s"]{1,3}"|"[a-z]+"|one of)(?=, found |\.$|$)/;
const unexpected = /^Syntax Error: Unexpected (?:[A-Z][A-Za-z]*|<EOF>|"[^\w\s"]{1,3}")/;
const unfinished = /^Syntax Error: (?:Unterminated string|Unexpected character)/;

/** An error of the parser without the piece of the document that it repeats. It still says where. */
export function syntaxErrorOf(error: GraphQLError): GraphQLError {
  const [said] =
    expectation.exec(error.message) ?? unexpected.exec(error.message) ?? unfinished.exec(error.message) ?? [];
  const [place] = error.locations ?? [];
  const where = place === undefined ? '' : ` at line ${place.line}, column ${place.column}`;
  return new GraphQLError(`${said ?? 'Syntax Error'}${where}.`, {
    source: error.source,
    positions: error.positions,
    extensions: { code: 'GRAPHQL_PARSE_FAILED' },
  });
}
