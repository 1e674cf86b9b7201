import type { PetitionCommand, PetitionCommandKind, PetitionNews, SurroundingsKind } from '@dialogue/domain';
import type { z } from 'zod';

import { commandRow, type CommandRow, type Split } from '../cases/command-row.js';
import { withFiles } from '../cases/file-rows.js';
import { examples } from './command-examples.js';

/** The commands with a route of their own: `register` has the list's, news, `noteDelivery` and what changes around it are the system's; it adopts terms when somebody says so. */
export type PetitionRouteKind = Exclude<
  PetitionCommandKind,
  'register' | 'noteDelivery' | PetitionNews['kind'] | Exclude<SurroundingsKind, 'adoptTerms'>
>;

/**
 * Which commands may carry files, and who may read them (D11.1d): the agencies of the petition read what the office gives them
 * with the assignment, and what comes from them. Everything else may name the person, and is the office's.
 */
const filesOf: Readonly<Partial<Record<PetitionRouteKind, 'agencies' | 'office'>>> = {
  // D11.1b: what the agency must read; here the office also names what agencies may see of the petition's own files.
  ...{ assign: 'agencies', reassign: 'agencies' },
  // D11.1c: what comes from agencies, and what is decided on it.
  ...{ acknowledge: 'agencies', answer: 'agencies', contribute: 'agencies', returnAssignment: 'agencies' },
  ...{ requestExtension: 'agencies', grantExtension: 'agencies', refuseExtension: 'agencies' },
  ...{ approveAnswer: 'agencies', sendBackAnswer: 'agencies', recordResolution: 'agencies' },
  // Decisions of the host, letters to the person, and what the person wishes.
  ...{ settle: 'office', decline: 'office', defer: 'office', reopen: 'office', withdraw: 'office' },
  ...{ recordNoticeSent: 'office', recordReferralOutcome: 'office', changeRepresentative: 'office' },
};

/** One row of the table of a petition's commands. */
export function petitionRow<Shape extends z.ZodRawShape>(
  kind: PetitionRouteKind,
  shape: Shape,
  split: Split<PetitionCommand, Shape>,
): CommandRow {
  const row = commandRow({ permission: `petition:${kind}`, example: examples[kind] }, shape, split);
  const readers = filesOf[kind];
  return readers === undefined ? row : withFiles(row, readers === 'agencies');
}

/** One row of a command that the bodies give which cooperate with the agency in the lead (D11.1b). */
export function byCooperating<Shape extends z.ZodRawShape>(
  kind: PetitionRouteKind,
  shape: Shape,
  split: Split<PetitionCommand, Shape>,
): CommandRow {
  return { ...petitionRow(kind, shape, split), actors: 'cooperating' };
}
