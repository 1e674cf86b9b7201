import { mailModes, salutationLanguages } from '@dialogue/persistence';
import { z } from 'zod';

const byAccount = z.object({ id: z.string(), username: z.string() });
const named = z.object({ id: z.string(), fullName: z.string() });

const wishes = {
  mode: z.enum(mailModes),
  salutationLanguage: z.enum(salutationLanguages),
  additionalAddresses: z.array(z.string()),
};

/** How a body wants its mail today, and everything that was said about it: what, from when, by whom, when. */
export const mailSettingsResponse = z.object({
  organisationCode: z.string(),
  today: z.object(wishes),
  history: z.array(z.object({ ...wishes, from: z.iso.date(), recordedAt: z.iso.datetime(), recordedBy: byAccount })),
});
export type MailSettingsResponse = z.output<typeof mailSettingsResponse>;

/** Who of a body is away, from which day to which, and who stands in. */
export const absencesResponse = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      person: named,
      deputy: named,
      from: z.iso.date(),
      to: z.iso.date(),
      recordedAt: z.iso.datetime(),
      recordedBy: byAccount,
      withdrawnAt: z.iso.datetime().nullable(),
      withdrawnBy: byAccount.nullable(),
    }),
  ),
});
export type AbsencesResponse = z.output<typeof absencesResponse>;
