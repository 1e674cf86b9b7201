import { parentOn } from './on-day.js';

/**
 * Common table expressions that end in `line (organisation_code, kind, to_code)`: how bodies stand to each other on a day
 * (D11.1b, D11.2b, D11.3, D14.1). What an office has set last, of all that has begun by that day, takes the place of the
 * whole line of its kind; where nobody has set anything yet, the line of the files of `data/` holds (ADR-0031).
 *
 * @param day the place of the day among the statement's parameters, as in `$2`
 */
export function linesOn(day: string): string {
  return `
    setting AS (
      SELECT DISTINCT ON (organisation_code, kind) id, organisation_code, kind
      FROM organisation_lines WHERE valid_from <= ${day} ORDER BY organisation_code, kind, id DESC
    ), reference AS (
      SELECT code AS organisation_code, named.kind, named.to_code
      FROM organisations body CROSS JOIN LATERAL (VALUES
        ('leadOffice', lead_office_code), ('monitor', monitor_code), ('front', front_code), ('superior', ${parentOn('body', `${day}::date`)})
      ) named (kind, to_code)
      WHERE named.to_code IS NOT NULL
      UNION ALL SELECT organisation_code, kind, to_code FROM report_lines
    ), line AS (
      SELECT setting.organisation_code, setting.kind, body.to_code
      FROM setting JOIN organisation_line_bodies body ON body.line_id = setting.id
      UNION ALL
      SELECT organisation_code, kind, to_code FROM reference
      WHERE NOT EXISTS (
        SELECT FROM setting WHERE setting.organisation_code = reference.organisation_code AND setting.kind = reference.kind)
    )`;
}
