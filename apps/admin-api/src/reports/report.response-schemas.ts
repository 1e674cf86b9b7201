import {
  reportDutyKinds,
  reportFlags,
  reportKinds,
  reportStages,
  rootFields,
  type ReportFigures,
} from '@dialogue/domain';
import { z } from 'zod';

import {
  accountShown as account,
  caseRecordShown,
  dayShown as day,
  documentShown as document,
  instantShown as instant,
  nextShown,
} from '../cases/case.response-schemas.js';
import { namedOrganisation } from '../organisations/organisation.response-schemas.js';

/** Counts of conferences and petitions (D14.1). */
const figures = z.object({
  conferencesPeriodic: z.int(),
  conferencesAdHoc: z.int(),
  received: z.int(),
  redirected: z.int(),
  withdrawn: z.int(),
  settled: z.int(),
  assigned: z.int(),
  declined: z.int(),
  deferred: z.int(),
  referred: z.int(),
  answeredInTime: z.int(),
  answeredLate: z.int(),
  overdue: z.int(),
  resolved: z.int(),
  /** Received, by field of article 5, with what stands under it; of that the fields that have any (D5). */
  byField: z.record(z.enum(rootFields), z.int()),
  bySubField: z.record(z.string(), z.int()).optional(),
} satisfies Record<keyof ReportFigures, z.ZodType>);

const period = z.object({ kind: z.enum(reportKinds), code: z.string(), from: day, cutOn: day, dueOn: day });

/** A body that reports to this one, and how far its report of the same period is. */
const below = z.object({
  id: z.string(),
  organisation: namedOrganisation,
  stage: z.enum(reportStages).nullable(),
  stageName: z.string().nullable(),
  isOverdue: z.boolean(),
  sentAt: instant.nullable(),
  figures: figures.nullable(),
});

/** One line of a list. */
const reportSummaryResponse = z.object({
  id: z.string(),
  period,
  stage: z.enum(reportStages),
  stageName: z.string(),
  organisation: namedOrganisation,
  leadOffice: namedOrganisation,
  hasSuperior: z.boolean(),
  flags: z.array(z.enum(reportFlags)),
  next: nextShown,
  openedAt: instant,
  sentAt: instant.nullable(),
});

/** One report, whole. */
export const reportResponse = reportSummaryResponse.extend({
  sequence: z.int(),
  /** Null: opened by its period (D14.1), not on demand (D14.2). */
  openedBy: account,
  /** The body's own work, that of the level below, and both together. */
  figures: z.object({ own: figures, lower: figures, total: figures }),
  /** The fields that the figures name, in order (D5). */
  fields: z.array(z.object({ code: z.string(), name: z.string(), root: z.enum(rootFields) })),
  /** When they were taken; null: counted at this moment. */
  figuresTakenAt: instant.nullable(),
  text: z.string().nullable(),
  document: document.nullable(),
  below: z.array(below),
  /** D11.2a: changes of mechanism and policy that hosts have proposed in the period, own ones and those of the level below. */
  policyProposals: z.array(
    z.object({
      conference: z.object({ id: z.string(), number: z.string() }),
      organisation: namedOrganisation,
      proposedOn: day,
      proposal: z.string(),
      to: z.string().nullable(),
    }),
  ),
  ...caseRecordShown(reportDutyKinds),
});

/** A page of reports. */
export const reportPageResponse = z.object({
  items: z.array(reportSummaryResponse),
  nextCursor: z.string().nullable(),
});

export type ReportSummaryResponse = z.output<typeof reportSummaryResponse>;
export type ReportResponse = z.output<typeof reportResponse>;
export type ReportPageResponse = z.output<typeof reportPageResponse>;
