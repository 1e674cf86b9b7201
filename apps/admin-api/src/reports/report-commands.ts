import { operationNamed, type CommandResource } from '../cases/commands.controller.js';
import { organisationCode } from '../http/schemas.js';
import { reportCommands } from './command-table.js';
import type { ReportRouteKind } from './report-row.js';
import { periodCode } from './report.schemas.js';

/** The routes of a report's commands; its id is that of the body and that of the period, with a slash between. */
export const reportCommandRoutes: CommandResource<ReportRouteKind> = {
  tag: 'report commands',
  path: 'v1/reports/:organisation/:period',
  parameters: [
    { name: 'organisation', schema: organisationCode },
    { name: 'period', schema: periodCode },
  ],
  table: reportCommands,
  operationOf: (kind) => operationNamed('report', kind),
  success: 'Report',
  carryOut: ({ reports }, { kind, id }, wish) => reports.carryOut(kind, id, wish),
};
