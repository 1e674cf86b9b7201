import {
  petitionFlags,
  petitionProgress,
  petitionSources,
  petitionStages,
  postKinds,
  textClassifications,
} from '@dialogue/domain';
import { petitionerCategories, petitionSorts } from '@dialogue/persistence';
import { z } from 'zod';

import { fileIds } from '../cases/file-rows.js';
import {
  cursor,
  day,
  dueRange,
  fieldCode,
  inOrder,
  limit,
  organisationCode,
  pastDay,
  severalCodes,
  severalFields,
  severalOf,
  text,
  uuid,
} from '../http/schemas.js';
import { phoneInvalid, representativeMissing, representativeNeedless } from '../http/validation.vi.js';
import { exampleTexts } from '../http/example-texts.vi.js';

/** A number by which somebody is called. */
export const phone = z
  .string()
  .trim()
  .regex(/^[+\d][\d .()-]{5,29}$/, phoneInvalid);

/** Who stands behind a petition; sealed at once (D11.1d). */
const petitioner = z.strictObject({
  name: text(200),
  address: text(500).optional(),
  phone: phone.optional(),
  email: z.email().max(254).optional(),
  /** Of a collective (D2.2). */
  representative: text(200).optional(),
});

/** What a petition says, and who says it. */
const submission = {
  title: text(300),
  content: text(50_000),
  category: z.enum(petitionerCategories),
  receivedOn: pastDay.optional(),
  isCollective: z.boolean().default(false),
  /** D4.1: there is no other choice for a text; a state secret has a stub instead. */
  classification: z.enum(textClassifications).default('normal'),
  petitioner,
};

interface Speaking {
  readonly isCollective: boolean;
  readonly petitioner: { readonly representative?: string | undefined };
}

/** D2.2: for a collective somebody speaks, for a person nobody else. */
function checkRepresentative({ value, issues }: z.core.ParsePayload<Speaking>): void {
  const isNamed = value.petitioner.representative !== undefined;
  if (isNamed === value.isCollective) return;
  const message = value.isCollective ? representativeMissing : representativeNeedless;
  issues.push({ code: 'custom', input: value.petitioner, path: ['petitioner', 'representative'], message });
}

const exampleSubmission = {
  title: exampleTexts.title,
  content: exampleTexts.content,
  category: 'resident',
  petitioner: { name: exampleTexts.name, address: exampleTexts.address, email: 'nguyen.van.a@example.com' },
};

/** To whom a petition is addressed, and how it came. */
const address = {
  source: z.enum(petitionSources),
  organisation: organisationCode,
  leadOffice: organisationCode.optional(),
  isWrittenAnswerRequired: z.boolean().default(false),
};

/** `POST /v1/petitions`. */
export const registration = z
  .strictObject({ ...submission, ...address, files: fileIds })
  .check(checkRepresentative)
  .meta({
    example: {
      ...exampleSubmission,
      ...{ source: 'outsideConference', organisation: 'SL-UBND', receivedOn: '2026-11-23' },
    },
  });
export type Registration = z.output<typeof registration>;

/** `POST /v1/petitions/stubs`: of a state secret its number and its keeper, and nothing else (D4.1). */
export const stub = z
  .strictObject({
    ...address,
    number: text(100),
    keeper: text(300),
    category: z.enum(petitionerCategories),
    receivedOn: pastDay.optional(),
  })
  .meta({
    example: {
      ...{ number: '12-BC/M', keeper: exampleTexts.keeper, category: 'cadre' },
      ...{ source: 'outsideConference', organisation: 'SL-UBND', receivedOn: '2026-11-23' },
    },
  });
export type Stub = z.output<typeof stub>;

/** `POST /v1/conferences/{id}/record-opinion-raised` (D8.1f): whom it is for, the conference says. */
export const opinion = z
  .strictObject({ ...submission, field: fieldCode })
  .check(checkRepresentative)
  .meta({ example: { ...exampleSubmission, field: 'economy' } });
export type Opinion = z.output<typeof opinion>;

const filters = {
  stage: severalOf(petitionStages).optional(),
  /** To the head of this body, or of one below it on the day. */
  organisation: organisationCode.optional(),
  /** To the head of this body itself. */
  host: organisationCode.optional(),
  /** Of a conference hosted by one of these posts. */
  hostPost: severalOf(postKinds).optional(),
  agency: severalCodes.optional(),
  conference: uuid.optional(),
  field: severalFields.optional(),
  source: severalOf(petitionSources).optional(),
  category: severalOf(petitionerCategories).optional(),
  flag: severalOf(petitionFlags).optional(),
  progress: severalOf(petitionProgress).optional(),
  ...dueRange,
  receivedFrom: day.optional(),
  receivedTo: day.optional(),
  text: text(200).optional(),
  sort: z.enum(petitionSorts).default('newest'),
};
const ranges = [
  ['dueFrom', 'dueTo'],
  ['receivedFrom', 'receivedTo'],
] as const;

/** `GET /v1/petitions/counts`, `GET /v1/petitions.csv`. */
export const petitionFilters = inOrder(z.strictObject(filters), ranges);
export type PetitionFilters = z.output<typeof petitionFilters>;

/** `GET /v1/petitions`. */
export const petitionQuery = inOrder(z.strictObject({ ...filters, limit, cursor }), ranges);
export type PetitionQuery = z.output<typeof petitionQuery>;

/** The parameter of routes of one petition. */
export const petitionId = uuid;
