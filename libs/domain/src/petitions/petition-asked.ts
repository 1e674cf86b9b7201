import type { Decision, Facts, Transition } from '../cases/case-machine.js';
import type { Notice } from '../cases/notice.js';
import type { DomainErrorCode } from '../errors/domain-error.js';
import type { RuleId } from '../regulation/rule-id.js';
import type { Instant } from '../time/instant.js';
import type { LocalDate } from '../time/local-date.js';
import type { PetitionCommand, PetitionCommandKind } from './petition-commands.js';
import type { Petition } from './petition.js';

/** A command of one kind, with the instant that it came. */
export interface Asked<Kind extends PetitionCommandKind> {
  readonly state: Petition;
  readonly command: Extract<PetitionCommand, { readonly kind: Kind }>;
  readonly at: Instant;
  /** The day in Vietnam at that instant. */
  readonly on: LocalDate;
}

/** A part of what happens: the petition after it, and the letters that it owes for it. */
export interface Effect {
  readonly state: Petition;
  readonly notices: readonly Notice[];
}

/** Why a day that somebody gave cannot be: it has not come yet, or the case was not there. */
export function wrongDate(
  given: LocalDate,
  { notBefore, on }: { notBefore: LocalDate; on: LocalDate },
): DomainErrorCode | null {
  if (given > on) return 'petition.date_in_future';
  return given < notBefore ? 'petition.date_before_case' : null;
}

export function accepted(
  event: string,
  happened: { readonly at: Instant; readonly rule: RuleId; readonly facts: Facts; readonly state: Petition },
  notices: Transition<Petition>['notices'],
): Decision<Petition> {
  return { accepted: { event, ...happened, notices } };
}

export function refused(code: DomainErrorCode, rule: RuleId): Decision<Petition> {
  return { refused: { code, rule } };
}
