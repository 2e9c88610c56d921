import { GraphQLError } from 'graphql';

/** The parser's message up to what it expected: a kind of token, or punctuation. The client's text follows it. */
const expectation =
  /^Syntax Error: Expected (?:[A-Z][A-Za-z]*|<EOF>|"[^\w\s"]{1,3}"|"[a-z]+"|one of)(?=, found |\.$|$)/;
const unexpected = /^Syntax Error: Unexpected (?:[A-Z][A-Za-z]*|<EOF>|"[^\w\s"]{1,3}")/;
const unfinished = /^Syntax Error: (?:Unterminated string|Unexpected character)/;

/** A syntax error without the excerpt of the document, but with its location. */
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
