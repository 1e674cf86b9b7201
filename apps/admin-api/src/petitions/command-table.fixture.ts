import type { ConferenceStage, PetitionCommand } from '@dialogue/domain';
import type { AccountRole } from '@dialogue/persistence';

import { aConference, aContext, codeOf } from '../cases/command-context.fixture.js';
import type { CommandContext, SplitCommand } from '../cases/command-row.js';
import { petitionCommands } from './command-table.js';
import type { PetitionRouteKind } from './petition-row.js';

/** Words of a person. */
export const canary = 'Nguyen Van Canary';
export const evidence = { number: '12/BC', signedOn: '2026-11-20', signatory: canary };
export const conferenceId = '0190a7f4-2222-7abc-8def-0123456789ab';

/** A petition of one body, and a conference of another that may stand above it. */
export function contextOf(role: AccountRole, stage: ConferenceStage = 'preparing', subtree = ['UBND']): CommandContext {
  return aContext({
    role,
    register: {
      organisationsWithin: ({ codes }) => Promise.resolve(codes.filter((code) => subtree.includes(code))),
      isUnderAuthority: ({ code }) => Promise.resolve(['UBND', 'SL-SXD', 'SL-STC'].includes(code)),
    },
    cases: {
      petition: {
        ...{ id: 'p1', stage: 'accepted', sequence: 2, organisation: codeOf('UBND'), leadOffice: codeOf('VP') },
        ...{ number: 'KN-2026-000001', isCollective: true, isProtected: false, agency: null, agencies: [] },
        ...{ cooperating: ['SL-CA', 'SL-SYT'].map(codeOf), contributors: [] },
      },
      conference: aConference(stage),
    },
  });
}

/** A body as its row splits it, for a clerk unless the test says otherwise. */
export async function split(
  kind: PetitionRouteKind,
  body: unknown,
  context = contextOf('clerk'),
): Promise<SplitCommand<PetitionCommand>> {
  const row = petitionCommands[kind];
  return (await row.split(row.body.parse(body), context)) as SplitCommand<PetitionCommand>;
}
