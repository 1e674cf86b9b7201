import {
  figureNames,
  petitionFields,
  sumFigures,
  type LocalDate,
  type OrganisationCode,
  type ReportFigures,
  type ReportPeriod,
} from '@dialogue/domain';

import type { Sql } from '../sql/sql.js';
import { levelBelow, reportingOrder } from './report-lines.js';

/** D14.1: a report gives the organisation's own work, and with it that of the level below. */
export interface FiguresOfReport {
  readonly own: ReportFigures;
  readonly total: ReportFigures;
}

/** Counted now: own work from the register, the level below from what it has sent for the same period. */
export async function figuresFor(
  sql: Sql,
  { organisation, period }: { readonly organisation: OrganisationCode; readonly period: ReportPeriod },
): Promise<FiguresOfReport> {
  const own = await figuresOf(sql, organisation, period);
  const below = await bodiesBelow(sql, organisation, period.cutOn);
  const sent = await sql<{ figures: ReportFigures }>(
    `SELECT report.figures FROM period_reports report JOIN report_openings opening ON opening.id = report.id
     WHERE report.stage = 'sent' AND opening.code = $1 AND opening.organisation_code = ANY ($2)`,
    [period.code, below],
  );
  return { own, total: sumFigures([own, ...sent.map(({ figures }) => figures)]) };
}

/** Of whose reports an organisation builds its own, on the day at which the figures are cut. */
export async function bodiesBelow(
  sql: Sql,
  organisation: OrganisationCode,
  on: LocalDate,
): Promise<readonly OrganisationCode[]> {
  return levelBelow(await reportingOrder(sql, on), organisation);
}

/** D14.1: an organisation's own conferences and petitions of a period, those of the bodies that it took over from included. */
export async function figuresOf(
  sql: Sql,
  organisation: OrganisationCode,
  { from, cutOn }: Pick<ReportPeriod, 'from' | 'cutOn'>,
): Promise<ReportFigures> {
  const [row] = await sql<Readonly<Record<string, number>>>(counts, [organisation, from, cutOn]);
  const count = (name: string): number => row?.[name] ?? 0;
  const plain = figureNames.map((name) => [name, count(name)] as const);
  const fields = petitionFields.map((field) => [field, count(field)] as const);
  // eslint-disable-next-line house/no-assertion -- the names of the table are those of the type
  return { ...Object.fromEntries(plain), byField: Object.fromEntries(fields) } as ReportFigures;
}

/** Whoever answers for a code on the day: the same walk as `bodyInForce`, from its other end. */
const bodies = `
  RECURSIVE body AS (
    (SELECT code FROM organisations WHERE code = $1
      UNION SELECT unit_code FROM organisations WHERE code = $1 AND kind = 'ubnd' AND unit_code IS NOT NULL)
    UNION
    SELECT before.code FROM body JOIN organisations before ON before.successor_code = body.code AND before.valid_to < $3
  )`;

/** D11.1c: the first answer of the current round decides; what was redirected or withdrawn counts as nothing else. */
const petitionsOfPeriod = `
  petition AS (
    SELECT projection.stage, projection.field, round.*,
      CASE WHEN projection.stage NOT IN ('redirected', 'withdrawn') THEN projection.conclusion END AS conclusion
    FROM petition_submissions submission
    JOIN body ON body.code = submission.organisation_code
    LEFT JOIN petitions projection ON projection.id = submission.id
    LEFT JOIN LATERAL (
      SELECT first_answered_on, is_first_answer_late, breached_on FROM assignments
      WHERE petition_id = submission.id ORDER BY round DESC LIMIT 1
    ) round ON true
    WHERE submission.received_on BETWEEN $2 AND $3
  )`;

const counts = `
  WITH ${bodies}, ${petitionsOfPeriod}, conference AS (
    SELECT plan.kind FROM conference_plans plan
    JOIN body ON body.code = plan.organisation_code
    JOIN conferences projection ON projection.id = plan.id
    WHERE projection.held_on BETWEEN $2 AND $3
  )
  SELECT
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
    count(*) FILTER (WHERE conclusion = 'assign' AND stage IN ('resolved', 'closed')) AS resolved,
    ${petitionFields.map((field) => `count(*) FILTER (WHERE field = '${field}') AS "${field}"`).join(',\n    ')}
  FROM petition`;
