export { createBounceMailbox, type BounceMailbox } from './bounces/bounce-mailbox.js';
export type { SmtpTimeLimits } from './delivery/time-limits.js';
export type { DeliveryAnswer } from './delivery/delivery-answer.js';
export type { OutgoingMessage } from './delivery/mail-message.js';
export { createMailer, type MailerOptions, type SmtpMailer } from './delivery/mailer.js';
export { composeEntry, composeLetter } from './letters/compose-letter.js';
export { dutyWords } from './letters/duties.vi.js';
export type {
  ComposedLetter,
  DigestEntry,
  LetterRequest,
  OfficeContact,
  SalutationLanguage,
} from './letters/letter-request.js';
