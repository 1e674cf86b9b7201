import type { RoutingRow } from '@dialogue/domain';
import type { ConferencePreparation, Routing } from '@dialogue/persistence';

import { ApiError } from '../errors/api-error.js';
import type { ConferencePlanBody } from './conference.schemas.js';
import { leadOfficeNamedAlready, leadOfficeNamerMissing, leadOfficeReasonMissing } from './conferences.vi.js';

/** What was said of the lead office, as it is kept with the plan. */
export function explanationOf(
  body: ConferencePlanBody,
): Pick<ConferencePreparation, 'leadOfficeReason' | 'leadOfficeNamedBy'> {
  return { leadOfficeReason: body.leadOfficeReason ?? null, leadOfficeNamedBy: body.leadOfficeNamedBy ?? null };
}

/**
 * D7.1, D7.2: another office than the text names needs a reason, unless the register has no body for the one that it
 * names. D7.3, D7.4: where the text leaves it to somebody, who it was is said. Of two offices that lead, either may stand.
 *
 * @throws ApiError `conference.lead_office_unexplained`, naming the article.
 */
export function requireExplanation(routing: Routing, body: ConferencePlanBody, leadOffice: string): void {
  const { row } = routing;
  const { leadOfficeReason, leadOfficeNamedBy } = body;
  const isLeftToSomebody = row !== null && row.prepare.by !== 'offices';
  if (row !== null && !isLeftToSomebody && leadOfficeNamedBy !== undefined)
    throw unexplained('leadOfficeNamedBy', leadOfficeNamedAlready(row.rule));
  if (leadOfficeReason !== undefined || isAsTheTextSays(routing, leadOffice)) return;
  if (!isLeftToSomebody) throw unexplained('leadOfficeReason', leadOfficeReasonMissing(ruleOf(row)));
  if (leadOfficeNamedBy === undefined) throw unexplained('leadOfficeNamedBy', leadOfficeNamerMissing(row.rule));
}

/** Who prepares where the text names nobody, or nobody has said which post, is the office that leads there anyway. */
function isAsTheTextSays({ leads, usualLeadOffice }: Routing, office: string): boolean {
  const [standing] = leads;
  if (standing === undefined) return office === usualLeadOffice.code;
  return standing.body === null || leads.some(({ body }) => body?.code === office);
}

function ruleOf(row: RoutingRow | null): RoutingRow['rule'] | null {
  return row?.rule ?? null;
}

function unexplained(path: string, message: string): ApiError {
  return new ApiError('conference.lead_office_unexplained', { fields: [{ path, message }] });
}
