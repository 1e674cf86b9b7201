import type { CaseReference, Instant, Letter, LocalDate, OrganisationCode, RecipientRole } from '@dialogue/domain';

import type { NamedOrganisation } from '../deliveries/delivery.js';

/** A case that bodies act on by links. */
export interface LinkedCase extends CaseReference {
  readonly caseKind: 'petition' | 'conference';
}

/** A link as the writer of its letter makes it; the token itself stands in the letter and nowhere else. */
export interface NewCaseLink extends LinkedCase {
  readonly tokenHash: Uint8Array;
  readonly deliveryId: string;
  readonly organisation: OrganisationCode;
  /** The last day on which it is good. */
  readonly goodUntil: LocalDate;
}

/** `used`: something was done by it, or by another link of the same letter, and was not refused. */
export type LinkStanding = 'open' | 'used' | 'expired' | 'revoked';

/** Why a link was revoked: somebody has done so, or what the letter asked for is no longer with that body (D11.1c). */
export type LinkRevocation = 'person' | 'bodyLeft';

/** A link as whoever has followed it stands before the register. */
export interface FollowedLink extends LinkedCase {
  readonly id: string;
  readonly organisation: NamedOrganisation;
  readonly letter: Letter;
  readonly role: RecipientRole;
  readonly standing: LinkStanding;
}

/** Somebody who has opened a link, for about an hour. */
export interface LinkSession {
  readonly link: FollowedLink;
  readonly expiresAt: Instant;
  /** What was done in it: from then on it shows that, and nothing else. */
  readonly commandId: string | null;
}

/** A link as the lead office sees it: never its token, and of the address only what tells it from another. */
export interface ListedLink {
  readonly id: string;
  readonly deliveryId: string;
  readonly letterKind: Letter['kind'];
  readonly organisation: NamedOrganisation;
  readonly maskedAddress: string | null;
  readonly standing: LinkStanding;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly firstOpenedAt: Instant | null;
  readonly lastOpenedAt: Instant | null;
  readonly revokedAt: Instant | null;
  readonly revokedBecause: LinkRevocation | null;
}
