import {
  differencesBetween,
  reasonsOf,
  recountCase,
  type CalendarDifference,
  type CalendarEdition,
  type CalendarSlice,
  type CaseOfKind,
  type DeadlineMove,
  type LocalDate,
} from '@dialogue/domain';
import type { OpenCasePlace, RolloutReads } from '@dialogue/persistence';

/** One open deadline that the publication of a draft would move. */
export interface PreviewedMove extends DeadlineMove {
  readonly found: CaseOfKind;
  /** The days that are counted otherwise between the anchor and the two dates. */
  readonly because: readonly CalendarDifference[];
}

/** What the publication of a draft would mean for open cases. */
export interface Preview {
  readonly openCases: number;
  readonly casesMoved: number;
  readonly moves: readonly PreviewedMove[];
  /** Cases whose count leaves the years of the draft, and that would wait for the next edition as they do now. */
  readonly uncounted: readonly CaseOfKind[];
  readonly differences: readonly CalendarDifference[];
}

/** What a preview counts with: the draft as a slice of all its years, and the edition that holds now. */
export interface PreviewBasis {
  readonly published: Pick<CalendarEdition, 'days'>;
  readonly draft: CalendarEdition;
  readonly slice: CalendarSlice;
  readonly on: LocalDate;
}

/** So many states are in memory at once. */
const casesAtOnce = 500;

/** D11.1c: every open case counted anew as it will be when it hears of the edition; nothing is written. */
export async function previewOf(reads: Pick<RolloutReads, 'openCases'>, basis: PreviewBasis): Promise<Preview> {
  const differences = differencesBetween(basis.published, basis.draft);
  const [moves, uncounted]: [PreviewedMove[], CaseOfKind[]] = [[], []];
  let [openCases, casesMoved] = [0, 0];
  for await (const found of openCasesOf(reads)) {
    openCases += 1;
    const counted = recountCase(found, basis.slice, basis.on);
    if ('needsCalendarUntil' in counted) {
      uncounted.push(found);
      continue;
    }
    if (counted.value.moves.length > 0) casesMoved += 1;
    for (const move of counted.value.moves) moves.push({ ...move, found, because: reasonsOf(move, differences) });
  }
  return { openCases, casesMoved, moves, uncounted, differences };
}

async function* openCasesOf(reads: Pick<RolloutReads, 'openCases'>): AsyncGenerator<CaseOfKind> {
  let after: OpenCasePlace | null = null;
  for (;;) {
    const page: readonly CaseOfKind[] = await reads.openCases(after, casesAtOnce);
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < casesAtOnce) return;
    after = last;
  }
}
