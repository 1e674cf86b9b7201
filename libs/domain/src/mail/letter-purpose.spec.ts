import { describe, expect, it } from '@jest/globals';
import {
  aBody,
  aCommand,
  aConference,
  aConferenceCommand,
  aDocument,
  anOrganisation,
  aPetition,
  applied,
  appliedToConference,
  at,
} from '@dialogue/testing/builders';

import type { Letter, LetterKind } from '../cases/letter.js';
import type { Transition } from '../cases/case-machine.js';
import type { AnyCaseState } from '../cases/case-states.js';
import type { ConferenceCommand } from '../conferences/conference-commands.js';
import type { Conference } from '../conferences/conference.js';
import type { RecipientRole } from '../organisations/recipients.js';
import type { PetitionCommand } from '../petitions/petition-commands.js';
import type { Petition } from '../petitions/petition.js';
import { localDate } from '../time/local-date.js';
import { dropReasonNames } from './drop-reasons.vi.js';
import { dropReasons, type DropReason } from './drop-reason.js';
import { pointlessBecause } from './letter-purpose.js';
import type { LetterStanding } from './letter-standing.js';

const other = anOrganisation('SL-SXD');
const night = at('2026-03-20', '20:00');

/** A letter as the transition owes it that the machine really took; of several bodies the one of the first. */
function owedBy(
  { notices }: Pick<Transition<AnyCaseState>, 'notices'>,
  kind: LetterKind,
): Pick<LetterStanding, 'key'> & { readonly letter: Letter } {
  const notice = notices.find(({ letter }) => letter.kind === kind);
  if (notice === undefined) throw new Error(`No ${kind} among ${notices.map(({ key }) => key).join(' ')}`);
  return notice;
}

/** What is said of a letter once its case has gone on by these commands. */
function afterwards(
  owing: Transition<Petition>,
  kind: LetterKind,
  { then, role = 'handler' }: { readonly then: readonly PetitionCommand[]; readonly role?: RecipientRole },
): DropReason | null {
  const { key, letter } = owedBy(owing, kind);
  const state = then.reduce((current, command) => applied(current, command, night).state, owing.state);
  return pointlessBecause(letter, { key, role, state, isSuperseded: false });
}

function laterOn(
  owing: Transition<Conference>,
  kind: LetterKind,
  ...then: readonly ConferenceCommand[]
): DropReason | null {
  const { key, letter } = owedBy(owing, kind);
  const state = then.reduce((current, command) => appliedToConference(current, command, night).state, owing.state);
  return pointlessBecause(letter, { key, role: 'handler', state, isSuperseded: false });
}

const cooperating = [aBody('SL-CA')];
const assigned = applied(aPetition({ stage: 'accepted' }), aCommand('assign', { cooperating }), at('2026-03-20'));
const received = applied(assigned.state, aCommand('acknowledge'), at('2026-03-20'));
const requested = applied(received.state, aCommand('requestExtension'), at('2026-03-20'));
const sentBack = applied(aPetition({ stage: 'answered' }), aCommand('sendBackAnswer'), at('2026-03-20'));

const givesBack = aCommand('returnAssignment');
const toAnother = aCommand('reassign', { document: aDocument('15/TB-UBND', '2026-03-20') });
const toTheSameAgain = [givesBack, aCommand('assign', { document: aDocument('15/TB-UBND', '2026-03-20') })];
const putsOff = aCommand('defer');
const contributes = aCommand('contribute', { document: aDocument('31/CA-PV', '2026-03-20') });

