import type { DeliveryNote } from '../cases/mail-trouble.js';
import type { Surroundings } from '../cases/surroundings.js';
import type { DocumentReference } from '../petitions/petition.js';
import type { ReportStage, ReportTerms } from './report.js';

/** What people and the system may want of a report: ids, codes and dates; the words stay in the register. */
export type ReportCommand =
  | ReportNews
  /** The text is there and the figures are taken; the head is asked to approve. */
  | { readonly kind: 'submit' }
  | { readonly kind: 'return' }
  | { readonly kind: 'approve' }
  /** D14.1: figures and text are frozen, and go to those who must have them. */
  | { readonly kind: 'send'; readonly document: DocumentReference }
  | Surroundings<ReportTerms>
  | DeliveryNote;

/** What a report hears from the system: the period's opener begins it (D14.1), or a request on demand (D14.2). */
export interface ReportNews {
  readonly kind: 'open';
}

export type ReportCommandKind = ReportCommand['kind'];

const open: readonly ReportStage[] = ['collecting', 'drafting', 'submitted', 'approved'];
const begun: readonly ReportStage[] = [...open, 'sent'];

/** From where each command may come. Reading this table is reading the process. */
export const reportAllowedFrom: Readonly<Record<ReportCommandKind, readonly ReportStage[]>> = {
  open: ['planned'],
  submit: ['collecting', 'drafting'],
  return: ['submitted', 'approved'],
  approve: ['submitted'],
  send: ['approved'],
  calendarChanged: open,
  organisationChanged: open,
  adoptTerms: open,
  noteDelivery: begun,
};
