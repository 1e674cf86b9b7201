import {
  localDate,
  type DutyFacts,
  type Letter,
  type LetterKind,
  type OrganisationCode,
  type PetitionDutyKind,
  type RecipientRole,
} from '@dialogue/domain';
import type { LetterRequest } from './letter-request.js';

export const agency = 'SL-STC' as OrganisationCode;
const document = { number: '45-TB/VPTU', signedOn: localDate('2026-11-02') };

/** A request with a deadline on a Friday. */
export function aRequest(
  change: Partial<LetterRequest> & Pick<LetterRequest, 'letter' | 'recipientRole'>,
): LetterRequest {
  const isPetitioner = change.recipientRole === 'petitioner';
  return {
    salutation: isPetitioner ? null : 'Giám đốc Sở Tài chính',
    petitionerName: isPetitioner ? 'Lò Thị Canary' : null,
    organisationNames: { [agency]: 'Sở Tài chính' },
    petitionNumber: '2026-000123',
    petitionTitle: 'Hỗ trợ sửa đường liên bản',
    leadOfficeName: 'Văn phòng Tỉnh ủy',
    link: 'https://doi-thoai.sonla.example/v1/petitions/0193abc',
    sentOn: localDate('2026-11-27'),
    ...change,
  };
}

export function aDuty(duty: PetitionDutyKind, change: Partial<DutyFacts> = {}): DutyFacts {
  const rules = {
    screen: 'D2.1',
    assign: 'D11.1b',
    receipt: 'D11.1c',
    answer: 'D11.1c',
    approve: 'D10.1a',
    resolve: 'D11.3',
    tell: 'D11.1c',
    close: 'D11.3',
  } as const;
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

interface Sample {
  readonly letter: Letter;
  readonly roles: readonly RecipientRole[];
  /** What must stand in it: its deadline where it has one, and its rules. */
  readonly dueOn: string | null;
  readonly citations: readonly string[];
}

const first = 'khoản 1 Điều 11, gạch đầu dòng thứ nhất';
export const second = 'khoản 1 Điều 11, gạch đầu dòng thứ hai';
const scope = 'khoản 1 Điều 2, gạch đầu dòng thứ hai';
const hosts = 'khoản 1 Điều 10, gạch đầu dòng thứ hai';
const dueOn = localDate('2026-12-04');
const friday = 'thứ Sáu, ngày 04/12/2026';

/** At least one letter of each kind, with those who get it. */
export const samples: Readonly<Record<LetterKind, Sample>> = {
  registered: {
    letter: { kind: 'registered', receivedOn: localDate('2026-12-01'), dueOn },
    roles: ['petitioner', 'leadOffice'],
    dueOn: friday,
    citations: [scope],
  },
  accepted: {
    letter: { kind: 'accepted' },
    roles: ['petitioner', 'leadOffice'],
    dueOn: null,
    citations: [scope, first],
  },
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
  reopened: {
    letter: { kind: 'reopened' },
    roles: ['leadOffice', 'petitioner'],
    dueOn: null,
    citations: [first, 'khoản 3 Điều 11'],
  },
  deliveryTrouble: {
    letter: { kind: 'deliveryTrouble', deliveryId: '0193-abc', outcome: 'uncertain' },
    roles: ['leadOffice'],
    dueOn: null,
    citations: ['khoản 3 Điều 11'],
  },
};
