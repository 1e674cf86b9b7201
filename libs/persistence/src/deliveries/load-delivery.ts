import {
  countedUntil,
  dateAt,
  letterOfNow,
  letterOnDay,
  saysDaysOfNow,
  type AnyCaseState,
  type Instant,
  type Letter,
  type LocalDate,
  type NamedField,
  type OrganisationCode,
  type PostKind,
  type RecipientRole,
  type ReportFigures,
  type RuleId,
} from '@dialogue/domain';

import { usualWishes, type SalutationLanguage } from '../mail-settings/mail-settings.js';
import { settingOn } from '../mail-settings/on-day.js';
import type { Sql } from '../sql/sql.js';
import { fieldsOf } from '../fields/fields-of.js';
import { conferenceWordsTable } from '../reads/conference-words.js';
import { submittedText } from '../reports/report-text.js';
import { caseHeaderTables, caseLeadOffice, caseNumber, caseOrganisation, caseTitle } from './case-headers.js';
import { calendarForMail } from './mail-calendar.js';
import type { CaseDetails, DeliveryRecipient, DeliveryState, DeliveryToSend, LetterOwner } from './delivery.js';

interface DeliveryRow {
  readonly id: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly recipient_role: RecipientRole;
  readonly address: string | null;
  readonly full_name: string | null;
  readonly post_kind: PostKind | null;
  readonly post_title: string | null;
  readonly organisation_code: OrganisationCode | null;
  readonly content: Letter;
  readonly key: string;
  readonly rule: RuleId;
  readonly owed_at: Date;
  readonly case_kind: LetterOwner['caseKind'];
  readonly case_id: string;
  readonly number: string;
  readonly title: string | null;
  readonly received_on: LocalDate | null;
  readonly host_code: OrganisationCode;
  readonly lead_office_code: OrganisationCode;
  readonly place: string | null;
  readonly contents: string | null;
  readonly programme: string | null;
  readonly figures: ReportFigures | null;
  readonly text: string | null;
  readonly deputy_for: string | null;
  readonly send_after: Date | null;
  readonly salutation_language: SalutationLanguage | null;
  readonly digest_parts: readonly string[] | null;
}

/** D4.1, D11.1d: what is restricted, or may betray a person, never leaves in a letter. */
const speakableTitle = `
  CASE WHEN NOT EXISTS (SELECT FROM petitions kept WHERE kept.id = submission.id
    AND (kept.classification <> 'normal' OR kept.protected_by IS NOT NULL)) THEN ${caseTitle} END`;

export async function loadDelivery(sql: Sql, deliveryId: string): Promise<DeliveryToSend | null> {
  const [row] = await sql<DeliveryRow>(
    `SELECT delivery.id, delivery.state, delivery.attempts, delivery.recipient_role, delivery.address, people.full_name,
       delivery.post_kind, delivery.post_title, delivery.organisation_code, letter.content, letter.key, letter.rule,
       letter.owed_at, letter.case_kind, letter.case_id, ${caseNumber} AS number, ${speakableTitle} AS title, submission.received_on,
       ${caseOrganisation} AS host_code, ${caseLeadOffice} AS lead_office_code, COALESCE(words.place, plan.place) AS place,
       COALESCE(words.contents, plan.contents) AS contents, COALESCE(words.programme, plan.programme) AS programme,
       report.figures, CASE letter.case_kind WHEN 'report' THEN ${submittedText('letter.case_id')} END AS text,
       delivery.deputy_for, delivery.send_after, setting.salutation_language,
       CASE letter.case_kind WHEN 'digest' THEN ARRAY(
         SELECT part.id::text FROM mail_deliveries part WHERE part.digest_id = delivery.id AND part.state <> 'dropped'
         ORDER BY part.queued_at, part.id) END AS digest_parts
     FROM mail_deliveries delivery
     JOIN letters letter ON letter.id = delivery.letter_id
     ${caseHeaderTables}
     LEFT JOIN period_reports report ON report.id = opening.id
     LEFT JOIN ${conferenceWordsTable('plan.id')} words ON plan.id IS NOT NULL
     LEFT JOIN people ON people.id = delivery.person_id
     LEFT JOIN ${settingOn('delivery.organisation_code', "(letter.owed_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date")} setting ON true
     WHERE delivery.id = $1`,
    [deliveryId],
  );
  if (row === undefined) return null;
  const fields = row.case_kind === 'report' ? await fieldsOf(sql) : [];
  const delivery = toDelivery(row, { names: await organisationNames(sql, row), fields });
  return readOnItsDay(sql, await withDaysOfNow(sql, delivery));
}

