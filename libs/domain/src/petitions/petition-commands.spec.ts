import { describe, expect, it } from '@jest/globals';

import { aCommand, aConferenceReference, aPetition, applied, at, decided, stateAt } from '@dialogue/testing/builders';

import type { Instant } from '../time/instant.js';
import { allowedFrom, type PetitionCommand, type PetitionCommandKind } from './petition-commands.js';
import { petitionStages, type Petition, type PetitionStage } from './petition.js';

/** What a petition may always hear once it has begun, and what is possible until it ends. */
const always = ' recordNoticeSent noteDelivery markAbusive protectIdentity liftProtection followerJoined';
const kept = `${always} withdraw calendarChanged organisationChanged adoptTerms`;
const extension = 'requestExtension grantExtension refuseExtension';
const open = `${kept} followerLeft redirect refer classify changeRepresentative`;
const screened = `${open} conferenceConcluded conferenceMoved conferencePostponed conferenceEnded`;

/** What may be asked in each stage, said a second time and the other way round than in the code. */
const mayCome: Readonly<Record<PetitionStage, string>> = {
  submitted: 'register',
  received: `accept merge split${open}`,
  accepted: `assign attachToConference detach settle decline defer merge split${screened}`,
  assigned: `acknowledge answer returnAssignment reassign contribute settle decline defer${screened}`,
  inProgress: `acknowledge answer returnAssignment reassign contribute ${extension} settle defer${screened}`,
  answered: `approveAnswer sendBackAnswer recordResolution${screened}`,
  resolved: `close reopen${screened}`,
  settled: `close reopen${screened}`,
  declined: `close reopen${screened}`,
  deferred: `assign resume${screened}`,
  referred: `assign recordReferralOutcome${screened}`,
  closed: `reopen followerLeft${always}`,
  redirected: always,
  withdrawn: always,
  merged: `unmerge leadingOutcome leadingEnded${kept}`,
};

/** What only a petition of a conference is asked. */
const ofAttached: readonly PetitionCommandKind[] = [
  'detach',
  'conferenceConcluded',
  'conferenceMoved',
  'conferencePostponed',
  'conferenceEnded',
];

const now = at('2026-03-26');
const begun = petitionStages.filter((stage) => stage !== 'submitted');

/** What has happened before to a petition of which something is asked. */
const preparations: readonly {
  readonly of: readonly PetitionCommandKind[];
  readonly from: readonly PetitionStage[];
  readonly by: PetitionCommand;
  readonly when?: Instant;
}[] = [
  {
    ...{ of: ['grantExtension', 'refuseExtension'], from: ['inProgress'] },
    ...{ by: aCommand('requestExtension'), when: at('2026-03-25') },
  },
  { of: ['recordResolution'], from: ['answered'], by: aCommand('approveAnswer') },
  { of: ['close'], from: ['resolved', 'settled', 'declined'], by: aCommand('recordNoticeSent') },
  { of: ['liftProtection'], from: begun, by: aCommand('protectIdentity') },
  { of: ['followerLeft'], from: begun, by: aCommand('followerJoined') },
];

const kinds = Object.keys(allowedFrom) as PetitionCommandKind[];
const cells = petitionStages.flatMap((stage) =>
  kinds.map((kind) => [stage, kind, mayCome[stage].split(' ').includes(kind)] as const),
);

describe('every command from every stage', () => {
  it.each(cells.filter(([, , may]) => may))('%s: %s is accepted', (stage, kind) => {
    const { state, command } = cell(stage, kind);
    const before = JSON.stringify(state);

    const decision = decided(state, command, now);

    expect(decision).toHaveProperty('accepted');
    expect(JSON.stringify(state)).toBe(before);
  });

  it.each(cells.filter(([, , may]) => !may))('%s: %s is refused and changes nothing', (stage, kind) => {
    const { state, command } = cell(stage, kind);
    const before = JSON.stringify(state);

    const decision = decided(state, command, now);

    expect(decision).toEqual({ refused: { code: 'petition.transition_refused', rule: 'D11.3' } });
    expect(JSON.stringify(state)).toBe(before);
  });

  function aDeemedReceipt(): { state: Petition; command: PetitionCommand } {
    const state = stateAt(aPetition({ stage: 'assigned' }), at('2026-03-20'));
    return { state, command: aCommand('acknowledge', { isEvidenced: true }) };
  }

  /** A petition of a stage with all that the command asks for besides: a conference, a deemed receipt, an approval. */
  function cell(stage: PetitionStage, kind: PetitionCommandKind): { state: Petition; command: PetitionCommand } {
    const command = aCommand(kind);
    if (ofAttached.includes(kind)) return { state: aPetition({ stage, conference: aConferenceReference() }), command };
    if (stage === 'inProgress' && kind === 'acknowledge') return aDeemedReceipt();
    if (kind === 'contribute' && (stage === 'assigned' || stage === 'inProgress'))
      return { state: aPetition({ stage, cooperating: ['SL-CA'] }), command };
    const state = aPetition({ stage });
    const before = preparations.find(({ of, from }) => of.includes(kind) && from.includes(stage));
    if (before !== undefined) return { state: applied(state, before.by, before.when ?? now).state, command };
    return { state, command };
  }
});
