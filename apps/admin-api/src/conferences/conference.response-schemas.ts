import {
  attendanceAnswers,
  attendeeRanks,
  conclusionKinds,
  conferenceDutyKinds,
  conferenceFlags,
  conferenceHosts,
  conferenceKinds,
  conferenceStages,
  contentUrgencies,
  petitionPaths,
  petitionStages,
  postKinds,
  routingCases,
} from '@dialogue/domain';
import { z } from 'zod';

import {
  accountShown as account,
  caseRecordShown,
  dayShown as day,
  documentShown as document,
  instantShown as instant,
  nextShown,
} from '../cases/case.response-schemas.js';
import { namedOrganisation } from '../organisations/organisation.response-schemas.js';

/** A body that was asked for opinions (D8.1b), invited (D8.1g), or both. */
const body = z.object({
  organisation: namedOrganisation,
  askedOn: day.nullable(),
  invitedOn: day.nullable(),
  /** Null: it has not answered yet. */
  opinionsOn: day.nullable(),
  opinionsAreNone: z.boolean().nullable(),
  attendance: z.enum(attendanceAnswers).nullable(),
  attendeeRank: z.enum(attendeeRanks).nullable(),
  attendanceOn: day.nullable(),
  /** Its part passed to its successor (D11.3). */
  leftOn: day.nullable(),
});

/** What has been done before its day (D8.1, D8.3a, D13.3). */
const steps = z.object({
  demand: z.object({ by: namedOrganisation, document }).nullable(),
  demandAnsweredOn: day.nullable(),
  planVersions: z.int(),
  planSubmittedOn: day.nullable(),
  announcedOn: day.nullable(),
  aggregatedOn: day.nullable(),
  briefedOn: day.nullable(),
  helpersNamedOn: day.nullable(),
  situationReportedBy: z.array(namedOrganisation),
  hostDecision: document.nullable(),
});

/** A petition of the conference, its way and what was concluded (D8.1e, D8.1f, D9). */
const petition = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  stage: z.enum(petitionStages),
  stageName: z.string(),
  field: z.string().nullable(),
  fieldName: z.string().nullable(),
  path: z.enum(petitionPaths),
  isRaised: z.boolean(),
  conclusion: z.enum(conclusionKinds).nullable(),
  /** Null while the conference has not heard of it: for a moment. */
  attachedOn: day.nullable(),
  followedUpOn: day.nullable(),
  detachedOn: day.nullable(),
  /** Who prepares the answer, and when it was there (D8.1c, D8.1d). */
  preparedBy: namedOrganisation.nullable(),
  preparedOn: day.nullable(),
  urgency: z.enum(contentUrgencies).nullable(),
  isBeyondAuthority: z.boolean(),
  isAfterBriefing: z.boolean(),
});

/** D9: who registered to speak. */
const speaker = z.object({
  place: z.int(),
  speaker: z.string(),
  content: z.string(),
  petitionId: z.string().nullable(),
  /** Registered at the conference itself. */
  isAtConference: z.boolean(),
});

/** D10.3b: a version of the minutes, without its words. */
const minutesVersion = z.object({
  version: z.int(),
  savedAt: instant,
  savedBy: account,
  signedOn: day.nullable(),
});

/** D10.3b: a version with its words. */
export const minutesResponse = minutesVersion.extend({
  text: z.string(),
  /** D9: what was written down of each step. */
  proceedings: z.record(z.string(), z.string()).nullable(),
});

export const minutesListResponse = z.object({ items: z.array(minutesVersion) });

/** A remark (D13.3), or a proposal (D11.2a). */
const note = z.object({ number: z.int(), at: instant, by: account, text: z.string() });

/** One line of a list. */
const conferenceSummaryResponse = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  kind: z.enum(conferenceKinds),
  host: z.enum(conferenceHosts),
  field: z.string().nullable(),
  fieldName: z.string().nullable(),
  stage: z.enum(conferenceStages),
  stageName: z.string(),
  organisation: namedOrganisation,
  leadOffice: namedOrganisation,
  place: z.string(),
  on: day,
  onText: z.string(),
  startsAt: z.string(),
  flags: z.array(z.enum(conferenceFlags)),
  next: nextShown,
  heldOn: day.nullable(),
  /** D8.1a: since when it has had no day; D8.3b: the day of the dialogue that failed, while a direction is awaited. */
  postponedOn: day.nullable(),
  failedOn: day.nullable(),
  plannedAt: instant,
  endedAt: instant.nullable(),
});

/** One conference, whole. */
export const conferenceResponse = conferenceSummaryResponse.extend({
  contents: z.string(),
  programme: z.string().nullable(),
  plannedBy: account,
  sequence: z.int(),
  invitedOn: day.nullable(),
  internalReviewOn: day.nullable(),
  conclusionNotice: document.nullable(),
  resultReport: document.nullable(),
  /** D7: who prepares besides the lead office, by which row of article 7, and why. */
  preparation: z.object({
    hostPost: z.enum(postKinds).nullable(),
    row: z.object({ case: z.enum(routingCases), rule: z.string(), article: z.string() }).nullable(),
    coLeadOffice: namedOrganisation.nullable(),
    coordinating: z.array(namedOrganisation),
    leadOfficeReason: z.string().nullable(),
    leadOfficeNamedBy: z.string().nullable(),
  }),
  participants: z.string().nullable(),
  publicity: z.string().nullable(),
  steps,
  bodies: z.array(body),
  petitions: z.array(petition),
  /** D9, D10.2: who speaks, in this order, and what everybody keeps to. */
  speakers: z.array(speaker),
  speakingRules: z.string(),
  minutes: z.array(minutesVersion),
  supervision: z.array(note),
  policyProposals: z.array(note),
  ...caseRecordShown(conferenceDutyKinds),
});

/** A page of conferences. */
export const conferencePageResponse = z.object({
  items: z.array(conferenceSummaryResponse),
  nextCursor: z.string().nullable(),
});

export type MinutesResponse = z.output<typeof minutesResponse>;
export type MinutesListResponse = z.output<typeof minutesListResponse>;
export type ConferenceSummaryResponse = z.output<typeof conferenceSummaryResponse>;
export type ConferenceResponse = z.output<typeof conferenceResponse>;
export type ConferencePageResponse = z.output<typeof conferencePageResponse>;
