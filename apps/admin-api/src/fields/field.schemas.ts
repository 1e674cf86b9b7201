import { rootFields } from '@dialogue/domain';
import { z } from 'zod';

import { exampleTexts } from '../http/example-texts.vi.js';
import { day, fieldCode, text } from '../http/schemas.js';

const name = text(100);

/** `GET /v1/fields`: in force on a day; today unless told. */
export const fieldsQuery = z.strictObject({ on: day.optional() });
export type FieldsQuery = z.output<typeof fieldsQuery>;

/** `POST /v1/fields`. */
export const newField = z
  .strictObject({
    code: fieldCode,
    /** The field of article 5 under which it stands. */
    root: z.enum(rootFields),
    name,
    /** The first day on which it is given to anything; today unless told. */
    from: day.optional(),
  })
  .meta({ example: { code: 'landAndHousing', root: 'economy', name: exampleTexts.fieldName, from: '2027-01-01' } });
export type NewFieldBody = z.output<typeof newField>;

/** `POST /v1/fields/{code}/rename`. */
export const fieldRenaming = z.strictObject({ name }).meta({ example: { name: exampleTexts.fieldName } });
export type FieldRenaming = z.output<typeof fieldRenaming>;

/** `POST /v1/fields/{code}/retire`: the last day on which it is given to anything; null takes the end back. */
export const fieldRetirement = z.strictObject({ on: day.nullable() }).meta({ example: { on: '2027-12-31' } });
export type FieldRetirement = z.output<typeof fieldRetirement>;
