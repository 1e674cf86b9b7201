import {
  workingDaysBetween,
  dateAt,
  type CalendarSlice,
  type DutyKind,
  type Instant,
  type LocalDate,
  type OrganisationCode,
} from '@dialogue/domain';
import type {
  CaseFileRow,
  ConferenceDetail,
  Contacts,
  DutyRow,
  FollowedLink,
  OrganisationContact,
  PetitionDetail,
  Register,
} from '@dialogue/persistence';

import { frontOf } from '../cases/bodies.js';

/** What the page of a link is made of: one case, as one body sees it on this day. */
export type LinkCase = PetitionLinkCase | ConferenceLinkCase;

interface LinkCaseFrame {
  readonly today: LocalDate;
  /** Of the lead office: whom to call. */
  readonly contacts: readonly OrganisationContact[];
  /** Open duties of the body. */
  readonly duties: readonly OwedDuty[];
  /** D11.1d: what the agencies of the case may read. */
  readonly files: readonly CaseFileRow[];
}

export interface PetitionLinkCase extends LinkCaseFrame {
  readonly kind: 'petition';
  readonly petition: PetitionDetail;
  /** D4.1, D11.1d: nothing that a person wrote is shown. */
  readonly isWithheld: boolean;
  readonly isLead: boolean;
}

export interface ConferenceLinkCase extends LinkCaseFrame {
  readonly kind: 'conference';
  readonly conference: ConferenceDetail;
}

/** A duty, and how many working days there are left; null: the calendar does not reach so far. */
export interface OwedDuty extends DutyRow {
  readonly workingDaysLeft: number | null;
}

/** `left`: the case is no longer with the body. */
export type LinkReading = LinkCase | 'left' | 'ended';

/** What reading a case for a link stands on. */
export interface LinkCaseParts {
  readonly register: Pick<
    Register,
    'petition' | 'petitionScope' | 'conference' | 'namedCalendar' | 'organisationLines'
  >;
  readonly contacts: Pick<Contacts, 'list'>;
  readonly now: () => Instant;
}

/** The case of a link, as far as its body may see it by the link (D11.1b, D11.1d). */
export async function readLinkCase(parts: LinkCaseParts, link: FollowedLink): Promise<LinkReading> {
  return link.caseKind === 'petition' ? readPetition(parts, link) : readConference(parts, link);
}

const endsOfPetitions: readonly string[] = ['closed', 'redirected', 'withdrawn', 'merged'];
const endsOfConferences: readonly string[] = ['closed', 'cancelled'];

async function readPetition(parts: LinkCaseParts, { caseId, organisation }: FollowedLink): Promise<LinkReading> {
  const [petition, scope] = await Promise.all([parts.register.petition(caseId), parts.register.petitionScope(caseId)]);
  if (petition === null || scope === null) return 'left';
  if (endsOfPetitions.includes(petition.stage)) return 'ended';
  const { code } = organisation;
  const isLead = scope.agency === code;
  if (!isLead && !scope.cooperating.includes(code)) return 'left';
  const duties = petition.duties.filter(({ kind, body }) =>
    body === null ? isLead && ofLead.includes(kind) : body.code === code,
  );
  return {
    ...(await frame(parts, petition.leadOffice.code, duties)),
    ...{ kind: 'petition', petition, isLead },
    files: petition.files.filter(({ isForAgency }) => isForAgency),
    isWithheld: scope.isProtected || petition.classification !== 'normal',
  };
}

/** What the agency that leads owes (D11.1c). */
const ofLead: readonly DutyKind[] = ['receipt', 'answer', 'reportProgress', 'resolve'];

async function readConference(
  parts: LinkCaseParts,
  { caseId, organisation, role }: FollowedLink,
): Promise<LinkReading> {
  const conference = await parts.register.conference(caseId);
  if (conference === null) return 'left';
  if (endsOfConferences.includes(conference.stage)) return 'ended';
  const { code } = organisation;
  // D13.3: the Front reports on the situation, whether it is asked for opinions, or invited, or not yet, while it is that.
  const isTheirs =
    role === 'front' ? (await frontOf(parts, conference.organisation.code)) === code : isOfConference(conference, code);
  if (!isTheirs) return 'left';
  const duties = conference.duties.filter(({ body }) => body?.code === code);
  const files = conference.files.filter(({ isForAgency }) => isForAgency);
  return { ...(await frame(parts, conference.leadOffice.code, duties)), kind: 'conference', conference, files };
}

/** Asked, invited, or to prepare an answer (D8.1b, D8.1d, D8.1g), and not succeeded by another body since (D11.3). */
function isOfConference({ bodies, petitions }: ConferenceDetail, code: OrganisationCode): boolean {
  return (
    bodies.some(({ organisation, leftOn }) => organisation.code === code && leftOn === null) ||
    petitions.some(({ preparedBy, detachedOn }) => preparedBy?.code === code && detachedOn === null)
  );
}

async function frame(
  { register, contacts, now }: LinkCaseParts,
  leadOffice: OrganisationCode,
  duties: readonly DutyRow[],
): Promise<Omit<LinkCaseFrame, 'files'>> {
  const today = dateAt(now());
  const calendar = (await register.namedCalendar(null))?.calendar ?? null;
  return {
    today,
    contacts: await contacts.list(leadOffice, today),
    duties: duties
      .filter(({ doneAt }) => doneAt === null)
      .map((duty) => ({ ...duty, workingDaysLeft: left(calendar, today, duty.dueOn) })),
  };
}

function left(calendar: CalendarSlice | null, today: LocalDate, dueOn: LocalDate): number | null {
  if (calendar === null || dueOn > calendar.until || today < calendar.from || dueOn < calendar.from) return null;
  return workingDaysBetween(calendar, today, dueOn);
}
