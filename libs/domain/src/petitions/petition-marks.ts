import type { LocalDate } from '../time/local-date.js';

/** D8.2a: how soon a matter has to be prepared. */
export const petitionUrgencies = ['ordinary', 'urgent', 'veryUrgent'] as const;
export type PetitionUrgency = (typeof petitionUrgencies)[number];

/** D8.2a: whether a matter lies within the authority of the host; what lies beyond is proposed to the superior. */
export const petitionAuthorities = ['within', 'beyond'] as const;
export type PetitionAuthority = (typeof petitionAuthorities)[number];

/**
 * D4.1: `internal` never leaves by the body of an e-mail; of what is a state secret only a stub is kept, with the number of
 * the document and its keeper.
 */
export const petitionClassifications = ['normal', 'internal', 'stateSecret'] as const;
export type PetitionClassification = (typeof petitionClassifications)[number];

/** D4.1: what a text that was entered may be classed as; a state secret would never have been entered. */
export const textClassifications = ['normal', 'internal'] as const;
export type TextClassification = (typeof textClassifications)[number];

/** Who may seal a person (D11.1d). */
export const protectors = ['leadOffice', 'host', 'administrator'] as const;
export type Protector = (typeof protectors)[number];

/** D11.1d: the person is sealed; who sealed them cannot undo it. */
export interface Protection {
  readonly by: Protector;
  readonly since: LocalDate;
}

/** How a petition is classed and marked. What is absent was never said: ordinary, within, normal, nobody sealed. */
export interface PetitionMarks {
  readonly urgency?: PetitionUrgency;
  readonly authority?: PetitionAuthority;
  readonly classification?: PetitionClassification;
  readonly protection?: Protection | null;
  /** D4.5: used to break rules, or to spread unfounded information that harms others. */
  readonly isAbusive?: boolean;
}

/** D4.1: its text stays in the register. */
export function isRestricted({ classification = 'normal' }: PetitionMarks): boolean {
  return classification !== 'normal';
}
