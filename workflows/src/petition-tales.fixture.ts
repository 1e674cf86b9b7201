import { localDate, type PetitionCommand } from '@dialogue/domain';
import { aBody, aCommand, aDocument } from '@dialogue/testing/builders';
import type { PetitionStory } from '@dialogue/testing/cases';

import type { Act, Tale } from './duty-days.fixture.js';
import type { PetitionDays } from './petition-days.fixture.js';

/** Stories that leave every duty undone, each at least once; in most everything else is done on the first day. */
export function petitionTales(days: PetitionDays): readonly Tale<PetitionStory>[] {
  const { on, reviewOn, withdrawnOn, of } = days;
  const done = actsOn(days);
  const { registered, accepted, assigned, received, answered, approved } = done;
  return [
    { name: 'screened by nobody', acts: [registered], owes: { screen: of.screen } },
    { name: 'assigned to nobody', acts: accepted, owes: { assign: of.assign } },
    {
      name: 'acknowledged by nobody',
      acts: [...accepted, assigned, act(withdrawnOn, 'withdrawn', aCommand('withdraw'))],
      owes: { receipt: of.receipt },
      elapses: [`${days.deemedOn} 00:00 receiptDeemed`],
    },
    { name: 'answered by nobody', acts: received, owes: { answer: of.answer } },
    {
      name: 'with two bodies that contribute nothing',
      acts: [...accepted, done.assignedToThree, done.acknowledged],
      owes: { answer: of.answer, 'contribute.SL-CA': of.contribute, 'contribute.SL-SXD': of.contribute },
    },
    {
      name: 'with a request for more time that nobody decides',
      acts: [...received, done.requested(on)],
      owes: { answer: of.answer, decideExtension: of.decideExtension },
    },
    {
      name: 'with more time, and no report of progress',
      acts: [...received, done.requested(on), done.granted(on)],
      owes: { answer: days.extended, reportProgress: of.reportProgress },
    },
    {
      name: 'with more time after the first reminder',
      acts: [...received, done.requested(days.remindedOn), done.granted(days.remindedOn)],
      owes: { answer: days.extendedLate, reportProgress: of.reportProgress },
    },
    { name: 'approved by nobody', acts: answered, owes: { approve: of.approve } },
    { name: 'told to nobody, and not resolved', acts: approved, owes: { tell: of.tell, resolve: of.resolve } },
    { name: 'closed by nobody', acts: [...accepted, done.settled, done.told], owes: { close: of.close } },
    {
      name: 'put off',
      acts: [...accepted, done.deferred, act(withdrawnOn, 'withdrawn', aCommand('withdraw'))],
      owes: { review: of.review },
      elapses: [`${reviewOn} 00:00 deferralEnded`],
    },
    {
      name: 'referred, with no outcome',
      acts: [...accepted, act(on, 'referred', aCommand('refer'))],
      owes: { followReferral: of.followReferral },
    },
  ];
}

/** What is done, on which day. */
function actsOn({ on, reviewOn, extendedTo }: PetitionDays) {
  const document = aDocument('12/UBND', on);
  const registered = act(on, 'registered', aCommand('register'));
  const accepted = [registered, act(on, 'accepted', aCommand('accept'))];
  const assigned = act(on, 'assigned', aCommand('assign', { document }));
  const acknowledged = act(on, 'acknowledged', aCommand('acknowledge', { receivedOn: localDate(on) }));
  const received = [...accepted, assigned, acknowledged];
  const answered = [...received, act(on, 'answered', aCommand('answer', { document }))];
  const cooperating = [aBody('SL-CA'), aBody('SL-SXD')];
  const wantedOn = localDate(extendedTo);
  return {
    ...{ registered, accepted, assigned, acknowledged, received, answered },
    approved: [...answered, act(on, 'answerApproved', aCommand('approveAnswer'))],
    assignedToThree: act(on, 'assigned', aCommand('assign', { document, cooperating })),
    requested: (day: string) => act(day, 'extensionRequested', aCommand('requestExtension', { wantedOn })),
    granted: (day: string) => act(day, 'extensionGranted', aCommand('grantExtension')),
    settled: act(on, 'settled', aCommand('settle')),
    told: act(on, 'noticeSent', aCommand('recordNoticeSent', { sentOn: localDate(on) })),
    deferred: act(on, 'deferred', aCommand('defer', { reviewOn: localDate(reviewOn) })),
  };
}

function act(on: string, event: string, command: PetitionCommand): Act<PetitionStory> {
  return { on, event, carryOut: async (story) => story.send(command.kind, command) };
}
