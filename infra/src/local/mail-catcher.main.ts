import { MailDev } from 'maildev';

/*
 * The mail catcher as a process of its own: `node mail-catcher.main.js <address> <smtp port> <inbox port> <mail folder>`.
 * It imports nothing of ours, so that Node can also run it from its source. It ends with the process that started it.
 */
const [address = '', smtpPort, inboxPort, mailDirectory = ''] = process.argv.slice(2);
const mailDev = new MailDev({
  ip: address,
  webIp: address,
  smtp: Number(smtpPort),
  web: Number(inboxPort),
  mailDirectory,
  silent: true,
});

function stop(): void {
  mailDev.stop().then(
    () => process.exit(0),
    () => process.exit(1),
  );
}

process.once('SIGTERM', stop);
process.once('disconnect', stop);
process.on('SIGINT', () => undefined);
await mailDev.start();
process.send?.('ready');
