import type { OrganisationCode } from '../organisations/organisation-code.js';
import type { DocumentReference } from '../petitions/petition.js';
import type { LocalDate } from '../time/local-date.js';

/** The letters of a conference; `agency` is the body that the letter goes to. Place and programme come from the register. */
export type ConferenceLetter =
  | {
      readonly kind: 'opinionsRequested';
      readonly agency: OrganisationCode;
      readonly conferenceOn: LocalDate;
      /** The last day on which opinions still come to the briefing (D8.1e). */
      readonly cutOffOn: LocalDate;
    }
  | {
      readonly kind: 'invitation';
      readonly agency: OrganisationCode;
      readonly conferenceOn: LocalDate;
      readonly startsAt: string;
    }
  | {
      readonly kind: 'conferenceMoved';
      readonly agency: OrganisationCode;
      readonly wasOn: LocalDate;
      readonly conferenceOn: LocalDate;
      readonly startsAt: string;
    }
  | { readonly kind: 'conferenceCancelled'; readonly agency: OrganisationCode; readonly conferenceOn: LocalDate }
  | { readonly kind: 'planApproved'; readonly conferenceOn: LocalDate; readonly document: DocumentReference }
  /** D11.1b: copies of what was concluded, to supervise it. */
  | { readonly kind: 'conclusionNotice'; readonly conferenceOn: LocalDate; readonly document: DocumentReference }
  /** D8.2b, D11.2b: the results, reported to the Standing Board of the provincial committee. */
  | { readonly kind: 'resultReport'; readonly conferenceOn: LocalDate; readonly document: DocumentReference };
