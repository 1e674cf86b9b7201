import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startImapServer, type TestImapServer } from '@dialogue/testing';

import { createBounceMailbox, type MailboxMessage } from './bounce-mailbox.js';
import { exim, plainAnswer, postfix } from './report-samples.fixture.js';

const deliveryId = '0193a1b2-93a8-8d53-8d0b-6a1d5a3c0001';
const letter = { messageId: `<${deliveryId}@dialogue.example>`, to: 'van.thu@body.example' };
const others = '&moveOthersTo=Khac';

let server: TestImapServer;

beforeEach(async () => {
  server = await startImapServer();
});
afterEach(async () => server.close());

function mailbox(more = '') {
  return createBounceMailbox({ imapUrl: `${server.url}${more}`, messageIdDomain: 'dialogue.example' });
}

async function read(afterUid = 0): Promise<readonly MailboxMessage[]> {
  const open = await mailbox().open();
  const messages: MailboxMessage[] = [];
  for await (const message of open.messages(afterUid)) messages.push(message);
  await open.close();
  return messages;
}

describe('a mailbox over IMAP', () => {
  it('has a name without the password', () => {
    expect(mailbox().name).toBe('office@127.0.0.1/INBOX');
  });

  it('gives its messages, oldest first, behind a place, and leaves them unseen', async () => {
    const uids = [server.put(postfix(letter)), server.put(plainAnswer(letter)), server.put(exim(letter))];

    expect(await read(uids[0])).toMatchObject([
      { uid: uids[1], report: null },
      { uid: uids[2], report: { deliveryId, parts: [{ action: 'failed' }] } },
    ]);
    expect(await read(uids[2])).toEqual([]);
    expect(server.lying().every(({ isSeen }) => !isSeen)).toBe(true);
  });

  it('knows a message again by its bytes, under another uid and validity too', async () => {
    server.put(postfix(letter));
    const [before] = await read();
    server.renumber();
    const [after] = await read();

    expect(after?.key).toBe(before?.key);
    expect(after?.uid).not.toBe(before?.uid);
  });

  it('marks a report as seen, and leaves other mail alone', async () => {
    const [report, answer] = [server.put(postfix(letter)), server.put(plainAnswer(letter))];
    const open = await mailbox().open();

    await open.markRecorded(report);
    await open.putAside(answer);
    await open.close();

    expect(server.lying().map(({ uid, isSeen }) => [uid, isSeen])).toEqual([
      [report, true],
      [answer, false],
    ]);
  });

  it('moves other mail where the URL says so, into a folder that it makes', async () => {
    const answer = server.put(plainAnswer(letter));
    const open = await mailbox(others).open();

    await open.putAside(answer);
    await open.close();

    expect(server.lying()).toEqual([]);
    expect(server.lying('Khac')).toMatchObject([{ isSeen: false, raw: plainAnswer(letter) }]);
    // The folder is there now; that is no mistake.
    await (await mailbox(others).open()).close();
  });

  it('that is cut off fails, and is read anew', async () => {
    server.put(postfix(letter));
    const open = await mailbox().open();

    server.drop();

    await expect(open.markRecorded(1)).rejects.toThrow(/could not be marked|not available/);
    await open.close();
    expect(await read()).toHaveLength(1);
  });

  it('without TLS is refused where the URL does not allow that', async () => {
    const imapUrl = server.url.replace('?ignoreTLS=true', '');
    const strict = createBounceMailbox({ imapUrl, messageIdDomain: 'dialogue.example' });

    await expect(strict.open()).rejects.toThrow(/TLS/);
  });

  it('refuses a wrong password', async () => {
    const imapUrl = server.url.replace('secret', 'wrong');

    await expect(createBounceMailbox({ imapUrl, messageIdDomain: 'dialogue.example' }).open()).rejects.toThrow(
      'Command failed',
    );
  });
});
