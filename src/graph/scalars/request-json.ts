import { mayRound, parseExactJson } from '../../linkcy/json/exact-json.js';

/**
 * The JSON of a client's request, at each door. A number that no double holds keeps its digits, so that the scalar that it is
 * for refuses it instead of storing another number.
 */
export const requestJson = {
  /** JSON.parse but for that. Throws a SyntaxError. */
  parse: parseExactJson,
  /** Whether it makes a difference, where a library has called JSON.parse already. */
  mayRound,
} as const;
