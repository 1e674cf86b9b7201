import { organisationInForce } from '../cases/bodies.js';
import type { CommandRow } from '../cases/command-row.js';
import { day, document, organisationCode, text } from '../http/schemas.js';
import { conferenceRow as row, type ConferenceRouteKind } from './conference-row.js';

type AfterwardsRouteKind = Extract<
  ConferenceRouteKind,
  'recordInternalReview' | 'recordSupervision' | 'recordPolicyProposal'
>;

const longest = 20_000;

/** What is noted after the conclusions besides the two documents (D11.1a, D11.2a, D13.3). */
export const afterwardsRows: Readonly<Record<AfterwardsRouteKind, CommandRow>> = {
  recordInternalReview: row(
    'recordInternalReview',
    { reviewedOn: day, note: text(longest) },
    ({ reviewedOn, ...words }) => ({
      command: { kind: 'recordInternalReview', reviewedOn },
      words,
    }),
  ),
  recordSupervision: row('recordSupervision', { remark: text(longest), document: document.optional() }, (words) => ({
    command: { kind: 'recordSupervision' },
    words,
  })),
  recordPolicyProposal: row(
    'recordPolicyProposal',
    { proposal: text(longest), to: organisationCode.optional(), document: document.optional() },
    async (words, context) => {
      if (words.to !== undefined) await organisationInForce(context, words.to, 'to');
      return { command: { kind: 'recordPolicyProposal' }, words };
    },
  ),
};
