import { describe, expect, it } from '@jest/globals';
import { searchAttributes } from '@dialogue/contracts';
import { localDate, type Conclusion, type Tell } from '@dialogue/domain';
import { anOrganisation } from '@dialogue/testing/builders';
import { beginConference, beginStory, type ConferenceStory, type PetitionStory } from '@dialogue/testing/cases';

import { pageOf, useStoryServer } from './case-stories.fixture.js';

const { server, told } = useStoryServer();

interface Together {
  readonly petition: PetitionStory;
  readonly conference: ConferenceStory;
  readonly petitionId: string;
  /** Concludes on the petition on 16 April, the day of the conference. */
  readonly concluded: (conclusion: Conclusion) => Promise<void>;
}

/** A petition of 2 March 2026 attached to the conference of 16 April, each told what the other says, as by the relay. */
async function together(): Promise<Together> {
  const on = '2026-03-02';
  const conference = told(await beginConference(server(), { on }));
  const petition = told(await beginStory(server(), { on, beside: conference }));
  const [, petitionId = ''] = petition.handle.workflowId.split('/');
  const [, conferenceId = ''] = conference.handle.workflowId.split('/');
  let newsSoFar = 0;
  const relay = async ({ caseKind, caseId, command }: Tell): Promise<void> => {
    const story = caseKind === 'petition' ? petition : conference;
    expect(story.handle.workflowId).toBe(`${caseKind}/${caseId}`);
    newsSoFar += 1;
    const news = `news-${String(newsSoFar)}`;
    // Twice, as a relay may that died in between.
    await story.hear(command, news);
    await story.hear(command, news);
  };
  conference.book.onTell = relay;
  petition.book.onTell = relay;
  await conference.send('plan');
  await conference.send('approvePlan', { document: { number: '1/KH', signedOn: localDate(on) } });
  await petition.send('register');
  await petition.send('accept');
  const reference = { id: conferenceId, number: 'HN-2026-000001', on: localDate('2026-04-16') };
  await petition.send('attachToConference', { conference: reference });
  await petition.settle();
  return {
    petition,
    conference,
    petitionId,
    concluded: async (conclusion) => {
      await conference.until('2026-04-16', '11:00');
      await conference.send('recordHeld');
      await conference.send('conclude', { conclusions: [{ petitionId, conclusion }] });
      await conference.settle();
    },
  };
}

function eventsOf(story: PetitionStory | ConferenceStory): readonly string[] {
  return story.book.entries.map(({ event }) => event).filter((event) => !/^(urged|deadlineMissed)$/.test(event));
}

describe('a petition and its conference', () => {
  it('D8.1e: the conference has the petition on its list, and the petition says so on its page', async () => {
    const { petition, conference, petitionId } = await together();

    expect(conference.book.entries.at(-1)).toMatchObject({
      event: 'petitionAttached',
      state: { petitions: [{ id: petitionId, path: 'briefing', conclusion: null }] },
    });
    expect(await pageOf(petition)).toContain('**Hội nghị đối thoại:** HN-2026-000001, thứ Năm, ngày 16/04/2026');
    const { typedSearchAttributes: shown } = await petition.handle.describe();
    expect(`conference/${shown.get(searchAttributes.conferenceId) ?? ''}`).toBe(conference.handle.workflowId);
  });

  it('D9, D11.1b: what is settled there is told, and the conference hears that it was followed up', async () => {
    const { petition, conference, concluded } = await together();

    await concluded({ kind: 'settle' });

    expect(eventsOf(petition)).toEqual(['registered', 'accepted', 'attachedToConference', 'conferenceConcluded']);
    expect(petition.book.entries.at(-1)?.state).toMatchObject({
      stage: 'settled',
      conference: { conclusion: 'settle' },
    });
    expect(eventsOf(conference).slice(-2)).toEqual(['concluded', 'petitionFollowedUp']);
    expect(conference.book.entries.at(-1)?.state.petitions).toMatchObject([{ followedUpOn: expect.any(String) }]);
    expect(await pageOf(petition)).toContain('**Kết luận tại hội nghị:** giải quyết, giải thích ngay tại hội nghị');
  });

  it('D11.1b: what is to be assigned is followed up only when an agency has it', async () => {
    const { petition, conference, concluded } = await together();
    await concluded({ kind: 'assign' });
    expect(eventsOf(conference)).not.toContain('petitionFollowedUp');

    await petition.send('assign', { document: { number: '5/TB', signedOn: localDate('2026-04-16') } });
    await petition.settle();

    expect(eventsOf(petition).slice(-2)).toEqual(['conferenceConcluded', 'assigned']);
    expect(eventsOf(conference).at(-1)).toBe('petitionFollowedUp');
  });

  it('D10.1b: what is deferred comes back by itself on its day', async () => {
    const { petition, concluded } = await together();

    await concluded({ kind: 'defer', reviewOn: localDate('2026-05-18') });
    expect(petition.book.entries.at(-1)?.state.stage).toBe('deferred');
    expect(await pageOf(petition)).toContain('**Xem xét lại:** thứ Hai, ngày 18/05/2026');
    await petition.until('2026-05-18', '09:00');

    expect(eventsOf(petition)).toContain('deferralEnded');
    expect(petition.book.entries.at(-1)?.state.stage).toBe('accepted');
  });

  it('D10.1c: what is referred names whom it went to', async () => {
    const { petition, concluded } = await together();

    await concluded({ kind: 'refer', to: anOrganisation('SL-TU'), toName: 'Tỉnh ủy Sơn La' });

    expect(petition.book.entries.at(-1)?.state.stage).toBe('referred');
    expect(await pageOf(petition)).toContain('**Đã chuyển:** Tỉnh ủy Sơn La (SL-TU), thứ Năm, ngày 16/04/2026');
  });

  it('D8.1e, D8.1f: a moved conference moves its petitions, a cancelled one sends them on to a written answer', async () => {
    const { petition, conference } = await together();

    await conference.send('reschedule', { on: localDate('2026-05-14'), startsAt: '08:00' });
    await petition.settle();
    expect(petition.book.entries.at(-1)).toMatchObject({
      event: 'conferenceMoved',
      state: { conference: { on: petition.shift.days('2026-05-14') } },
    });
    await conference.send('cancel');
    await petition.settle();

    expect(petition.book.entries.at(-1)).toMatchObject({
      event: 'conferenceEnded',
      state: { stage: 'accepted', isWrittenAnswerRequired: true, conference: null },
    });
    expect(petition.book.entries.at(-1)?.state.duties.map(({ kind }) => kind)).toContain('assign');
  });

  it('D8.1e: a petition that is withdrawn leaves its conference', async () => {
    const { petition, conference } = await together();

    await petition.send('withdraw');
    await conference.settle();

    expect(conference.book.entries.at(-1)).toMatchObject({ event: 'petitionDetached', state: { petitions: [] } });
  });
});
