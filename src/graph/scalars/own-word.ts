import type { FieldOptions } from 'type-graphql';

/** Options of the field `…Text`, which is beside each field of an open enum. */
export const ownWord = (field: string): FieldOptions => ({
  description: `LinkCy's own word for it, also where \`${field}\` is UNKNOWN.`,
});

export const ownWordOrNull = (field: string): FieldOptions & { nullable: true } => ({
  nullable: true,
  description: `LinkCy's own word for it, also where \`${field}\` is UNKNOWN; null when LinkCy does not say.`,
});
