import {
  askingLetters,
  dateAt,
  dutiesOfBodies,
  type CaseKind,
  type ContactKind,
  type DutyKind,
  type Instant,
  type LetterKind,
  type LocalDate,
  type OrganisationCode,
  type RuleId,
} from '@dialogue/domain';
import type { DataSource } from 'typeorm';

import { caseHeaderTables, caseLeadOffice, caseNumber, caseOrganisation } from '../deliveries/case-headers.js';
import type { NamedOrganisation } from '../deliveries/delivery.js';
import { validOn } from '../organisations/on-day.js';
import { inSnapshot, type Sql } from '../sql/sql.js';
import { askingOf, isAsked, owedBy, silentBodies, type Silence } from './silent-since.js';

/** A body that is silent, with what whoever calls it needs. */
export interface SilentBody extends Omit<Silence, 'code'> {
  readonly organisation: NamedOrganisation;
  /** When its superior was told; null: not yet, or it has none. */
  readonly toldAt: Instant | null;
  readonly duties: readonly SilentDuty[];
  /** The newest letters that it was asked with. */
  readonly letters: readonly SilentLetter[];
  readonly contacts: readonly SilentContact[];
}

/** What it owes, what is due first first. */
export interface SilentDuty {
  readonly caseKind: CaseKind;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly duty: DutyKind;
  readonly rule: RuleId;
  readonly dueOn: LocalDate;
}

/** A letter that asked it for something. */
export interface SilentLetter {
  readonly kind: LetterKind;
  readonly caseNumber: string;
  readonly sentAt: Instant;
}

/** An address of the body itself. */
export interface SilentContact {
  readonly kind: ContactKind;
  readonly email: string | null;
  readonly phone: string | null;
}

/** What the API's role reads and sets of silences. */
export interface SilenceReads {
  /** Of these bodies, or with open duties in cases of these bodies; null: all. */
  silentBodies(scope: readonly string[] | null, now: Instant): Promise<readonly SilentBody[]>;
  /** From now on a body, and those below it, may be silent for so many working days. False: there is no such body. */
  setLimit(limit: {
    readonly code: OrganisationCode;
    readonly workingDays: number;
    readonly accountId: string;
  }): Promise<boolean>;
}

/** Over the connections of the API's role. */
export function createSilenceReads(dataSource: DataSource): SilenceReads {
  return {
    silentBodies: async (scope, now) =>
      inSnapshot(dataSource, async (sql) => {
        const bodies: SilentBody[] = [];
        for (const silence of await silentBodies(sql, now)) {
          const body = await bodyOf(sql, silence, { scope, on: dateAt(now) });
          if (body.duties.length > 0) bodies.push(body);
        }
        return bodies;
      }),
    async setLimit({ code, workingDays, accountId }) {
      const set = await dataSource.query<object[]>(
        `INSERT INTO silence_limits (organisation_code, set_by, working_days)
         SELECT code, $2, $3 FROM organisations WHERE code = $1 RETURNING organisation_code`,
        [code, accountId, workingDays],
      );
      return set.length > 0;
    },
  };
}

interface Asked {
  readonly scope: readonly string[] | null;
  readonly on: LocalDate;
}

const lettersShown = 5;

/** Of a body of the scope itself everything; else what it owes in cases of the scope. */
async function bodyOf(sql: Sql, { code, ...silence }: Silence, { scope, on }: Asked): Promise<SilentBody> {
  const [named] = await sql<{ name: string; toldAt: Date | null }>(
    `SELECT name, (SELECT max(told_at) FROM body_silences WHERE organisation_code = code
       AND letter_id IS NOT NULL AND ($2::timestamptz IS NULL OR since > $2)) AS "toldAt"
     FROM organisations WHERE code = $1`,
    [code, silence.actedAt === null ? null : new Date(silence.actedAt)],
  );
  const duties = await sql<SilentDuty>(
    `WITH ${owedBy('$2')}
     SELECT letter.case_kind AS "caseKind", letter.case_id AS "caseId", ${caseNumber} AS "caseNumber", letter.kind AS duty,
       letter.rule, letter.due_on AS "dueOn"
     FROM owed letter JOIN LATERAL (SELECT letter.body AS organisation_code) delivery ON true ${caseHeaderTables}
     WHERE letter.body = $1 AND ${isWithin('$3', 'letter.body')} ORDER BY letter.due_on, 3`,
    [code, dutiesOfBodies, scope],
  );
  return {
    ...silence,
    organisation: { code, name: named?.name ?? code },
    toldAt: named?.toldAt?.getTime() ?? null,
    duties,
    letters: await lettersTo(sql, { code, scope }),
    contacts: await contactsOf(sql, code, on),
  };
}

function isWithin(scope: string, body: string): string {
  return `(${scope}::text[] IS NULL OR ${body} = ANY (${scope}) OR ${caseOrganisation} = ANY (${scope})
    OR ${caseLeadOffice} = ANY (${scope}))`;
}

async function lettersTo(
  sql: Sql,
  { code, scope }: { readonly code: string; readonly scope: Asked['scope'] },
): Promise<readonly SilentLetter[]> {
  const rows = await sql<Omit<SilentLetter, 'sentAt'> & { readonly sentAt: Date }>(
    `WITH ${owedBy('$2')}
     SELECT DISTINCT letter.kind, ${caseNumber} AS "caseNumber", delivery.sent_at AS "sentAt"
     FROM owed JOIN (${askingOf}) ON ${isAsked('$3')} ${caseHeaderTables}
     WHERE owed.body = $1 AND ${isWithin('$4', 'owed.body')} ORDER BY delivery.sent_at DESC LIMIT ${String(lettersShown)}`,
    [code, dutiesOfBodies, askingLetters, scope],
  );
  return rows.map(({ sentAt, ...letter }) => ({ ...letter, sentAt: sentAt.getTime() }));
}

async function contactsOf(sql: Sql, code: string, on: LocalDate): Promise<readonly SilentContact[]> {
  return sql<SilentContact>(
    `SELECT contact.kind, contact.email, contact.phone FROM organisation_contacts contact
     WHERE contact.organisation_code = $1 AND ${validOn('contact', '$2')} ORDER BY contact.kind`,
    [code, on],
  );
}
