import { describe, expect, it } from '@jest/globals';

import { aCommand, aConferenceReference, aPetition, applied, at, decided, stateAt } from '@dialogue/testing/builders';

import { allowedFrom, type PetitionCommand, type PetitionCommandKind } from './petition-commands.js';
import { petitionStages, type Petition, type PetitionStage } from './petition.js';

/** What a petition may always hear once it has begun, and what is possible until it ends. */
const always = ' recordNoticeSent noteDelivery';
const open = `${always} redirect refer withdraw calendarChanged organisationChanged adoptTerms`;
const extension = 'requestExtension grantExtension refuseExtension';
const screened = `${open} conferenceConcluded conferenceMoved conferenceEnded`;

/** What may be asked in each stage, said a second time and the other way round than in the code. */
const mayCome: Readonly<Record<PetitionStage, string>> = {
  submitted: 'register',
  received: `accept${open}`,
  accepted: `assign attachToConference detach settle decline defer${screened}`,
  assigned: `acknowledge answer returnAssignment reassign contribute settle decline defer${screened}`,
  inProgress: `acknowledge answer returnAssignment reassign contribute ${extension} settle defer${screened}`,
  answered: `approveAnswer sendBackAnswer recordResolution${screened}`,
  resolved: `close reopen${screened}`,
  settled: `close reopen${screened}`,
  declined: `close reopen${screened}`,
  deferred: `assign resume${screened}`,
  referred: `assign recordReferralOutcome${screened}`,
  closed: `reopen${always}`,
  redirected: always,
  withdrawn: always,
};

/** What only a petition of a conference is asked. */
const ofAttached: readonly PetitionCommandKind[] = [
  'detach',
  'conferenceConcluded',
  'conferenceMoved',
  'conferenceEnded',
];

/** What only an agency's request for more time is answered with. */
const ofRequest: readonly PetitionCommandKind[] = ['grantExtension', 'refuseExtension'];

const now = at('2026-03-26');
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
    const state = aPetition({ stage });
    if (stage === 'inProgress' && kind === 'acknowledge') return aDeemedReceipt();
    if (kind === 'contribute' && (stage === 'assigned' || stage === 'inProgress'))
      return { state: aPetition({ stage, cooperating: ['SL-CA'] }), command };
    if (stage === 'inProgress' && ofRequest.includes(kind))
      return { state: applied(state, aCommand('requestExtension'), at('2026-03-25')).state, command };
    if (stage === 'answered' && kind === 'recordResolution')
      return { state: applied(state, aCommand('approveAnswer'), now).state, command };
    if (kind === 'close' && ['resolved', 'settled', 'declined'].includes(stage))
      return { state: applied(state, aCommand('recordNoticeSent'), now).state, command };
    return { state, command };
  }
});
