import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

import { caseNames } from '@dialogue/admin-api';
import { dutyWords } from '@dialogue/mail';
import type { CaseKind, Ladder, Rung } from '@dialogue/domain';

import { root } from '../architecture/support/repository.js';
import type { Edge } from './explore.js';
import type { LifeCycle, MilestoneRow } from './machines.js';
import {
  byTime,
  manyStages,
  debtors,
  dueByAnother,
  dueTexts,
  headings,
  missTexts,
  recipients,
  titles,
  workingDaysText,
} from './page.vi.js';

/** The page, from the root of the repository. */
export const pagePath = 'docs/life-cycles.md';

/** The page as the machines draw it, formatted as every page is. */
export function lifeCyclesPage(cycles: readonly LifeCycle[]): string {
  const input = [headings.introduction, ...cycles.map(sectionOf)].join('\n\n');
  const prettier = join(root, 'node_modules/prettier/bin/prettier.cjs');
  return execFileSync(process.execPath, [prettier, '--stdin-filepath', pagePath], {
    cwd: root,
    input,
    encoding: 'utf8',
  });
}

function sectionOf(cycle: LifeCycle): string {
  const { kind } = cycle;
  return [
    `## ${titles[kind]}`,
    diagramOf(cycle),
    headings.commands[kind],
    commandsOf(cycle),
    headings.milestones[kind],
    milestonesOf(cycle),
  ].join('\n\n');
}

/** So many stages from which one command leads to the same stage are drawn as one. */
const many = 6;

/** Only what leads to another stage. */
function diagramOf({ kind, edges }: LifeCycle): string {
  const moves = edges.filter(({ from, to }) => from !== to);
  const drawn = moves.map((move) => (isFromMany(move, moves) ? { ...move, from: 'many' } : move));
  const names = {
    ...caseNames[kind].stages,
    ...(drawn.some(({ from }) => from === 'many') ? { many: manyStages } : {}),
  };
  const stages = Object.entries(names).map(([stage, name]) => `  ${stage}: ${stage}<br/>${name}`);
  const pairs = [...new Set(drawn.map(({ from, to }) => `${from} --> ${to}`))];
  const ways = pairs.map((pair) => `  ${pair}: ${waysOf(drawn, pair)}`);
  const [first = ''] = Object.keys(names);
  const ends = Object.keys(caseNames[kind].stages).filter((stage) => moves.every(({ from }) => from !== stage));
  const body = [...stages, `  [*] --> ${first}`, ...ways, ...ends.map((stage) => `  ${stage} --> [*]`)];
  return ['```mermaid', 'stateDiagram-v2', ...body, '```'].join('\n');
}

function isFromMany({ by, to }: Edge, moves: readonly Edge[]): boolean {
  return moves.filter((other) => other.by === by && other.to === to).length >= many;
}

function waysOf(drawn: readonly Edge[], pair: string): string {
  return [...new Set(drawn.filter(({ from, to }) => `${from} --> ${to}` === pair).map(nameOf))].join('<br/>');
}

function nameOf({ by }: Edge): string {
  return by ?? byTime;
}

function commandsOf({ kind, allowedFrom, edges }: LifeCycle): string {
  const rows = Object.entries(allowedFrom).map(([command, from]) => {
    const targets = targetsOf(edges.filter(({ by }) => by === command));
    return [code(command), caseNames[kind].commands[command] ?? '', from.map(code).join(' '), targets];
  });
  return table(headings.commandColumns, [...rows, ['', byTime, '', targetsOf(edges.filter(({ by }) => by === null))]]);
}

/** Where it leads; nowhere else than it was: a dash. */
function targetsOf(edges: readonly Edge[]): string {
  const targets = [...new Set(edges.filter(({ from, to }) => from !== to).map(({ to }) => to))];
  return targets.length === 0 ? '–' : targets.map(code).join(' ');
}

function milestonesOf({ kind, milestones }: LifeCycle): string {
  return table(
    headings.milestoneColumns,
    milestones.map((row) => [
      code(row.kind),
      dutyWords[row.kind].topic,
      dueOf(kind, row),
      row.rule,
      debtors[row.owedBy],
      rungsOf(row.ladder, (rung) => rung.workingDays <= 0),
      rungsOf(row.ladder, (rung) => rung.workingDays > 0),
      missTexts[row.whenMissed],
    ]),
  );
}

function dueOf(kind: CaseKind, { kind: duty, due }: MilestoneRow): string {
  if (due === null) return dueByAnother[duty] ?? '';
  const days = 'workingDays' in due ? due.workingDays : due.days;
  if (days === 0) return dueByAnother[duty] ?? '0';
  return dueTexts[kind](days, 'workingDays' in due);
}

function rungsOf({ rungs, thenEvery }: Ladder, isMeant: (rung: Rung) => boolean): string {
  const listed = rungs.filter(isMeant).map((rung) => `${workingDaysText(rung.workingDays)}: ${namesOf(rung)}`);
  const isLast = thenEvery !== null && isMeant(thenEvery);
  return [...listed, ...(isLast ? [headings.thenEvery(thenEvery.workingDays, namesOf(thenEvery))] : [])].join('<br/>');
}

function namesOf({ recipients: roles }: Rung): string {
  return roles.map((role) => recipients[role]).join(', ');
}

function code(name: string): string {
  return `\`${name}\``;
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return [columns, columns.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
