import type { DutyDefinition, Ladder, Rung } from '../cases/duty.js';
import type { RecipientRole } from '../organisations/recipients.js';
import type { TermsProblem, TermsProblemCode } from './terms-problem.js';

/** A ladder that an office has set, with the duty that it urges for. */
export interface OwnLadder {
  readonly path: string;
  readonly duty: DutyDefinition;
  readonly ladder: Ladder;
  /** What holds by default. */
  readonly standard: Ladder;
  /** Working days from the beginning of the duty to its due day; null where the duty counts back from a day. */
  readonly workingDays: number | null;
}

/** Working days before a due day to which the calendar of every case reaches. */
const farthestReminder = 20;
const farthestRung = 60;

/** Above whoever owes a duty: urged once the day has passed, unless the duty is their own. */
const above: readonly RecipientRole[] = ['monitor', 'front', 'host', 'superior'];
const ofAgency: readonly RecipientRole[] = ['handler', 'agencyHead'];

/** Whom a ladder can urge at all: who owes, who leads, and those above; never who waits. */
export const urgedRoles = [
  'handler',
  'agencyHead',
  'leadOffice',
  'monitor',
  'front',
  'host',
  'superior',
] as const satisfies readonly RecipientRole[];

/** Every reason why nobody could be urged by this ladder as the regulation wants it (D11.3). */
export function ladderProblems(own: OwnLadder): readonly TermsProblem[] {
  const { ladder, path, duty } = own;
  const rungs = ladder.rungs.flatMap((rung, place) => rungProblems(own, rung, place));
  const every = ladder.thenEvery === null ? [] : intervalProblems(own, ladder.thenEvery);
  const codes = endCodes(own);
  return [...rungs, ...every, ...codes.map((code) => ({ path, code, rule: duty.rule, limit: null }))];
}

function rungProblems(own: OwnLadder, rung: Rung, place: number): readonly TermsProblem[] {
  const at = `${own.path}.rungs.${String(place)}`;
  const days = problemsAt(own, `${at}.workingDays`, dayCodes(own, rung, place));
  return [...days, ...recipientProblems(own, rung, `${at}.recipients`)];
}

function dayCodes({ ladder, duty, workingDays }: OwnLadder, rung: Rung, place: number): readonly TermsProblemCode[] {
  const { workingDays: days } = rung;
  const before = ladder.rungs.slice(0, place).map((each) => each.workingDays);
  const begins = workingDays === null || duty.whenMissed === 'goOn' ? farthestReminder : workingDays;
  return [
    ...(Number.isInteger(days) ? [] : (['days.notWhole'] as const)),
    ...(before.includes(days) ? (['rung.twice'] as const) : []),
    ...(before.some((each) => each > days) ? (['rung.outOfOrder'] as const) : []),
    ...(days < -Math.min(begins, farthestReminder) ? (['rung.beforeBeginning'] as const) : []),
    ...(days > farthestRung ? (['days.tooMany'] as const) : []),
  ];
}

function intervalProblems(own: OwnLadder, rung: Rung): readonly TermsProblem[] {
  const { workingDays: days } = rung;
  const at = `${own.path}.thenEvery`;
  const codes: readonly TermsProblemCode[] = [
    ...(Number.isInteger(days) ? [] : (['days.notWhole'] as const)),
    ...(days < 1 ? (['days.notPositive'] as const) : []),
    ...(days > farthestRung ? (['days.tooMany'] as const) : []),
  ];
  const problems = recipientProblems(own, { ...rung, workingDays: 1 }, `${at}.recipients`);
  return [...problemsAt(own, `${at}.workingDays`, codes), ...problems];
}

function recipientProblems(own: OwnLadder, rung: Rung, path: string): readonly TermsProblem[] {
  const { recipients } = rung;
  if (recipients.length === 0) return problemsAt(own, path, ['recipients.empty']);
  return recipients.flatMap((role, place) => {
    const isTwice = recipients.indexOf(role) < place;
    const codes: readonly TermsProblemCode[] = [
      ...(isTwice ? (['recipient.twice'] as const) : []),
      ...(isFit(own, role) ? [] : (['recipient.unfit'] as const)),
      ...(isTooEarly(own, rung, role) ? (['recipient.tooEarly'] as const) : []),
    ];
    return problemsAt(own, `${path}.${String(place)}`, codes);
  });
}

/** Whom a duty can urge at all: an agency only where one owes it. */
function isFit({ duty }: OwnLadder, role: RecipientRole): boolean {
  if (ofAgency.includes(role)) return duty.owedBy === 'agency';
  return urgedRoles.some((urged) => urged === role);
}

/** Nobody is told on before the day has passed, unless the default does so. */
function isTooEarly({ standard }: OwnLadder, { workingDays }: Rung, role: RecipientRole): boolean {
  if (workingDays > 0 || !above.includes(role)) return false;
  return !standard.rungs.some((rung) => rung.workingDays <= 0 && rung.recipients.includes(role));
}

/** D11.3: urged again and again until it is done, and of an unanswered assignment somebody above the agency hears. */
function endCodes({ ladder, standard, duty }: OwnLadder): readonly TermsProblemCode[] {
  const isToEscalate = duty.owedBy === 'agency' && duty.whenMissed === 'recordMiss';
  const after = [...ladder.rungs.filter(({ workingDays }) => workingDays > 0), ladder.thenEvery];
  const isEscalated = after.some((rung) => rung?.recipients.some((role) => !ofAgency.includes(role)) === true);
  return [
    ...(standard.thenEvery !== null && ladder.thenEvery === null ? (['ladder.ends'] as const) : []),
    ...(ladder.rungs.length === 0 && ladder.thenEvery === null ? (['ladder.empty'] as const) : []),
    ...(isToEscalate && !isEscalated ? (['ladder.neverEscalates'] as const) : []),
  ];
}

function problemsAt({ duty }: OwnLadder, path: string, codes: readonly TermsProblemCode[]): readonly TermsProblem[] {
  return codes.map((code) => ({ path, code, rule: duty.rule, limit: null }));
}
