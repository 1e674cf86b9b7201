import { citationOf, domainErrorCodes, type DomainError, type DomainErrorCode, type RuleId } from '@dialogue/domain';

import { FileRefused } from '@dialogue/persistence';

import { commandSentence } from '../cases/case-sentences.vi.js';
import { ApiError, apiErrorStatus, type ApiErrorCode, type FieldProblem } from './api-error.js';
import { CommandRefused } from './command-refused.js';
import { isDatabaseAway } from './dependency-failure.js';
import { apiErrorSentences, domainErrorSentences } from './errors.vi.js';

/** The body of every answer that is not a success. `code` is stable; `message` is for people. */
interface ErrorBody {
  readonly code: ApiErrorCode | DomainErrorCode;
  readonly message: string;
  readonly fields?: readonly FieldProblem[];
  /** The rule that said no, and where it stands in the regulation. */
  readonly rule?: RuleId;
  readonly article?: string;
  readonly commandId?: string;
  readonly requestId?: string;
}

/** An error as HTTP tells it. */
export interface ErrorResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: ErrorBody;
}

/** Puts any error into a status, a stable code and a Vietnamese sentence. What is not known is a bug: 500, no detail. */
export function errorResponse(error: unknown): ErrorResponse {
  if (error instanceof ApiError) return apiResponse(error.code, error);
  if (error instanceof FileRefused) return apiResponse(error.code);
  if (error instanceof CommandRefused) return refusalResponse(error);
  if (isDomainError(error)) return { ...domainResponse(error.code, error.details), headers: {} };
  // The database is asked first: some of its errors carry fields that look like a framework's.
  if (isDatabaseAway(error)) return apiResponse('service.unavailable');
  if (isImpossibleDay(error)) return apiResponse('request.invalid');
  return apiResponse(codeByStatus[statusOf(error)] ?? 'server.error');
}

function apiResponse(
  code: ApiErrorCode,
  { fields, rule }: Pick<ApiError, 'fields' | 'rule'> = { fields: [], rule: null },
): ErrorResponse {
  const status = apiErrorStatus[code];
  return {
    status,
    headers: headersByStatus[status] ?? {},
    body: {
      ...{ code, message: apiErrorSentences[code], ...(fields.length > 0 ? { fields } : {}) },
      ...(rule === null ? {} : { rule, article: citationOf(rule) }),
    },
  };
}

function refusalResponse({ code, rule, commandId, kind }: CommandRefused): ErrorResponse {
  const { status, body } = domainResponse(code);
  const message = commandSentence(code, kind) ?? body.message;
  return { status, headers: {}, body: { ...body, message, rule, article: citationOf(rule), commandId } };
}

function domainResponse(
  code: DomainErrorCode,
  details: DomainError['details'] = {},
): Pick<ErrorResponse, 'status' | 'body'> {
  const message = filled(domainErrorSentences[code], details);
  return { status: statusByClass[domainErrorCodes[code]], body: { code, message } };
}

/** A sentence with the details of the error in its places: `{year}`. */
function filled(sentence: string, details: DomainError['details']): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? ''));
}

function isDomainError(error: unknown): error is DomainError {
  return (
    error instanceof Error && error.name === 'DomainError' && 'code' in error && String(error.code) in domainErrorCodes
  );
}

/** PostgreSQL found no such instant: somebody wrote a cursor by hand. */
function isImpossibleDay(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const code: unknown = Reflect.get(error, 'code');
  return code === '22007' || code === '22008';
}

/** Nest's own exceptions and Fastify's errors say by number what they are. */
function statusOf(error: unknown): number {
  if (typeof error !== 'object' || error === null) return 500;
  const status: unknown = Reflect.get(error, 'statusCode') ?? Reflect.get(error, 'status');
  return typeof status === 'number' ? status : 500;
}

const statusByClass = { conflict: 409, unprocessable: 422, missing: 404 } as const;

const codeByStatus: Readonly<Record<number, ApiErrorCode>> = {
  400: 'request.malformed',
  401: 'auth.required',
  403: 'auth.forbidden',
  404: 'request.route_unknown',
  405: 'request.method_not_allowed',
  413: 'request.too_large',
  414: 'request.invalid',
  415: 'request.media_type_unsupported',
  429: 'request.too_many',
  503: 'service.unavailable',
};

const headersByStatus: Readonly<Record<number, Readonly<Record<string, string>>>> = {
  401: { 'WWW-Authenticate': 'Bearer realm="dialogue"' },
  429: { 'Retry-After': '60' },
  503: { 'Retry-After': '5' },
};
