import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLInterfaceType,
  type GraphQLSchema,
} from 'graphql';

/** A question to the graph, and the answer of LinkCy's that is changed below it. */
export interface Question {
  readonly title: string;
  readonly query: string;
  /** Of LinkCy's answer that is changed. */
  readonly path: string;
  /** Where the row or the object is: in data, and for a list at which place. */
  readonly root: string;
  readonly index?: number;
  /** The id of the row that is changed; an object has none. */
  readonly rowId?: string;
}

/** Everything that a type has of its own: its fields, those of what lies in it, and of what it links to the id. */
export function selectionOf(schema: GraphQLSchema, type: GraphQLNamedType, depth = 4): string {
  if (!isObjectType(type) && !isInterfaceType(type)) return '';
  const own = fieldsOf(schema, type, depth);
  const variants = isInterfaceType(type) ? schema.getPossibleTypes(type) : [];
  const ofVariants = variants.flatMap((variant) => {
    const fields = fieldsOf(schema, variant, depth, type as GraphQLInterfaceType);
    return fields === '' ? [] : [`... on ${variant.name} { ${fields} }`];
  });
  return `{ __typename ${[own, ...ofVariants].join(' ')} }`;
}

function fieldsOf(
  schema: GraphQLSchema,
  type: GraphQLObjectType | GraphQLInterfaceType,
  depth: number,
  but?: GraphQLInterfaceType,
): string {
  const fields = Object.values(type.getFields()).filter(({ name }) => but?.getFields()[name] === undefined);
  return fields.flatMap((field) => selected(schema, field, depth)).join(' ');
}

function selected(schema: GraphQLSchema, field: GraphQLField<unknown, unknown>, depth: number): string[] {
  const type = getNamedType(field.type);
  // What takes arguments is a question of its own.
  if (field.args.length > 0 || isOfOwnCall(type)) return [];
  if (isLeafType(type)) return [field.name];
  if (isLink(type)) return [`${field.name} { uuid }`];
  return depth > 0 && isCompositeType(type) ? [`${field.name} ${selectionOf(schema, type, depth - 1)}`] : [];
}

/** Links to documents: LinkCy makes another one each time. */
function isOfOwnCall({ name }: GraphQLNamedType): boolean {
  return name === 'DocumentLink';
}

function isLink(type: GraphQLNamedType): boolean {
  return (isObjectType(type) || isInterfaceType(type)) && type.getInterfaces().some(({ name }) => name === 'Node');
}

/** The named type of a root field. */
export function typeOfRoot(schema: GraphQLSchema, field: string): GraphQLNamedType {
  return getNamedType(schema.getQueryType()!.getFields()[field]!.type);
}

/** The type of the rows of a connection. */
export function typeOfRows(schema: GraphQLSchema, field: string): GraphQLNamedType {
  const connection = typeOfRoot(schema, field);
  if (!isObjectType(connection)) throw new TypeError(`${field} is no list.`);
  return getNamedType(connection.getFields().nodes!.type);
}
