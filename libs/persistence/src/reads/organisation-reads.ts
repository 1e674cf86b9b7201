import type { LocalDate, OrganisationCode, SuccessionKind } from '@dialogue/domain';

import type { NamedOrganisation } from '../deliveries/delivery.js';

export interface Organisation extends NamedOrganisation {
  readonly kind: string;
  readonly level: string;
  readonly levelName: string;
  /** On the day that was asked for; without a day, the last one. */
  readonly parentCode: OrganisationCode | null;
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
  /** The main one. */
  readonly successorCode: OrganisationCode | null;
}

/** A level of the country's order. */
export interface Level {
  readonly code: string;
  readonly name: string;
  /** The highest is 1. */
  readonly rank: number;
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
}

/** A body as it stood on a day, with what came before and after it. */
export interface OrganisationOnDay extends Organisation {
  readonly isInForce: boolean;
  /** The nearest first. */
  readonly parents: readonly NamedOrganisation[];
  /** The body itself, its committee, or who has taken over from it; null when nobody has. */
  readonly answeredBy: NamedOrganisation | null;
  readonly predecessors: readonly Succession[];
  readonly successors: readonly Succession[];
}

/** One body took over from another. */
export interface Succession extends NamedOrganisation {
  readonly kind: SuccessionKind;
  /** The first day of the successor. */
  readonly on: LocalDate;
  /** The past's figures and the open work go to the main one. */
  readonly isMain: boolean;
}

export interface OrganisationQuery {
  /** Only bodies in force on this day; absent: all that ever were. */
  readonly on?: LocalDate;
  /** Part of the name, with or without Vietnamese marks, or the beginning of a code. */
  readonly text?: string;
  readonly kind?: string;
  readonly level?: string;
  readonly parent?: string;
  readonly limit?: number;
}

/** Which of these bodies are filed under one of those. */
export interface WithinQuestion {
  readonly codes: readonly OrganisationCode[];
  readonly roots: readonly OrganisationCode[];
  readonly on: LocalDate;
}

/** Whether a body is under the authority of an organisation (D11.1b). */
export interface AuthorityQuestion {
  readonly code: OrganisationCode;
  readonly of: OrganisationCode;
  readonly on: LocalDate;
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
