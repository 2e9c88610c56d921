import { longNumbersMarked, parseExactJson, reviveLongNumber } from '../../linkcy/json/exact-json.js';

/**
 * The JSON of a client's request, at each door. A number that no double holds keeps its digits, so that the scalar that it is
 * for refuses it instead of storing another number.
 */
export const requestJson = {
  /** JSON.parse but for that. Throws a SyntaxError. */
  parse: parseExactJson,
  /** For a library that calls JSON.parse itself: what the text must go through before, */
  prepare: longNumbersMarked,
  /** and the reviver that goes with it. */
  revive: reviveLongNumber,
} as const;
