import type { LocalDate } from '../time/local-date.js';

/**
 * Every refusal that a rule can give, with its class: what HTTP makes of it (409, 422, 404) and whether another try
 * could ever succeed. A new code does not compile until it has a class here and a Vietnamese sentence in the API.
 */
export const domainErrorCodes = {
  'petition.transition_refused': 'conflict',
  'petition.answer_not_approved': 'conflict',
  'petition.notice_missing': 'conflict',
  'petition.reopening_expired': 'conflict',
  'petition.receipt_already_recorded': 'conflict',
  'petition.evidence_missing': 'unprocessable',
  'petition.date_in_future': 'unprocessable',
  'petition.date_before_case': 'unprocessable',
  'petition.next_report_too_late': 'unprocessable',
  'petition.next_report_in_past': 'unprocessable',
  'petition.next_report_missing': 'unprocessable',
  'petition.not_reachable_by_mail': 'unprocessable',
  'petition.already_attached': 'conflict',
  'petition.not_attached': 'conflict',
  'petition.conference_over': 'conflict',
  'petition.review_in_past': 'unprocessable',
  'petition.decision_missing': 'unprocessable',
  'petition.agency_unchanged': 'unprocessable',
  'petition.cooperating_repeated': 'unprocessable',
  'petition.not_cooperating': 'conflict',
  'petition.contribution_already_recorded': 'conflict',
  'petition.extension_pending': 'conflict',
  'petition.extension_used': 'conflict',
  'petition.extension_not_requested': 'conflict',
  'petition.extension_after_deadline': 'conflict',
  'petition.extension_not_later': 'unprocessable',
  'petition.extension_too_long': 'unprocessable',
  'petition.merged_into_itself': 'unprocessable',
  'petition.leads_others': 'conflict',
  'petition.told_already': 'conflict',
  'petition.stub_of_secret': 'conflict',
  'petition.not_protected': 'conflict',
  'petition.protected_by_same_role': 'conflict',
  'petition.written_answer_missing': 'conflict',
  'conference.transition_refused': 'conflict',
  'conference.day_not_come': 'conflict',
  'conference.duties_open': 'conflict',
  'conference.already_issued': 'conflict',
  'conference.nobody_new': 'conflict',
  'conference.day_unchanged': 'unprocessable',
  'conference.date_in_past': 'unprocessable',
  'conference.date_in_future': 'unprocessable',
  'conference.date_before_case': 'unprocessable',
  'conference.conclusions_incomplete': 'unprocessable',
  'conference.conclusion_of_another': 'unprocessable',
  'conference.review_in_past': 'unprocessable',
  'conference.plan_submitted': 'conflict',
  'conference.plan_not_submitted': 'conflict',
  'conference.demand_open': 'conflict',
  'conference.no_demand': 'conflict',
  'conference.host_unchanged': 'unprocessable',
  'conference.body_not_asked': 'unprocessable',
  'conference.body_not_invited': 'unprocessable',
  'conference.petition_of_another': 'unprocessable',
  'conference.prepared_by_another': 'conflict',
  'conference.allocations_incomplete': 'unprocessable',
  'conference.urgency_missing': 'unprocessable',
  'conference.already_recorded': 'conflict',
  'conference.minutes_version_not_newest': 'conflict',
  'conference.petition_not_listed': 'unprocessable',
  'report.transition_refused': 'conflict',
  'report.period_running': 'conflict',
  'report.date_in_future': 'unprocessable',
  'report.date_before_case': 'unprocessable',
  'case.unchanged': 'conflict',
  'calendar.year_missing': 'unprocessable',
  'calendar.edition_unknown': 'missing',
  'calendar.edition_published': 'conflict',
  'calendar.date_taken': 'conflict',
  'calendar.choices_open': 'conflict',
  'calendar.year_confirmed': 'conflict',
  'calendar.date_unknown': 'missing',
  'calendar.year_unknown': 'missing',
  'calendar.holiday_unknown': 'unprocessable',
  'calendar.day_off_on_rest_day': 'unprocessable',
  'calendar.day_worked_on_weekday': 'unprocessable',
  'calendar.day_no_weekend_holiday': 'unprocessable',
  'calendar.day_twice': 'unprocessable',
  'calendar.day_in_uncovered_year': 'unprocessable',
  'calendar.day_without_name': 'unprocessable',
  'calendar.day_without_basis': 'unprocessable',
  'calendar.swap_half_missing': 'unprocessable',
  'delivery.decision_refused': 'conflict',
  'delivery.nobody_to_address': 'conflict',
  'delivery.fallback_refused': 'conflict',
  'delivery.fallback_reason_missing': 'unprocessable',
  'delivery.in_digest': 'conflict',
  'command.key_reused': 'unprocessable',
  'file.not_attachable': 'unprocessable',
  'file.of_secret': 'unprocessable',
  'date.invalid': 'unprocessable',
  'deadline.rule_counts_nothing': 'unprocessable',
  'deadline.day_not_given': 'unprocessable',
} as const satisfies Record<string, DomainErrorClass>;

export type DomainErrorClass = 'conflict' | 'unprocessable' | 'missing';
export type DomainErrorCode = keyof typeof domainErrorCodes;

/** A rule said no. Inside the process it is thrown; machines return it as a decision instead. */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly code: DomainErrorCode;
  readonly details: Readonly<Record<string, string | number>>;

  constructor(code: DomainErrorCode, details: Readonly<Record<string, string | number>> = {}) {
    super(`${code} ${JSON.stringify(details)}`);
    this.code = code;
    this.details = details;
  }
}

/** A count left the slice of the calendar at hand. Not a refusal: a question for more calendar. */
export class CalendarExceeded extends Error {
  override readonly name = 'CalendarExceeded';
  readonly needsCalendarUntil: LocalDate;

  constructor(needsCalendarUntil: LocalDate) {
    super(`The calendar slice does not reach ${needsCalendarUntil}`);
    this.needsCalendarUntil = needsCalendarUntil;
  }
}
