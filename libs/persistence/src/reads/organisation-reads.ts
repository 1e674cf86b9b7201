import type { LocalDate, OrganisationCode } from '@dialogue/domain';

import type { NamedOrganisation } from '../deliveries/delivery.js';

export interface Organisation extends NamedOrganisation {
  readonly kind: string;
  readonly level: 'province' | 'district' | 'commune';
  readonly parentCode: OrganisationCode | null;
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
  readonly successorCode: OrganisationCode | null;
}

export interface OrganisationQuery {
  /** Only bodies in force on this day; absent: all that ever were. */
  readonly on?: LocalDate;
  /** Part of the name, with or without Vietnamese marks, or the beginning of a code. */
  readonly text?: string;
  readonly kind?: string;
  readonly level?: 'province' | 'district' | 'commune';
  readonly parent?: string;
  readonly limit?: number;
}

export interface OrganisationCounts extends NamedOrganisation {
  readonly received: number;
  readonly answeredInTime: number;
  readonly answeredLate: number;
  /** The limit has passed, and an answer is still awaited. */
  readonly overdue: number;
  /** Every limit that passed unanswered, whatever came after. */
  readonly breached: number;
  readonly resolved: number;
}

export interface CountsQuery {
  /** `agency`: assignments by the body that had to answer; `organisation`: by the body whose head was asked. */
  readonly by: 'agency' | 'organisation';
  /** Days of assignment (agency) or of receipt of the petition (organisation), both included. */
  readonly from?: LocalDate;
  readonly until?: LocalDate;
  /** Only these codes. */
  readonly organisations?: readonly string[];
}
