import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { freePort, startMailCatcher, type RunningMailCatcher } from '@dialogue/infra';
import { waitFor } from '@dialogue/testing/stack';

/** A mail as the inbox of the catcher shows it. */
interface InboxMail {
  readonly subject: string;
  readonly to: readonly { readonly address: string }[];
  readonly text: string;
  readonly html: string;
}

/** The inbox of the office's mail catcher. */
export interface Inbox extends RunningMailCatcher {
  /** The link of the newest mail to an address whose subject says this; waited for. */
  actionLink(address: string, topic: string): Promise<string>;
}

export async function startInbox(): Promise<Inbox> {
  const mailDir = await mkdtemp(join(tmpdir(), 'dialogue-inbox-'));
  const catcher = await startMailCatcher({ smtpPort: await freePort(), inboxPort: await freePort(), mailDir });
  return {
    ...catcher,
    async stop() {
      await catcher.stop();
      await rm(mailDir, { recursive: true, force: true });
    },
    actionLink: (address, topic) =>
      waitFor(`a mail "${topic}" with a link comes to ${address}`, async () => {
        const mails = (await (await fetch(`${catcher.url}/api/email`)).json()) as readonly InboxMail[];
        const found = mails.findLast(
          ({ subject, to }) => subject.includes(topic) && to.some((each) => each.address === address),
        );
        return /https?:\/\/[^\s"<>]+\/l\/[\w-]{43}/.exec(found?.text ?? '')?.[0] ?? null;
      }),
  };
}
