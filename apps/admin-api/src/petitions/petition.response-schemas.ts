import {
  petitionDutyKinds,
  petitionFields,
  petitionFlags,
  petitionSources,
  petitionStages,
  answerKinds,
} from '@dialogue/domain';
import { deliveryStates, petitionerCategories } from '@dialogue/persistence';
import { z } from 'zod';

import { namedOrganisation } from '../organisations/organisation.response-schemas.js';

const day = z.string();
const instant = z.iso.datetime();
const cited = { rule: z.string(), article: z.string() };
const account = z.object({ id: z.string(), username: z.string() }).nullable();
const document = z.object({ number: z.string(), signedOn: day });
const words = z.record(z.string(), z.unknown()).nullable();

const duty = z.object({
  number: z.int(),
  kind: z.enum(petitionDutyKinds),
  ...cited,
  anchorOn: day,
  dueOn: day,
  dueText: z.string(),
  isProvisional: z.boolean(),
  owedBy: z.object({ role: z.enum(['leadOffice', 'agency', 'host']), organisation: namedOrganisation.nullable() }),
  isOpen: z.boolean(),
  missedAt: instant.nullable(),
  doneAt: instant.nullable(),
});

const assignment = z.object({
  round: z.int(),
  agency: namedOrganisation,
  document,
  assignedOn: day,
  receivedOn: day.nullable(),
  isReceiptDeemed: z.boolean(),
  dueOn: day.nullable(),
  breachedOn: day.nullable(),
  firstAnsweredOn: day.nullable(),
  isFirstAnswerLate: z.boolean(),
  endedOn: day.nullable(),
});

const answer = z.object({
  number: z.int(),
  round: z.int(),
  kind: z.enum(answerKinds),
  document,
  answeredOn: day,
  isLate: z.boolean(),
  isApproved: z.boolean(),
});

const history = z.object({
  sequence: z.int(),
  event: z.string(),
  at: instant,
  ...cited,
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  actor: account,
  commandId: z.string().nullable(),
  recordedAt: instant,
  words,
});

const delivery = z.object({
  id: z.string(),
  role: z.string(),
  organisation: namedOrganisation.nullable(),
  postTitle: z.string().nullable(),
  fullName: z.string().nullable(),
  address: z.string().nullable(),
  state: z.enum(deliveryStates),
  attempts: z.int(),
  smtpCode: z.int().nullable(),
  sentAt: instant.nullable(),
  updatedAt: instant,
  workflowId: z.string(),
});

const letter = z.object({
  id: z.string(),
  key: z.string(),
  kind: z.string(),
  sequence: z.int(),
  owedAt: instant,
  ...cited,
  deliveries: z.array(delivery),
});

/** One line of a list. */
const petitionSummaryResponse = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  stage: z.enum(petitionStages),
  stageName: z.string(),
  source: z.enum(petitionSources),
  category: z.enum(petitionerCategories),
  field: z.enum(petitionFields).nullable(),
  organisation: namedOrganisation,
  leadOffice: namedOrganisation,
  agency: namedOrganisation.nullable(),
  flags: z.array(z.enum(petitionFlags)),
  receivedOn: day,
  next: z.object({ dueOn: day, dueText: z.string(), ...cited }).nullable(),
  submittedAt: instant,
  endedAt: instant.nullable(),
});

/** One petition, whole. */
export const petitionResponse = petitionSummaryResponse.extend({
  content: z.string(),
  isCollective: z.boolean(),
  isWrittenAnswerRequired: z.boolean(),
  isReachableByMail: z.boolean(),
  sequence: z.int(),
  toldOn: day.nullable(),
  submittedBy: account,
  duties: z.array(duty),
  assignments: z.array(assignment),
  answers: z.array(answer),
  history: z.array(history),
  letters: z.array(letter),
  workflow: z.object({ id: z.string(), taskQueue: z.string(), url: z.string() }),
});

/** A page of petitions. */
export const petitionPageResponse = z.object({
  items: z.array(petitionSummaryResponse),
  nextCursor: z.string().nullable(),
});

/** Who stands behind a petition. */
export const identityResponse = z.object({
  name: z.string(),
  address: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  representative: z.string().nullable(),
});

export type PetitionSummaryResponse = z.output<typeof petitionSummaryResponse>;
export type PetitionResponse = z.output<typeof petitionResponse>;
export type PetitionPageResponse = z.output<typeof petitionPageResponse>;
export type IdentityResponse = z.output<typeof identityResponse>;
export type DutyResponse = z.output<typeof duty>;
export type HistoryResponse = z.output<typeof history>;
export type LetterResponse = z.output<typeof letter>;
