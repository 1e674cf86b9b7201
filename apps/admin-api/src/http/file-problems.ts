import type { FieldProblem } from '../errors/api-error.js';
import { furtherPlaces, onLine } from './file-faults.vi.js';

/** A sentence about a place of a file: a line, or with null the file as a whole. */
export function fileProblem(line: number | null, message: string): FieldProblem {
  return line === null ? { path: 'file', message } : { path: `line.${String(line)}`, message: onLine(line, message) };
}

/** The first of all that is wrong with a file, and how much more there is. */
export function firstProblems(problems: readonly FieldProblem[]): readonly FieldProblem[] {
  const rest = problems.length - mostProblems;
  return rest > 0 ? [...problems.slice(0, mostProblems), fileProblem(null, furtherPlaces(rest))] : problems;
}

/** More than this nobody mends in one go. */
const mostProblems = 200;
