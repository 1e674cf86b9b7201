import type { LinkedAct } from '@dialogue/domain';
import { aBody, aCommand, aConferenceCommand } from '@dialogue/testing/builders';

import type { RunningApi } from '../running-api.fixture.js';
import { aLinkedConference } from './conference-links.fixture.js';
import { aLinkedPetition } from './links.fixture.js';

const document = { 'document.number': '87/SXD-QLN', 'document.signedOn': '10/03/2026' };

/** What an agency types into the form of each act. */
export const typedInto: Readonly<Record<LinkedAct, Readonly<Record<string, string>>>> = {
  acknowledge: { arrivalNumber: '1024', receivedOn: '5/3/2026', remark: 'Chuyển phòng chuyên môn.' },
  answer: { answer: 'progress', ...document, text: 'Đã bố trí kinh phí.\nThi công quý I.', nextReportOn: '10042026' },
  requestExtension: {
    wantedOn: '02.04.2026',
    legalBasis: 'Luật Đầu tư công',
    reason: 'Phải khảo sát lại hiện trường.',
  },
  returnAssignment: { reason: 'Tuyến đường do Sở Xây dựng quản lý.', suggestion: 'Sở Xây dựng' },
  contribute: { ...document, text: 'Thống nhất với phương án sửa chữa.' },
  recordResolution: {
    ...{ 'evidence.number': '12/BB-NT', 'evidence.signedOn': '20-04-2026', 'evidence.signatory': 'Lò Văn Mẫu' },
    remark: 'Biên bản nghiệm thu.',
  },
  recordOpinionsReceived: { isNone: 'false', opinions: 'Đề nghị sớm có nước sạch.' },
  recordPreparedAnswer: { answer: 'Công trình được khởi công trong quý II.' },
  recordSituationReport: { ...document, text: 'Tình hình ổn định.' },
  confirmAttendance: { 'attendee.name': 'Trần Mẫu Ngân', 'attendee.title': 'Phó Giám đốc', rank: 'deputy' },
  declineAttendance: {
    ...{
      reason: 'Đi công tác theo lịch đã định.',
      'substitute.name': 'Lò Văn Mẫu',
      'substitute.title': 'Trưởng phòng',
    },
    rank: 'other',
  },
};

/** The cases that offer them all. */
export interface CasesWithLinks {
  /** The token of a link by which the act is offered; a letter of its own for each. */
  linkTo(act: LinkedAct): Promise<string>;
  close(): Promise<void>;
}

export async function casesWithLinks(api: RunningApi): Promise<CasesWithLinks> {
  const toClose: { close(): Promise<void> }[] = [];
  const petition = async (wishes: Parameters<typeof aLinkedPetition>[1]): ReturnType<typeof aLinkedPetition> => {
    const made = await aLinkedPetition(api, wishes);
    toClose.push(made);
    return made;
  };
  const conference = await preparedConference(api, (await petition({ stage: 'accepted' })).id);
  toClose.push(conference);
  const inProgress = async (): Promise<string> => (await petition({ stage: 'inProgress' })).link('receiptRecorded');
  const links: Readonly<Record<LinkedAct, () => Promise<string>>> = {
    acknowledge: async () => (await petition({})).link(),
    answer: inProgress,
    requestExtension: inProgress,
    returnAssignment: inProgress,
    contribute: async () => {
      const shared = await petition({ stage: 'inProgress', cooperating: ['SL-SXD'] });
      return shared.link('cooperationAsked', { organisation: 'SL-SXD' });
    },
    recordResolution: async () => {
      const answered = await petition({ stage: 'answered' });
      await answered.record(aCommand('approveAnswer'), '2026-03-20');
      return answered.link('answerApproved');
    },
    recordOpinionsReceived: async () => conference.link('opinionsRequested'),
    recordPreparedAnswer: async () => conference.link('answersToPrepare'),
    recordSituationReport: async () => conference.link('dutyReminder', 'SL-MTTQ', 'front'),
    confirmAttendance: async () => conference.link('invitation'),
    declineAttendance: async () => conference.link('invitation', 'SL-SYT'),
  };
  return {
    linkTo: (act) => links[act](),
    async close() {
      for (const each of toClose) await each.close();
    },
  };
}

async function preparedConference(api: RunningApi, petitionId: string): ReturnType<typeof aLinkedConference> {
  const conference = await aLinkedConference(api);
  const bodies = [aBody('SL-STC', 'Sở Tài chính'), aBody('SL-SYT', 'Sở Y tế')];
  const allocations = [{ petitionId, agency: aBody('SL-STC', 'Sở Tài chính'), urgency: 'pressing' as const }];
  await conference.record(aConferenceCommand('petitionAttached', { petitionId }), '2026-03-20');
  await conference.record(aConferenceCommand('requestOpinions', { bodies }), '2026-03-20');
  await conference.record(aConferenceCommand('issueAggregateReport', { allocations }), '2026-04-01');
  // D13.3: the Front is reminded of the report on the situation.
  await conference.urge('2026-04-02');
  await conference.record(aConferenceCommand('sendInvitations', { guests: bodies }), '2026-04-08');
  return conference;
}
