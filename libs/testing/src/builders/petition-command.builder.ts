import {
  localDate,
  type DocumentReference,
  type OrganisationCode,
  type PetitionCommand,
  type PetitionCommandKind,
} from '@dialogue/domain';

type CommandOf<Kind extends PetitionCommandKind> = Extract<PetitionCommand, { readonly kind: Kind }>;

/** A command with valid arguments for the petition that `aPetition` builds, unless a test says otherwise. */
export function aCommand<Kind extends PetitionCommandKind>(
  kind: Kind,
  overrides: Partial<Omit<CommandOf<Kind>, 'kind'>> = {},
): CommandOf<Kind> {
  const command: CommandOf<Kind> = defaults[kind];
  return { ...command, ...overrides };
}

export function aDocument(number: string, signedOn: string): DocumentReference {
  return { number, signedOn: localDate(signedOn) };
}

export function anOrganisation(code: string): OrganisationCode {
  return code as OrganisationCode;
}

const defaults: { readonly [Kind in PetitionCommandKind]: CommandOf<Kind> } = {
  register: { kind: 'register' },
  accept: { kind: 'accept', field: 'economy' },
  redirect: { kind: 'redirect', procedure: 'complaint' },
  assign: {
    kind: 'assign',
    agency: anOrganisation('SL-STC'),
    agencyName: 'Sở Tài chính',
    document: aDocument('12/TB-UBND', '2026-03-04'),
  },
  acknowledge: { kind: 'acknowledge', arrivalNumber: '345', receivedOn: localDate('2026-03-05'), isEvidenced: false },
  answer: {
    kind: 'answer',
    answer: 'result',
    document: aDocument('67/STC-NS', '2026-03-06'),
    arrivedOn: null,
    nextReportOn: null,
  },
  approveAnswer: { kind: 'approveAnswer' },
  sendBackAnswer: { kind: 'sendBackAnswer' },
  recordResolution: { kind: 'recordResolution' },
  recordNoticeSent: { kind: 'recordNoticeSent', number: '89/TB-VP', sentOn: localDate('2026-03-24'), means: 'post' },
  withdraw: { kind: 'withdraw' },
  close: { kind: 'close' },
  reopen: { kind: 'reopen' },
  noteDelivery: { kind: 'noteDelivery', deliveryId: '01J0LETTER', outcome: 'refused' },
};
