export * from './builders/index.js';
export * from './database.js';
export * from './imap/imap-server.js';
export * from './smtp/mail-text.js';
export * from './smtp/scripted-smtp-server.js';
export { randomScript } from './smtp/random-script.js';
export * as smtp from './smtp/smtp-script.js';
export type { ReceivedMail } from './smtp/smtp-session.js';
