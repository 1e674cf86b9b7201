import type {
  CaseKind,
  CaseReference,
  Field,
  FieldCode,
  LocalDate,
  NamedCalendar,
  OrganisationCode,
} from '@dialogue/domain';
import type { DataSource } from 'typeorm';

import { fieldOf } from '../fields/fields-of.js';
import { organisationLines, type OrganisationLines } from '../organisations/organisation-lines.js';
import { routing, type Routing, type RoutingQuestion } from '../organisations/routing.js';
import { hostPosts, type HostPost } from '../posts/host-posts.js';
import { inSnapshot, sqlOf } from '../sql/sql.js';
import { termsInForce, type SetTerms, type TermsQuestion } from '../terms/terms-in-force.js';
import { fileOfCase } from './case-files.js';
import { history } from './case-history.js';
import type { CaseFileRow, DeliveryScope, HistoryPage, HistoryRequest, Page, PageRequest } from './case-reads.js';
import { minutesOf, type MinutesText } from './conference-acts.js';
import { conference, conferencePetitions } from './conference-detail.js';
import type {
  ConferenceDetail,
  ConferenceFilter,
  ConferencePetitionRow,
  ConferenceScope,
  ConferenceSort,
  ConferenceSummary,
} from './conference-reads.js';
import { conferenceCounts, conferences } from './conference-summaries.js';
import { countsByOrganisation } from './counts.js';
import { dutiesAfter, type DutyAfter, type ForeseenCommand } from './duties-after.js';
import type { ListCounts } from './list-counts.js';
import { namedCalendar } from './named-calendar.js';
import type {
  AuthorityQuestion,
  CountsQuery,
  Level,
  Organisation,
  OrganisationCounts,
  OrganisationOnDay,
  OrganisationQuery,
  WithinQuestion,
} from './organisation-reads.js';
import {
  levels,
  organisation,
  organisationOnDay,
  organisations,
  organisationsBelow,
  isUnderAuthority,
  organisationSubtree,
  organisationsWithin,
} from './organisations.js';
import { petition } from './petition-detail.js';
import { likelyDuplicates, type DuplicatesQuestion, type PossibleDuplicate } from './petition-duplicates.js';
import type { PetitionDetail, PetitionFilter, PetitionScope, PetitionSort, PetitionSummary } from './petition-reads.js';
import { petitionCounts, petitions } from './petition-summaries.js';
import { report } from './report-detail.js';
import type { ReportDetail, ReportFilter, ReportScope, ReportSort, ReportSummary } from './report-reads.js';
import { reportCounts, reports } from './report-summaries.js';
import { conferenceScope, deliveryScope, petitionScope, reportScope } from './scopes.js';

/** What can be read of the register. Every read sees what the ledger has committed. */
export interface Register {
  petition(id: string): Promise<PetitionDetail | null>;
  petitionScope(id: string): Promise<PetitionScope | null>;
  deliveryScope(deliveryId: string): Promise<DeliveryScope | null>;
  /** Null: no command that the case has accepted has brought it. */
  fileOfCase(reference: CaseReference, id: string): Promise<CaseFileRow | null>;
  /** What a case would owe once it had decided a command so; null: it would refuse it, or cannot be counted yet. */
  dutiesAfter(foreseen: ForeseenCommand): Promise<readonly DutyAfter[] | null>;
  /** What has happened to a case of any kind, page by page. */
  history(reference: CaseReference, page: HistoryRequest): Promise<HistoryPage>;
  petitions(filter: PetitionFilter, page: PageRequest<PetitionSort>): Promise<Page<PetitionSummary>>;
  petitionCounts(filter: PetitionFilter): Promise<ListCounts>;
  /** What a petition could be merged into, the likeliest first (D8.1c). */
  likelyDuplicates(question: DuplicatesQuestion): Promise<readonly PossibleDuplicate[]>;
  conference(id: string): Promise<ConferenceDetail | null>;
  conferenceScope(id: string): Promise<ConferenceScope | null>;
  conferences(filter: ConferenceFilter, page: PageRequest<ConferenceSort>): Promise<Page<ConferenceSummary>>;
  conferenceCounts(filter: ConferenceFilter): Promise<ListCounts>;
  /** What belongs to the conference now; the detail names what has left its list as well. */
  conferencePetitions(id: string): Promise<readonly ConferencePetitionRow[]>;
  /** D10.3b: every version of the minutes with its words, the first first. */
  conferenceMinutes(id: string): Promise<readonly MinutesText[]>;
  /** With the figures as they were taken; with those of this moment while the report is being written. */
  report(id: string): Promise<ReportDetail | null>;
  reportScope(id: string): Promise<ReportScope | null>;
  reports(filter: ReportFilter, page: PageRequest<ReportSort>): Promise<Page<ReportSummary>>;
  reportCounts(filter: ReportFilter): Promise<ListCounts>;
  /** Of the list of fields, also one that is over (D5). */
  field(code: FieldCode): Promise<Field | null>;
  organisations(query: OrganisationQuery): Promise<readonly Organisation[]>;
  organisation(code: string): Promise<Organisation | null>;
  /** With what it was below on that day, what came before and after it, and who answers for it. */
  organisationOnDay(code: string, on: LocalDate): Promise<OrganisationOnDay | null>;
  /** The highest first; with a day: only those that there are on it. */
  levels(on?: LocalDate): Promise<readonly Level[]>;
  /** The posts by which the body that answers for a code on a day may host a conference (D1). */
  hostPosts(code: string, on: LocalDate): Promise<readonly HostPost[]>;
  /** A published edition of the calendar with the names of its days: the newest where none is named. */
  namedCalendar(edition: number | null): Promise<NamedCalendar | null>;
  /** Null when the code is unknown, or nobody has taken over from a body that is not in force on the day. */
  organisationLines(code: string, on: LocalDate): Promise<OrganisationLines | null>;
  /** D7: who prepares. Null when nobody answers for the organisation, or nobody there is the host that was named. */
  routing(question: RoutingQuestion): Promise<Routing | null>;
  /**
   * The organisation, what is below it on that day, and the former bodies that these have taken over from: so what was
   * once filed under a predecessor stays in scope.
   */
  organisationSubtree(code: string, on: LocalDate): Promise<readonly OrganisationCode[]>;
  /** Those of the bodies that are in the subtree of one of the roots: so one asks for a few, without reading all. */
  organisationsWithin(question: WithinQuestion): Promise<readonly OrganisationCode[]>;
  /** D11.1b: whether a body is under the authority of an organisation, which is under its own. */
  isUnderAuthority(question: AuthorityQuestion): Promise<boolean>;
  /** The organisation and what is below it, as far as it is in force on the day; in Vietnamese order, level by level. */
  organisationsBelow(code: string, on: LocalDate): Promise<readonly Organisation[]>;
  /** D13.1: what somebody has set for an organisation by a day, itself or above it; null: the defaults hold. */
  termsInForce<Kind extends CaseKind>(kind: Kind, question: TermsQuestion): Promise<SetTerms<Kind> | null>;
  /** Received, answered in time, answered late, overdue, resolved per organisation, in one query. */
  countsByOrganisation(query: CountsQuery): Promise<readonly OrganisationCounts[]>;
}

