import { compare, compareCase, compareMails, type Difference } from './comparison.js';
import { told } from './demo.vi.js';
import {
  expectedCancelled,
  expectedConference,
  expectedPetitions,
  expectedReport,
  type ExpectedCase,
} from './expected-end.vi.js';
import { arrivedMails, type ArrivedMail } from './inbox.js';
import { known, type Stage, type TrackedCase } from './stage.js';

/** Mails travel by workflows of their own: the last ones may still be on their way. */
const arrivalLimitMs = 60_000;
const shownMails = 10;

/** Compares the end with the story, and shows both what differs and the mails; true when nothing differs. */
export async function endAsTold(stage: Stage, inboxPort: number): Promise<boolean> {
  const { narrator } = stage;
  narrator.chapter(told.comparing);
  const cases = endings(stage);
  let end = await compareAll(stage, cases, inboxPort);
  for (const until = Date.now() + arrivalLimitMs; end.differences.length > 0 && Date.now() < until;) {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    end = await compareAll(stage, cases, inboxPort);
  }
  narrator.line(told.mails);
  for (const { to, subject } of end.mails.slice(-shownMails)) narrator.line(told.mail(to, subject));
  narrator.line(told.inbox(`http://127.0.0.1:${String(inboxPort)}`));
  if (end.differences.length === 0) {
    narrator.line(told.allAsTold(cases.length + 1, end.mails.length));
    return true;
  }
  narrator.line(told.different(end.differences.length));
  for (const difference of end.differences) narrator.line(told.difference(difference));
  return false;
}

interface Ending {
  readonly name: string;
  readonly expected: ExpectedCase;
  readonly tracked: TrackedCase;
}

function endings(stage: Stage): readonly Ending[] {
  const petitions = [...stage.petitions].map(([fate, tracked]): Ending => ({
    name: `${fate} ${tracked.number}`,
    expected: expectedPetitions[fate],
    tracked,
  }));
  return [
    ...petitions,
    { name: 'conference', expected: expectedConference, tracked: known(stage.conference, 'conference') },
    { name: 'cancelled', expected: expectedCancelled, tracked: known(stage.cancelledConference, 'second conference') },
  ];
}

interface End {
  readonly differences: readonly Difference[];
  /** Of the cases of this story. */
  readonly mails: readonly ArrivedMail[];
}

async function compareAll(stage: Stage, cases: readonly Ending[], inboxPort: number): Promise<End> {
  const all = await arrivedMails(inboxPort);
  const domain = `u${stage.commune.code}.sonla.example`;
  const differences: Difference[] = [];
  for (const { name, expected, tracked } of cases) {
    differences.push(...compareCase(name, expected, await stage.people.admin.get(tracked.path)));
    differences.push(...compareMails(expected.mails, { number: tracked.number, domain }, all));
  }
  differences.push(...(await compareReport(stage, domain, all)));
  const numbers = [...cases.map(({ tracked }) => tracked.number), known(stage.report, 'report').number];
  const mails = all.filter(({ subject }) => numbers.some((number) => subject.startsWith(`[${number}]`)));
  return { differences, mails };
}

async function compareReport(
  stage: Stage,
  domain: string,
  all: readonly ArrivedMail[],
): Promise<readonly Difference[]> {
  const report = known(stage.report, 'report');
  const found = await stage.people.admin.get(report.path);
  const figures = ownFigures(found['figures']);
  const wanted = Object.entries(expectedReport.figures);
  return [
    ...compare('report: stage', expectedReport.stage, found['stage']),
    ...wanted.flatMap(([name, count]) => compare(`report: ${name}`, count, figures[name])),
    ...compareMails(expectedReport.mails, { number: report.number, domain }, all),
  ];
}

function ownFigures(figures: unknown): Readonly<Record<string, unknown>> {
  const own = typeof figures === 'object' && figures !== null && 'own' in figures ? figures.own : null;
  return typeof own === 'object' && own !== null ? { ...own } : {};
}
