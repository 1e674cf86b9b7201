import {
  figureNames,
  rootFields,
  sumFigures,
  type OrganisationCode,
  type ReportFigures,
  type ReportPeriod,
} from '@dialogue/domain';

import { bodyInForce } from '../organisations/organisation-lines.js';
import type { Sql } from '../sql/sql.js';
import { levelBelow, reportingOrder } from './report-lines.js';

/** D14.1: a report gives the organisation's own work, and with it that of the level below. */
export interface FiguresOfReport {
  readonly own: ReportFigures;
  readonly total: ReportFigures;
}

/**
 * Counted now: own work from the register, the level below from what it has sent for the same period. The organisation is
 * the one for which the report opened, whoever has taken its work over since (ADR-0035).
 */
export async function figuresFor(
  sql: Sql,
  { organisation, period }: { readonly organisation: OrganisationCode; readonly period: ReportPeriod },
): Promise<FiguresOfReport> {
  const own = await figuresOf(sql, organisation, period);
  const below = await bodiesBelow(sql, organisation, period);
  const sent = await sql<{ figures: ReportFigures }>(
    `SELECT report.figures FROM period_reports report JOIN report_openings opening ON opening.id = report.id
     WHERE report.stage = 'sent' AND opening.code = $1 AND opening.organisation_code = ANY ($2)`,
    [period.code, below],
  );
  return { own, total: sumFigures([own, ...sent.map(({ figures }) => figures)]) };
}

/**
 * Of whose reports an organisation builds its own, on the day at which the figures are cut: the level below, and bodies that
 * it has taken over from by then and that have a report of the same period.
 */
export async function bodiesBelow(
  sql: Sql,
  organisation: OrganisationCode,
  { code, cutOn }: Pick<ReportPeriod, 'code' | 'cutOn'>,
): Promise<readonly OrganisationCode[]> {
  const below = levelBelow(await reportingOrder(sql, cutOn), organisation);
  const ended = await sql<{ code: OrganisationCode }>(
    `SELECT body.code FROM report_openings opening JOIN organisations body ON body.code = opening.organisation_code
     WHERE opening.code = $1 AND body.valid_to < $2 ORDER BY body.code`,
    [code, cutOn],
  );
  const before: OrganisationCode[] = [];
  for (const body of ended)
    if ((await bodyInForce(sql, body.code, cutOn)) === organisation && !below.includes(body.code))
      before.push(body.code);
  return [...below, ...before];
}

/**
 * D14.1: an organisation's own conferences and petitions of a period, those of the bodies that it took over from included,
 * unless these have a report of the same period themselves: everything counts once.
 */
export async function figuresOf(
  sql: Sql,
  organisation: OrganisationCode,
  { from, cutOn, code }: Pick<ReportPeriod, 'from' | 'cutOn' | 'code'>,
): Promise<ReportFigures> {
  const [row] = await sql<CountsRow>(counts, [organisation, from, cutOn, code]);
  const count = (name: string): number => row?.counted[name] ?? 0;
  const plain = figureNames.map((name) => [name, count(name)] as const);
  const fields = rootFields.map((field) => [field, count(field)] as const);
  const figures = { ...Object.fromEntries(plain), byField: Object.fromEntries(fields) };
  // eslint-disable-next-line house/no-assertion -- the names of the table are those of the type
  return (row?.below == null ? figures : { ...figures, bySubField: row.below }) as ReportFigures;
}

interface CountsRow {
  readonly counted: Readonly<Record<string, number>>;
  /** Null: no petition is of a field under one of article 5. */
  readonly below: ReportFigures['bySubField'] | null;
}

/** Whoever answers for a code on the day: the same walk as `bodyInForce`, from its other end. Of $1 until $3, in the period $4. */
export const bodiesOfReport = `
  RECURSIVE body AS (
    (SELECT code FROM organisations WHERE code = $1
      UNION SELECT unit_code FROM organisations WHERE code = $1 AND kind = 'ubnd' AND unit_code IS NOT NULL)
    UNION
    SELECT before.code FROM body JOIN organisations before ON before.successor_code = body.code AND before.valid_to < $3
    WHERE NOT EXISTS (
      SELECT FROM report_openings own JOIN organisations reporter ON reporter.code = own.organisation_code
      WHERE own.code = $4 AND (reporter.code = before.code OR (reporter.kind = 'ubnd' AND reporter.unit_code = before.code)))
  )`;

/** D11.1c: the first answer of the current round decides; what was redirected, withdrawn or merged counts as nothing else. */
const petitionsOfPeriod = `
  petition AS (
    SELECT projection.stage, projection.field, field.root_code AS root, projection.resolved_on, round.*,
      CASE WHEN projection.stage NOT IN ('redirected', 'withdrawn', 'merged') THEN projection.conclusion END AS conclusion
    FROM petition_submissions submission
    JOIN body ON body.code = submission.organisation_code
    LEFT JOIN petitions projection ON projection.id = submission.id
    LEFT JOIN fields field ON field.code = projection.field
    LEFT JOIN LATERAL (
      SELECT first_answered_on, is_first_answer_late, breached_on FROM assignments
      WHERE petition_id = submission.id ORDER BY round DESC LIMIT 1
    ) round ON true
    WHERE submission.received_on BETWEEN $2 AND $3
  )`;

const counts = `
  WITH ${bodiesOfReport}, ${petitionsOfPeriod}, conference AS (
    SELECT plan.kind FROM conference_plans plan
    JOIN body ON body.code = plan.organisation_code
    JOIN conferences projection ON projection.id = plan.id
    WHERE projection.held_on BETWEEN $2 AND $3
  ), counted AS (SELECT
    (SELECT count(*) FROM conference WHERE kind = 'periodic') AS "conferencesPeriodic",
    (SELECT count(*) FROM conference WHERE kind = 'adHoc') AS "conferencesAdHoc",
    count(*) AS received,
    count(*) FILTER (WHERE stage = 'redirected') AS redirected,
    count(*) FILTER (WHERE stage = 'withdrawn') AS withdrawn,
    count(*) FILTER (WHERE conclusion = 'settle') AS settled,
    count(*) FILTER (WHERE conclusion = 'assign') AS assigned,
    count(*) FILTER (WHERE conclusion = 'decline') AS declined,
    count(*) FILTER (WHERE conclusion = 'defer') AS deferred,
    count(*) FILTER (WHERE conclusion = 'refer') AS referred,
    count(*) FILTER (WHERE conclusion = 'assign' AND first_answered_on IS NOT NULL AND NOT is_first_answer_late) AS "answeredInTime",
    count(*) FILTER (WHERE conclusion = 'assign' AND is_first_answer_late) AS "answeredLate",
    count(*) FILTER (WHERE conclusion = 'assign' AND first_answered_on IS NULL AND breached_on IS NOT NULL) AS overdue,
    count(*) FILTER (WHERE conclusion = 'assign' AND resolved_on IS NOT NULL) AS resolved,
    ${rootFields.map((field) => `count(*) FILTER (WHERE root = '${field}') AS "${field}"`).join(',\n    ')}
  FROM petition)
  SELECT to_jsonb(counted) AS counted,
    (SELECT jsonb_object_agg(field, count) FROM (
      SELECT field, count(*) AS count FROM petition WHERE field <> root GROUP BY field) sub_field) AS below
  FROM counted`;
