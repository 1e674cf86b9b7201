import { localDate, type LetterKind } from '@dialogue/domain';

import type { Sample } from './sample.js';
import { agency } from './sample-request.vi.js';

type PreparationKind =
  | 'planSubmitted'
  | 'planReturned'
  | 'adHocDemanded'
  | 'demandAnswered'
  | 'aggregateReport'
  | 'answersToPrepare'
  | 'situationReported'
  | 'addedToBriefing'
  | 'hostChanged';

const document = { number: '45-TB/VPTU', signedOn: localDate('2026-11-02') };
const conferenceOn = localDate('2026-12-15');
const dueOn = localDate('2026-12-04');
const friday = 'thứ Sáu, ngày 04/12/2026';

/** The letters about what is done before the day of a conference. */
export const preparationSamples: Readonly<Record<Extract<LetterKind, PreparationKind>, Sample>> = {
  planSubmitted: {
    letter: { kind: 'planSubmitted', conferenceOn, version: 2 },
    roles: ['host'],
    dueOn: null,
    citations: ['điểm 1.1 khoản 1 Điều 8, gạch đầu dòng thứ nhất', 'lần trình thứ 2'],
  },
  planReturned: {
    letter: { kind: 'planReturned', conferenceOn, version: 1 },
    roles: ['leadOffice'],
    dueOn: null,
    citations: ['điểm 1.1 khoản 1 Điều 8, gạch đầu dòng thứ nhất', 'lần trình thứ 1'],
  },
  adHocDemanded: {
    letter: { kind: 'adHocDemanded', conferenceOn, demandedOn: localDate('2026-12-01'), by: agency, document, dueOn },
    roles: ['host', 'leadOffice'],
    dueOn: friday,
    citations: ['khoản 2 Điều 8', 'Người đứng đầu Sở Tài chính yêu cầu', '45-TB/VPTU'],
  },
  demandAnswered: {
    letter: {
      ...{ kind: 'demandAnswered', agency, conferenceOn, startsAt: '14:00', document },
      isAfterDemanded: true,
    },
    roles: ['agencyHead', 'handler'],
    dueOn: null,
    citations: ['khoản 2 Điều 8', 'lúc 14 giờ 00', 'sau ngày chậm nhất đã yêu cầu'],
  },
  aggregateReport: {
    letter: { kind: 'aggregateReport', conferenceOn, document },
    roles: ['host', 'leadOffice'],
    dueOn: null,
    citations: ['điểm 1.1 khoản 1 Điều 8, gạch đầu dòng thứ ba', '45-TB/VPTU'],
  },
  answersToPrepare: {
    letter: { kind: 'answersToPrepare', agency, conferenceOn, document, petitions: 3, dueOn, isProvisional: false },
    roles: ['handler', 'agencyHead'],
    dueOn: friday,
    citations: ['điểm 1.1 khoản 1 Điều 8, gạch đầu dòng thứ tư', 'chuẩn bị trả lời 3 kiến nghị'],
  },
  situationReported: {
    letter: { kind: 'situationReported', conferenceOn, by: agency, document },
    roles: ['host', 'leadOffice'],
    dueOn: null,
    citations: ['khoản 2 Điều 13', 'Sở Tài chính báo cáo tình hình nhân dân'],
  },
  addedToBriefing: {
    letter: { kind: 'addedToBriefing', conferenceOn, petitionNumber: 'KN-2026-000007' },
    roles: ['host', 'leadOffice'],
    dueOn: null,
    citations: ['KN-2026-000007'],
  },
  hostChanged: {
    letter: { kind: 'hostChanged', agency, conferenceOn, document },
    roles: ['handler', 'agencyHead', 'host'],
    dueOn: null,
    citations: ['Điều 1', '45-TB/VPTU'],
  },
};
