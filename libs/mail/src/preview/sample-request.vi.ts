import {
  localDate,
  type CalendarSlice,
  type DutyFacts,
  type LetterKind,
  type DutyKind,
  type OrganisationCode,
  type NamedField,
  type ReportFigures,
  type RuleId,
} from '@dialogue/domain';
import type { LetterDetails, LetterRequest } from '../letters/letter-request.js';

/** A body of the samples. */
export function bodyNamed(code: string): OrganisationCode {
  // eslint-disable-next-line house/no-assertion -- made up, as all of these samples are
  return code as OrganisationCode;
}

export const agency = bodyNamed('SL-STC');

/** Two years without a holiday: a sample counts on its fingers. */
const calendar: CalendarSlice = {
  ...{ edition: 3, from: localDate('2026-01-01'), until: localDate('2027-12-31') },
  ...{ daysOff: [], workedRestDays: [], unconfirmedYears: [2027] },
};

/** A request with a deadline on a Friday. */
export function aRequest(
  change: Partial<LetterRequest> & Pick<LetterRequest, 'letter' | 'recipientRole'>,
): LetterRequest {
  const isPetitioner = change.recipientRole === 'petitioner';
  return {
    salutation: isPetitioner ? null : 'Giám đốc Sở Tài chính',
    petitionerName: isPetitioner ? 'Lò Thị Canary' : null,
    organisationNames: { [agency]: 'Sở Tài chính' },
    caseNumber: '2026-000123',
    details: detailsOf(change.letter.kind),
    caseTitle: 'Hỗ trợ sửa đường liên bản',
    leadOfficeName: 'Văn phòng Tỉnh ủy',
    leadOfficeContact: { phone: '0212 3852 000', email: 'doithoai@vptu.example' },
    link: 'https://doi-thoai.sonla.example/v1/petitions/0193abc',
    publicUrl: 'https://doi-thoai.sonla.example',
    sentOn: localDate('2026-11-27'),
    calendar,
    ...change,
  };
}

/** A duty of this kind, due on the same Friday. */
export function aDuty(duty: DutyKind, change: Partial<DutyFacts> = {}): DutyFacts {
  const rules = {
    screen: 'D2.1',
    assign: 'D11.1b',
    receipt: 'D11.1c',
    answer: 'D11.1c',
    approve: 'D10.1a',
    resolve: 'D11.3',
    review: 'D10.1b',
    followReferral: 'D10.1c',
    decideExtension: 'D11.1c',
    reportProgress: 'D11.1c',
    contribute: 'D11.1c',
    tell: 'D11.1c',
    close: 'D11.3',
    approvePlan: 'D8.1a',
    requestOpinions: 'D8.1b',
    holdBriefing: 'D8.1e',
    sendInvitations: 'D8.1g',
    answerDemand: 'D8.3a',
    reportSituation: 'D13.3',
    issueAggregateReport: 'D8.1c',
    supplyOpinions: 'D8.1b',
    prepareAnswers: 'D8.1d',
    nameHelpers: 'D8.1h',
    confirmAttendance: 'D10.3a',
    recordOutcome: 'D9',
    followUpPetitions: 'D11.1b',
    issueConclusionNotice: 'D8.1i',
    issueResultReport: 'D11.2b',
    recordInternalReview: 'D11.1a',
    setNewDate: 'D8.1a',
    awaitDirection: 'D8.3b',
    sendUpwards: 'D14.1',
    sendReport: 'D14.1',
  } as const satisfies Readonly<Record<DutyKind, RuleId>>;
  return {
    duty,
    rule: rules[duty],
    anchorOn: localDate('2026-11-13'),
    dueOn: localDate('2026-12-04'),
    workingDaysLeft: 5,
    isProvisional: false,
    agency: duty === 'screen' || duty === 'assign' ? null : agency,
    ...change,
  };
}

