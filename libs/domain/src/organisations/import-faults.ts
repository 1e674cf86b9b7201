/** What is wrong with a line of a table that is to be taken over; whoever shows it to people has a sentence for each. */
export const importFaultCodes = [
  'code_invalid',
  'text_invalid',
  'address_invalid',
  'twice',
  'unknown_reference',
  'own_parent',
  'below_itself',
  'ends_before_it_begins',
  'level_over',
  'successors_without_end',
  'ending_incomplete',
  'successor_not_in_force',
  'reorganisation_needed',
  'post_differs',
  'person_differs',
  'already_held',
  'outside_post',
] as const;
export type ImportFaultCode = (typeof importFaultCodes)[number];

/** One thing that is wrong with one line. */
export interface ImportFault {
  readonly line: number;
  readonly column: string;
  readonly code: ImportFaultCode;
}

/** What a line of a table says, with the line for whoever has to mend it. */
export interface Numbered<Entry> {
  readonly line: number;
  readonly entry: Entry;
}

/** How many things an import makes, changes and leaves as they are. */
export interface Tally {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** Two words or days are not the same; `null` and absent are. */
export function areEqual(one: readonly unknown[], other: readonly unknown[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** A name or a title: printable, decoded without loss, and no longer than anybody reads. */
export function isText(text: string): boolean {
  return text.length <= longestText && !/[\p{Cc}\p{Cs}\uFFFD]/u.test(text);
}

const longestText = 300;
