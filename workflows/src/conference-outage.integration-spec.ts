import { describe, expect, it } from '@jest/globals';
import { localDate, type Conference } from '@dialogue/domain';
import { aConference, aConferenceCommand, appliedToConference, at } from '@dialogue/testing/builders';
import { beginConference, type ConferenceStory } from '@dialogue/testing/cases';

import { eventTypes, eventTypesOf, useStoryServer } from './case-stories.fixture.js';

const { server, told } = useStoryServer();

/** Of Thursday 16 April 2026, with an approved plan and two bodies asked; last heard of on 1 April. */
function asked(): Conference {
  const approved = aConference({ stage: 'preparing' });
  return appliedToConference(approved, aConferenceCommand('requestOpinions'), at('2026-03-20')).state;
}

/** Away since 1 April: back on Monday the 13th, with everything due in between. */
async function comesBack(): Promise<ConferenceStory> {
  const memory = { state: asked(), lastAt: at('2026-04-01') };
  return told(await beginConference(server(), { on: '2026-04-13', memory }));
}

describe('a conference that comes back after more than ten days', () => {
  it('D8.1: records the misses in their order, drops stale reminders and climbs every escalation once', async () => {
    const conference = await comesBack();

    await conference.start();
    await conference.until('2026-04-13', '10:00');

    expect(conference.lines()).toEqual([
      '2026-04-07 00:00 deadlineMissed reportSituation',
      '2026-04-07 00:00 deadlineMissed issueAggregateReport',
      '2026-04-10 00:00 deadlineMissed sendInvitations',
      '2026-04-10 00:00 deadlineMissed nameHelpers',
      '2026-04-11 00:00 deadlineMissed holdBriefing',
      // D8.1f: what the bodies did not supply by the cut-off is not asked for any more.
      '2026-04-12 00:00 deadlineMissed supplyOpinions.SL-STC',
      '2026-04-12 00:00 deadlineMissed supplyOpinions.SL-SYT',
      '2026-04-13 08:30 urged reportSituation 1 dropped -2',
      '2026-04-13 08:30 urged issueAggregateReport 1 dropped -2',
      '2026-04-13 08:30 urged holdBriefing 1 dropped -3 -1',
      '2026-04-13 08:30 urged sendInvitations 1 dropped -3 -1',
      '2026-04-13 08:30 urged nameHelpers 1 dropped -1',
    ]);
    const notices = conference.book.entries.flatMap((entry) => entry.notices);
    const escalations = notices.filter(({ letter }) => letter.kind === 'dutyOverdue');
    expect(escalations.map(({ key }) => key.split('/')[0])).toEqual([
      ...['reportSituation', 'issueAggregateReport', 'holdBriefing', 'sendInvitations', 'nameHelpers'],
    ]);
    expect(notices).toHaveLength(escalations.length);
  });

  it('D8.1e, D8.1g: takes what came in time as in time, what came an instant later as late, each in its order', async () => {
    const conference = await comesBack();

    await conference.signal('nameHelpers', {}, { receivedAt: at('2026-04-09', '23:59:59') });
    await conference.signal('sendInvitations', {}, { receivedAt: at('2026-04-10', '00:00') });
    const heldOn = localDate('2026-04-10');
    await conference.signal('holdBriefing', { heldOn }, { receivedAt: at('2026-04-10', '17:00') });
    await conference.signal('recordOpinionsReceived', {}, { receivedAt: at('2026-04-11', '23:59:59') });
    await conference.until('2026-04-13', '10:00');

    expect(conference.lines()).toEqual([
      '2026-04-07 00:00 deadlineMissed reportSituation',
      '2026-04-07 00:00 deadlineMissed issueAggregateReport',
      '2026-04-09 23:59 helpersNamed',
      '2026-04-10 00:00 deadlineMissed sendInvitations',
      '2026-04-10 00:00 invitationsSent',
      '2026-04-10 17:00 briefingHeld',
      '2026-04-11 23:59 opinionsReceived',
      '2026-04-12 00:00 deadlineMissed supplyOpinions.SL-SYT',
      '2026-04-13 08:30 urged reportSituation 1 dropped -2',
      '2026-04-13 08:30 urged issueAggregateReport 1 dropped -2',
      '2026-04-13 08:30 urged confirmAttendance.SL-STC -1',
      '2026-04-13 08:30 urged confirmAttendance.SL-MTTQ -1',
    ]);
    const late = conference.book.entries.map(({ event, facts }) => [event, facts['isLate']]);
    expect(late.filter(([, isLate]) => isLate !== undefined)).toEqual([
      ['helpersNamed', false],
      ['invitationsSent', true],
      ['briefingHeld', false],
      ['opinionsReceived', false],
    ]);
  });

  it('D11.1b: that was held and followed up while nobody listened has missed nothing after its day', async () => {
    const memory = { state: aConference({ stage: 'held' }), lastAt: at('2026-04-16', '17:00') };
    const conference = told(await beginConference(server(), { on: '2026-05-04', memory }));

    await conference.signal('conclude', {}, { receivedAt: at('2026-04-17', '10:00') });
    await conference.signal('issueConclusionNotice', {}, { receivedAt: at('2026-04-20', '10:00') });
    await conference.signal('recordInternalReview', {}, { receivedAt: at('2026-04-23', '23:59:59') });
    await conference.signal('issueResultReport', {}, { receivedAt: at('2026-04-24', '10:00') });
    await conference.signal('close', {}, { receivedAt: at('2026-04-24', '11:00') });
    await conference.handle.result();

    expect(conference.lines()).toEqual([
      '2026-04-17 10:00 concluded',
      '2026-04-20 10:00 conclusionNoticeIssued',
      '2026-04-23 23:59 internalReviewRecorded',
      '2026-04-24 00:00 deadlineMissed issueResultReport',
      '2026-04-24 10:00 resultReportIssued',
      '2026-04-24 11:00 closed',
    ]);
    expect(await eventTypesOf(conference)).not.toContain(eventTypes.workflowTaskFailed);
  });
});
