import type { RoutedCommandKind } from './command-table.js';
import { exampleTexts } from '../http/example-texts.vi.js';

const evidence = { number: '12/BC-SXD', signedOn: '2026-11-20', signatory: exampleTexts.signatory };

/** A body of each command, as the documentation shows it. */
export const examples: Readonly<Record<RoutedCommandKind, Readonly<Record<string, unknown>>>> = {
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
  approveAnswer: { remark: exampleTexts.remark },
  sendBackAnswer: { reason: exampleTexts.sendBackReason },
  recordResolution: { evidence },
  recordNoticeSent: { number: '56/TB-VP', sentOn: '2026-12-14', means: 'post' },
  withdraw: { reason: exampleTexts.withdrawReason, evidence },
  close: {},
  reopen: { reason: exampleTexts.reopenReason },
};
