/**
 * How values of one kind are written: what they are and, of objects, the names of their fields in their order. What the
 * values say is not in it.
 */
export type Form =
  | { readonly kind: 'null' }
  | { readonly kind: 'text' | 'number' | 'flag' | 'list'; readonly mayBeNull: boolean }
  | { readonly kind: 'object'; readonly mayBeNull: boolean; readonly fields: readonly FieldForm[] };

export type ObjectForm = Extract<Form, { kind: 'object' }>;

/** The first field of an object is never absent: the others follow a comma. */
export interface FieldForm {
  readonly name: string;
  readonly form: Form;
  readonly mayBeAbsent: boolean;
}

/** Names get into regular expressions and into code: no others than these do. */
const plainName = /^[A-Za-z][A-Za-z0-9]*$/;

/** The form of a value that JSON.parse has made; undefined where a field has an unusual name. */
export function formOf(value: unknown): Form | undefined {
  if (value === null) return { kind: 'null' };
  if (typeof value === 'string') return { kind: 'text', mayBeNull: false };
  if (typeof value === 'number') return { kind: 'number', mayBeNull: false };
  if (typeof value === 'boolean') return { kind: 'flag', mayBeNull: false };
  if (typeof value !== 'object') return undefined;
  return Array.isArray(value) ? { kind: 'list', mayBeNull: false } : objectFormOf(value);
}

function objectFormOf(value: object): ObjectForm | undefined {
  const fields: FieldForm[] = [];
  for (const [name, content] of Object.entries(value)) {
    const form = formOf(content);
    if (form === undefined || !plainName.test(name)) return undefined;
    fields.push({ name, form, mayBeAbsent: false });
  }
  return { kind: 'object', mayBeNull: false, fields };
}

/** How many fields it has, those of fields included. */
export function sizeOf(form: Form): number {
  return form.kind === 'object' ? form.fields.reduce((sum, field) => sum + 1 + sizeOf(field.form), 0) : 0;
}

/** The form that takes what either takes; undefined where they differ in more than nulls and absent fields. */
export function commonForm(one: Form, other: Form): Form | undefined {
  if (one.kind === 'null') return other.kind === 'null' ? other : { ...other, mayBeNull: true };
  if (other.kind === 'null') return { ...one, mayBeNull: true };
  if (one.kind === 'object') return other.kind === 'object' ? commonObjectForm(one, other) : undefined;
  return one.kind === other.kind ? { ...one, mayBeNull: one.mayBeNull || other.mayBeNull } : undefined;
}

export function commonObjectForm(one: ObjectForm, other: ObjectForm): ObjectForm | undefined {
  const fields: FieldForm[] = [];
  let rest = one.fields;
  for (const field of other.fields) {
    const place = rest.findIndex(({ name }) => name === field.name);
    const before = rest[place];
    if (before === undefined) {
      fields.push({ ...field, mayBeAbsent: true });
      continue;
    }
    const form = commonForm(before.form, field.form);
    if (form === undefined) return undefined;
    fields.push(...absentAtTimes(rest.slice(0, place)));
    fields.push({ ...field, form, mayBeAbsent: before.mayBeAbsent || field.mayBeAbsent });
    rest = rest.slice(place + 1);
  }
  fields.push(...absentAtTimes(rest));
  const isOrdered = new Set(fields.map(({ name }) => name)).size === fields.length;
  if (!isOrdered || fields[0]?.mayBeAbsent === true) return undefined;
  return { kind: 'object', mayBeNull: one.mayBeNull || other.mayBeNull, fields };
}

function absentAtTimes(fields: readonly FieldForm[]): FieldForm[] {
  return fields.map((field) => ({ ...field, mayBeAbsent: true }));
}
