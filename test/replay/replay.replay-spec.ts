import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  DefaultLogger,
  makeTelemetryFilterString,
  Runtime,
  type WorkflowBundleWithSourceMap,
} from '@temporalio/worker';

import { knownTo, occurringIn } from './coverage.js';
import { recordedRuns, type RecordedRun } from './histories.js';
import { paths } from './paths.js';
import { bundleForReplay, recordedSteps, replay } from './replaying.js';

jest.setTimeout(60_000);

const runs = recordedRuns();

function runNamed(name: string): RecordedRun {
  const found = runs.find((run) => run.name === name);
  if (found === undefined) throw new Error(`No history ${name}`);
  return found;
}

beforeAll(() => {
  // A history that no longer fits is a finding of the test, not a line in its log.
  const filter = makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' });
  const logger = new DefaultLogger('ERROR', () => undefined);
  Runtime.install({ logger, telemetryOptions: { logging: { filter } } });
});

describe('the committed histories', () => {
  it('are there, one or more of every path', () => {
    const recorded = new Set(runs.map(({ name }) => name.replace(/\.\d+$/, '')));

    expect([...recorded].sort()).toEqual(Object.keys(paths).sort());
    expect(runs.length).toBeGreaterThan(Object.keys(paths).length);
  });

  it.each([
    ['answered-in-time.1', ['acknowledged', 'answered', 'closed']],
    ['overdue-then-late.1', ['deadlineMissed', 'urged', 'answered']],
    ['receipt-deemed.1', ['receiptDeemed', 'receiptCorrected']],
    ['withdrawn.1', ['withdrawn']],
    ['redirected.1', ['redirected']],
    ['sent-back.1', ['answerSentBack', 'answerApproved']],
    ['reopened.1', ['reopened']],
    ['attached-and-settled.1', ['attachedToConference', 'conferenceMoved', 'conferenceConcluded', 'closed']],
    ['deferred.1', ['deferred', 'deferralEnded', 'resumed']],
    ['referred.1', ['referred', 'urged', 'referralReturned', 'declined']],
    ['returned.1', ['deadlineMissed', 'assignmentReturned']],
    ['reassigned.1', ['reassigned', 'receiptDeemed']],
    ['extension-granted.1', ['extensionRequested', 'extensionGranted', 'deadlineMissed']],
    ['extension-lapsed.1', ['extensionRefused', 'deadlineMissed']],
    ['cooperating.1', ['assigned', 'contributed', 'deadlineMissed', 'answered']],
    ['conference-held.1', ['briefingHeld', 'held', 'concluded', 'petitionFollowedUp', 'closed']],
    ['conference-overdue.1', ['deadlineMissed', 'urged', 'held', 'concluded']],
    ['conference-rescheduled.1', ['rescheduled', 'deadlineMissed']],
    ['conference-cancelled.1', ['cancelled']],
    [
      'conference-prepared.1',
      ['planSubmitted', 'aggregateReportIssued', 'attendanceConfirmed', 'hostChanged', 'cancelled'],
    ],
    ['conference-demanded.1', ['adHocDemanded', 'deadlineMissed', 'demandAnswered', 'planApproved']],
    ['conference-postponed.1', ['postponed', 'urged', 'rescheduled']],
    ['conference-failed.1', ['failed', 'urged', 'directionRecorded']],
    [
      'conference-documented.1',
      ['speakerRegistered', 'minutesSigned', 'policyProposed', 'closed', 'supervisionRecorded'],
    ],
    ['conference-without-day.1', ['conferencePostponed', 'conferenceMoved', 'conferenceEnded']],
    ['conference-given-up.1', ['postponed', 'petitionAttached', 'rescheduled', 'cancelled']],
    ['conference-reviewed.1', ['held', 'minutesSaved', 'internalReviewRecorded', 'supervisionRecorded', 'closed']],
    ['report-sent.1', ['opened', 'urged', 'returned', 'sent']],
    ['report-overdue.1', ['deadlineMissed', 'submitted']],
    ['leading-answered.1', ['followerJoined', 'answerApproved', 'reopened', 'withdrawn']],
    ['leading-gone.1', ['followerTurnedAway']],
    ['split-off.1', ['registered', 'deadlineMissed', 'classified']],
    ['detached-and-settled.1', ['attachedToConference', 'detached', 'settled', 'closed']],
    ['conference-without-conclusion.1', ['conferenceEnded', 'progressReported', 'referralAnswered', 'closed']],
    ['raised-at-conference.1', ['raised', 'conferenceConcluded', 'noticeSent', 'closed']],
    ['petition-counted-anew.1', ['calendarChanged', 'organisationChanged', 'termsAdopted', 'deadlineMissed']],
    ['conference-counted-anew.1', ['petitionDetached', 'calendarChanged', 'termsAdopted', 'deliveryNoted']],
    ['report-counted-anew.1', ['calendarChanged', 'organisationChanged', 'termsAdopted', 'sent']],
  ])('%s has gone its path', (name, events) => {
    const happened = recordedSteps(runNamed(name)).map(({ decided }) => (decided as { event?: string }).event);

    expect(happened).toEqual(expect.arrayContaining(events));
  });
});

