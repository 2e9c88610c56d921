import { isRecord } from './body.js';

/**
 * Whether a value that came over the wire can stand in for a row: every field that a complete row has is there, and of
 * the same kind. Further fields are free.
 */
export function isShapedLike<Row>(row: Row, value: unknown): value is Row {
  if (row == null) return true;
  if (Array.isArray(row)) return Array.isArray(value);
  if (!isRecord(row)) return typeof value === typeof row;
  return isRecord(value) && Object.entries(row).every(([name, field]) => isShapedLike(field, value[name]));
}
