import type { ConferenceCommand, ConferenceCommandKind, ConferenceNews, SurroundingsKind } from '@dialogue/domain';
import type { z } from 'zod';

import { commandRow, type CommandRow, type Split } from '../cases/command-row.js';
import { conferenceExamples } from './command-examples.js';

/** The commands with a route of their own: `plan` and `demandAdHoc` have the list's, news, `noteDelivery` and what changes around it are the system's; it adopts terms when somebody says so. */
export type ConferenceRouteKind = Exclude<
  ConferenceCommandKind,
  'plan' | 'demandAdHoc' | 'noteDelivery' | ConferenceNews['kind'] | Exclude<SurroundingsKind, 'adoptTerms'>
>;

/** One row of the table of a conference's commands. */
export function conferenceRow<Shape extends z.ZodRawShape>(
  kind: ConferenceRouteKind,
  shape: Shape,
  split: Split<ConferenceCommand, Shape>,
): CommandRow {
  return commandRow({ permission: `conference:${kind}`, example: conferenceExamples[kind] }, shape, split);
}
