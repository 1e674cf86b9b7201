import { z } from 'zod';

const tally = z.object({ created: z.int(), changed: z.int(), unchanged: z.int() });

/** What a table of organisations has made and changed; dry: what it would. */
export const organisationsImportedResponse = z.object({ dryRun: z.boolean(), organisations: tally });

/** What a table of posts has made and changed; dry: what it would. */
export const postsImportedResponse = z.object({ dryRun: z.boolean(), posts: tally, people: tally, holdings: tally });

export type OrganisationsImportedResponse = z.output<typeof organisationsImportedResponse>;
export type PostsImportedResponse = z.output<typeof postsImportedResponse>;
