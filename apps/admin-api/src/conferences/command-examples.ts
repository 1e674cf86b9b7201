import { exampleTexts } from '../http/example-texts.vi.js';
import type { ConferenceRouteKind } from './conference-row.js';

const petition = '0190a7f4-1111-7abc-8def-0123456789ab';

/** A body of each command, as the documentation shows it. */
export const conferenceExamples: Readonly<Record<ConferenceRouteKind, Readonly<Record<string, unknown>>>> = {
  approvePlan: { document: { number: '120/KH-UBND', signedOn: '2026-11-23' } },
  requestOpinions: { bodies: ['SL-SXD', 'SL-STC'], content: exampleTexts.opinionRequest },
  holdBriefing: {
    heldOn: '2026-12-15',
    handlings: [{ petition, handling: 'settle', note: exampleTexts.handlingNote }],
  },
  sendInvitations: { guests: ['SL-SXD', 'SL-STC'], remark: exampleTexts.invitationRemark },
  reschedule: { on: '2026-12-28', startsAt: '08:00', reason: exampleTexts.rescheduleReason },
  cancel: { reason: exampleTexts.cancelReason },
  recordHeld: {
    heldOn: '2026-12-21',
    attendance: { present: ['SL-SXD'], absent: ['SL-STC'], people: 120 },
    speakers: [exampleTexts.speaker],
    minutes: exampleTexts.minutes,
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
  close: {},
  adoptTerms: { reason: exampleTexts.adoptTermsReason },
};
