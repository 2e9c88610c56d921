import { parseExactJson } from '../../linkcy/json/exact-json.js';

/**
 * The JSON of a client's request. JSON.parse, except that a number with more digits than every double holds keeps them, so
 * that the scalar that it is for refuses it instead of storing another number. Throws a SyntaxError.
 */
export function parseRequestJson(json: string): unknown {
  return parseExactJson(json);
}
