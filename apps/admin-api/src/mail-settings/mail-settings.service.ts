import { dateAt, type Instant } from '@dialogue/domain';
import type { AbsenceRefused, Account, MailAbsence, MailSetting, MailSettings, Register } from '@dialogue/persistence';

import type { Scopes } from '../auth/scope.js';
import { ApiError, type ApiErrorCode } from '../errors/api-error.js';
import { apiErrorSentences } from '../errors/errors.vi.js';
import type { AbsencesResponse, MailSettingsResponse } from './mail-setting.response-schemas.js';
import type { NewAbsence, NewMailSetting } from './mail-setting.schemas.js';

/** What the routes of a body's mail do: how it wants it, and who stands in for whom. */
export interface MailSettingsService {
  settings(account: Account, code: string): Promise<MailSettingsResponse>;
  set(account: Account, code: string, setting: NewMailSetting): Promise<MailSettingsResponse>;
  absences(account: Account, code: string): Promise<AbsencesResponse>;
  recordAbsence(account: Account, code: string, absence: NewAbsence): Promise<AbsencesResponse>;
  withdrawAbsence(account: Account, code: string, id: string): Promise<AbsencesResponse>;
}

/** What the service stands on. */
export interface MailSettingsServiceParts {
  readonly register: Pick<Register, 'organisation'>;
  readonly mailSettings: MailSettings;
  readonly scopes: Scopes;
  readonly now: () => Instant;
}

export function createMailSettingsService(parts: MailSettingsServiceParts): MailSettingsService {
  const { mailSettings, now } = parts;
  return {
    async settings(account, code) {
      await requireOwn(parts, account, code);
      return settingsOf(parts, code);
    },
    async set(account, code, { from, ...wishes }) {
      await requireOwn(parts, account, code);
      const said = { organisationCode: code, validFrom: from, recordedBy: account.id, now: now() };
      await mailSettings.set({ ...wishes, ...said });
      return settingsOf(parts, code);
    },
    async absences(account, code) {
      await requireOwn(parts, account, code);
      return absencesOf(parts, code);
    },
    async recordAbsence(account, code, { personId, deputyId, from, to }) {
      await requireOwn(parts, account, code);
      const days = { fromOn: from, toOn: to };
      const said = { organisationCode: code, personId, deputyId, ...days, recordedBy: account.id };
      const recorded = await mailSettings.recordAbsence(said);
      if ('refused' in recorded) throw refusalOf(recorded.refused);
      return absencesOf(parts, code);
    },
    async withdrawAbsence(account, code, id) {
      await requireOwn(parts, account, code);
      const isWithdrawn = await mailSettings.withdrawAbsence({ organisationCode: code, id, withdrawnBy: account.id });
      if (!isWithdrawn) throw new ApiError('absence.not_found');
      return absencesOf(parts, code);
    },
  };
}

/**
 * An agency decides for itself alone; everybody else who may for the bodies within what they look after.
 *
 * @throws ApiError `organisation.not_found`, `auth.out_of_scope`
 */
async function requireOwn(
  { register, scopes }: MailSettingsServiceParts,
  account: Account,
  code: string,
): Promise<void> {
  const organisation = await register.organisation(code);
  if (organisation === null) throw new ApiError('organisation.not_found');
  const isOwn =
    account.role === 'agency'
      ? organisation.code === account.organisationCode
      : await scopes.covers(account, organisation.code);
  if (!isOwn) throw new ApiError('auth.out_of_scope');
}

async function settingsOf(
  { mailSettings, now }: MailSettingsServiceParts,
  code: string,
): Promise<MailSettingsResponse> {
  const { mode, salutationLanguage, additionalAddresses } = await mailSettings.on(code, dateAt(now()));
  return {
    organisationCode: code,
    today: { mode, salutationLanguage, additionalAddresses: [...additionalAddresses] },
    history: (await mailSettings.list(code)).map(toSetting),
  };
}

function toSetting(setting: MailSetting): MailSettingsResponse['history'][number] {
  const { mode, salutationLanguage, additionalAddresses, validFrom, recordedAt, recordedBy } = setting;
  return {
    ...{ mode, salutationLanguage, additionalAddresses: [...additionalAddresses], from: validFrom },
    ...{ recordedAt: new Date(recordedAt).toISOString(), recordedBy: { ...recordedBy } },
  };
}

async function absencesOf({ mailSettings }: MailSettingsServiceParts, code: string): Promise<AbsencesResponse> {
  return { items: (await mailSettings.absences(code)).map(toAbsence) };
}

function toAbsence(absence: MailAbsence): AbsencesResponse['items'][number] {
  const { id, person, deputy, fromOn, toOn, recordedAt, recordedBy, withdrawnAt, withdrawnBy } = absence;
  return {
    ...{ id, person: { ...person }, deputy: { ...deputy }, from: fromOn, to: toOn },
    ...{ recordedAt: new Date(recordedAt).toISOString(), recordedBy: { ...recordedBy } },
    withdrawnAt: withdrawnAt === null ? null : new Date(withdrawnAt).toISOString(),
    withdrawnBy: withdrawnBy === null ? null : { ...withdrawnBy },
  };
}

const refusals = {
  personElsewhere: { code: 'absence.person_elsewhere', field: 'personId' },
  deputyUnreachable: { code: 'absence.deputy_unreachable', field: 'deputyId' },
  deputyAway: { code: 'absence.deputy_away', field: 'deputyId' },
  overlaps: { code: 'absence.overlaps', field: 'from' },
} as const satisfies Record<AbsenceRefused, { readonly code: ApiErrorCode; readonly field: string }>;

function refusalOf(refused: AbsenceRefused): ApiError {
  const { code, field } = refusals[refused];
  return new ApiError(code, { fields: [{ path: field, message: apiErrorSentences[code] }] });
}