/** Over the connections of any role. */
export function createRegister(dataSource: DataSource): Register {
  const sql = sqlOf(dataSource);
  return {
    petition: async (id) => inSnapshot(dataSource, async (tx) => petition(tx, id)),
    petitionScope: async (id) => petitionScope(sql, id),
    deliveryScope: async (deliveryId) => deliveryScope(sql, deliveryId),
    fileOfCase: async (reference, id) => fileOfCase(sql, reference, id),
    dutiesAfter: async (foreseen) => inSnapshot(dataSource, async (tx) => dutiesAfter(tx, foreseen)),
    history: async (reference, page) => history(sql, reference, page),
    petitions: async (filter, page) => petitions(sql, filter, page),
    petitionCounts: async (filter) => petitionCounts(sql, filter),
    likelyDuplicates: async (question) => likelyDuplicates(sql, question),
    conference: async (id) => inSnapshot(dataSource, async (tx) => conference(tx, id)),
    conferenceScope: async (id) => conferenceScope(sql, id),
    conferences: async (filter, page) => conferences(sql, filter, page),
    conferenceCounts: async (filter) => conferenceCounts(sql, filter),
    conferencePetitions: async (id) =>
      (await conferencePetitions(sql, id)).filter(({ detachedOn }) => detachedOn === null),
    conferenceMinutes: async (id) => minutesOf(sql, id),
    report: async (id) => inSnapshot(dataSource, async (tx) => report(tx, id)),
    reportScope: async (id) => reportScope(sql, id),
    reports: async (filter, page) => reports(sql, filter, page),
    reportCounts: async (filter) => reportCounts(sql, filter),
    field: async (code) => fieldOf(sql, code),
    organisations: async (query) => organisations(sql, query),
    organisation: async (code) => organisation(sql, code),
    organisationOnDay: async (code, on) => inSnapshot(dataSource, async (tx) => organisationOnDay(tx, code, on)),
    levels: async (on) => levels(sql, on),
    hostPosts: async (code, on) => hostPosts(sql, code, on),
    namedCalendar: async (edition) => inSnapshot(dataSource, async (tx) => namedCalendar(tx, edition)),
    organisationLines: async (code, on) => organisationLines(sql, code, on),
    routing: async (question) => inSnapshot(dataSource, async (tx) => routing(tx, question)),
    organisationSubtree: async (code, on) => organisationSubtree(sql, code, on),
    organisationsWithin: async (question) => organisationsWithin(sql, question),
    isUnderAuthority: async (question) => isUnderAuthority(sql, question),
    organisationsBelow: async (code, on) => organisationsBelow(sql, code, on),
    termsInForce: async (kind, question) => termsInForce(sql, kind, question),
    countsByOrganisation: async (query) => countsByOrganisation(sql, query),
  };
}
