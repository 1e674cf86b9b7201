import { dateAt, type Instant, type LocalDate } from '@dialogue/domain';
import type { DataSource } from 'typeorm';

import { wakeMails } from '../relay/tell-case.js';
import { inTransaction, sqlOf, type Sql } from '../sql/sql.js';
import { listAbsences, recordAbsence, withdrawAbsence, type MailAbsence, type NewAbsence } from './absences.js';
import { settingOn } from './on-day.js';

export const mailModes = ['immediate', 'digest'] as const;
export type MailMode = (typeof mailModes)[number];

export const salutationLanguages = ['vi', 'vi+en'] as const;
export type SalutationLanguage = (typeof salutationLanguages)[number];

/** How a body wants its mail. */
export interface MailWishes {
  /** Each letter by itself, or one on the morning of a working day with everything that may wait for it. */
  readonly mode: MailMode;
  readonly salutationLanguage: SalutationLanguage;
  /** Written to besides whoever holds the fitting post. */
  readonly additionalAddresses: readonly string[];
}

/** A body that has said nothing. */
export const usualWishes: MailWishes = { mode: 'immediate', salutationLanguage: 'vi', additionalAddresses: [] };

/** What somebody has said of a body's mail: from which day on, when, and who. */
export interface MailSetting extends MailWishes {
  readonly validFrom: LocalDate;
  readonly recordedAt: Instant;
  readonly recordedBy: Person;
}

interface Person {
  readonly id: string;
  readonly username: string;
}

export interface NewMailSetting extends MailWishes {
  readonly organisationCode: string;
  readonly validFrom: LocalDate;
  readonly recordedBy: string;
  readonly now: Instant;
}

/** How bodies want their mail, and who stands in for whom. What was said is kept: of a day the newest word about it counts. */
export interface MailSettings {
  on(organisationCode: string, day: LocalDate): Promise<MailWishes>;
  /** Everything that was ever said, the newest first. */
  list(organisationCode: string): Promise<readonly MailSetting[]>;
  /** A body that wants its letters at once from today on gets those that were kept for a digest. */
  set(setting: NewMailSetting): Promise<'set' | 'unchanged'>;
  absences(organisationCode: string): Promise<readonly MailAbsence[]>;
  recordAbsence(absence: NewAbsence): Promise<Awaited<ReturnType<typeof recordAbsence>>>;
  /** False: there is none, or it was withdrawn before. */
  withdrawAbsence(entry: {
    readonly organisationCode: string;
    readonly id: string;
    readonly withdrawnBy: string;
  }): Promise<boolean>;
}

/** Over the connections of the API's role. */
export function createMailSettings(dataSource: DataSource): MailSettings {
  const sql = sqlOf(dataSource);
  return {
    on: async (organisationCode, day) => wishesOn(sql, organisationCode, day),
    list: async (organisationCode) => list(sql, organisationCode),
    set: async (setting) => inTransaction(dataSource, async (tx) => set(tx, setting)),
    absences: async (organisationCode) => listAbsences(sql, organisationCode),
    recordAbsence: async (absence) => recordAbsence(dataSource, absence),
    withdrawAbsence: async (entry) => withdrawAbsence(sql, entry),
  };
}

const wishes = `mode, salutation_language AS "salutationLanguage", additional_addresses AS "additionalAddresses"`;

async function wishesOn(sql: Sql, organisationCode: string, day: LocalDate): Promise<MailWishes> {
  const [found] = await sql<MailWishes>(`SELECT ${wishes} FROM ${settingOn('$1', '$2')} setting`, [
    organisationCode,
    day,
  ]);
  return found ?? usualWishes;
}

async function list(sql: Sql, organisationCode: string): Promise<readonly MailSetting[]> {
  const rows = await sql<Omit<MailSetting, 'recordedAt'> & { readonly recordedAt: Date }>(
    `SELECT ${wishes}, valid_from AS "validFrom", recorded_at AS "recordedAt",
       jsonb_build_object('id', account.id, 'username', account.username) AS "recordedBy"
     FROM mail_settings setting JOIN accounts account ON account.id = setting.recorded_by
     WHERE setting.organisation_code = $1 ORDER BY setting.id DESC`,
    [organisationCode],
  );
  return rows.map((row) => ({ ...row, recordedAt: row.recordedAt.getTime() }));
}

async function set(sql: Sql, setting: NewMailSetting): Promise<'set' | 'unchanged'> {
  const { organisationCode, mode, salutationLanguage, additionalAddresses, validFrom, recordedBy, now } = setting;
  if (isSame(await wishesOn(sql, organisationCode, validFrom), setting)) return 'unchanged';
  await sql(
    `INSERT INTO mail_settings (organisation_code, mode, salutation_language, additional_addresses, valid_from, recorded_by)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [organisationCode, mode, salutationLanguage, additionalAddresses, validFrom, recordedBy],
  );
  if (mode === 'immediate' && validFrom <= dateAt(now)) await wakeWaiting(sql, organisationCode);
  return 'set';
}

function isSame(one: MailWishes, other: MailWishes): boolean {
  return (
    one.mode === other.mode &&
    one.salutationLanguage === other.salutationLanguage &&
    one.additionalAddresses.join() === other.additionalAddresses.join()
  );
}

/** The relay will tell each of them to ask anew whether it waits. */
async function wakeWaiting(sql: Sql, organisationCode: string): Promise<void> {
  const waiting = await sql<{ id: string }>(
    `SELECT id FROM mail_deliveries
     WHERE organisation_code = $1 AND state = 'queued' AND digest_id IS NULL AND send_after IS NOT NULL`,
    [organisationCode],
  );
  await wakeMails(
    sql,
    waiting.map(({ id }) => id),
  );
}
