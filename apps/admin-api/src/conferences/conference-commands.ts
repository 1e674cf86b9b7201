import { operationNamed, type CommandResource } from '../cases/commands.controller.js';
import { conferenceCommands } from './command-table.js';
import type { ConferenceRouteKind } from './conference-row.js';
import { conferenceId } from './conference.schemas.js';

/** The routes of a conference's commands. */
export const conferenceCommandRoutes: CommandResource<ConferenceRouteKind> = {
  tag: 'conference commands',
  path: 'v1/conferences/:id',
  parameters: [{ name: 'id', schema: conferenceId }],
  table: conferenceCommands,
  operationOf: (kind) => operationNamed('conference', kind),
  success: 'Conference',
  carryOut: ({ conferences }, { kind, id }, wish) => conferences.carryOut(kind, id, wish),
};
