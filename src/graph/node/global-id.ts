import { uuid as isUuid } from '../../linkcy/json/shape.js';
import { badUserInput } from '../../pagination/errors.js';

/** Types that `node` can fetch. All transactions share one name, because only LinkCy knows the variant. */
export const nodeTypes = ['Consumer', 'Ledger', 'Card', 'Beneficiary', 'Transaction', 'Mandate'] as const;
export type NodeType = (typeof nodeTypes)[number];

export interface GlobalId {
  readonly type: NodeType;
  readonly uuid: string;
}

/** The opaque id of an object: stable, unique in the graph, and it contains the type. */
export function globalId(type: NodeType, uuid: string): string {
  // Lists have hundreds of ids, and a Buffer is slower. These characters never become "+" or "/" in base64, so that
  // without the "=" at the end it is base64url.
  const id = btoa(`${type}:${uuid.toLowerCase()}`);
  return id.endsWith('=') ? id.slice(0, id.indexOf('=')) : id;
}

/** Parses an opaque id; undefined for anything else, including a bare UUID. */
export function parseGlobalId(id: string): GlobalId | undefined {
  // The longest id has 13 + 1 + 36 characters before encoding.
  if (id.length > 100) return undefined;
  const decoded = Buffer.from(id, 'base64url').toString('latin1');
  const [name, uuid] = decoded.split(':', 2);
  const type = nodeTypes.find((type) => type === name);
  // Base64 can encode the same bytes in several ways; only ours is an id.
  if (type === undefined || !isUuid(uuid) || globalId(type, uuid) !== id) return undefined;
  return { type, uuid };
}

/** The UUID in an opaque id of this type, or a bare UUID. Undefined for anything else. */
export function parseIdOf(type: NodeType, id: string): string | undefined {
  if (isUuid(id)) return id.toLowerCase();
  const parsed = parseGlobalId(id);
  return parsed?.type === type ? parsed.uuid : undefined;
}

/** As `parseIdOf`, but throws BAD_USER_INPUT for a wrong id. */
export function idArgument(type: NodeType, id: string, argument: string): string {
  return idArgumentOf([type], id, argument);
}

/** As `idArgument`, for ids of several types. */
export function idArgumentOf(types: readonly NodeType[], id: string, argument: string): string {
  for (const type of types) {
    const uuid = parseIdOf(type, id);
    if (uuid !== undefined) return uuid;
  }
  const other = parseGlobalId(id)?.type;
  const found = other === undefined ? 'it is neither' : `it is the id of a ${other}`;
  throw badUserInput(`"${argument}" must be the id of a ${types.join(' or ')}, or LinkCy's UUID of one: ${found}.`);
}

/** As `idArgument`, for an optional argument. */
export function optionalIdArgument(
  type: NodeType,
  id: string | null | undefined,
  argument: string,
): string | undefined {
  return id == null ? undefined : idArgument(type, id, argument);
}

/** The UUID of an object that is not a node of the graph, such as a card profile. */
export function uuidArgument(id: string | null | undefined, argument: string): string | undefined {
  if (id == null) return undefined;
  if (isUuid(id)) return id.toLowerCase();
  throw badUserInput(`"${argument}" must be LinkCy's UUID of the object.`);
}
