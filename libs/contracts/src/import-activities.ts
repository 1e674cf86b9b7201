/** The argument of `importWorkflow`; its id is that of the workflow without `import/`. */
export interface ImportStart {
  readonly importId: string;
}

/** How far an import has come, in numbers of lines: no words and no data of people. */
export interface ImportProgress {
  readonly read: number;
  readonly waiting: number;
  readonly registered: number;
  /** Registered, and taken by their workflows. */
  readonly running: number;
  /** Registered, and not decided yet. */
  readonly starting: number;
  readonly refused: number;
  readonly duplicate: number;
  readonly cancelled: number;
  readonly registeredNow: number;
  readonly isFinished: boolean;
}

/** The step of an import, on the queue `report`; it may run twice: a row that is registered is none that waits. */
export interface ImportActivities {
  /** Registers the next rows in one transaction, unless too many cases are still being started. Null: no such import. */
  readonly registerRows: (start: ImportStart) => Promise<ImportProgress | null>;
}
