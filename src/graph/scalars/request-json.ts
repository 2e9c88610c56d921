import { mayRound, parseExactJson } from '../../linkcy/json/exact-json.js';

/**
 * Parses the JSON of a client's request, at every transport. A number that a double cannot hold keeps its digits, so that
 * its scalar rejects it instead of storing another number.
 */
export const requestJson = {
  /** As JSON.parse otherwise. Throws a SyntaxError. */
  parse: parseExactJson,
  /** Whether JSON.parse may have rounded a number, for bodies that a library has parsed. */
  mayRound,
} as const;
