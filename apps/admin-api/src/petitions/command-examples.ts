import { exampleTexts } from '../http/example-texts.vi.js';
import type { PetitionRouteKind } from './petition-row.js';

const evidence = { number: '12/BC-SXD', signedOn: '2026-11-20', signatory: exampleTexts.signatory };

/** A body of each command, as the documentation shows it. */
export const examples: Readonly<Record<PetitionRouteKind, Readonly<Record<string, unknown>>>> = {
  accept: { field: 'economy' },
  redirect: { procedure: 'complaint', reason: exampleTexts.redirectReason },
  assign: { agency: 'SL-SXD', document: { number: '345/UBND-TD', signedOn: '2026-11-23' } },
  acknowledge: { arrivalNumber: '1024', receivedOn: '2026-11-24', evidence },
  answer: {
    answer: 'measure',
    document: { number: '87/SXD-QLN', signedOn: '2026-12-10' },
    text: exampleTexts.answer,
    evidence,
  },
  contribute: {
    agency: 'SL-CA',
    document: { number: '31/CA-PV', signedOn: '2026-12-01' },
    text: exampleTexts.contribution,
    evidence,
  },
  returnAssignment: { reason: exampleTexts.returnAssignmentReason, evidence },
  reassign: {
    agency: 'SL-STC',
    document: { number: '361/UBND-TD', signedOn: '2026-11-25' },
    reason: exampleTexts.reassignReason,
    evidence,
  },
  requestExtension: {
    wantedOn: '2026-12-25',
    legalBasis: exampleTexts.extensionBasis,
    reason: exampleTexts.extensionReason,
    evidence,
  },
  grantExtension: { newOn: '2026-12-25', legalBasis: exampleTexts.extensionBasis, evidence },
  refuseExtension: { reason: exampleTexts.refuseExtensionReason, evidence },
  approveAnswer: { remark: exampleTexts.remark, evidence },
  sendBackAnswer: { reason: exampleTexts.sendBackReason, evidence },
  recordResolution: { evidence },
  recordNoticeSent: { number: '56/TB-VP', sentOn: '2026-12-14', means: 'post' },
  attachToConference: { conference: '0190a7f4-2222-7abc-8def-0123456789ab' },
  detach: { reason: exampleTexts.detachReason },
  settle: { explanation: exampleTexts.explanation, evidence },
  decline: { reason: exampleTexts.declineReason, evidence },
  defer: { reviewOn: '2027-03-01', reason: exampleTexts.deferReason, evidence },
  resume: { remark: exampleTexts.resumeRemark },
  refer: { to: 'SL-TU', reason: exampleTexts.referReason, document: { number: '77/UBND-TD', signedOn: '2026-12-01' } },
  recordReferralOutcome: { outcome: 'answered', document: { number: '15-CV/TU', signedOn: '2026-12-20' } },
  withdraw: { reason: exampleTexts.withdrawReason, evidence },
  merge: { leading: '0190a7f4-3333-7abc-8def-0123456789ab' },
  unmerge: { reason: exampleTexts.unmergeReason },
  split: { matters: [{ title: exampleTexts.otherTitle, content: exampleTexts.otherContent }] },
  classify: { urgency: 'urgent', authority: 'within', classification: 'internal', reason: exampleTexts.classifyReason },
  markAbusive: { isAbusive: true, reason: exampleTexts.abuseReason, evidence },
  protectIdentity: { reason: exampleTexts.protectReason },
  liftProtection: { reason: exampleTexts.liftReason, evidence },
  changeRepresentative: {
    representative: { name: exampleTexts.name, phone: '0212 385 2000' },
    evidence,
  },
  close: {},
  reopen: { reason: exampleTexts.reopenReason, evidence },
  adoptTerms: { reason: exampleTexts.adoptTermsReason },
};
