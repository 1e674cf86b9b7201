import type { LocalDate, OrganisationCode } from '@dialogue/domain';

import type { NamedOrganisation } from '../deliveries/delivery.js';
import type { Sql } from '../sql/sql.js';
import { bodiesOfReport } from './figures.js';

/** D11.2a: a change of mechanism or policy that a host has proposed at a conference. */
export interface PolicyProposal {
  readonly conference: { readonly id: string; readonly number: string };
  readonly organisation: NamedOrganisation;
  readonly proposedOn: LocalDate;
  readonly proposal: string;
  /** The code of the authority that it is for, where one was named. */
  readonly to: string | null;
}

/** Of whom, and of which days. */
interface Collected {
  readonly organisation: OrganisationCode;
  /** Of whose reports it builds its own. */
  readonly below: readonly OrganisationCode[];
  readonly period: { readonly from: LocalDate; readonly cutOn: LocalDate; readonly code: string };
}

/** D11.2a: those of the period, of the organisation and of the bodies of whose reports it builds its own; by their day. */
export async function policyProposals(
  sql: Sql,
  { organisation, below, period: { from, cutOn, code } }: Collected,
): Promise<readonly PolicyProposal[]> {
  return sql<PolicyProposal>(
    `WITH ${bodiesOfReport}
     SELECT jsonb_build_object('id', plan.id, 'number', plan.number) AS conference,
       jsonb_build_object('code', host.code, 'name', host.name) AS organisation,
       (event.at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date::text AS "proposedOn", words ->> 'proposal' AS proposal, words ->> 'to' AS to
     FROM case_events event
     JOIN commands ON commands.id = event.command_id
     JOIN conference_plans plan ON plan.id::text = event.case_id
     JOIN organisations host ON host.code = plan.organisation_code
     WHERE event.case_kind = 'conference' AND event.event = 'policyProposed'
       AND (event.at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date BETWEEN $2 AND $3
       AND (plan.organisation_code IN (SELECT body.code FROM body) OR plan.organisation_code = ANY ($5))
     ORDER BY event.at, plan.number`,
    [organisation, from, cutOn, code, below],
  );
}
