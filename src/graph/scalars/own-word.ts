import type { FieldOptions } from 'type-graphql';

/** What `UNKNOWN` means in each enum to which LinkCy may add values. */
export const unknownValue = {
  description: 'A value that this API does not know yet; the field …Text beside it has it.',
} as const;

/** The field `…Text`, which stands beside each field of such an enum. */
export const ownWord = (field: string): FieldOptions => ({
  description: `LinkCy's own word for it, also where \`${field}\` is UNKNOWN.`,
});

export const ownWordOrNull = (field: string): FieldOptions & { nullable: true } => ({
  nullable: true,
  description: `LinkCy's own word for it, also where \`${field}\` is UNKNOWN; null when LinkCy does not say.`,
});
