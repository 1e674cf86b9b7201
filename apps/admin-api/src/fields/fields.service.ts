import {
  dateAt,
  isFieldInForce,
  type FieldChange,
  type FieldCode,
  type FieldFault,
  type Instant,
  type LocalDate,
} from '@dialogue/domain';
import type { Account, Fields, FieldWithChanges } from '@dialogue/persistence';

import { iso } from '../cases/case.response.js';
import { ApiError, type ApiErrorCode } from '../errors/api-error.js';
import { apiErrorSentences } from '../errors/errors.vi.js';
import type { FieldRenaming, FieldRetirement, FieldsQuery, NewFieldBody } from './field.schemas.js';
import type { FieldsResponse } from './field.response-schemas.js';

/** What the routes of the list of fields do (D5); whoever changes it reads it as it is then. */
export interface FieldsService {
  list(query: FieldsQuery): Promise<FieldsResponse>;
  add(account: Account, body: NewFieldBody): Promise<FieldsResponse>;
  rename(account: Account, code: FieldCode, body: FieldRenaming): Promise<FieldsResponse>;
  retire(account: Account, code: FieldCode, body: FieldRetirement): Promise<FieldsResponse>;
}

/** What the service stands on. */
export interface FieldsServiceParts {
  readonly fields: Fields;
  readonly now: () => Instant;
}

export function createFieldsService(parts: FieldsServiceParts): FieldsService {
  const today = (): LocalDate => dateAt(parts.now());
  const list = async (on = today()): Promise<FieldsResponse> => toFieldsResponse(on, await parts.fields.list());
  const change = async (account: Account, wish: FieldChange): Promise<FieldsResponse> => {
    const fault = await parts.fields.change(wish, account.id);
    if (fault !== null) throw refusalOf(fault);
    return list();
  };
  return {
    list: ({ on }) => list(on),
    add: (account, { from: validFrom = today(), ...field }) =>
      change(account, { kind: 'add', field: { ...field, validFrom } }),
    rename: (account, code, { name }) => change(account, { kind: 'rename', code, name }),
    retire: (account, code, { on }) => change(account, { kind: 'retire', code, on }),
  };
}

/** What each fault is called, and which part of the request it is about; null: the field itself. */
const refusals: Readonly<Record<FieldFault, { readonly code: ApiErrorCode; readonly path: string | null }>> = {
  unknown: { code: 'field.not_found', path: null },
  ofArticle: { code: 'field.of_article', path: null },
  codeTaken: { code: 'field.code_taken', path: 'code' },
  nameTaken: { code: 'field.name_taken', path: 'name' },
  endsBeforeItBegins: { code: 'field.ends_before_it_begins', path: 'on' },
};

function refusalOf(fault: FieldFault): ApiError {
  const { code, path } = refusals[fault];
  const fields = path === null ? [] : [{ path, message: apiErrorSentences[code] }];
  return new ApiError(code, { fields, ...(fault === 'ofArticle' ? { rule: 'D5' } : {}) });
}

function toFieldsResponse(on: LocalDate, fields: readonly FieldWithChanges[]): FieldsResponse {
  const roots = fields.filter(({ code, root }) => code === root);
  return {
    on,
    items: roots.map(({ root, name }) => ({
      ...{ code: root, name },
      fields: fields.filter((each) => each.root === root && each.code !== root).map((each) => toSubField(on, each)),
    })),
  };
}

function toSubField(
  on: LocalDate,
  { code, name, validFrom, validTo, changes }: FieldWithChanges,
): FieldsResponse['items'][number]['fields'][number] {
  return {
    ...{ code, name, validFrom, validTo, isInForce: isFieldInForce({ validFrom, validTo }, on) },
    changes: changes.map(({ at, ...change }) => ({ ...change, at: iso(at) })),
  };
}
