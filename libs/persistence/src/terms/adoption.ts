import { randomUUID } from 'node:crypto';

import {
  caseKinds,
  termsChanges,
  type AdoptTerms,
  type CaseKind,
  type DeadlineMove,
  type TermsByKind,
  type TermsChanges,
} from '@dialogue/domain';

import type { Sql } from '../sql/sql.js';
import { casesByOtherTerms, goesByOtherTerms, movesOf, termsToAdopt } from './open-cases.js';
import type { TermsQuestion } from './terms-in-force.js';

/** An open case that would go on by other terms, and what of it would move. */
export interface AdoptingCase {
  readonly kind: CaseKind;
  readonly id: string;
  /** `KN-2026-000001`; of a report its id. */
  readonly number: string;
  readonly stage: string;
  readonly wasVersion: string;
  readonly changes: TermsChanges;
  /** Null: not to be counted before the calendar of another year is published. */
  readonly moves: readonly DeadlineMove[] | null;
}

/** What an adoption on a day would do. */
export interface AdoptionPreview {
  readonly versions: AdoptedVersions;
  readonly cases: readonly AdoptingCase[];
}

/** The terms that would be adopted, by their versions. */
export type AdoptedVersions = Readonly<Record<CaseKind, string>>;

/** Who has the open cases of an organisation go on by what holds for it today, and why. */
export interface AdoptionOrder extends TermsQuestion {
  readonly reason: string;
  readonly orderedBy: string;
}

/** How many cases were told; they decide by themselves, one after the other. */
export interface OrderedAdoption {
  readonly versions: AdoptedVersions;
  readonly told: number;
}

/** Which open cases of an organisation would go on by other terms, and from when to when their deadlines would move. */
export async function previewAdoption(sql: Sql, question: TermsQuestion): Promise<AdoptionPreview> {
  const found = await eachKind((kind) => adoptingOf(sql, kind, question));
  return { versions: versionsOf(found), cases: caseKinds.flatMap((kind) => found[kind].cases) };
}

/** Every open case hears it once, by the outbox: nothing, or all of them, and who wanted it. */
export async function orderAdoption(sql: Sql, order: AdoptionOrder): Promise<OrderedAdoption> {
  const found = await eachKind((kind) => tellKind(sql, kind, order));
  const versions = versionsOf(found);
  const told = caseKinds.reduce((sum, kind) => sum + found[kind].told, 0);
  if (told > 0)
    await sql(
      `INSERT INTO terms_adoptions (id, organisation_code, petition_version, conference_version, report_version, told,
         reason, ordered_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        ...[randomUUID(), order.organisation, versions.petition, versions.conference, versions.report, told],
        ...[order.reason, order.orderedBy],
      ],
    );
  return { versions, told };
}

interface Found {
  readonly version: string;
}

async function adoptingOf(
  sql: Sql,
  kind: CaseKind,
  question: TermsQuestion,
): Promise<Found & { readonly cases: readonly AdoptingCase[] }> {
  const terms = await termsToAdopt(sql, kind, question);
  const adopting: AdoptingCase[] = [];
  for (const { id, state } of await casesByOtherTerms(sql, kind, { ...question, version: terms.version })) {
    const was = state.terms;
    adopting.push({
      ...{ kind, id, number: 'number' in state ? state.number : id, stage: state.stage },
      ...{ wasVersion: was.version, changes: termsChanges(kind, was, terms) },
      moves: await movesOf(sql, kind, { state, terms, on: question.on }),
    });
  }
  return { version: terms.version, cases: adopting };
}

/**
 * A case to which the same is on its way already is not told again; nor one that could not be counted yet: it would wait for
 * the calendar of another year, and all that people want of it behind that.
 */
async function tellKind(sql: Sql, kind: CaseKind, question: TermsQuestion): Promise<Found & { readonly told: number }> {
  const terms = await termsToAdopt(sql, kind, question);
  const { cases } = await adoptingOf(sql, kind, question);
  const countable = cases.filter(({ moves }) => moves !== null).map(({ id }) => id);
  const command: AdoptTerms<TermsByKind[CaseKind]> = { kind: 'adoptTerms', terms };
  const told = await sql(
    `INSERT INTO outbox (kind, case_kind, case_id, payload)
     SELECT 'signalCase', open_case.case_kind, open_case.case_id, $4::jsonb
     FROM (SELECT case_kind, case_id FROM case_memory memory WHERE ${goesByOtherTerms} ORDER BY case_id) AS open_case
     WHERE NOT EXISTS (SELECT FROM outbox waiting WHERE waiting.case_kind = open_case.case_kind
       AND waiting.case_id = open_case.case_id AND waiting.sent_at IS NULL
       AND waiting.payload -> 'terms' ->> 'version' = $3)
       AND open_case.case_id = ANY ($5)
     RETURNING id`,
    [kind, question.organisation, terms.version, JSON.stringify(command), countable],
  );
  return { version: terms.version, told: told.length };
}

type PerKind<Result> = Readonly<Record<CaseKind, Result>>;

async function eachKind<Result>(work: (kind: CaseKind) => Promise<Result>): Promise<PerKind<Result>> {
  return { petition: await work('petition'), conference: await work('conference'), report: await work('report') };
}

function versionsOf(found: PerKind<Found>): AdoptedVersions {
  const { petition, conference, report } = found;
  return { petition: petition.version, conference: conference.version, report: report.version };
}
