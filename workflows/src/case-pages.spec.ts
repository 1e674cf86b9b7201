import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from '@jest/globals';
import { explainPagePath, workingUrlOf, type PastEvent } from '@dialogue/domain';
import { aConference, aPetition, aReport, at } from '@dialogue/testing/builders';

import type { BesideState } from './case-page.vi.js';
import { conferencePage } from './conference-page.vi.js';
import { petitionPage } from './petition-page.vi.js';
import { reportPage } from './report-page.vi.js';

/** The events that the machine of a room names in its sources, where it makes its transitions. */
function eventsOf(folder: string): readonly string[] {
  const path = fileURLToPath(new URL(`../../libs/domain/src/${folder}/`, import.meta.url));
  const sources = readdirSync(path).filter((file) => /^[\w.-]+\.ts$/.test(file) && !/\.(spec|fixture)\.ts$/.test(file));
  const texts = sources.map((file) => readFileSync(`${path}/${file}`, 'utf8'));
  const named = /(?:(?:accepted|happened)\(\s*|event: |\? \(\[|: \(\[|event = \w+ \? |event = \w+ \? '\w+' : )'(\w+)'/g;
  return [...new Set(texts.flatMap((text) => [...text.matchAll(named)].map(([, event = '']) => event)))];
}

function past(event: string): readonly PastEvent[] {
  return [{ event, at: at('2026-03-02'), rule: 'D11.3' }];
}

describe.each([
  ['petitions', 20, (event: string) => petitionPage.page(aPetition(), { recent: past(event) })],
  ['conferences', 14, (event: string) => conferencePage.page(aConference(), { recent: past(event) })],
  ['reports', 5, (event: string) => reportPage.page(aReport(), { recent: past(event) })],
])('the page of %s', (folder, atLeast, page) => {
  const events = [...eventsOf(folder), 'urged', 'remindersDropped', 'deadlineMissed', 'deliveryNoted'];

  it('D11.3: has Vietnamese words for everything that happens', () => {
    expect(events.length).toBeGreaterThan(atLeast);
    expect(events.filter((event) => page(event).includes(`: ${event} (`))).toEqual([]);
  });

  it('would show an event without words by its name', () => {
    expect(page('unheardOf')).toContain(': unheardOf (');
  });
});

describe('the deadline on a page', () => {
  const publicUrl = 'https://doithoai.example.vn';
  const petition = aPetition({ stage: 'inProgress' });
  const conference = aConference({ stage: 'preparing' });
  const report = aReport({ stage: 'collecting' });

  it.each([
    ['petition', petition, (beside: BesideState) => petitionPage.page(petition, beside)],
    ['conference', conference, (beside: BesideState) => conferencePage.page(conference, beside)],
    ['report', report, (beside: BesideState) => reportPage.page(report, beside)],
  ])('D11.1c: of a %s links to its own working', (_kind, { duties, calendar }, page) => {
    const shown = page({ recent: [], publicUrl });

    expect(duties.length).toBeGreaterThan(0);
    for (const { rule, anchorOn, dueOn } of duties) {
      const url = workingUrlOf(publicUrl, { rule, anchorOn, dueOn, edition: calendar.edition });
      expect(shown).toContain(`[Cách tính thời hạn](${url})`);
    }
    expect(page({ recent: [] })).not.toContain('Cách tính thời hạn');
  });

  it('D8.1f, D14.1: also of a day that is nobody’s duty', () => {
    const cutOff = `${explainPagePath}?rule=D8.1f&anchor=2026-04-16&due=2026-04-11&edition=1)`;
    const limit = `${explainPagePath}?rule=D14.1&anchor=2026-11-30&due=2026-12-09&edition=1)`;

    expect(conferencePage.page(conference, { recent: [], publicUrl })).toContain(cutOff);
    expect(reportPage.page(report, { recent: [], publicUrl })).toContain(limit);
  });
});
