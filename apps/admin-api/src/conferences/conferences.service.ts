import type { Account, NewConferencePlan } from '@dialogue/persistence';

import { organisationInForce } from '../cases/bodies.js';
import { carryOut, type CarryOutParts, type Wish } from '../cases/carry-out.js';
import type { WorkflowLinks } from '../cases/case.response.js';
import type { ListParts } from '../cases/case-list.js';
import { requireField } from '../cases/fields.js';
import { historyPage, type HistoryQuery } from '../cases/history-page.js';
import type { HistoryPageResponse } from '../cases/case.response-schemas.js';
import type { ListCountsResponse } from '../cases/list-counts.response-schemas.js';
import type { PreparedCommand } from '../door/door.service.js';
import { ApiError } from '../errors/api-error.js';
import { pendingCommand, type PendingCommand } from '../http/pending.interceptor.js';
import { conferenceCommands } from './command-table.js';
import type { ConferenceRouteKind } from './conference-row.js';
import { conferenceList } from './conference-list.js';
import { toConferenceResponse, toMinutesResponse, toMinutesVersion } from './conference.response.js';
import type {
  ConferencePageResponse,
  ConferenceResponse,
  MinutesListResponse,
  MinutesResponse,
} from './conference.response-schemas.js';
import type { ConferencePlanBody, ConferenceFilters, ConferenceQuery } from './conference.schemas.js';
import { prepareDemand, type AdHocDemandBody } from './demand.js';
import { hostPostsOf } from './host.js';
import { routePlan } from './plan-routing.js';

/** What the routes of conferences do. */
export interface ConferencesService {
  plan(wish: Wish<ConferencePlanBody>): Promise<ConferenceResponse | PendingConference>;
  demandAdHoc(wish: Wish<AdHocDemandBody>): Promise<ConferenceResponse | PendingConference>;
  carryOut(kind: ConferenceRouteKind, id: string, wish: Wish<object>): Promise<ConferenceResponse | PendingCommand>;
  conference(account: Account, id: string): Promise<ConferenceResponse>;
  /** D10.3b: the versions of the minutes, the first first. */
  minutesList(account: Account, id: string): Promise<MinutesListResponse>;
  /** @throws ApiError `minutes.not_found` */
  minutes(account: Account, id: string, version: number): Promise<MinutesResponse>;
  conferences(account: Account, query: ConferenceQuery): Promise<ConferencePageResponse>;
  counts(account: Account, query: ConferenceFilters): Promise<ListCountsResponse>;
  csv(account: Account, query: ConferenceFilters): Promise<string>;
  history(account: Account, id: string, query: HistoryQuery): Promise<HistoryPageResponse>;
}

/** A conference that is written but not taken by its workflow yet. */
interface PendingConference extends PendingCommand {
  readonly conference: { readonly id: string; readonly number: string; readonly stage: string };
}

/** What the service stands on. */
export interface ConferencesServiceParts extends CarryOutParts, Pick<ListParts, 'cursors'> {
  readonly links: WorkflowLinks;
}

export function createConferencesService(parts: ConferencesServiceParts): ConferencesService {
  const read = (id: string, account: Account): Promise<ConferenceResponse> => conferenceOf(parts, id, account);
  const list = conferenceList(parts);
  return {
    plan: (wish) => begin(parts, wish, { kind: 'plan', prepare: (id) => preparePlan(parts, wish, id) }),
    demandAdHoc: (wish) => begin(parts, wish, { kind: 'demandAdHoc', prepare: (id) => prepareDemand(parts, wish, id) }),
    carryOut: (kind, caseId, wish) =>
      carryOut(parts, { caseKind: 'conference', caseId, kind, row: conferenceCommands[kind], read }, wish),
    async conference(account, id) {
      await parts.scopes.readable(account, 'conference', id);
      return read(id, account);
    },
    async minutesList(account, id) {
      await parts.scopes.readable(account, 'conference', id);
      return { items: (await parts.register.conferenceMinutes(id)).map(toMinutesVersion) };
    },
    async minutes(account, id, version) {
      await parts.scopes.readable(account, 'conference', id);
      const minutes = (await parts.register.conferenceMinutes(id)).find((each) => each.version === version);
      if (minutes === undefined) throw new ApiError('minutes.not_found');
      return toMinutesResponse(minutes);
    },
    conferences: list.page,
    counts: list.counts,
    csv: list.csv,
    history: (account, caseId, query) => historyPage(parts, account, { caseKind: 'conference', caseId, ...query }),
  };
}

/** The command with which a conference begins, and how it is made ready for the door. */
interface FirstCommand {
  readonly kind: 'plan' | 'demandAdHoc';
  readonly prepare: (caseId: string) => Promise<PreparedCommand>;
}

async function begin(
  parts: ConferencesServiceParts,
  { account, body, idempotencyKey }: Wish<object>,
  { kind, prepare }: FirstCommand,
): Promise<ConferenceResponse | PendingConference> {
  const { commandId, caseId, isDecided } = await parts.door.submit({
    ...{ caseKind: 'conference', caseId: null, kind, accountId: account.id, idempotencyKey, body },
    prepare,
  });
  const conference = await conferenceOf(parts, caseId, account);
  if (isDecided) return conference;
  const { number, stage } = conference;
  return { ...pendingCommand(commandId), conference: { id: caseId, number, stage } };
}

/** D7, D8.1a: planned by an office that leads. */
async function preparePlan(
  parts: ConferencesServiceParts,
  { account, body }: Wish<ConferencePlanBody>,
  id: string,
): Promise<PreparedCommand> {
  const { kind, host, organisation, title, contents, place, on, startsAt, field = null, programme = null } = body;
  await organisationInForce(parts, organisation, 'organisation');
  if (field !== null) await requireField(parts, field);
  const given = { id, kind, host, organisation, title, contents, place, on, startsAt, field, programme };
  // D1, D13.1: only the heads that the regulation names host, and whom the terms of the body name besides.
  const hostKinds = (await hostPostsOf(parts, organisation)).map((post) => post.kind);
  const plan: NewConferencePlan = { ...given, ...(await routePlan(parts, account, { ...body, hostKinds })) };
  return { payload: {}, words: null, newCase: { caseKind: 'conference', plan } };
}

async function conferenceOf(
  { register, links }: ConferencesServiceParts,
  id: string,
  account: Account,
): Promise<ConferenceResponse> {
  const conference = await register.conference(id);
  if (conference === null) throw new ApiError('conference.not_found');
  return toConferenceResponse(conference, { links, account });
}
