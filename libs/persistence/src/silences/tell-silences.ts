import { dateAt, dutiesOfBodies, type Instant, type Letter, type OwedBySilent } from '@dialogue/domain';
import type { DataSource } from 'typeorm';

import { caseHeaderTables, caseNumber } from '../deliveries/case-headers.js';
import { writeDelivery } from '../deliveries/write-delivery.js';
import { recipientKey, resolveRecipients, type Recipient } from '../recipients/recipients.js';
import { deterministicId } from '../sql/deterministic-id.js';
import { inTransaction, sqlOf, type Sql } from '../sql/sql.js';
import { owedBy, silentBodies, type Silence } from './silent-since.js';

/** What a look at the bodies found. */
export interface SilenceRound {
  readonly silent: number;
  readonly told: number;
}

/** A letter names some of what is owed; the rest is counted. */
const namedDuties = 20;

/**
 * D11.3: of each silence the superior of the body is told once. One that cannot be told keeps no other from being told.
 *
 * @throws AggregateError after the others were told, so that the round is repeated for those that were not.
 */
export async function tellSilences(dataSource: DataSource, now: Instant): Promise<SilenceRound> {
  const silences = await silentBodies(sqlOf(dataSource), now);
  let told = 0;
  const failures: Error[] = [];
  for (const silence of silences) {
    try {
      if (await inTransaction(dataSource, async (sql) => tellSilence(sql, silence, now))) told += 1;
    } catch (cause) {
      failures.push(new Error(`The superior of ${silence.code} could not be told`, { cause }));
    }
  }
  const untold = failures.map(({ message }) => message).join('; ');
  if (failures.length > 0) throw new AggregateError(failures, untold);
  return { silent: silences.length, told };
}

type SilentLetter = Extract<Letter, { readonly kind: 'bodySilent' }>;

/** Inside one transaction. False: it was told before. */
async function tellSilence(sql: Sql, silence: Silence, now: Instant): Promise<boolean> {
  await sql('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`silence/${silence.code}`]);
  if (await isTold(sql, silence)) return false;
  const letter = await letterOf(sql, silence);
  const recipients = await recipientsOf(sql, letter, now);
  const letterId = recipients.length === 0 ? null : await oweLetter(sql, { silence, letter, recipients });
  await sql('INSERT INTO body_silences (organisation_code, since, working_days, letter_id) VALUES ($1, $2, $3, $4)', [
    silence.code,
    new Date(silence.since),
    silence.workingDays,
    letterId,
  ]);
  return true;
}

/** A silence lasts until the body acts: that what it left lying first is done meanwhile makes no new one of it. */
async function isTold(sql: Sql, { code, actedAt }: Silence): Promise<boolean> {
  const rows = await sql(
    'SELECT FROM body_silences WHERE organisation_code = $1 AND ($2::timestamptz IS NULL OR since > $2) LIMIT 1',
    [code, actedAt === null ? null : new Date(actedAt)],
  );
  return rows.length > 0;
}

async function letterOf(sql: Sql, { code, since, workingDays }: Silence): Promise<SilentLetter> {
  const owed = await owedOf(sql, code);
  return {
    ...{ kind: 'bodySilent', agency: code, sinceOn: dateAt(since), workingDays },
    ...{ owed: owed.slice(0, namedDuties), duties: owed.length },
  };
}

async function owedOf(sql: Sql, code: string): Promise<readonly OwedBySilent[]> {
  return sql<OwedBySilent>(
    `WITH ${owedBy('$2')}
     SELECT ${caseNumber} AS "caseNumber", letter.kind AS duty, letter.rule, letter.anchor_on AS "anchorOn", letter.due_on AS "dueOn",
       letter.is_provisional AS "isProvisional"
     FROM owed letter ${caseHeaderTables}
     WHERE letter.body = $1 ORDER BY letter.due_on, 1`,
    [code, dutiesOfBodies],
  );
}

/** The head of the body above; nobody, where there is none. */
async function recipientsOf(sql: Sql, letter: SilentLetter, now: Instant): Promise<readonly Recipient[]> {
  const parties = {
    ...{ organisation: letter.agency, leadOffice: letter.agency, agency: letter.agency, isReachableByMail: false },
  };
  const recipients = await resolveRecipients(sql, { letter, roles: ['superior'], parties, on: dateAt(now) });
  return recipients.filter(({ organisationCode }) => organisationCode !== null);
}

interface OwedSilence {
  readonly silence: Silence;
  readonly letter: SilentLetter;
  readonly recipients: readonly Recipient[];
}

/** One letter, to every address at which the body above wants to be written to. */
async function oweLetter(sql: Sql, { silence, letter, recipients }: OwedSilence): Promise<string> {
  const caseId = `${silence.code}/${new Date(silence.since).toISOString()}`;
  const letterId = deterministicId('letter', 'silence', caseId, letter.kind);
  await sql(
    `INSERT INTO letters (id, case_kind, case_id, key, kind, content, sequence, owed_at, rule)
     VALUES ($1, 'silence', $2, $3, $4, $5, NULL, clock_timestamp(), 'D11.3')`,
    [letterId, caseId, letter.kind, letter.kind, JSON.stringify(letter)],
  );
  for (const recipient of recipients) {
    const id = deterministicId('delivery', letterId, recipient.role, recipientKey(recipient));
    await writeDelivery(sql, { id, letterId, recipient });
  }
  return letterId;
}
