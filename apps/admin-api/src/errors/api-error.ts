import type { RuleId } from '@dialogue/domain';

/**
 * What the API itself says no to, with its status: the request, the person, the door. Rules of the regulation have
 * codes of their own (`DomainErrorCode`). A new code does not compile until it has a Vietnamese sentence.
 */
export const apiErrorStatus = {
  'request.invalid': 400,
  'request.malformed': 400,
  'request.file_unreadable': 400,
  'auth.required': 401,
  'auth.token_invalid': 401,
  'auth.credentials_wrong': 401,
  'auth.forbidden': 403,
  'auth.out_of_scope': 403,
  'identity.protected': 403,
  'request.route_unknown': 404,
  'petition.not_found': 404,
  'conference.not_found': 404,
  'report.not_found': 404,
  'minutes.not_found': 404,
  'identity.not_found': 404,
  'calendar.not_rolled_out': 404,
  'organisation.not_found': 404,
  'reorganisation.not_found': 404,
  'post.not_found': 404,
  'post_holder.not_found': 404,
  'person.not_found': 404,
  'account.not_found': 404,
  'field.not_found': 404,
  'terms.not_found': 404,
  'reconciliation.not_found': 404,
  'delivery.not_found': 404,
  'absence.not_found': 404,
  'import.not_found': 404,
  'link.closed': 404,
  'link.not_found': 404,
  'command.not_found': 404,
  'file.not_found': 404,
  'feed.not_found': 404,
  'request.method_not_allowed': 405,
  'account.username_taken': 409,
  'account.own_deactivation': 409,
  'post.already_held': 409,
  'post.held_later': 409,
  'post.over': 409,
  'contact.later_known': 409,
  'field.of_article': 409,
  'field.code_taken': 409,
  'field.name_taken': 409,
  'absence.overlaps': 409,
  'absence.deputy_away': 409,
  'conference.takes_no_petitions': 409,
  'conference.not_held': 409,
  'conference.petition_on_its_way': 409,
  'report.already_open': 409,
  'calendar.draft_open': 409,
  'calendar.draft_wrong': 409,
  'calendar.preview_outdated': 409,
  'terms.day_taken': 409,
  'terms.in_force': 409,
  'reorganisation.preview_outdated': 409,
  'reorganisation.requested_before': 409,
  'reorganisation.withdrawn': 409,
  'reorganisation.day_come': 409,
  'reorganisation.in_use': 409,
  'import.preview_outdated': 409,
  'import.cancelled': 409,
  'import.nothing_waiting': 409,
  'request.too_large': 413,
  'file.too_large': 413,
  'request.media_type_unsupported': 415,
  'file.empty': 422,
  'file.too_many': 422,
  'file.no_room': 422,
  'file.name_unusable': 422,
  'file.type_refused': 422,
  'file.content_mismatch': 422,
  'file.has_macros': 422,
  'file.infected': 422,
  'list.too_long': 422,
  'command.evidence_required': 422,
  'command.body_required': 422,
  'command.field_of_lead_office': 422,
  'organisation.unknown': 422,
  'field.unknown': 422,
  'field.not_in_force': 422,
  'field.ends_before_it_begins': 422,
  'petition.beyond_authority': 422,
  'petition.cooperating_unclear': 422,
  'routing.not_a_host': 422,
  'line.refused': 422,
  'conference.lead_office_unexplained': 422,
  'reorganisation.wrong': 422,
  'post.ends_before_it_begins': 422,
  'person.unknown': 422,
  'contact.begins_that_day': 422,
  'absence.person_elsewhere': 422,
  'absence.deputy_unreachable': 422,
  'conference.may_not_host': 422,
  'import.refused': 422,
  'petition.unknown': 422,
  'petition.of_another_host': 422,
  'petition.leads_nobody': 422,
  'petition.not_collective': 422,
  'petition.nobody_known': 422,
  'conference.unknown': 422,
  'conference.of_another_host': 422,
  'conference.conclusions_missing': 422,
  'conference.petition_unknown': 422,
  'calendar.import_refused': 422,
  'terms.invalid': 422,
  'request.too_many': 429,
  'server.error': 500,
  'file.not_scanned': 503,
  'service.unavailable': 503,
} as const satisfies Record<string, number>;

export type ApiErrorCode = keyof typeof apiErrorStatus;

/** One thing that is wrong with one field of a request. */
export interface FieldProblem {
  /** Where: `petitioner.email`, `evidence.signedOn`, `line.12` of a file; the header or query parameter by its name. */
  readonly path: string;
  readonly message: string;
}

/** The API says no. Thrown anywhere in a request; {@link errorResponse} puts it into HTTP and Vietnamese. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: ApiErrorCode;
  readonly fields: readonly FieldProblem[];
  /** The rule of the regulation that says no, where it is one. */
  readonly rule: RuleId | null;

  constructor(
    code: ApiErrorCode,
    options: { readonly fields?: readonly FieldProblem[]; readonly rule?: RuleId; readonly cause?: unknown } = {},
  ) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.fields = options.fields ?? [];
    this.rule = options.rule ?? null;
  }
}
