import { localDate } from '@dialogue/domain';

import type { Sample } from './sample.js';
import { agency } from './sample-request.vi.js';

const document = { number: '45-TB/VPTU', signedOn: localDate('2026-11-02') };
const conferenceOn = localDate('2026-12-15');
const failure = 'khoản 2 Điều 8, gạch đầu dòng thứ hai';

/** Letters of a conference without a day, of one that failed, and of what comes after one that was held. */
export const conferenceDaySamples = {
  planApproved: {
    letter: { kind: 'planApproved', conferenceOn, document },
    roles: ['leadOffice', 'host'],
    dueOn: null,
    citations: ['điểm 1.1 khoản 1 Điều 8, gạch đầu dòng thứ nhất', '45-TB/VPTU'],
  },
  conclusionNotice: {
    letter: { kind: 'conclusionNotice', conferenceOn, document },
    roles: ['front', 'monitor'],
    dueOn: null,
    citations: ['khoản 1 Điều 11, gạch đầu dòng thứ nhất', '45-TB/VPTU'],
  },
  conferencePostponed: {
    letter: { kind: 'conferencePostponed', agency, wasOn: conferenceOn },
    roles: ['handler', 'agencyHead'],
    dueOn: null,
    citations: ['điểm 1.1 khoản 1 Điều 8', 'thứ Ba, ngày 15/12/2026', 'Nhà văn hóa bản Nà Lành'],
  },
  absencesReported: {
    letter: { kind: 'absencesReported', conferenceOn, absent: [agency] },
    roles: ['host', 'monitor'],
    dueOn: null,
    citations: ['khoản 3 Điều 10, gạch đầu dòng thứ nhất', 'Sở Tài chính'],
  },
  failureReport: {
    letter: { kind: 'failureReport', conferenceOn, document },
    roles: ['superior'],
    dueOn: null,
    citations: [failure, '45-TB/VPTU', 'Ủy ban nhân dân xã Quỳnh Nhai'],
  },
  directionGiven: {
    letter: { kind: 'directionGiven', conferenceOn, newOn: localDate('2026-12-04'), document },
    roles: ['leadOffice', 'host'],
    dueOn: null,
    citations: [failure, '45-TB/VPTU', 'thứ Sáu, ngày 04/12/2026'],
  },
  supervisionRemark: {
    letter: { kind: 'supervisionRemark', conferenceOn },
    roles: ['host', 'leadOffice'],
    dueOn: null,
    citations: ['khoản 2 Điều 13, gạch đầu dòng thứ hai'],
  },
} as const satisfies Readonly<Record<string, Sample>>;
