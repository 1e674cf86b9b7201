import { exampleTexts } from '../http/example-texts.vi.js';
import type { ConferenceRouteKind } from './conference-row.js';

const evidence = { number: '1250/SXD-VP', signedOn: '2026-12-09', signatory: exampleTexts.signatory };
const somebody = { name: exampleTexts.name, title: exampleTexts.officer };
const petition = '0190a7f4-1111-7abc-8def-0123456789ab';

/** A body of each command, as the documentation shows it. */
export const conferenceExamples: Readonly<Record<ConferenceRouteKind, Readonly<Record<string, unknown>>>> = {
  submitPlan: {
    programme: exampleTexts.programme,
    contents: exampleTexts.conferenceContents,
    place: exampleTexts.place,
    participants: exampleTexts.participants,
    publicity: exampleTexts.publicity,
  },
  returnPlan: { reason: exampleTexts.planReturnReason },
  answerDemand: {
    on: '2099-12-18',
    startsAt: '14:00',
    place: exampleTexts.place,
    document: { number: '1250/SXD-VP', signedOn: '2026-11-25' },
  },
  announce: { announcedOn: '2026-11-30', where: exampleTexts.publicity },
  recordOpinionsReceived: { body: 'SL-SXD', isNone: false, opinions: exampleTexts.opinions, evidence },
  issueAggregateReport: {
    document: { number: '415/BC-VPUBND', signedOn: '2026-12-09' },
    text: exampleTexts.aggregateReport,
    allocations: [{ petition, agency: 'SL-SXD', urgency: 'pressing', proposal: exampleTexts.handlingNote }],
  },
  recordPreparedAnswer: { body: 'SL-SXD', petition, answer: exampleTexts.answer, evidence },
  recordSituationReport: {
    body: 'SL-MTTQ',
    document: { number: '77/BC-MTTQ', signedOn: '2026-12-08' },
    text: exampleTexts.situationReport,
    evidence,
  },
  nameHelpers: { minutesSecretary: somebody, helpers: [somebody] },
  confirmAttendance: { body: 'SL-SXD', attendee: somebody, rank: 'head', evidence },
  declineAttendance: {
    body: 'SL-STC',
    reason: exampleTexts.declineAttendanceReason,
    substitute: somebody,
    rank: 'deputy',
    evidence,
  },
  changeHost: {
    organisation: 'SL-HDND',
    host: 'levelHead',
    hostPost: 'councilChair',
    document: { number: '512-QD/TU', signedOn: '2026-12-01' },
    reason: exampleTexts.changeHostReason,
  },
  approvePlan: {
    document: { number: '120/KH-UBND', signedOn: '2026-11-23', signatory: exampleTexts.signatory },
  },
  requestOpinions: { bodies: ['SL-SXD', 'SL-STC'], content: exampleTexts.opinionRequest },
  holdBriefing: {
    heldOn: '2026-12-15',
    handlings: [{ petition, handling: 'settle', note: exampleTexts.handlingNote }],
  },
  sendInvitations: { guests: ['SL-SXD', 'SL-STC'], remark: exampleTexts.invitationRemark },
  reschedule: { on: '2026-12-28', startsAt: '08:00', reason: exampleTexts.rescheduleReason },
  postpone: { reason: exampleTexts.postponeReason },
  cancel: { reason: exampleTexts.cancelReason },
  registerSpeaker: { speaker: exampleTexts.speakerName, content: exampleTexts.speech },
  recordHeld: {
    heldOn: '2026-12-21',
    attendance: {
      present: ['SL-SXD'],
      absent: ['SL-STC'],
      representatives: [{ organisation: 'SL-SXD', rank: 'deputy' }],
      people: 120,
    },
    speakers: [exampleTexts.speaker],
    proceedings: { programme: exampleTexts.programmeAdopted, purpose: exampleTexts.purpose },
    minutes: exampleTexts.minutes,
  },
  recordFailed: {
    failedOn: '2026-12-21',
    document: { number: '97/BC-UBND', signedOn: '2026-12-22' },
    reason: exampleTexts.failureReason,
    minutes: exampleTexts.minutes,
  },
  recordDirection: {
    document: { number: '12-CV/TU', signedOn: '2026-12-24', signatory: exampleTexts.signatory },
    direction: { kind: 'newDate', on: '2027-01-18', startsAt: '08:00' },
    text: exampleTexts.direction,
  },
  saveMinutes: {
    text: exampleTexts.minutes,
    proceedings: { programme: exampleTexts.programmeAdopted, purpose: exampleTexts.purpose },
  },
  signMinutes: {
    version: 1,
    signedOn: '2026-12-22',
    evidence: { number: '5/BB-UBND', signedOn: '2026-12-22', signatory: exampleTexts.signatory },
  },
  conclude: {
    conclusions: [
      { petition, conclusion: 'settle', words: exampleTexts.explanation },
      {
        petition: '0190a7f4-1111-7abc-8def-0123456789ac',
        conclusion: 'defer',
        reviewOn: '2027-03-01',
        words: exampleTexts.deferReason,
      },
      {
        petition: '0190a7f4-1111-7abc-8def-0123456789ad',
        conclusion: 'refer',
        to: 'SL-TU',
        words: exampleTexts.referReason,
      },
    ],
  },
  issueConclusionNotice: {
    document: { number: '210/TB-UBND', signedOn: '2026-12-23' },
    text: exampleTexts.conclusionNotice,
  },
  issueResultReport: { document: { number: '98/BC-UBND', signedOn: '2026-12-25' }, text: exampleTexts.resultReport },
  recordInternalReview: { reviewedOn: '2026-12-28', note: exampleTexts.reviewNote },
  recordSupervision: { remark: exampleTexts.supervisionRemark },
  recordPolicyProposal: { proposal: exampleTexts.policyProposal, to: 'SL-UBND' },
  close: {},
  adoptTerms: { reason: exampleTexts.adoptTermsReason },
};
