import {
  conferenceDutyKinds,
  petitionDutyKinds,
  postKinds,
  reportDutyKinds,
  urgedRoles,
  type MilestoneCount,
} from '@dialogue/domain';
import { z } from 'zod';

import { day, dayFromToday, pastDay, reason, text } from '../http/schemas.js';
import { exampleTexts } from '../http/example-texts.vi.js';

/** `GET /v1/organisations/{code}/terms`. */
export const termsQuery = z.strictObject({ on: day.optional() });
export type TermsQuery = z.output<typeof termsQuery>;

// How many, and in which order, is the domain's to say: so that the words are about the regulation and not about numbers.
const count = z.number();
const rung = z.strictObject({ workingDays: count, recipients: z.array(z.enum(urgedRoles)).max(20) });
const ladder = z.strictObject({ rungs: z.array(rung).max(20), thenEvery: rung.nullable() });
const milestoneCount: z.ZodType<MilestoneCount, MilestoneCount> = z.union([
  z.strictObject({ workingDays: count }),
  z.strictObject({ days: count }),
]);

const overrides = z.strictObject({
  petition: z
    .strictObject({
      duties: z
        .partialRecord(
          z.enum(petitionDutyKinds),
          z.strictObject({ workingDays: count.optional(), ladder: ladder.optional() }),
        )
        .optional(),
      reopeningMonths: count.optional(),
      reworkWorkingDays: count.optional(),
      followUpWorkingDays: count.optional(),
      extensionCount: count.optional(),
      extensionWorkingDays: count.optional(),
    })
    .optional(),
  conference: z
    .strictObject({
      duties: z
        .partialRecord(
          z.enum(conferenceDutyKinds),
          z.strictObject({ count: milestoneCount.optional(), ladder: ladder.optional() }),
        )
        .optional(),
      cutOffDays: count.optional(),
      hostKinds: z.array(z.enum(postKinds)).max(20).optional(),
    })
    .optional(),
  report: z
    .strictObject({
      duties: z.partialRecord(z.enum(reportDutyKinds), z.strictObject({ ladder: ladder.optional() })).optional(),
      upwardsWorkingDays: count.optional(),
    })
    .optional(),
});

const legalBasis = z.strictObject({ number: text(100), signedOn: pastDay, issuer: text(200) });

/** `POST /v1/organisations/{code}/terms` (D13.1). */
export const newTerms = z
  .strictObject({ validFrom: dayFromToday, overrides, legalBasis: legalBasis.optional(), reason })
  .meta({
    example: {
      validFrom: '2027-01-01',
      overrides: {
        petition: { duties: { answer: { workingDays: 10 } } },
        conference: { duties: { sendInvitations: { count: { workingDays: -7 } } } },
      },
      legalBasis: { number: exampleTexts.termsNumber, signedOn: '2026-11-20', issuer: exampleTexts.termsIssuer },
      reason: exampleTexts.termsReason,
    },
  });
export type NewTermsBody = z.output<typeof newTerms>;

/** `POST /v1/organisations/{code}/terms/{id}/withdraw`. */
export const termsWithdrawal = z
  .strictObject({ reason })
  .meta({ example: { reason: exampleTexts.withdrawTermsReason } });
export type TermsWithdrawalBody = z.output<typeof termsWithdrawal>;

/** `GET /v1/organisations/{code}/terms/adoption`: as if it were ordered on that day. */
export const adoptionQuery = z.strictObject({ on: dayFromToday.optional() });
export type AdoptionQuery = z.output<typeof adoptionQuery>;

/** `POST /v1/organisations/{code}/terms/adoption`. */
export const adoptionOrder = z.strictObject({ reason }).meta({ example: { reason: exampleTexts.adoptTermsReason } });
export type AdoptionBody = z.output<typeof adoptionOrder>;
