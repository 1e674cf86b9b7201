import type { CalendarSlice } from '../calendar/calendar-slice.js';
import { conferenceMachine } from '../conferences/conference.machine.js';
import { petitionMachine } from '../petitions/petition.machine.js';
import { reportMachine } from '../reports/report.machine.js';
import type { LocalDate } from '../time/local-date.js';
import type { Counted } from './case-machine.js';
import type { CaseStates } from './case-states.js';
import type { CaseKind } from './ledger-entry.js';
import type { Recount } from './surroundings.js';

/** A case of any kind with its state. */
export type CaseOfKind = {
  readonly [Kind in CaseKind]: { readonly caseKind: Kind; readonly caseId: string; readonly state: CaseStates[Kind] };
}[CaseKind];

/** What would move in a case on another calendar, on the day of the change; the same count as that of `calendarChanged`. */
export function recountCase(found: CaseOfKind, calendar: CalendarSlice, on: LocalDate): Counted<Recount<unknown>> {
  switch (found.caseKind) {
    case 'petition':
      return petitionMachine.recount(found.state, { calendar }, on);
    case 'conference':
      return conferenceMachine.recount(found.state, { calendar }, on);
    case 'report':
      return reportMachine.recount(found.state, { calendar }, on);
  }
}
