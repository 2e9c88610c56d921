import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Kind, OperationTypeNode, parse, print, separateOperations, type DocumentNode } from 'graphql';

const folder = fileURLToPath(new URL('../../../schema/operations/', import.meta.url));

/** All documents of schema/operations/ as one, so that fragments are found. */
const everything = parse(
  readdirSync(folder)
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => readFileSync(folder + file, 'utf8'))
    .join('\n'),
);
const operations = separateOperations(everything);

/** The published document of a mutation: "createCard" has the operation "CreateCard". */
export function documentOf(mutation: string): string {
  const document = operations[mutation[0]!.toUpperCase() + mutation.slice(1)];
  if (document === undefined) throw new Error(`schema/operations has no document for ${mutation}`);
  return print(document);
}

/** The root fields of all published mutations. */
export const publishedMutations: readonly string[] = mutationsOf(everything);

function mutationsOf(document: DocumentNode): string[] {
  return document.definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION || definition.operation !== OperationTypeNode.MUTATION) return [];
    return definition.selectionSet.selections.flatMap((field) => (field.kind === Kind.FIELD ? [field.name.value] : []));
  });
}
