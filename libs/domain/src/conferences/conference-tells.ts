import type { Notice } from '../cases/notice.js';
import type { Tell } from '../cases/tell.js';
import type { OrganisationCode } from '../organisations/organisation-code.js';
import type { PetitionNews } from '../petitions/petition-commands.js';
import { bodiesOf } from './conference-bodies.js';
import { cutOffNews } from './conference-facts.js';
import { guestEvent } from './conference-guests.js';
import type { Conference } from './conference.js';

/** D8.1g: each body hears of the new day. */
export function movedNotices(before: Conference, after: Conference): readonly Notice[] {
  return bodiesOf(before).map((agency) => movedNotice(before, after, agency));
}

/** D8.1e, D8.1f: each petition hears what decides its path: the day, and how long before it opinions are in time. */
export function tellPath(state: Conference): readonly Tell[] {
  return toPetitions(state, { kind: 'conferenceMoved', conferenceId: state.id, ...cutOffNews(state) });
}

export function toPetitions({ petitions }: Pick<Conference, 'petitions'>, command: PetitionNews): readonly Tell[] {
  return petitions.map(({ id }) => ({ caseKind: 'petition', caseId: id, command }));
}

/** A conference may come back to a day that it had before: the count of the moves tells the letters apart. */
function movedNotice(before: Conference, after: Conference, agency: OrganisationCode): Notice {
  const { on, startsAt, moves } = after;
  const letter = { kind: 'conferenceMoved', agency, wasOn: before.on, conferenceOn: on, startsAt } as const;
  return {
    key: `conferenceMoved/${String(moves)}/${agency}`,
    letter: { ...letter, ...guestEvent(after, agency) },
    recipients: ['handler', 'agencyHead'],
  };
}
