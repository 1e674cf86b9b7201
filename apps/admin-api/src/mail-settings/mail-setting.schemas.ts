import { mailModes, salutationLanguages } from '@dialogue/persistence';
import { z } from 'zod';

import { areDifferent, day, uuid } from '../http/schemas.js';
import { repeated, untilBeforeFrom } from '../http/validation.vi.js';
import { deputyIsThePerson } from './mail-settings.vi.js';

/** `POST /v1/organisations/{code}/mail-settings`: how the body wants its mail from a day on. */
export const newMailSetting = z
  .strictObject({
    mode: z.enum(mailModes),
    salutationLanguage: z.enum(salutationLanguages).default('vi'),
    /** Written to besides whoever holds the fitting post. */
    additionalAddresses: z.array(z.email().max(254)).max(10).refine(areAllDifferent, repeated).default([]),
    from: day,
  })
  .meta({
    example: {
      ...{ mode: 'digest', salutationLanguage: 'vi', additionalAddresses: ['phong.tong.hop@example.com'] },
      from: '2026-11-23',
    },
  });
export type NewMailSetting = z.output<typeof newMailSetting>;

function areAllDifferent(addresses: readonly string[]): boolean {
  return areDifferent(addresses.map((address) => address.toLowerCase()));
}

/** `POST /v1/organisations/{code}/absences`: somebody is away, both days included, and another gets the letters. */
export const newAbsence = z
  .strictObject({ personId: uuid, deputyId: uuid, from: day, to: day })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: untilBeforeFrom })
  .refine(({ personId, deputyId }) => personId !== deputyId, { path: ['deputyId'], error: deputyIsThePerson })
  .meta({
    example: {
      personId: '0193aa5e-0000-4000-8000-000000000001',
      deputyId: '0193aa5e-0000-4000-8000-000000000002',
      ...{ from: '2026-11-23', to: '2026-11-27' },
    },
  });
export type NewAbsence = z.output<typeof newAbsence>;