/** Figures that differ from each other, so that no line can stand for another. */
const figures: ReportFigures = {
  ...{ conferencesPeriodic: 101, conferencesAdHoc: 102, received: 103, redirected: 104, withdrawn: 105 },
  ...{ settled: 106, assigned: 107, declined: 108, deferred: 109, referred: 110 },
  ...{ answeredInTime: 111, answeredLate: 112, overdue: 113, resolved: 114 },
  byField: { economy: 201, cultureAndSociety: 202, defenceAndSecurity: 203, publicOrder: 204, partyAndGovernment: 205 },
  bySubField: { land: 206 },
};

const fields: readonly NamedField[] = [
  { code: 'economy', name: 'kinh tế', root: 'economy' },
  { code: 'land', name: 'đất đai', root: 'economy' },
  { code: 'roads', name: 'giao thông', root: 'economy' },
  { code: 'cultureAndSociety', name: 'văn hóa - xã hội', root: 'cultureAndSociety' },
  { code: 'defenceAndSecurity', name: 'quốc phòng - an ninh', root: 'defenceAndSecurity' },
  { code: 'publicOrder', name: 'trật tự, an toàn xã hội', root: 'publicOrder' },
  { code: 'partyAndGovernment', name: 'xây dựng Đảng, chính quyền', root: 'partyAndGovernment' },
];

/** What the register holds of a report. */
export const reportDetails: LetterDetails = {
  kind: 'report',
  figures,
  fields,
  text: 'Đánh giá chung: tốt.\nKiến nghị: không.',
  reporterName: 'Ủy ban nhân dân xã Quỳnh Nhai',
};

const conferenceDetails: LetterDetails = {
  kind: 'conference',
  place: 'Nhà văn hóa bản Nà Lành',
  contents: 'Sản xuất vụ đông; đường liên bản',
  programme: '8 giờ 00 khai mạc; 8 giờ 30 đối thoại',
  hostName: 'Ủy ban nhân dân xã Quỳnh Nhai',
};

const digestDetails: LetterDetails = {
  kind: 'digest',
  entries: [
    {
      caseNumber: '2026-000124',
      topic: 'Ý kiến của cơ quan phối hợp',
      paragraphs: ['Sở Xây dựng đã gửi ý kiến phối hợp.'],
      ...{ deadline: null, workingUrl: null, rules: ['D11.1b'] },
      link: { label: 'Xem hồ sơ', href: 'https://doi-thoai.sonla.example/v1/petitions/0193abd' },
    },
    {
      caseNumber: '2026-000123',
      topic: 'Nhắc việc: trả lời kiến nghị',
      paragraphs: ['Đề nghị trả lời kiến nghị đúng hạn.'],
      deadline: {
        label: 'Hạn trả lời',
        on: localDate('2026-12-04'),
        workingDaysLeft: 4,
        isProvisional: false,
        counted: { rule: 'D11.1c', anchorOn: localDate('2026-11-13') },
      },
      workingUrl:
        'https://doi-thoai.sonla.example/v1/deadlines/explain/page?rule=D11.1c&anchor=2026-11-13&due=2026-12-04',
      rules: ['D11.1c'],
      link: { label: 'Xem hồ sơ', href: 'https://doi-thoai.sonla.example/v1/petitions/0193abc' },
    },
  ],
};

const conferenceKinds: readonly LetterKind[] = [
  ...(['opinionsRequested', 'invitation', 'conferenceMoved', 'conferenceCancelled'] as const),
  ...(['planApproved', 'conclusionNotice', 'resultReport', 'conferencePostponed', 'absencesReported'] as const),
  ...(['failureReport', 'directionGiven', 'supervisionRemark'] as const),
  ...(['planSubmitted', 'planReturned', 'adHocDemanded', 'demandAnswered', 'aggregateReport'] as const),
  ...(['answersToPrepare', 'situationReported', 'addedToBriefing', 'hostChanged'] as const),
];

function detailsOf(kind: LetterKind): LetterDetails | null {
  if (conferenceKinds.includes(kind)) return conferenceDetails;
  if (kind === 'digest') return digestDetails;
  return kind === 'periodReport' || kind.startsWith('report') ? reportDetails : null;
}
