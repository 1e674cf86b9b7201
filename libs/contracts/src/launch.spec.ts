import { describe, expect, it } from '@jest/globals';

import { envelopeOf, envelopeOfNews } from './envelope.js';
import { launchOf } from './launch.js';
import { isReportOpener, reportOpeners } from './report-opener.js';

function attributesOf(kind: Parameters<typeof launchOf>[0], id: string): Readonly<Record<string, unknown>> {
  return Object.fromEntries(launchOf(kind, id).typedSearchAttributes.map(({ key, value }) => [key.name, value]));
}

describe('launchOf', () => {
  it.each([
    ['petition', '7f0c', 'petitionWorkflow', 'case'],
    ['conference', '2c1e', 'conferenceWorkflow', 'case'],
    ['report', 'SL-STC/2026-Y', 'reportWorkflow', 'case'],
    ['mail', '3c01', 'mailWorkflow', 'mail'],
    ['import', '5d2a', 'importWorkflow', 'report'],
    ['rollout', 'calendar/2', 'rolloutWorkflow', 'report'],
    ['reconciliation', '9f01', 'reconciliationWorkflow', 'report'],
  ] as const)('starts %s/%s as %s on the queue %s, or uses the one that runs', (kind, id, workflowType, taskQueue) => {
    expect(launchOf(kind, id)).toMatchObject({
      workflowType,
      taskQueue,
      workflowId: `${kind}/${id}`,
      workflowIdConflictPolicy: 'USE_EXISTING',
    });
  });

  it.each([
    ['petition', '7f0c', { CaseKind: 'petition' }],
    ['conference', '2c1e', { CaseKind: 'conference', ConferenceId: '2c1e' }],
    ['report', 'SL-STC/2026-Y', { CaseKind: 'report', OrganisationCode: 'SL-STC', ReportPeriod: '2026-Y' }],
    ['mail', '3c01', { CaseKind: 'mail' }],
    ['import', '5d2a', { CaseKind: 'import' }],
    ['reconciliation', '9f01', { CaseKind: 'reconciliation' }],
  ] as const)('makes %s/%s findable from its first moment', (kind, id, attributes) => {
    expect(attributesOf(kind, id)).toEqual(attributes);
  });
});

describe('an envelope', () => {
  const kept = {
    id: 'c-1',
    kind: 'accept',
    actorId: 'u-1',
    payload: { field: 'economy' },
    receivedAt: 1_000,
    isVirtual: false,
  };
  const news = { commandId: 'o-1', createdAt: 2_000, isVirtual: false, command: { kind: 'conferenceEnded' } };

  it('D11.1d: carries of a command what its signal needs, and nothing else that the register keeps', () => {
    expect(envelopeOf({ ...kept, ...{ words: 'MARKER' } })).toEqual({
      commandId: 'c-1',
      actorId: 'u-1',
      receivedAt: 1_000,
      command: { kind: 'accept', field: 'economy' },
    });
  });

  it('carries news of the system, which nobody in particular gave', () => {
    expect(envelopeOfNews(news)).toEqual({
      commandId: 'o-1',
      actorId: null,
      receivedAt: 2_000,
      command: { kind: 'conferenceEnded' },
    });
  });

  it('leaves the instant to a case that counts on its own clock', () => {
    expect(envelopeOf({ ...kept, isVirtual: true }).receivedAt).toBeNull();
    expect(envelopeOfNews({ ...news, isVirtual: true }).receivedAt).toBeNull();
  });
});

describe('the openers', () => {
  it('D14.1: are one for each kind of period, under ids of no case', () => {
    expect(Object.values(reportOpeners).map(({ args }) => args)).toEqual([[{ kind: 'halfYear' }], [{ kind: 'year' }]]);
    expect(isReportOpener('report-opener/year-2026-10-01T00:00:00Z')).toBe(true);
    expect(isReportOpener('report/SL-STC/2026-Y')).toBe(false);
  });
});
