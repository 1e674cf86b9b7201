import { z } from 'zod';

/** A file that was taken in, before a command names it. */
export const fileResponse = z.object({
  id: z.string(),
  name: z.string(),
  contentType: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  /** Null: this installation has no scanner. */
  scannedAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
});
export type FileResponse = z.output<typeof fileResponse>;
