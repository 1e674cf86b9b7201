import {
  answerKinds,
  conclusionKinds,
  petitionDutyKinds,
  petitionAuthorities,
  petitionClassifications,
  petitionFlags,
  petitionPaths,
  petitionSources,
  petitionStages,
  petitionUrgencies,
} from '@dialogue/domain';
import { petitionerCategories } from '@dialogue/persistence';
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
  /** Asked for, and not decided yet. */
  extensionWantedOn: day.nullable(),
  extendedTo: day.nullable(),
  endedOn: day.nullable(),
  contributions: z.array(
    z.object({
      agency: namedOrganisation,
      dueOn: day.nullable(),
      contributedOn: day.nullable(),
      isLate: z.boolean(),
      document: document.nullable(),
      /** When a successor took it over. */
      endedOn: day.nullable(),
    }),
  ),
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

/** The conference that a petition is attached to, and what it concluded (D9). */
const attachedConference = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  on: day,
  startsAt: z.string(),
  path: z.enum(petitionPaths),
  isRaised: z.boolean(),
  conclusion: z.enum(conclusionKinds).nullable(),
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
  field: z.string().nullable(),
  fieldName: z.string().nullable(),
  organisation: namedOrganisation,
  leadOffice: namedOrganisation,
  agency: namedOrganisation.nullable(),
  flags: z.array(z.enum(petitionFlags)),
  receivedOn: day,
  next: nextShown,
  /** Answered is not resolved: both are shown. */
  answeredOn: day.nullable(),
  resolvedOn: day.nullable(),
  submittedAt: instant,
  endedAt: instant.nullable(),
});

/** Another petition that belongs together with one (D8.1c). */
const related = z.object({ id: z.string(), number: z.string(), stage: z.enum(petitionStages) });

/** One petition, whole. */
export const petitionResponse = petitionSummaryResponse.extend({
  content: z.string(),
  isCollective: z.boolean(),
  classification: z.enum(petitionClassifications),
  /** Of a state secret, instead of its text (D4.1). */
  stub: z.object({ number: z.string(), keeper: z.string() }).nullable(),
  urgency: z.enum(petitionUrgencies).nullable(),
  authority: z.enum(petitionAuthorities).nullable(),
  mergedInto: related.nullable(),
  followers: z.array(related),
  splitFrom: related.nullable(),
  splitInto: z.array(related),
  isWrittenAnswerRequired: z.boolean(),
  isReachableByMail: z.boolean(),
  sequence: z.int(),
  toldOn: day.nullable(),
  submittedBy: account,
  conclusion: z.enum(conclusionKinds).nullable(),
  conference: attachedConference.nullable(),
  assignments: z.array(assignment),
  answers: z.array(answer),
  ...caseRecordShown(petitionDutyKinds),
});

/** A page of petitions. */
export const petitionPageResponse = z.object({
  items: z.array(petitionSummaryResponse),
  nextCursor: z.string().nullable(),
});

/** What a petition could be merged into, the likeliest first (D8.1c). */
export const petitionDuplicatesResponse = z.object({
  items: z.array(petitionSummaryResponse.extend({ isSamePerson: z.boolean(), likeness: z.number() })),
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
export type PetitionDuplicatesResponse = z.output<typeof petitionDuplicatesResponse>;
export type PetitionPageResponse = z.output<typeof petitionPageResponse>;
export type IdentityResponse = z.output<typeof identityResponse>;
