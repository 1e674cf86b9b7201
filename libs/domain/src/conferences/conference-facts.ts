import { countDays } from '../calendar/day-walk.js';
import type { ConferenceReference } from '../petitions/petition-commands.js';
import { briefingCutOffDays } from '../petitions/petition-terms.js';
import type { LocalDate } from '../time/local-date.js';
import { conferenceFlags, type Conference, type ConferenceFlag } from './conference.js';

/** What a conference is at the door, before its workflow has taken it. */
export type ConferencePlan = Pick<
  Conference,
  'id' | 'number' | 'kind' | 'host' | 'field' | 'organisation' | 'leadOffice' | 'names' | 'on' | 'startsAt' | 'demand'
>;

/** The first state of a case; the calendar begins early enough before the day of the plan to count reminders back. */
export function drafted(plan: ConferencePlan, basis: Pick<Conference, 'terms' | 'calendar'>): Conference {
  return {
    ...plan,
    ...basis,
    stage: 'drafted',
    plannedOn: null,
    asked: [],
    guests: [],
    invitedOn: null,
    petitions: [],
    heldOn: null,
    conclusionNotice: null,
    resultReport: null,
    moves: 0,
    hasFinding: false,
    duties: [],
    dutiesSoFar: 0,
    endedAt: null,
    lettersInTrouble: [],
    troublesTold: 0,
  };
}

export function isConferenceEnded({ stage }: Conference): boolean {
  return stage === 'closed' || stage === 'cancelled';
}

/** D8.1e, D8.1f: the last day on which an opinion still comes to the briefing. */
export function cutOffOn({ calendar, on, terms }: Conference): LocalDate {
  return countDays(calendar, on, { calendarDays: -terms.cutOffDays });
}

/** What decides the path of its petitions, as they hear it: the cut-off only where it is not the regulation's own (D13.1). */
export function cutOffNews({
  on,
  terms: { cutOffDays },
}: Pick<Conference, 'on' | 'terms'>): Pick<ConferenceReference, 'on' | 'cutOffDays'> {
  return { on, ...(cutOffDays === briefingCutOffDays ? {} : { cutOffDays }) };
}

/** What a supervisor should notice at a glance. */
export function conferenceFlagsOf({ duties, hasFinding, lettersInTrouble }: Conference): readonly ConferenceFlag[] {
  const flags: Readonly<Record<ConferenceFlag, boolean>> = {
    overdue: duties.some((duty) => duty.missedAt !== null),
    finding: hasFinding,
    belated: duties.some((duty) => duty.isBelated === true),
    provisional: duties.some((duty) => duty.isProvisional),
    mailTrouble: lettersInTrouble.length > 0,
  };
  return conferenceFlags.filter((flag) => flags[flag]);
}
