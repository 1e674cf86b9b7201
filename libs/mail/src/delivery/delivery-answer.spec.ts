import { describe, expect, it } from '@jest/globals';

import { answerOf, type ConversationEnd } from './delivery-answer.js';

const to = 'nguyen.van.a@so.example';

describe('answerOf', () => {
  it.each([
    { what: 'a 250 to the text', end: answered('250 queued'), hasTextBegun: true, kind: 'accepted' },
    { what: 'a 451 to the text', end: answered('451 later'), hasTextBegun: true, kind: 'deferred' },
    { what: 'a 554 to the text', end: answered('554 never'), hasTextBegun: true, kind: 'refused' },
    { what: 'an answer to the text that is none', end: answered('354 go on'), hasTextBegun: true, kind: 'uncertain' },
    { what: 'a 250 before any text', end: answered('250 queued'), hasTextBegun: false, kind: 'deferred' },
    { what: 'a lost connection before the text', end: failed(null, 'CONN'), hasTextBegun: false, kind: 'deferred' },
    {
      what: 'a lost connection after the text began',
      end: failed(null, 'CONN'),
      hasTextBegun: true,
      kind: 'uncertain',
    },
    { what: 'a 421 after the text began', end: failed('421 closing', 'CONN'), hasTextBegun: true, kind: 'deferred' },
    {
      what: 'a 554 on hanging up after the text began',
      end: failed('554 never', 'CONN'),
      hasTextBegun: true,
      kind: 'refused',
    },
    { what: 'a stray 250 after the text began', end: failed('250 ok', 'CONN'), hasTextBegun: true, kind: 'uncertain' },
    { what: 'a 550 to the sender', end: failed('550 no', 'MAIL FROM'), hasTextBegun: false, kind: 'refused' },
    { what: 'a 550 to the recipient', end: failed('550 no', 'RCPT TO'), hasTextBegun: false, kind: 'refused' },
    { what: 'a 535 to the login', end: failed('535 wrong', 'AUTH PLAIN'), hasTextBegun: false, kind: 'deferred' },
    { what: 'a 554 in the greeting', end: failed('554 no', 'CONN'), hasTextBegun: false, kind: 'deferred' },
  ])('takes $what for $kind', ({ end, hasTextBegun, kind }) => {
    expect(answerOf(end, { hasTextBegun, to }).kind).toBe(kind);
  });
});

function answered(reply: string): ConversationEnd {
  return { kind: 'answered', reply };
}

function failed(reply: string | null, command: string): ConversationEnd {
  return { kind: 'failed', reply, message: 'Connection closed', command };
}
