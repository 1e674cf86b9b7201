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
): CommandRow {
  return commandRow({ permission: `petition:${kind}`, example: examples[kind] }, shape, split);
}

/** One row of a command that the bodies give which cooperate with the agency in the lead (D11.1b). */
export function byCooperating<Shape extends z.ZodRawShape>(
  kind: PetitionRouteKind,
  shape: Shape,
  split: Split<PetitionCommand, Shape>,
): CommandRow {
  return { ...petitionRow(kind, shape, split), actors: 'cooperating' };
}