describe('a letter of an assignment that waited', () => {
  it.each<[string, Transition<Petition>, LetterKind, readonly PetitionCommand[], DropReason | null]>([
    ['nothing has happened', assigned, 'assigned', [], null],
    ['the agency has received it meanwhile', assigned, 'assigned', [aCommand('acknowledge')], null],
    ['the agency has given it back', assigned, 'assigned', [givesBack], 'bodyChanged'],
    ['another agency has it', assigned, 'assigned', [toAnother], 'bodyChanged'],
    ['the same agency has it anew, and is told so anew', assigned, 'assigned', toTheSameAgain, 'bodyChanged'],
    ['it was put off, and will be taken up again', assigned, 'assigned', [putsOff], null],
    ['it is over', assigned, 'assigned', [aCommand('withdraw')], 'caseEnded'],
    ['nothing has happened', assigned, 'cooperationAsked', [], null],
    ['the round is over', assigned, 'cooperationAsked', [givesBack], 'bodyChanged'],
    ['the next round asks others', assigned, 'cooperationAsked', [toAnother], 'bodyChanged'],
    ['the body has contributed', assigned, 'cooperationAsked', [contributes], 'dutyDone'],
    ['it was put off, and will be taken up again', assigned, 'cooperationAsked', [putsOff], null],
    ['nothing has happened', received, 'contributionDue', [], null],
    ['the body has contributed', received, 'contributionDue', [contributes], 'dutyDone'],
    ['the round is over', received, 'contributionDue', [givesBack], 'bodyChanged'],
    ['nothing has happened', received, 'receiptRecorded', [], null],
    ['another agency has it', received, 'receiptRecorded', [toAnother], 'bodyChanged'],
    ['nothing has happened', requested, 'extensionRequested', [], null],
    ['the host has decided', requested, 'extensionRequested', [aCommand('refuseExtension')], 'dutyDone'],
    ['another agency has it', requested, 'extensionRequested', [toAnother], 'bodyChanged'],
    ['nothing has happened', sentBack, 'answerSentBack', [], null],
    ['another agency has it', sentBack, 'answerSentBack', [toAnother], 'bodyChanged'],
    ['it was put off, and will be taken up again', sentBack, 'answerSentBack', [putsOff], null],
  ])('D11.1b, D11.3: when %s', (_when, owing, kind, then, reason) => {
    expect(afterwards(owing, kind, { then })).toBe(reason);
  });

  it('D11.1b: tells the person of who has it while nobody has, but not beside who has it now', () => {
    const role = 'petitioner';

    expect(afterwards(assigned, 'assignmentTold', { then: [givesBack], role })).toBeNull();
    expect(afterwards(assigned, 'assignmentTold', { then: [toAnother], role })).toBe('bodyChanged');
  });

  it('D11.1b: goes to those who supervise as long as the round lasts', () => {
    expect(afterwards(assigned, 'assignmentCopy', { then: [putsOff], role: 'front' })).toBeNull();
    expect(afterwards(assigned, 'assignmentCopy', { then: [toAnother], role: 'front' })).toBe('bodyChanged');
  });

  it('D11.1c: tells the lead office of a receipt all the same: that stays true of the agency that had it', () => {
    const gone = { then: [toAnother] };

    expect(afterwards(requested, 'extensionRequested', { ...gone, role: 'host' })).toBe('bodyChanged');
    expect(afterwards(received, 'receiptRecorded', { then: [putsOff], role: 'leadOffice' })).toBeNull();
    const granted = applied(requested.state, aCommand('grantExtension'), at('2026-03-20'));
    expect(afterwards(granted, 'extensionGranted', { ...gone, role: 'monitor' })).toBeNull();
    expect(afterwards(granted, 'extensionGranted', { ...gone, role: 'agencyHead' })).toBe('bodyChanged');
  });
});

