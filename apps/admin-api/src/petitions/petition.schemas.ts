import { petitionFlags, petitionSources, petitionStages } from '@dialogue/domain';
import { petitionerCategories } from '@dialogue/persistence';
import { z } from 'zod';

import { cursor, day, limit, organisationCode, pastDay, text, uuid } from '../http/schemas.js';
import { phoneInvalid } from '../http/validation.vi.js';
import { exampleTexts } from '../http/example-texts.vi.js';

/** Who stands behind a petition; sealed at once (D11.1d). */
const petitioner = z.strictObject({
  name: text(200),
  address: text(500).optional(),
  phone: z
    .string()
    .trim()
    .regex(/^[+\d][\d .()-]{5,29}$/, phoneInvalid)
    .optional(),
  email: z.email().max(254).optional(),
  /** Of a collective (D2.2). */
  representative: text(200).optional(),
});

/** `POST /v1/petitions`. */
export const registration = z
  .strictObject({
    title: text(300),
    content: text(50_000),
    source: z.enum(petitionSources),
    category: z.enum(petitionerCategories),
    organisation: organisationCode,
    leadOffice: organisationCode.optional(),
    receivedOn: pastDay.optional(),
    isCollective: z.boolean().default(false),
    isWrittenAnswerRequired: z.boolean().default(false),
    petitioner,
  })
  .meta({
    example: {
      title: exampleTexts.title,
      content: exampleTexts.content,
      source: 'outsideConference',
      category: 'resident',
      organisation: 'SL-UBND',
      receivedOn: '2026-11-23',
      petitioner: { name: exampleTexts.name, address: exampleTexts.address, email: 'nguyen.van.a@example.com' },
    },
  });
export type Registration = z.output<typeof registration>;

/** `GET /v1/petitions`. */
export const petitionQuery = z.strictObject({
  stage: z.enum(petitionStages).optional(),
  agency: organisationCode.optional(),
  organisation: organisationCode.optional(),
  flag: z.enum(petitionFlags).optional(),
  dueBefore: day.optional(),
  text: text(200).optional(),
  limit,
  cursor,
});
export type PetitionQuery = z.output<typeof petitionQuery>;

/** The parameter of routes of one petition. */
export const petitionId = uuid;