describe('every command and every event', () => {
  it.each(['petition', 'conference', 'report'] as const)('of a %s occurs in a committed history', (kind) => {
    const occurring = occurringIn(runs, kind);

    expect(knownTo(kind).filter((name) => !occurring.has(name))).toEqual([]);
  });
});

describe('the workflows as they are now', () => {
  let bundle: WorkflowBundleWithSourceMap;

  beforeAll(async () => {
    bundle = await bundleForReplay();
  });

  it.each(runs.map((run) => [run.name, run] as const))(
    '%s: take the same steps and decide the same',
    async (_name, run) => {
      const { failure, steps } = await replay(bundle, run);

      expect(failure).toBeNull();
      expect(steps).toEqual(recordedSteps(run));
    },
  );
});

describe('a change that running cases would meet', () => {
  it('is caught by replay when a step was put in without a patch', async () => {
    const from = 'const isOver = await live(';
    const to = `await condition(() => false, 1); ${from}`;
    const bundle = await bundleForReplay({ file: /case-loop\.ts$/, from, to });

    const { failure } = await replay(bundle, runNamed('withdrawn.1'));

    expect(failure).toMatch(/^DeterminismViolationError: .*[Nn]ondeterminism/);
  });

  it('D11.1c: is caught by the comparison when a rule counts other days, though replay sees nothing', async () => {
    const from = 'addWorkingDays(calendar, duty.anchorOn, due.workingDays)';
    const to = 'addWorkingDays(calendar, duty.anchorOn, due.workingDays + 1)';
    const bundle = await bundleForReplay({ file: /cases\/duties\.ts$/, from, to });
    const run = runNamed('withdrawn.1');

    const { failure, steps } = await replay(bundle, run);

    expect(failure).toBeNull();
    expect(steps).not.toEqual(recordedSteps(run));
    const acknowledged = steps.find(({ decided }) => (decided as { event?: string }).event === 'acknowledged');
    const then = recordedSteps(run).find(({ decided }) => (decided as { event?: string }).event === 'acknowledged');
    expect(acknowledged).not.toEqual(then);
  });

  it('D11.1b: is caught by the comparison when another is written to, though replay sees nothing', async () => {
    const from = "recipients: isReceiptDeemed ? ['handler', 'agencyHead', 'leadOffice'] : ['handler', 'leadOffice'],";
    const to = "recipients: ['handler'],";
    const bundle = await bundleForReplay({ file: /petition-duties\.ts$/, from, to });
    const run = runNamed('receipt-deemed.1');

    const { failure, steps } = await replay(bundle, run);

    expect(failure).toBeNull();
    expect(steps).not.toEqual(recordedSteps(run));
  });
});
