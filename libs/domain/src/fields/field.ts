import type { LocalDate } from '../time/local-date.js';

/** The fields of article 5 (D5): the law's, so nobody renames or retires them. */
export const rootFields = [
  'economy',
  'cultureAndSociety',
  'defenceAndSecurity',
  'publicOrder',
  'partyAndGovernment',
] as const;
export type RootField = (typeof rootFields)[number];

/**
 * One of the list of fields (D5), which is data of the register. A case holds the code and no rule of its life asks which
 * one it is; whoever needs the field of article 5 looks up the root.
 */
export type FieldCode = string;

/** A field as people see it. */
export interface NamedField {
  readonly code: FieldCode;
  readonly name: string;
  /** The field of article 5 under which it stands: itself, where it is one of these. */
  readonly root: RootField;
}

/** A field of the list, with the days on which a case may be given it, both included; null: no bound. */
export interface Field extends NamedField {
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
}

/** What an administrator does to the list. */
export type FieldChange =
  | { readonly kind: 'add'; readonly field: NamedField & { readonly validFrom: LocalDate } }
  | { readonly kind: 'rename'; readonly code: FieldCode; readonly name: string }
  /** The last day on which it is given to anything; null takes the end back. */
  | { readonly kind: 'retire'; readonly code: FieldCode; readonly on: LocalDate | null };

/** Why the list stays as it is. */
export type FieldFault = 'unknown' | 'ofArticle' | 'codeTaken' | 'nameTaken' | 'endsBeforeItBegins';

/** Whether a case may be given the field on the day. */
export function isFieldInForce({ validFrom, validTo }: Pick<Field, 'validFrom' | 'validTo'>, on: LocalDate): boolean {
  return (validFrom === null || validFrom <= on) && (validTo === null || on <= validTo);
}

/** The field as a change leaves it (D5); what is so already is the same object. */
export function changedField(fields: readonly Field[], change: FieldChange): Field | FieldFault {
  if (change.kind === 'add') return added(fields, change.field);
  const field = fields.find(({ code }) => code === change.code);
  if (field === undefined) return 'unknown';
  if (field.code === field.root) return 'ofArticle';
  return change.kind === 'rename' ? renamed(fields, field, change.name) : retired(field, change.on);
}

function added(
  fields: readonly Field[],
  field: Extract<FieldChange, { readonly kind: 'add' }>['field'],
): Field | FieldFault {
  const known = fields.find(({ code }) => code === field.code);
  if (known === undefined) return isNameTaken(fields, field) ? 'nameTaken' : { ...field, validTo: null };
  const isSame = known.root === field.root && known.name === field.name && known.validFrom === field.validFrom;
  return isSame ? known : 'codeTaken';
}

function renamed(fields: readonly Field[], field: Field, name: string): Field | FieldFault {
  if (field.name === name) return field;
  const after = { ...field, name };
  return isNameTaken(fields, after) ? 'nameTaken' : after;
}

function retired(field: Field, validTo: LocalDate | null): Field | FieldFault {
  if (field.validTo === validTo) return field;
  const isTooEarly = validTo !== null && field.validFrom !== null && validTo < field.validFrom;
  return isTooEarly ? 'endsBeforeItBegins' : { ...field, validTo };
}

/** Two of one name under one field of article 5 nobody could tell apart, in a list as little as in a report. */
function isNameTaken(fields: readonly Field[], { code, name, root }: NamedField): boolean {
  return fields.some((each) => each.root === root && each.code !== code && alike(each.name) === alike(name));
}

function alike(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