/** The names that the register has for what a letter speaks of. */
interface Names {
  readonly names: Readonly<Record<string, string>>;
  readonly fields: readonly NamedField[];
}

/** D8.1: what asks for work once says by when as its case has it now. */
async function withDaysOfNow(sql: Sql, delivery: DeliveryToSend): Promise<DeliveryToSend> {
  const { letter, header } = delivery;
  if (!saysDaysOfNow(letter)) return delivery;
  const [memory] = await sql<{ readonly state: AnyCaseState }>(
    'SELECT state FROM case_memory WHERE case_kind = $1 AND case_id = $2',
    [header.caseKind, header.caseId],
  );
  return memory === undefined ? delivery : { ...delivery, letter: letterOfNow(letter, memory.state) };
}

/** D11.1c: a letter that has waited counts its working days from the day on which it leaves. */
async function readOnItsDay(sql: Sql, delivery: DeliveryToSend): Promise<DeliveryToSend> {
  const { letter, owedAt, sentOn } = delivery;
  const until = countedUntil(letter);
  if (until === null || sentOn === dateAt(owedAt)) return delivery;
  const [from, to] = until < sentOn ? [until, sentOn] : [sentOn, until];
  return { ...delivery, letter: letterOnDay(letter, sentOn, await calendarForMail(sql, from, to)) };
}

/** Names of every body that the letter may mention. */
async function organisationNames(sql: Sql, row: DeliveryRow): Promise<Readonly<Record<string, string>>> {
  const { content } = row;
  const agency = 'agency' in content ? content.agency : null;
  const codes = [row.host_code, row.lead_office_code, row.organisation_code, agency, ...othersIn(content)];
  const named = await sql<{ code: string; name: string }>(
    'SELECT code, name FROM organisations WHERE code = ANY ($1)',
    [codes.filter((code) => code !== null)],
  );
  return Object.fromEntries(named.map(({ code, name }) => [code, name]));
}

/** Bodies that a letter speaks of besides the one whose duty it is about. */
function othersIn(letter: Letter): readonly OrganisationCode[] {
  if (letter.kind === 'handover') return [letter.from, letter.to];
  if (letter.kind === 'contributionReceived') return [letter.from];
  if (letter.kind === 'absencesReported') return letter.absent;
  if ('by' in letter) return [letter.by];
  return 'lead' in letter ? [letter.lead] : [];
}

function toDelivery(row: DeliveryRow, { names, fields }: Names): DeliveryToSend {
  const named = (code: OrganisationCode): { readonly code: OrganisationCode; readonly name: string } => ({
    code,
    name: names[code] ?? code,
  });
  const owedAt: Instant = row.owed_at.getTime();
  return {
    id: row.id,
    state: row.state,
    attempts: row.attempts,
    letter: row.content,
    key: row.key,
    rule: row.rule,
    owedAt,
    sentOn: dateAt(Math.max(owedAt, row.send_after?.getTime() ?? owedAt)),
    salutationLanguage: row.salutation_language ?? usualWishes.salutationLanguage,
    role: row.recipient_role,
    recipient: recipientOf(row, named),
    header: {
      caseKind: row.case_kind,
      caseId: row.case_id,
      number: row.number,
      title: row.title,
      receivedOn: row.received_on,
      organisation: named(row.host_code),
      leadOffice: named(row.lead_office_code),
    },
    details: detailsOf(row, named(row.host_code).name, fields),
    organisationNames: names,
  };
}

type Named = (code: OrganisationCode) => { readonly code: OrganisationCode; readonly name: string };

function detailsOf(row: DeliveryRow, hostName: string, fields: Names['fields']): CaseDetails | null {
  const { place, contents, programme, figures, digest_parts: parts } = row;
  if (parts !== null) return { kind: 'digest', parts };
  if (place !== null && contents !== null) return { kind: 'conference', place, contents, programme, hostName };
  if (row.case_kind !== 'report') return null;
  return { kind: 'report', figures, fields, text: row.text ?? '', reporterName: hostName };
}

function recipientOf(row: DeliveryRow, named: Named): DeliveryRecipient | null {
  const { address, full_name: fullName, post_kind: postKind, post_title: postTitle, organisation_code: code } = row;
  if (row.recipient_role === 'petitioner') return { kind: 'petitioner' };
  if (address === null || code === null) return null;
  if (fullName === null || postKind === null || postTitle === null)
    return { kind: 'body', address, organisation: named(code) };
  const isDeputy = row.deputy_for !== null;
  return { kind: 'officeHolder', address, fullName, postKind, postTitle, organisation: named(code), isDeputy };
}
