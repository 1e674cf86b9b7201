import type { ReportCommand, ReportCommandKind, ReportNews, SurroundingsKind } from '@dialogue/domain';
import type { z } from 'zod';

import { commandRow, type CommandRow, type Split } from '../cases/command-row.js';
import { reportExamples } from './command-examples.js';

/** The commands with a route of their own: news, `noteDelivery` and what changes around it are the system's; it adopts terms when somebody says so. */
export type ReportRouteKind = Exclude<
  ReportCommandKind,
  'noteDelivery' | ReportNews['kind'] | Exclude<SurroundingsKind, 'adoptTerms'>
>;

/** One row of the table of a report's commands. */
export function reportRow<Shape extends z.ZodRawShape>(
  kind: ReportRouteKind,
  shape: Shape,
  split: Split<ReportCommand, Shape>,
): CommandRow {
  return commandRow({ permission: `report:${kind}`, example: reportExamples[kind] }, shape, split);
}
