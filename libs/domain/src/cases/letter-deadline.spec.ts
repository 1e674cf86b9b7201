import { describe, expect, it } from '@jest/globals';

import { anOrganisation } from '@dialogue/testing/builders';

import { localDate } from '../time/local-date.js';
import { deadlineOfLetter } from './letter-deadline.js';
import type { Letter } from './letter.js';

const agency = anOrganisation('SL-STC');
const document = { number: '12/CV', signedOn: localDate('2026-03-02') };
const dueOn = localDate('2026-03-23');

describe('the deadline that a letter speaks of', () => {
  it.each<[string, Letter, ReturnType<typeof deadlineOfLetter>]>([
    [
      'a reminder names its duty itself',
      {
        ...{ kind: 'dutyReminder', duty: 'contribute', rule: 'D11.1c', anchorOn: localDate('2026-03-02'), dueOn },
        ...{ workingDaysLeft: 3, isProvisional: false, agency },
      },
      { duty: 'contribute', dueOn },
    ],
    [
      'an assignment asks for the receipt first',
      { kind: 'assigned', agency, document, receiptDueOn: dueOn, workingDays: 15 },
      { duty: 'receipt', dueOn },
    ],
    [
      'a receipt begins the time to answer',
      { kind: 'receiptRecorded', agency, receivedOn: dueOn, isDeemed: false, dueOn, isProvisional: false },
      { duty: 'answer', dueOn },
    ],
    [
      'opinions come until the briefing',
      { kind: 'opinionsRequested', agency, conferenceOn: localDate('2026-04-01'), cutOffOn: dueOn },
      { duty: 'supplyOpinions', dueOn },
    ],
    [
      'one returned to a conference has no day',
      { kind: 'assignmentReturned', agency, dueOn: null, isProvisional: false },
      null,
    ],
    ['news ask for nothing', { kind: 'accepted' }, null],
  ])('D11.3: %s', (_reason, letter, deadline) => {
    expect(deadlineOfLetter(letter)).toEqual(deadline);
  });
});
