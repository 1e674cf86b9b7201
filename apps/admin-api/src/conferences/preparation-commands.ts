import { attendeeRanks, conferenceHosts, dateAt, postKinds, type ConferenceCommand } from '@dialogue/domain';
import { z } from 'zod';

import { organisationInForce } from '../cases/bodies.js';
import type { CommandContext, CommandRow, SplitCommand } from '../cases/command-row.js';
import { ApiError } from '../errors/api-error.js';
import { day, document, futureDay, hour, organisationCode, reason, remark, text, uuid } from '../http/schemas.js';
import { actedFor, actingBody } from './acting-body.js';
import { allocations, proposalsOf, toAllocations } from './allocations.js';
import { conferenceRow as row, type ConferenceRouteKind } from './conference-row.js';
import { requirePetitionsOf } from './handlings.js';
import { hostPostsOf } from './host.js';
import { hostPostNotHeld } from './conferences.vi.js';

/** Somebody of a body, by name and title; names stay in the register. */
const somebody = z.strictObject({ name: text(200), title: text(200) });

const planWords = {
  programme: text(20_000),
  contents: text(20_000),
  place: text(500),
  participants: text(10_000),
  publicity: text(10_000),
};

type PreparationKind = Extract<
  ConferenceRouteKind,
  | 'submitPlan'
  | 'returnPlan'
  | 'answerDemand'
  | 'announce'
  | 'recordOpinionsReceived'
  | 'issueAggregateReport'
  | 'recordPreparedAnswer'
  | 'recordSituationReport'
  | 'nameHelpers'
  | 'confirmAttendance'
  | 'declineAttendance'
  | 'changeHost'
>;

/** What is done before the day of a conference (D1, D8.1, D8.3a, D10.3a, D13.3). */
export const preparationCommands: Readonly<Record<PreparationKind, CommandRow>> = {
  submitPlan: row('submitPlan', { ...planWords, remark }, (words) => ({ command: { kind: 'submitPlan' }, words })),
  returnPlan: row('returnPlan', { reason }, (words) => ({ command: { kind: 'returnPlan' }, words })),
  answerDemand: row(
    'answerDemand',
    { on: futureDay, startsAt: hour, document, place: text(500), programme: text(20_000).optional(), remark },
    ({ on, startsAt, document: by, ...words }) => ({
      command: { kind: 'answerDemand', on, startsAt, document: by },
      words,
    }),
  ),
  announce: row('announce', { announcedOn: day, where: text(2000) }, ({ announcedOn, ...words }) => ({
    command: { kind: 'announce', announcedOn },
    words,
  })),
  recordOpinionsReceived: row(
    'recordOpinionsReceived',
    { ...actedFor, receivedOn: day.optional(), isNone: z.boolean(), opinions: text(50_000).optional() },
    async ({ body, receivedOn, isNone, ...words }, context) => ({
      command: {
        kind: 'recordOpinionsReceived',
        body: (await actingBody(context, { body, ...words })).code,
        receivedOn: context.account.role === 'agency' ? today(context) : (receivedOn ?? today(context)),
        isNone,
      },
      words,
    }),
  ),
  issueAggregateReport: row(
    'issueAggregateReport',
    { document, text: text(50_000), allocations },
    async ({ document: by, allocations: given, ...words }, context) => ({
      command: { kind: 'issueAggregateReport', document: by, allocations: await toAllocations(given, context) },
      words: { ...words, proposals: proposalsOf(given) },
    }),
  ),
  recordPreparedAnswer: row(
    'recordPreparedAnswer',
    { ...actedFor, petition: uuid, answer: text(20_000) },
    async ({ body, petition, ...words }, context) => {
      await requirePetitionsOf(context, [{ petition }], () => 'petition');
      const agency = await actingBody(context, { body, ...words });
      return { command: { kind: 'recordPreparedAnswer', petitionId: petition, agency }, words };
    },
  ),
  recordSituationReport: {
    ...row(
      'recordSituationReport',
      { ...actedFor, document, text: text(50_000) },
      async ({ body, document: report, ...words }, context) => ({
        command: {
          kind: 'recordSituationReport',
          by: await actingBody(context, { body, ...words }),
          document: report,
        },
        words,
      }),
    ),
    actors: 'front',
  },
  nameHelpers: row(
    'nameHelpers',
    { minutesSecretary: somebody, helpers: z.array(somebody).max(100).default([]), remark },
    (words) => ({ command: { kind: 'nameHelpers', helpers: 1 + words.helpers.length }, words }),
  ),
  confirmAttendance: row(
    'confirmAttendance',
    { ...actedFor, attendee: somebody, rank: z.enum(attendeeRanks) },
    async ({ body, rank, ...words }, context) => ({
      command: { kind: 'confirmAttendance', body: (await actingBody(context, { body, ...words })).code, rank },
      words,
    }),
  ),
  declineAttendance: row(
    'declineAttendance',
    { ...actedFor, reason, substitute: somebody, rank: z.enum(attendeeRanks) },
    async ({ body, rank, ...words }, context) => ({
      command: { kind: 'declineAttendance', body: (await actingBody(context, { body, ...words })).code, rank },
      words,
    }),
  ),
  changeHost: row(
    'changeHost',
    {
      organisation: organisationCode,
      host: z.enum(conferenceHosts),
      hostPost: z.enum(postKinds),
      document,
      reason,
    },
    changeHost,
  ),
};

/** D1: only a post that may host, and that somebody holds today. */
async function changeHost(
  { organisation, host, hostPost, document: decision, ...words }: ChangeHostBody,
  context: CommandContext,
): Promise<SplitCommand<ConferenceCommand>> {
  const { code, name } = await organisationInForce(context, organisation, 'organisation');
  const posts = await hostPostsOf(context, organisation);
  if (!posts.some(({ kind }) => kind === hostPost)) {
    const fields = [{ path: 'hostPost', message: hostPostNotHeld }];
    throw new ApiError('conference.may_not_host', { fields, rule: 'D1' });
  }
  return { command: { kind: 'changeHost', organisation: { code, name }, host, hostPost, document: decision }, words };
}

interface ChangeHostBody extends Pick<
  Extract<ConferenceCommand, { readonly kind: 'changeHost' }>,
  'host' | 'hostPost' | 'document'
> {
  readonly organisation: z.output<typeof organisationCode>;
  readonly reason: string;
}

function today({ now }: CommandContext): ReturnType<typeof dateAt> {
  return dateAt(now());
}
