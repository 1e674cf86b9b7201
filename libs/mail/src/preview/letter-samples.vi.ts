import { localDate, type Letter, type LetterKind, type ReportPeriod } from '@dialogue/domain';

import { conferenceDaySamples } from './conference-day-samples.vi.js';
import { preparationSamples } from './preparation-samples.vi.js';
import { relationSamples } from './relation-samples.vi.js';
import { silenceSamples } from './silence-samples.vi.js';
import type { Sample } from './sample.js';
import { aDuty, agency, bodyNamed } from './sample-request.vi.js';

const lead = bodyNamed('SL-SXD');
const document = { number: '45-TB/VPTU', signedOn: localDate('2026-11-02') };

const first = 'khoản 1 Điều 11, gạch đầu dòng thứ nhất';
export const second = 'khoản 1 Điều 11, gạch đầu dòng thứ hai';
const scope = 'khoản 1 Điều 2, gạch đầu dòng thứ hai';
const hosts = 'khoản 1 Điều 10, gạch đầu dòng thứ hai';
const dueOn = localDate('2026-12-04');
const moved = { anchorOn: localDate('2026-11-12'), wasDueOn: localDate('2026-12-03'), dueOn };
const conferenceOn = localDate('2026-12-15');
export const yearPeriod: ReportPeriod = {
  kind: 'year',
  code: '2026-Y',
  from: localDate('2025-12-01'),
  cutOn: localDate('2026-11-30'),
  dueOn,
};
const article14 = 'Điều 14, gạch đầu dòng thứ nhất';
const monday = localDate('2026-11-30');
const friday = 'thứ Sáu, ngày 04/12/2026';

