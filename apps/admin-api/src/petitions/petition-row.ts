import type { PetitionCommand, PetitionCommandKind, PetitionNews, SurroundingsKind } from '@dialogue/domain';
import type { z } from 'zod';

import { commandRow, type CommandRow, type Split } from '../cases/command-row.js';
import { examples } from './command-examples.js';

/** The commands with a route of their own: `register` has the list's, news, `noteDelivery` and what changes around it are the system's; it adopts terms when somebody says so. */
export type PetitionRouteKind = Exclude<
  PetitionCommandKind,
  'register' | 'noteDelivery' | PetitionNews['kind'] | Exclude<SurroundingsKind, 'adoptTerms'>
>;

/** One row of the table of a petition's commands. */
export function petitionRow<Shape extends z.ZodRawShape>(
  kind: PetitionRouteKind,
  shape: Shape,
  split: Split<PetitionCommand, Shape>,
  { actors }: Pick<CommandRow, 'actors'> = {},
): CommandRow {
  return commandRow({ permission: `petition:${kind}`, example: examples[kind], actors }, shape, split);
}
