import { conferenceMachine } from '../conferences/conference.machine.js';
import { petitionMachine } from '../petitions/petition.machine.js';
import { reportMachine } from '../reports/report.machine.js';
import type { Instant } from '../time/instant.js';
import type { CaseOfKind } from './recount-case.js';

/** The next instant at which time does something to a case; null: never, or not within the calendar that it holds. */
export function nextDueOfCase(found: CaseOfKind): Instant | null {
  const next = ask(found);
  return 'value' in next ? next.value : null;
}

function ask(found: CaseOfKind): ReturnType<typeof petitionMachine.nextDueAt> {
  switch (found.caseKind) {
    case 'petition':
      return petitionMachine.nextDueAt(found.state);
    case 'conference':
      return conferenceMachine.nextDueAt(found.state);
    case 'report':
      return reportMachine.nextDueAt(found.state);
  }
}
