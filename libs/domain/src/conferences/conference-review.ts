import type { Decision } from '../cases/case-machine.js';
import { accepted, refused, wrongDate, type Asked } from './conference-asked.js';
import { milestoneMet } from './conference-milestones.js';
import type { Conference } from './conference.js';

/** What comes after the conclusions besides the documents: review, supervision, proposals (D11.1a, D11.2a, D13.3). */
export const decideReview = { recordInternalReview, recordSupervision, recordPolicyProposal };

/** D11.1a: once; late is possible, and recorded as late. */
function recordInternalReview({ state, command, at, on }: Asked<'recordInternalReview'>): Decision<Conference> {
  const { reviewedOn } = command;
  if ((state.internalReviewOn ?? null) !== null) return refused('conference.already_recorded', command.kind);
  const wrong = wrongDate(reviewedOn, { notBefore: state.heldOn, on });
  if (wrong !== null) return refused(wrong, command.kind);
  const met = milestoneMet({ ...state, internalReviewOn: reviewedOn }, 'recordInternalReview', {
    actOn: reviewedOn,
  });
  const facts = { reviewedOn, isLate: met.isLate };
  return accepted('internalReviewRecorded', { at, rule: 'D11.1a', facts, state: met.state });
}

/** D13.3: the host and the lead office hear that somebody who supervises has remarked on the conclusions. */
function recordSupervision({ state, at }: Asked<'recordSupervision'>): Decision<Conference> {
  const number = (state.supervisions ?? 0) + 1;
  return accepted(
    'supervisionRecorded',
    { at, rule: 'D13.3', facts: { number }, state: { ...state, supervisions: number } },
    {
      notices: [
        {
          key: `supervisionRemark/${String(number)}`,
          letter: { kind: 'supervisionRemark', conferenceOn: state.heldOn ?? state.on },
          recipients: ['host', 'leadOffice'],
        },
      ],
    },
  );
}

/** D11.2a: kept with the conference, and collected into the period report of its organisation. */
function recordPolicyProposal({ state, at }: Asked<'recordPolicyProposal'>): Decision<Conference> {
  const number = (state.policyProposals ?? 0) + 1;
  return accepted('policyProposed', {
    at,
    rule: 'D11.2a',
    facts: { number },
    state: { ...state, policyProposals: number },
  });
}
