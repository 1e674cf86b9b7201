import {
  addDays,
  addWorkingDays,
  defaultDeadlineTerms,
  explainDeadline,
  localDate,
  petitionMachine,
  weekdayOf,
} from '@dialogue/domain';
import { aCalendar, aNamedCalendar, aPetition } from '@dialogue/testing/builders';

import { measured, report } from './support/measure.js';

/** How fast deadlines are explained and counted anew (D11.1c): `npm run bench`. */

const edition = aNamedCalendar();
const { calendar } = edition;
/** The edition after it: somebody has declared one more day off. */
const corrected = aCalendar({ edition: 2, daysOff: [...calendar.daysOff, localDate('2026-03-20')] });
const anchors = everyDay('2016-01-01', '2026-10-31');
const cases = manyPetitions(10_000);
/** As cases have it: each holds its own slice, of about a year. */
const casesApart = cases.map((state) => ({ state, slice: structuredClone(sliceOf(corrected)) }));
/** When the correction is published. */
const today = localDate('2026-03-10');

requireThatDeadlinesMove();
report('deadlines', [
  measured({
    name: 'explain 15 working days, with names and legal bases',
    units: anchors.length,
    run: () => anchors.map((anchorOn) => explained(anchorOn, null)),
    baselineName: 'the date alone, by the naive walk',
    baseline: () => anchors.map((anchorOn) => naive(calendar, anchorOn, 15)),
    limit: { what: 'unit', ms: 1 },
  }),
  measured({
    name: 'explain 250 working days, the longest that may be asked',
    units: 500,
    run: () => anchors.slice(0, 500).map((anchorOn) => explained(anchorOn, { workingDays: 250 })),
    baselineName: 'the date alone, by the naive walk',
    baseline: () => anchors.slice(0, 500).map((anchorOn) => naive(calendar, anchorOn, 250)),
    limit: { what: 'unit', ms: 1 },
  }),
  measured({
    name: '15 working days, the date alone',
    units: anchors.length,
    run: () => anchors.map((anchorOn) => addWorkingDays(calendar, anchorOn, 15)),
    baselineName: 'by the naive walk',
    baseline: () => anchors.map((anchorOn) => naive(calendar, anchorOn, 15)),
    limit: { what: 'unit', ms: 0.1 },
  }),
  measured({
    name: "10,000 cases' deadlines counted anew, by their machine",
    units: cases.length,
    run: () => cases.map((state) => petitionMachine.recount(state, { calendar: corrected }, today)),
    baselineName: 'their due dates alone, by the naive walk',
    baseline: () => cases.map((state) => naivelyCounted(state, corrected)),
    limit: { what: 'round', ms: 1_000 },
  }),
  measured({
    name: 'the same, each case on a calendar of its own',
    units: cases.length,
    run: () => casesApart.map(({ state, slice }) => petitionMachine.recount(state, { calendar: { ...slice } }, today)),
    baselineName: 'their due dates alone, by the naive walk',
    baseline: () => casesApart.map(({ state, slice }) => naivelyCounted(state, slice)),
    limit: { what: 'round', ms: 1_000 },
  }),
]);

function explained(anchorOn, asked) {
  return explainDeadline(edition, { rule: 'D11.1c', anchorOn, asked, terms: defaultDeadlineTerms });
}

/** A round that only found out that nothing is to do would prove nothing. */
function requireThatDeadlinesMove() {
  const moves = cases.flatMap((state) => petitionMachine.recount(state, { calendar: corrected }, today).value.moves);
  if (moves.length < cases.length / 20) throw new Error(`Only ${moves.length} deadlines move`);
}

function naivelyCounted({ duties, terms }, given) {
  return duties.map(({ kind, anchorOn }) => naive(given, anchorOn, terms.duties[kind].workingDays));
}

/** The first way to count that comes to mind: a date for every day, looked up in a list. */
function naive({ daysOff, workedRestDays }, anchor, workingDays) {
  let on = anchor;
  for (let left = workingDays; left > 0;) {
    on = addDays(on, 1);
    if (weekdayOf(on) <= 5 ? !daysOff.includes(on) : workedRestDays.includes(on)) left -= 1;
  }
  return on;
}

/** Petitions with open duties, in the stages that have them, begun on two hundred different days. */
function manyPetitions(count) {
  const stages = ['received', 'accepted', 'assigned', 'inProgress', 'answered', 'resolved', 'deferred', 'referred'];
  const examples = stages.map((stage) => aPetition({ stage }));
  return Array.from({ length: count }, (_, index) => later(examples[index % examples.length], index % 200));
}

function later(state, days) {
  const duties = state.duties.map((duty) => ({
    ...duty,
    anchorOn: addDays(duty.anchorOn, days),
    dueOn: addDays(duty.dueOn, days),
  }));
  return { ...state, duties };
}

function sliceOf(given) {
  const [from, until] = [localDate('2026-01-01'), localDate('2027-06-30')];
  const isWithin = (on) => from <= on && on <= until;
  return {
    ...given,
    ...{ from, until },
    daysOff: given.daysOff.filter(isWithin),
    workedRestDays: given.workedRestDays.filter(isWithin),
  };
}

function everyDay(from, until) {
  const days = [];
  for (let on = localDate(from); on <= until; on = addDays(on, 1)) days.push(on);
  return days;
}