/** At least one letter of each kind, with those who get it. */
export const samples: Readonly<Record<LetterKind, Sample>> = {
  registered: {
    letter: { kind: 'registered', receivedOn: localDate('2026-12-01'), dueOn },
    roles: ['petitioner', 'leadOffice'],
    dueOn: friday,
    citations: [scope],
  },
  digest: { letter: { kind: 'digest', on: monday }, roles: ['handler'], dueOn: null, citations: ['khoản 3 Điều 11'] },
  handover: {
    letter: aHandover(),
    roles: ['handler', 'agencyHead'],
    dueOn: friday,
    citations: ['khoản 3 Điều 11'],
  },
  deadlinesMoved: {
    letter: aMove(),
    roles: ['handler', 'agencyHead', 'leadOffice', 'host'],
    dueOn: null,
    citations: [second, 'khoản 3 Điều 11', friday],
  },
  accepted: {
    letter: { kind: 'accepted' },
    roles: ['petitioner', 'leadOffice'],
    dueOn: null,
    citations: [scope, first],
  },
  ...relationSamples,
  redirected: {
    letter: { kind: 'redirected', procedure: 'complaint' },
    roles: ['petitioner', 'leadOffice'],
    dueOn: null,
    citations: [scope],
  },
  assigned: {
    letter: { kind: 'assigned', agency, document, receiptDueOn: dueOn, workingDays: 15 },
    roles: ['handler', 'agencyHead'],
    dueOn: friday,
    citations: [first, second],
  },
  assignmentCopy: {
    letter: { kind: 'assignmentCopy', agency, document, workingDays: 15 },
    roles: ['front', 'monitor'],
    dueOn: null,
    citations: [first],
  },
  assignmentTold: {
    letter: { kind: 'assignmentTold', agency, assignedOn: localDate('2026-11-02'), workingDays: 15 },
    roles: ['petitioner'],
    dueOn: null,
    citations: [first, second],
  },
  cooperationAsked: {
    letter: { kind: 'cooperationAsked', agency, lead, document, workingDays: 5 },
    roles: ['handler', 'agencyHead'],
    dueOn: null,
    citations: [first, second, 'trước thời hạn trả lời của cơ quan chủ trì 5 ngày làm việc'],
  },
  contributionDue: {
    letter: {
      ...{ kind: 'contributionDue', agency, lead, anchorOn: localDate('2026-12-11') },
      ...{ dueOn, isProvisional: false },
    },
    roles: ['handler', 'agencyHead'],
    dueOn: friday,
    citations: [second, first, 'thứ Sáu, ngày 11/12/2026'],
  },
  contributionReceived: {
    letter: { kind: 'contributionReceived', agency, from: lead, document, isLate: true },
    roles: ['handler', 'agencyHead', 'leadOffice'],
    dueOn: null,
    citations: [first, 'sau thời hạn'],
  },
  assignmentReturned: {
    letter: { kind: 'assignmentReturned', agency, dueOn, isProvisional: false },
    roles: ['leadOffice', 'host'],
    dueOn: friday,
    citations: [first],
  },
  extensionRequested: {
    letter: {
      ...{ kind: 'extensionRequested', agency, wasDueOn: localDate('2026-12-08') },
      ...{ wantedOn: localDate('2026-12-18'), decisionDueOn: dueOn },
    },
    roles: ['host', 'leadOffice'],
    dueOn: friday,
    citations: [second, hosts, 'thứ Sáu, ngày 18/12/2026'],
  },
  extensionGranted: {
    letter: {
      ...{ kind: 'extensionGranted', agency, anchorOn: localDate('2026-11-13'), wasDueOn: localDate('2026-12-01') },
      ...{ dueOn, isProvisional: false, progressDueOn: localDate('2026-12-01') },
    },
    roles: ['handler', 'agencyHead', 'leadOffice', 'monitor'],
    dueOn: friday,
    citations: [second, hosts, 'Hạn báo cáo tiến độ'],
  },
  extensionRefused: {
    letter: {
      ...{ kind: 'extensionRefused', agency, anchorOn: localDate('2026-11-13') },
      ...{ dueOn, isProvisional: false, isLapsed: true },
    },
    roles: ['handler', 'agencyHead', 'leadOffice', 'host'],
    dueOn: friday,
    citations: [second, hosts],
  },
  receiptRecorded: {
    letter: {
      kind: 'receiptRecorded',
      agency,
      receivedOn: localDate('2026-11-13'),
      isDeemed: false,
      dueOn,
      isProvisional: false,
    },
    roles: ['handler', 'agencyHead', 'leadOffice'],
    dueOn: friday,
    citations: [second],
  },
  dutyReminder: {
    letter: { kind: 'dutyReminder', ...aDuty('answer') },
    roles: ['handler', 'agencyHead'],
    dueOn: friday,
    citations: [second],
  },
  dutyOverdue: {
    letter: { kind: 'dutyOverdue', ...aDuty('answer', { workingDaysLeft: -3 }) },
    roles: ['agencyHead', 'leadOffice', 'monitor', 'host', 'superior', 'front', 'handler'],
    dueOn: friday,
    citations: [second],
  },
  answerReceived: {
    letter: { kind: 'answerReceived', agency, answer: 'measure', document, isLate: false, approvalDueOn: dueOn },
    roles: ['leadOffice', 'host'],
    dueOn: friday,
    citations: [second, hosts],
  },
  answerSentBack: {
    letter: { kind: 'answerSentBack', agency, dueOn },
    roles: ['handler', 'agencyHead'],
    dueOn: friday,
    citations: [second, hosts],
  },
  answerApproved: {
    letter: { kind: 'answerApproved', agency, document },
    roles: ['handler', 'leadOffice'],
    dueOn: null,
    citations: [hosts, second],
  },
  outcomeTold: {
    letter: { kind: 'outcomeTold', number: '77-TB/VPTU', sentOn: localDate('2026-12-04'), document },
    roles: ['petitioner'],
    dueOn: null,
    citations: [second],
  },
  dutyEnded: {
    letter: { kind: 'dutyEnded', agency, because: 'withdrawn' },
    roles: ['handler', 'agencyHead'],
    dueOn: null,
    citations: [second],
  },
  deferralEnded: {
    letter: { kind: 'deferralEnded', agency, dueOn, isProvisional: false },
    roles: ['handler', 'agencyHead', 'leadOffice'],
    dueOn: friday,
    citations: ['khoản 1 Điều 10, gạch đầu dòng thứ ba'],
  },
  reopened: {
    letter: { kind: 'reopened' },
    roles: ['leadOffice', 'petitioner'],
    dueOn: null,
    citations: [first, 'khoản 3 Điều 11'],
  },
  ...silenceSamples,
  deliveryTrouble: {
    letter: { kind: 'deliveryTrouble', deliveryId: '0193-abc', outcome: 'uncertain' },
    roles: ['leadOffice'],
    dueOn: null,
    citations: ['khoản 3 Điều 11'],
  },
  conclusionTold: {
    letter: { kind: 'conclusionTold', conclusion: 'defer', conferenceOn, reviewOn: dueOn },
    roles: ['petitioner'],
    dueOn: null,
    citations: [first, 'khoản 1 Điều 10, gạch đầu dòng thứ ba', friday],
  },
  opinionsRequested: {
    letter: { kind: 'opinionsRequested', agency, conferenceOn, cutOffOn: dueOn },
    roles: ['handler', 'agencyHead'],
    dueOn: friday,
    citations: ['điểm 1.1 khoản 1 Điều 8, gạch đầu dòng thứ hai', 'Nhà văn hóa bản Nà Lành'],
  },
  invitation: {
    letter: { kind: 'invitation', agency, conferenceOn, startsAt: '08:00' },
    roles: ['handler', 'agencyHead'],
    dueOn: null,
    citations: [
      'điểm 1.1 khoản 1 Điều 8, gạch đầu dòng thứ bảy',
      'lúc 8 giờ 00, thứ Ba, ngày 15/12/2026',
      'Nhà văn hóa bản Nà Lành',
      '8 giờ 30 đối thoại',
      'đeo thẻ công chức',
    ],
  },
  conferenceMoved: {
    letter: { kind: 'conferenceMoved', agency, wasOn: dueOn, conferenceOn, startsAt: '13:30' },
    roles: ['handler', 'agencyHead'],
    dueOn: null,
    citations: ['điểm 1.1 khoản 1 Điều 8', friday, 'lúc 13 giờ 30, thứ Ba, ngày 15/12/2026'],
  },
  conferenceCancelled: {
    letter: { kind: 'conferenceCancelled', agency, conferenceOn },
    roles: ['handler', 'agencyHead'],
    dueOn: null,
    citations: ['gạch đầu dòng thứ sáu'],
  },
  ...conferenceDaySamples,
  ...preparationSamples,
  resultReport: {
    letter: { kind: 'resultReport', conferenceOn, document },
    roles: ['resultAddressee'],
    dueOn: null,
    citations: ['khoản 2 Điều 11', 'báo cáo Thường trực Tỉnh ủy'],
  },
  reportOpened: {
    letter: { kind: 'reportOpened', period: yearPeriod, upwardsOn: null },
    roles: ['leadOffice'],
    dueOn: friday,
    citations: [article14, 'báo cáo năm 2026'],
  },
  reportSubmitted: {
    letter: { kind: 'reportSubmitted', period: yearPeriod },
    roles: ['host'],
    dueOn: friday,
    citations: [article14, 'Số kiến nghị, phản ánh tiếp nhận'],
  },
  reportReturned: {
    letter: { kind: 'reportReturned', period: yearPeriod },
    roles: ['leadOffice'],
    dueOn: friday,
    citations: [article14],
  },
  reportApproved: {
    letter: { kind: 'reportApproved', period: yearPeriod },
    roles: ['leadOffice'],
    dueOn: friday,
    citations: [article14],
  },
  periodReport: {
    letter: { kind: 'periodReport', period: yearPeriod, document },
    roles: ['reportAddressee', 'reportCopy'],
    dueOn: null,
    citations: [article14, 'Ủy ban nhân dân xã Quỳnh Nhai', 'từ ngày 01/12/2025 đến hết ngày 30/11/2026'],
  },
};

/** Work of the interior department that came to the agency, with its next deadline. */
export function aHandover(said: { readonly isProvisional?: boolean } = {}): Letter {
  return {
    kind: 'handover',
    part: 'agency',
    from: bodyNamed('SL-SNV'),
    to: agency,
    changedOn: localDate('2026-12-01'),
    document,
    dueOn,
    counted: { rule: 'D11.1c', anchorOn: localDate('2026-11-13') },
    ...said,
  };
}

/** Two deadlines that edition 2 of the calendar has moved. */
export function aMove(said: { readonly isProvisional?: boolean } = {}): Letter {
  return {
    kind: 'deadlinesMoved',
    edition: 2,
    moves: [
      { caseNumber: '2026-000123', duty: 'answer', rule: 'D11.1c', ...moved, ...said },
      { caseNumber: '2026-000124', duty: 'resolve', rule: 'D11.3', ...moved, ...said },
    ],
  };
}
