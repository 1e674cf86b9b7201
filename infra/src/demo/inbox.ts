import { z } from 'zod';

/** A mail as the catcher keeps it. */
export interface ArrivedMail {
  readonly to: string;
  readonly subject: string;
}

const mails = z.array(z.object({ subject: z.string(), to: z.array(z.object({ address: z.string() })) }));

/** Every mail that has arrived. @throws Error when the inbox does not answer. */
export async function arrivedMails(inboxPort: number): Promise<readonly ArrivedMail[]> {
  const response = await fetch(`http://127.0.0.1:${String(inboxPort)}/api/email`);
  if (!response.ok) throw new Error(`the inbox answered ${String(response.status)}`);
  const read = mails.parse(await response.json());
  return read.flatMap(({ subject, to }) => to.map(({ address }) => ({ to: address, subject })));
}
