import type { DocumentReference } from '../petitions/petition.js';
import type { LocalDate } from '../time/local-date.js';

/**
 * What people want of a conference that gets no day for now, from its day on, and when it failed: ids, codes and dates;
 * what was said stays in the register.
 */
export type ConferenceDayCommand =
  /** No day for the time being: its milestones rest, and its petitions are told (D8.1a, D8.1f). */
  | { readonly kind: 'postpone' }
  /** D9: who speaks, and about what, in the order of registration; of a petition of the conference where it is one. */
  | { readonly kind: 'registerSpeaker'; readonly petitionId: string | null }
  /** D8.3b: the minutes stay in the register; the document is the report to the superior. */
  | { readonly kind: 'recordFailed'; readonly failedOn: LocalDate; readonly document: DocumentReference }
  /** D8.3b: what the superior has directed, known by its document. */
  | { readonly kind: 'recordDirection'; readonly document: DocumentReference; readonly direction: Direction }
  /** D10.3b: another version; none is ever overwritten. */
  | { readonly kind: 'saveMinutes' }
  | { readonly kind: 'signMinutes'; readonly version: number; readonly signedOn: LocalDate }
  /** D11.1a. */
  | { readonly kind: 'recordInternalReview'; readonly reviewedOn: LocalDate }
  /** D13.3: a remark of the Front or of an organisation on what was concluded. */
  | { readonly kind: 'recordSupervision' }
  /** D11.2a: a change of mechanism or policy that is proposed. */
  | { readonly kind: 'recordPolicyProposal' };

/** D8.3b: the dialogue is held on another day, or not at all. */
export type Direction =
  { readonly kind: 'newDate'; readonly on: LocalDate; readonly startsAt: string } | { readonly kind: 'close' };
