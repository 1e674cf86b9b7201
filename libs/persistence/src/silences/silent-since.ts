import {
  actsOfAgency,
  actsOfNamedBody,
  askingLetters,
  dateAt,
  defaultSilentDays,
  dutiesOfBodies,
  workingDaysBetween,
  type Instant,
  type LocalDate,
  type OrganisationCode,
} from '@dialogue/domain';

import { calendarForMail } from '../deliveries/mail-calendar.js';
import { isVirtual } from '../deliveries/virtual.js';
import { parentsOn } from '../organisations/organisation-lines.js';
import type { Sql } from '../sql/sql.js';

/** A body that has not stirred since a letter asked something of it. */
export interface Silence {
  readonly code: OrganisationCode;
  /** When the first letter went out that it has left lying. */
  readonly since: Instant;
  /** How many working days ago. */
  readonly workingDays: number;
  /** For how many it may be silent. */
  readonly limit: number;
  /** Null: it has never done anything. */
  readonly actedAt: Instant | null;
}

/**
 * Open duties of bodies: common table expression `owed`. Of a petition it is the agency of the round, where the duty names
 * nobody itself. A case on a clock of its own, of tests and demonstrations, accuses nobody.
 *
 * @param duties the place of the kinds of duties among the statement's parameters
 */
export function owedBy(duties: string): string {
  return `
    owed AS (
      SELECT COALESCE(milestone.body, assignment.agency_code) AS body, milestone.case_kind, milestone.case_id, milestone.kind,
        milestone.rule, milestone.anchor_on, milestone.due_on, milestone.is_provisional
      FROM milestones milestone
      LEFT JOIN assignments assignment ON milestone.body IS NULL AND assignment.ended_on IS NULL
        AND assignment.petition_id = CASE milestone.case_kind WHEN 'petition' THEN milestone.case_id::uuid END
      WHERE milestone.done_at IS NULL AND NOT ${isVirtual('milestone')} AND milestone.kind = ANY (${duties})
        AND COALESCE(milestone.body, assignment.agency_code) IS NOT NULL)`;
}

/**
 * Letters that asked something of whoever owes it, in the case in which it is owed, and that have really gone out: one that
 * came back, or of which nobody knows, accuses nobody.
 */
export const askingOf = `
  letters letter JOIN mail_deliveries delivery ON delivery.letter_id = letter.id AND delivery.state = 'sent'
    AND delivery.recipient_role IN ('handler', 'agencyHead')`;

/** Of rows `owed` and `letter`: the letter asks the body for something in this case. */
export function isAsked(letters: string): string {
  return `letter.case_kind = owed.case_kind AND letter.case_id = owed.case_id AND letter.kind = ANY (${letters})
    AND COALESCE(letter.content ->> 'agency', owed.body) = owed.body`;
}

const dayOfCommand = `(command.received_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date`;
const namedBody = `COALESCE(command.payload ->> 'body', command.payload -> 'agency' ->> 'code', command.payload -> 'by' ->> 'code',
  command.payload ->> 'agency')`;

/**
 * When a row `body` last did anything, in any case and in any way: by an account of its own, by a link of a letter, opening
 * included, or entered with its document.
 */
const lastAct = `
  SELECT max(act.at) AS at FROM (
    SELECT command.received_at AS at FROM accounts account JOIN commands command ON command.actor_id = account.id
    WHERE (account.organisation_code = body.code
        OR account.organisation_code IN (SELECT committee.code FROM organisations committee WHERE committee.unit_code = body.code))
      AND command.outcome = 'accepted'
    UNION ALL
    SELECT GREATEST(link.last_opened_at, command.received_at) FROM case_links link
    LEFT JOIN commands command ON command.link_id = link.id AND command.outcome = 'accepted'
    WHERE link.organisation_code = body.code
    UNION ALL
    SELECT command.received_at FROM assignments assignment
    JOIN commands command ON command.case_kind = 'petition' AND command.case_id = assignment.petition_id::text
    WHERE assignment.agency_code = body.code AND command.outcome = 'accepted' AND command.kind = ANY ($3)
      AND ${dayOfCommand} BETWEEN assignment.assigned_on AND COALESCE(assignment.ended_on, 'infinity')
    UNION ALL
    SELECT command.received_at FROM contributions contribution
    JOIN commands command ON command.case_kind = 'petition' AND command.case_id = contribution.petition_id::text
    WHERE contribution.agency_code = body.code AND command.outcome = 'accepted' AND command.kind = ANY ($4)
      AND ${namedBody} = body.code
    UNION ALL
    SELECT command.received_at FROM conference_bodies part
    JOIN commands command ON command.case_kind = 'conference' AND command.case_id = part.conference_id::text
    WHERE part.organisation_code = body.code AND command.outcome = 'accepted' AND command.kind = ANY ($4)
      AND ${namedBody} = body.code
  ) act`;

interface SilentRow {
  readonly code: OrganisationCode;
  readonly since: Date;
  readonly actedAt: Date | null;
}

/** Every body that has been silent for as long as it may be, or longer, the longest first (D11.3). */
export async function silentBodies(sql: Sql, now: Instant): Promise<readonly Silence[]> {
  const rows = await sql<SilentRow>(
    `WITH ${owedBy('$1')}
     SELECT body.code, act.at AS "actedAt", min(delivery.sent_at) AS since
     FROM (SELECT DISTINCT body AS code FROM owed) body
     CROSS JOIN LATERAL (${lastAct}) act
     JOIN owed ON owed.body = body.code
     JOIN (${askingOf}) ON ${isAsked('$2')}
     WHERE act.at IS NULL OR delivery.sent_at > act.at
     GROUP BY body.code, act.at ORDER BY since, body.code`,
    [dutiesOfBodies, askingLetters, actsOfAgency, actsOfNamedBody],
  );
  const [first] = rows;
  if (first === undefined) return [];
  const on = dateAt(now);
  // Nobody's deadline: an edition that is late keeps no superior from hearing.
  const calendar = await calendarForMail(sql, dateAt(first.since.getTime()), on);
  const limits = await silenceLimits(sql);
  const silences: Silence[] = [];
  for (const { code, since, actedAt } of rows) {
    const workingDays = workingDaysBetween(calendar, dateAt(since.getTime()), on);
    const limit = await limitOf(sql, { code, on, limits });
    const row = { code, since: since.getTime(), actedAt: actedAt?.getTime() ?? null, workingDays, limit };
    if (workingDays >= limit) silences.push(row);
  }
  return silences;
}

/** What offices have set last. */
async function silenceLimits(sql: Sql): Promise<ReadonlyMap<string, number>> {
  const rows = await sql<{ code: string; days: number }>(
    `SELECT DISTINCT ON (organisation_code) organisation_code AS code, working_days AS days
     FROM silence_limits ORDER BY organisation_code, set_at DESC`,
  );
  return new Map(rows.map(({ code, days }) => [code, days]));
}

/** What was set for the body itself, else for the nearest body above it. */
async function limitOf(
  sql: Sql,
  {
    code,
    on,
    limits,
  }: { readonly code: OrganisationCode; readonly on: LocalDate; readonly limits: ReadonlyMap<string, number> },
): Promise<number> {
  if (limits.size === 0) return defaultSilentDays;
  const line = [code, ...(await parentsOn(sql, code, on))];
  const set = line.map((body) => limits.get(body)).find((days) => days !== undefined);
  return set ?? defaultSilentDays;
}
