import type { OrganisationCode } from '../organisations/organisation-code.js';
import type { LocalDate } from '../time/local-date.js';

/** What a host concludes on a petition (D9, D10.1b, D10.1c, D11.1b). */
export const conclusionKinds = ['settle', 'assign', 'decline', 'defer', 'refer'] as const;
export type ConclusionKind = (typeof conclusionKinds)[number];

/** The conclusion on one petition; its words stay in the register. */
export type Conclusion =
  | { readonly kind: 'settle' | 'assign' | 'decline' }
  /** D10.1b: comes back by itself on that day. */
  | { readonly kind: 'defer'; readonly reviewOn: LocalDate }
  /** D10.1c: beyond the authority of the host. */
  | { readonly kind: 'refer'; readonly to: OrganisationCode; readonly toName: string };

/** The conclusion on one petition of a conference. */
export interface PetitionConclusion {
  readonly petitionId: string;
  readonly conclusion: Conclusion;
}