describe('a letter of a conference that waited', () => {
  const planned = aConference({ stage: 'planning' });
  const preparing = aConference({ stage: 'preparing' });
  const submitted = appliedToConference(planned, aConferenceCommand('submitPlan'), at('2026-03-20'));
  const returned = appliedToConference(submitted.state, aConferenceCommand('returnPlan'), at('2026-03-20'));
  const asking = appliedToConference(
    preparing,
    aConferenceCommand('requestOpinions', { bodies: [aBody('SL-SYT')] }),
    at('2026-03-20'),
  );
  const inviting = appliedToConference(
    preparing,
    aConferenceCommand('sendInvitations', { guests: [aBody('SL-SYT')] }),
    at('2026-03-20'),
  );
  const postponed = appliedToConference(inviting.state, aConferenceCommand('postpone'), at('2026-03-20'));
  const opinions = aConferenceCommand('recordOpinionsReceived', { body: anOrganisation('SL-SYT') });
  const moves = aConferenceCommand('reschedule', { on: localDate('2026-05-14') });

  it.each<[string, Transition<Conference>, LetterKind, readonly ConferenceCommand[], DropReason | null]>([
    ['nothing has happened', submitted, 'planSubmitted', [], null],
    ['the host has given it back', submitted, 'planSubmitted', [aConferenceCommand('returnPlan')], 'dutyDone'],
    ['nothing has happened', returned, 'planReturned', [], null],
    ['it lies before the host again', returned, 'planReturned', [aConferenceCommand('submitPlan')], 'dutyDone'],
    ['nothing has happened', asking, 'opinionsRequested', [], null],
    ['the body has answered', asking, 'opinionsRequested', [opinions], 'dutyDone'],
    ['the conference is on another day', asking, 'opinionsRequested', [moves], null],
    ['the conference is off', asking, 'opinionsRequested', [aConferenceCommand('cancel')], 'conferenceOff'],
    ['nothing has happened', inviting, 'invitation', [], null],
    ['the conference is on another day', inviting, 'invitation', [moves], 'conferenceMoved'],
    ['the conference is off', inviting, 'invitation', [aConferenceCommand('cancel')], 'conferenceOff'],
    ['the conference has no day', inviting, 'invitation', [aConferenceCommand('postpone')], 'conferenceOff'],
    ['nothing has happened', postponed, 'conferencePostponed', [], null],
    ['the conference is off', postponed, 'conferencePostponed', [aConferenceCommand('cancel')], null],
    ['the conference has a new day', postponed, 'conferencePostponed', [moves], 'conferenceMoved'],
  ])('D8.1, D11.3: when %s', (_when, owing, kind, then, reason) => {
    expect(laterOn(owing, kind, ...then)).toBe(reason);
  });

  it('D11.3: goes to a guest that another body has taken over: nobody else is sent it', () => {
    const { key, letter } = owedBy(inviting, 'invitation');
    const state = { ...inviting.state, guests: [other] };

    expect(pointlessBecause(letter, { key, role: 'handler', state, isSuperseded: false })).toBeNull();
  });
});

describe('a reminder that waited', () => {
  const dueOn = localDate('2026-03-26');
  const state = aPetition({ stage: 'inProgress' });
  const agency = anOrganisation('SL-STC');
  const reminder: Letter = {
    kind: 'dutyReminder',
    ...{ duty: 'answer', rule: 'D11.1c', anchorOn: localDate('2026-03-05'), dueOn, workingDaysLeft: 2 },
    ...{ isProvisional: false, agency },
  };
  const standing = { key: 'dutyReminder/1', role: 'handler', state, isSuperseded: false } as const;

  it.each<[string, Letter, Partial<LetterStanding>, DropReason | null]>([
    ['what it reminds of is owed as it was', reminder, {}, null],
    ['it is done', reminder, { state: aPetition({ stage: 'answered' }) }, 'dutyDone'],
    ['it is due on another day', { ...reminder, dueOn: localDate('2026-03-27') }, {}, 'dutyMoved'],
    ['another body owes it', { ...reminder, agency: other }, {}, 'bodyChanged'],
    ['a newer one is on its way', reminder, { isSuperseded: true }, 'superseded'],
    ['its case is over', reminder, { state: aPetition({ stage: 'closed' }) }, 'caseEnded'],
    [
      'a limit that was missed is kept meanwhile',
      { ...reminder, kind: 'dutyOverdue' },
      { state: aPetition({ stage: 'answered' }) },
      'dutyDone',
    ],
    ['it says what stays true', { kind: 'accepted' }, { state: aPetition({ stage: 'closed' }) }, null],
  ])('D11.3: when %s', (_when, letter, change, reason) => {
    expect(pointlessBecause(letter, { ...standing, ...change })).toBe(reason);
  });

  it('has a name for every reason', () => {
    for (const reason of dropReasons) expect(dropReasonNames[reason]).toMatch(/^\p{Ll}/u);
  });
});
