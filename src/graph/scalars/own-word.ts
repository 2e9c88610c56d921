import type { FieldOptions } from 'type-graphql';

/** The field `…Text`, which stands beside each field of such an enum. */
export const ownWord = (field: string): FieldOptions => ({
  description: `LinkCy's own word for it, also where \`${field}\` is UNKNOWN.`,
});

export const ownWordOrNull = (field: string): FieldOptions & { nullable: true } => ({
  nullable: true,
  description: `LinkCy's own word for it, also where \`${field}\` is UNKNOWN; null when LinkCy does not say.`,
});
