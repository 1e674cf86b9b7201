import type { CommandResource } from '../cases/commands.controller.js';
import { petitionCommands } from './command-table.js';
import type { PetitionRouteKind } from './petition-row.js';
import { petitionId } from './petition.schemas.js';

/** The routes of a petition's commands. */
export const petitionCommandRoutes: CommandResource<PetitionRouteKind> = {
  tag: 'petition commands',
  path: 'v1/petitions/:id',
  parameters: [{ name: 'id', schema: petitionId }],
  table: petitionCommands,
  operationOf: (kind) => kind,
  success: 'Petition',
  carryOut: ({ petitions }, { kind, id }, wish) => petitions.carryOut(kind, id, wish),
};
