import type { OrganisationCode } from '../organisations/organisation-code.js';
import type { LocalDate } from '../time/local-date.js';
import type {
  AnswerKind,
  DocumentReference,
  NoticeMeans,
  OtherProcedure,
  PetitionField,
  PetitionStage,
} from './petition.js';

/** What people and the system may want of a petition: ids, codes and dates; the words stay in the register. */
export type PetitionCommand =
  | { readonly kind: 'register' }
  | { readonly kind: 'accept'; readonly field: PetitionField }
  | { readonly kind: 'redirect'; readonly procedure: OtherProcedure }
  | {
      readonly kind: 'assign';
      readonly agency: OrganisationCode;
      readonly agencyName: string;
      readonly document: DocumentReference;
    }
  /** `receivedOn` is the ngay den of the agency; a clerk may correct a deemed receipt with it. */
  | {
      readonly kind: 'acknowledge';
      readonly arrivalNumber: string;
      readonly receivedOn: LocalDate;
      /** A document that proves the day came with it, and was checked at the door; a deemed receipt yields to nothing less. */
      readonly isEvidenced: boolean;
    }
  | {
      readonly kind: 'answer';
      readonly answer: AnswerKind;
      readonly document: DocumentReference;
      /** The day on which a paper answer reached the lead office, proven by its arrival stamp; null when given here. */
      readonly arrivedOn: LocalDate | null;
      /** Of a progress report: when the next one comes. */
      readonly nextReportOn: LocalDate | null;
    }
  | { readonly kind: 'approveAnswer' }
  | { readonly kind: 'sendBackAnswer' }
  | { readonly kind: 'recordResolution' }
  | {
      readonly kind: 'recordNoticeSent';
      readonly number: string;
      readonly sentOn: LocalDate;
      readonly means: NoticeMeans;
    }
  | { readonly kind: 'withdraw' }
  | { readonly kind: 'close' }
  | { readonly kind: 'reopen' }
  /** Told by a letter's own workflow: what became of it. */
  | { readonly kind: 'noteDelivery'; readonly deliveryId: string; readonly outcome: DeliveryNews };

/** What a case hears of a letter: nobody could be addressed, final refusal, unknown arrival, or the trouble is over. */
export type DeliveryNews = 'unaddressed' | 'refused' | 'uncertain' | 'settled';

export type PetitionCommandKind = PetitionCommand['kind'];

const open: readonly PetitionStage[] = ['received', 'accepted', 'assigned', 'inProgress', 'answered', 'resolved'];
const begun: readonly PetitionStage[] = [...open, 'closed', 'redirected', 'withdrawn'];

/** From where each command may come. Reading this table is reading the process. */
export const allowedFrom: Readonly<Record<PetitionCommandKind, readonly PetitionStage[]>> = {
  register: ['submitted'],
  accept: ['received'],
  redirect: open,
  assign: ['accepted'],
  acknowledge: ['assigned', 'inProgress'],
  answer: ['assigned', 'inProgress'],
  approveAnswer: ['answered'],
  sendBackAnswer: ['answered'],
  recordResolution: ['answered'],
  recordNoticeSent: begun,
  withdraw: open,
  close: ['resolved'],
  reopen: ['closed', 'resolved'],
  noteDelivery: begun,
};
