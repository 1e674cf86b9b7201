import { z } from 'zod';

/** What the environment of a process is made of; `process.env` has this shape. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A variable that must be set. */
export function text(description: string): z.ZodType<string> {
  return z.string('is missing').trim().min(1, 'is empty').describe(description);
}

/** An address with one of the given protocols, such as `postgres:`. */
export function address(description: string, protocols: readonly string[]): z.ZodType<string> {
  return text(description).refine((value) => isAddress(value, protocols), {
    error: `is not an address that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  });
}

/** A key as base64, of at least (`exactly: false`) or of exactly so many bytes. */
export function key(description: string, bytes: number): z.ZodType<Uint8Array, string> {
  return z
    .string('is missing')
    .trim()
    .refine((value) => value !== '', { error: 'is empty', abort: true })
    .refine((value) => isBase64(value) && Buffer.from(value, 'base64').length === bytes, {
      error: `is not base64 of ${bytes} bytes (make one with: openssl rand -base64 ${bytes})`,
    })
    .transform((value) => new Uint8Array(Buffer.from(value, 'base64')))
    .describe(description);
}

/** A whole number within bounds, with a default. */
export function wholeNumber(
  description: string,
  bounds: { readonly min: number; readonly max: number },
  preset: number,
): z.ZodType<number> {
  return z
    .string()
    .default(String(preset))
    .refine((value) => isWholeNumber(value, bounds), {
      error: `is not a whole number from ${bounds.min} to ${bounds.max}`,
    })
    .transform(Number)
    .describe(description);
}

/** Variables that mean something only together: where one is set, each of the others is missing. */
export function allOrNone(
  names: readonly string[],
): (values: Readonly<Record<string, unknown>>, context: z.core.$RefinementCtx) => void {
  return (values, context) => {
    const missing = names.filter((name) => values[name] === undefined);
    if (missing.length === names.length) return;
    for (const name of missing)
      context.addIssue({
        code: 'custom',
        path: [name],
        message: `is missing, while others of ${names.join(', ')} are set`,
      });
  };
}

/** Hours across midnight as minutes of the day, or null for `off`; with a default. */
export function hours(
  description: string,
  preset: string,
): z.ZodType<{ readonly from: number; readonly until: number } | null> {
  return z
    .string()
    .default(preset)
    .refine((value) => value === 'off' || areHours(value), {
      error: 'is neither off nor hours from an evening to a morning, such as 18:00-07:00',
    })
    .transform((value) => (value === 'off' ? null : hoursOf(value)))
    .describe(description);
}

function areHours(value: string): boolean {
  const time = '(?:[01]\\d|2[0-3]):[0-5]\\d';
  if (!new RegExp(`^${time}-${time}$`).test(value)) return false;
  const { from, until } = hoursOf(value);
  return until < from;
}

function hoursOf(value: string): { readonly from: number; readonly until: number } {
  const [from = 0, until = 0] = value.split('-').map((time) => {
    const [hour = 0, minute = 0] = time.split(':').map(Number);
    return hour * 60 + minute;
  });
  return { from, until };
}

function isAddress(value: string, protocols: readonly string[]): boolean {
  return URL.canParse(value) && protocols.includes(new URL(value).protocol);
}

function isBase64(value: string): boolean {
  return /^[A-Za-z0-9+/]+={0,2}$/.test(value) && value.length % 4 === 0;
}

function isWholeNumber(value: string, { min, max }: { readonly min: number; readonly max: number }): boolean {
  return /^\d{1,9}$/.test(value) && Number(value) >= min && Number(value) <= max;
}
