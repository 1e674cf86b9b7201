import { isEntryOf, type AnyLedgerEntry, type CaseKind, type CaseStates, type LedgerEntry } from '@dialogue/domain';

import type { Sql } from '../sql/sql.js';
import { projectConference } from './project-conference.js';
import { projectDuties } from './project-duties.js';
import { projectPetition } from './project-petition.js';
import { projectReport } from './project-report.js';

type Project<State> = (sql: Sql, entry: LedgerEntry<State>) => Promise<void>;

/** Brings what people read of a case up to the state after a transition. */
export async function project(sql: Sql, entry: AnyLedgerEntry): Promise<void> {
  await projections[entry.caseKind](sql, entry);
  await projectDuties(sql, entry);
}

const projections: Readonly<Record<CaseKind, Project<AnyLedgerEntry['state']>>> = {
  petition: projecting('petition', projectPetition),
  conference: projecting('conference', projectConference),
  report: projecting('report', projectReport),
};

function projecting<Kind extends CaseKind>(
  kind: Kind,
  projection: Project<CaseStates[Kind]>,
): Project<AnyLedgerEntry['state']> {
  return async (sql, entry) => {
    if (isEntryOf(entry, kind)) await projection(sql, entry);
  };
}
