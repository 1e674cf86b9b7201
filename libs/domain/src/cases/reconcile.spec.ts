import { describe, expect, it } from '@jest/globals';

import { reconcile, reconciliationFindings, remedies, type RegisteredRun, type SeenRun } from './reconcile.js';

const now = Date.parse('2026-03-26T02:00+07:00');
const minute = 60_000;
const hour = 60 * minute;

/** A case in order: begun, open, quiet for a day, and its run sleeps. */
const registered: RegisteredRun = {
  isBegun: true,
  canBegin: true,
  isOver: false,
  recordedAt: now - 24 * hour,
  nextDueAt: now + hour,
  stage: 'assigned',
  waitingSince: null,
  missedRollout: false,
};
const seen: SeenRun = { status: 'running', stage: 'assigned', isTaskFailing: false, failingStep: null };

describe('reconcile', () => {
  it.each<[string, string | null, Partial<RegisteredRun>, Partial<SeenRun>]>([
    ['the register and the run agree', null, {}, {}],
    ['nobody runs it', 'runMissing', {}, { status: 'missing' }],
    ['its run has ended though it is open', 'runMissing', {}, { status: 'ended' }],
    ['it is over and its run has ended', null, { isOver: true }, { status: 'ended' }],
    ['it is over and runs on', 'overButRunning', { isOver: true, nextDueAt: null }, {}],
    ['it waits at the door for its beginning', 'notBegun', { isBegun: false }, { status: 'missing' }],
    ['nothing is there that could begin it', 'beginningLost', { isBegun: false, canBegin: false }, {}],
    ['its code fails', 'taskFailing', { nextDueAt: now - 9 * hour }, { isTaskFailing: true }],
    ['the register has other content', 'registerAhead', {}, { failingStep: 'registerAhead' }],
    ['the register lacks what the run knows', 'runAhead', {}, { failingStep: 'runAhead' }],
    ['the register refuses for another reason', 'stepFailing', {}, { failingStep: 'other' }],
    ['its page shows another stage', 'stageDiffers', {}, { stage: 'inProgress' }],
    ['its page shows no stage', null, {}, { stage: null }],
    ['a deadline passed an hour ago', 'overdue', { nextDueAt: now - hour - 1 }, {}],
    ['time may still yield to a command on its way', null, { nextDueAt: now - hour }, {}],
    ['a command has waited for a while', 'commandWaits', { waitingSince: now - 11 * minute }, {}],
    ['a command has waited for more than a day', 'commandStuck', { waitingSince: now - 25 * hour }, {}],
    ['a command has just come', null, { waitingSince: now - minute }, {}],
    ['it never took a rollout', 'rolloutMissed', { missedRollout: true }, {}],
    ['it has just recorded something and nobody runs it', 'runMissing', { recordedAt: now }, { status: 'missing' }],
    ['it has just come to the door', null, { isBegun: false, recordedAt: now - minute }, { status: 'missing' }],
    ['it has just ended', null, { isOver: true, recordedAt: now - minute }, {}],
    ['its page is a moment behind', null, { recordedAt: now - minute }, { stage: 'accepted' }],
  ])('%s: %s', (_reason, finding, register, run) => {
    expect(reconcile({ ...registered, ...register }, { ...seen, ...run }, now)).toBe(finding);
  });

  it('ends no run that it cannot start again', () => {
    const ended = reconciliationFindings.filter((finding) => remedies[finding].action === 'restarted');

    expect(ended).not.toContain('unknownRun');
    expect(ended).not.toContain('taskFailing');
  });
});
