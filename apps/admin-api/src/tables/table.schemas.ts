import { z } from 'zod';

/** `?dryRun=true`: everything is checked and counted, and nothing is written. */
export const importQuery = z.strictObject({
  dryRun: z
    .enum(['true', 'false'])
    .default('false')
    .transform((given) => given === 'true'),
});
export type ImportQuery = z.output<typeof importQuery>;
