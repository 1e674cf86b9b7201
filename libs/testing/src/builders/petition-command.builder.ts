import {
  defaultPetitionTerms,
  localDate,
  type ConferenceReference,
  type DocumentReference,
  type OrganisationCode,
  type PetitionCommand,
  type PetitionCommandKind,
  type PetitionReference,
} from '@dialogue/domain';

import { aroundIt } from './surroundings.builder.js';

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

/** The conference to which petitions of tests belong: on Friday 10 April 2026. */
export function aConferenceReference(overrides: Partial<ConferenceReference> = {}): ConferenceReference {
  return {
    id: '2c1f7a10-5d7e-4c7a-9a53-0e6f5a3c0001',
    number: 'HN-2026-000001',
    on: localDate('2026-04-10'),
    ...overrides,
  };
}

/** The petition with which those of tests are answered. */
const aLeading: PetitionReference = { id: '7f0c6a52-93a8-4d53-8d0b-6a1d5a3c0002', number: 'KN-2026-000002' };
/** A petition that is answered with one of a test. */
const aFollower: PetitionReference = { id: '7f0c6a52-93a8-4d53-8d0b-6a1d5a3c0004', number: 'KN-2026-000004' };

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
  returnAssignment: { kind: 'returnAssignment' },
  reassign: {
    kind: 'reassign',
    agency: anOrganisation('SL-SXD'),
    agencyName: 'Sở Xây dựng',
    document: aDocument('15/TB-UBND', '2026-03-06'),
  },
  contribute: {
    kind: 'contribute',
    agency: anOrganisation('SL-CA'),
    document: aDocument('31/CA-PV', '2026-03-06'),
    arrivedOn: null,
  },
  requestExtension: { kind: 'requestExtension', wantedOn: localDate('2026-04-09') },
  grantExtension: { kind: 'grantExtension', newOn: null, isProgressReportDue: true },
  refuseExtension: { kind: 'refuseExtension' },
  approveAnswer: { kind: 'approveAnswer' },
  sendBackAnswer: { kind: 'sendBackAnswer' },
  recordResolution: { kind: 'recordResolution' },
  recordNoticeSent: { kind: 'recordNoticeSent', number: '89/TB-VP', sentOn: localDate('2026-03-24'), means: 'post' },
  attachToConference: { kind: 'attachToConference', conference: aConferenceReference() },
  detach: { kind: 'detach' },
  settle: { kind: 'settle' },
  decline: { kind: 'decline' },
  defer: { kind: 'defer', reviewOn: localDate('2026-04-15') },
  resume: { kind: 'resume' },
  refer: { kind: 'refer', to: anOrganisation('TW-BTC'), toName: 'Bộ Tài chính' },
  recordReferralOutcome: {
    kind: 'recordReferralOutcome',
    outcome: 'answered',
    document: aDocument('321/BTC-NS', '2026-03-24'),
  },
  conferenceConcluded: {
    kind: 'conferenceConcluded',
    conferenceId: aConferenceReference().id,
    heldOn: localDate('2026-04-10'),
    conclusion: { kind: 'settle' },
  },
  conferenceMoved: {
    kind: 'conferenceMoved',
    conferenceId: aConferenceReference().id,
    on: localDate('2026-04-24'),
  },
  conferencePostponed: { kind: 'conferencePostponed', conferenceId: aConferenceReference().id, failedOn: null },
  conferenceEnded: { kind: 'conferenceEnded', conferenceId: aConferenceReference().id },
  withdraw: { kind: 'withdraw' },
  merge: { kind: 'merge', into: aLeading },
  unmerge: { kind: 'unmerge' },
  split: { kind: 'split', parts: ['7f0c6a52-93a8-4d53-8d0b-6a1d5a3c0003'] },
  classify: { kind: 'classify', field: 'publicOrder', urgency: 'urgent', classification: 'internal' },
  markAbusive: { kind: 'markAbusive', isAbusive: true },
  protectIdentity: { kind: 'protectIdentity', by: 'leadOffice' },
  liftProtection: { kind: 'liftProtection', by: 'host' },
  changeRepresentative: { kind: 'changeRepresentative', isReachableByMail: false },
  followerJoined: { kind: 'followerJoined', petition: aFollower },
  followerLeft: { kind: 'followerLeft', petitionId: aFollower.id },
  leadingOutcome: {
    kind: 'leadingOutcome',
    leadingId: aLeading.id,
    outcome: { on: localDate('2026-03-20'), document: aDocument('67/STC-NS', '2026-03-20') },
  },
  leadingEnded: { kind: 'leadingEnded', leadingId: aLeading.id },
  close: { kind: 'close' },
  reopen: { kind: 'reopen' },
  ...aroundIt,
  adoptTerms: { kind: 'adoptTerms', terms: { ...defaultPetitionTerms, version: 'local-1' } },
  noteDelivery: { kind: 'noteDelivery', deliveryId: '01J0LETTER', outcome: 'refused' },
};
