import { describe, expect, it } from '@jest/globals';

import type { DutyKind, Letter } from '../cases/letter.js';
import { allowedFrom } from '../petitions/petition-commands.js';
import { conferenceAllowedFrom } from '../conferences/conference-commands.js';
import type { OrganisationCode } from '../organisations/organisation-code.js';
import { recipientRoutes, type RecipientRole } from '../organisations/recipients.js';
import { localDate } from '../time/local-date.js';
import { linkedActs, linkGoodUntil, linkTerms } from './linked-letters.js';

const agency = 'SL-SXD' as OrganisationCode;
const document = { number: '1', signedOn: localDate('2026-03-02') };
const assigned: Letter = {
  ...{ kind: 'assigned', agency, document, receiptDueOn: localDate('2026-03-05'), workingDays: 15 },
};

function reminder(duty: DutyKind, dueOn = '2026-03-24'): Letter {
  const days = { anchorOn: localDate('2026-03-03'), dueOn: localDate(dueOn), workingDaysLeft: 5 };
  return { kind: 'dutyReminder', duty, rule: 'D11.1c', isProvisional: false, agency, ...days };
}

describe('what a link lets a body do', () => {
  it.each<[string, Letter, readonly string[]]>([
    ['what was assigned', assigned, ['acknowledge', 'answer', 'requestExtension', 'returnAssignment']],
    ['a reminder of the answer', reminder('answer'), ['acknowledge', 'answer', 'requestExtension', 'returnAssignment']],
    ['a reminder of a contribution', reminder('contribute'), ['contribute']],
    ['a reminder to say who comes', reminder('confirmAttendance'), ['confirmAttendance', 'declineAttendance']],
    ['a reminder of opinions', reminder('supplyOpinions'), ['recordOpinionsReceived']],
  ])('D11.1c, D11.1b, D10.3a, D8.1b: a letter about %s offers its acts', (_what, letter, acts) => {
    expect(linkedActs(letter, 'handler')).toEqual(acts);
    expect(linkedActs(letter, 'agencyHead')).toEqual(acts);
  });

  it('D13.3: a reminder of the situation lets the Front report it, for it goes to nobody else outside', () => {
    expect(linkedActs(reminder('reportSituation'), 'front')).toEqual(['recordSituationReport']);
    for (const role of ['leadOffice', 'handler', 'agencyHead'] as const)
      expect(linkedActs(reminder('reportSituation'), role)).toBeNull();
    expect(linkedActs(reminder('answer'), 'front')).toBeNull();
  });

  it('brings none to anybody but the agency', () => {
    const others = [...Object.keys(recipientRoutes), 'petitioner'].filter(
      (role) => role !== 'handler' && role !== 'agencyHead',
    ) as RecipientRole[];

    expect(others).toHaveLength(9);
    for (const role of others) expect(linkedActs(assigned, role)).toBeNull();
  });

  it.each<[string, Letter]>([
    ['a duty of the host', reminder('approve')],
    ['what is over', { kind: 'dutyEnded', agency, because: 'withdrawn' }],
    ['trouble with the mail', { kind: 'deliveryTrouble', deliveryId: 'd', outcome: 'refused' }],
  ])('brings none with %s', (_what, letter) => {
    expect(linkedActs(letter, 'handler')).toBeNull();
  });

  it('offers nothing that no case knows', () => {
    const offered = linkedActs({ ...assigned }, 'handler') ?? [];

    for (const act of offered) expect(act in allowedFrom || act in conferenceAllowedFrom).toBe(true);
  });
});

describe('how long a link is good for', () => {
  it.each<[string, Letter, string]>([
    ['a month where nothing is due', { kind: 'answerApproved', agency, document }, '2026-04-01'],
    ['a month where the day is near', assigned, '2026-04-01'],
    ['a month where the day has passed', reminder('answer', '2026-01-05'), '2026-04-01'],
    ['two weeks beyond the day', reminder('answer', '2026-04-20'), '2026-05-04'],
    ['never for ever', reminder('answer', '2027-04-20'), '2026-05-31'],
  ])('%s', (_reason, letter, until) => {
    expect(linkGoodUntil(letter, localDate('2026-03-02'))).toBe(until);
    expect(linkTerms.atMostDays).toBe(90);
  });
});
