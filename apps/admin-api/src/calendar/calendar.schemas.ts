import { firstYearToSuggest } from '@dialogue/domain';
import { z } from 'zod';

import { exampleTexts } from '../http/example-texts.vi.js';
import { day, text } from '../http/schemas.js';

/** The number of an edition in a path. */
export const editionNumber = z.coerce.number().int().min(1).max(1_000_000);

/** A year in a path. */
export const yearNumber = z.coerce.number().int().min(2015).max(2200);

const decision = { basis: text(1000), source: text(1000).optional() };

/** `POST /v1/calendar/editions`. */
export const newDraft = z.strictObject({ note: text(500).optional() }).meta({ example: {} });
export type NewDraft = z.output<typeof newDraft>;

/** `POST /v1/calendar/editions/{edition}/days-off`. */
export const dayOff = z.strictObject({ on: day, name: text(300), ...decision }).meta({
  example: { on: '2027-11-24', name: exampleTexts.holiday, basis: exampleTexts.calendarBasis },
});
export type DayOffBody = z.output<typeof dayOff>;

/** `POST /v1/calendar/editions/{edition}/days-in-lieu`. */
export const dayInLieu = z
  .strictObject({
    on: day,
    /** The rest day on which the holiday falls. */
    insteadOf: day,
    /** Its name, where the edition does not have it yet. */
    holiday: text(300).optional(),
    ...decision,
  })
  .meta({ example: { on: '2027-05-03', insteadOf: '2027-05-01', basis: exampleTexts.calendarBasis } });
export type DayInLieuBody = z.output<typeof dayInLieu>;

/** `POST /v1/calendar/editions/{edition}/swaps`. */
export const swap = z
  .strictObject({ off: day, worked: day, ...decision })
  .meta({ example: { off: '2027-12-31', worked: '2027-12-25', basis: exampleTexts.calendarBasis } });
export type SwapBody = z.output<typeof swap>;

/** `POST /v1/calendar/editions/{edition}/years/{year}/confirm`. */
export const yearConfirmation = z.strictObject({ isConfirmed: z.boolean() }).meta({ example: { isConfirmed: true } });
export type YearConfirmation = z.output<typeof yearConfirmation>;

/** `POST /v1/calendar/editions/{edition}/suggest`. */
export const suggestion = z
  .strictObject({ year: z.int().min(firstYearToSuggest).max(2100) })
  .meta({ example: { year: 2028 } });
export type Suggestion = z.output<typeof suggestion>;

/** Of what is said by its path alone. */
export const nothingElse = z.strictObject({}).meta({ example: {} });
