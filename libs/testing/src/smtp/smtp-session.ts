import type { Socket } from 'node:net';

import type { SmtpReaction, SmtpStep } from './smtp-script.js';

/** A text that came to its dot, and what the server said to it. */
export interface ReceivedMail {
  readonly connection: number;
  readonly from: string;
  readonly to: readonly string[];
  /** As sent, without the doubled dots. */
  readonly raw: string;
  /** Null while the answer is held back, and for ever when the connection was lost before it. */
  readonly answer: string | null;
}

/** What a session tells its server. */
export interface SessionListener {
  /** A step has come; the answer decides how the session goes on. */
  step(step: SmtpStep): SmtpReaction;
  received(mail: ReceivedMail): void;
  answered(mail: ReceivedMail, answer: string): void;
  /** The connection ended after 354 and before the dot; with what had come of the text, often nothing. */
  cut(text: string): void;
}

interface Session {
  readonly socket: Socket;
  readonly connection: number;
  readonly listener: SessionListener;
  buffer: string;
  isInText: boolean;
  /** How much of the text may come; null: all of it. */
  cutAfter: number | null;
  from: string | null;
  to: string[];
  mail: ReceivedMail | null;
  /** One step after the other, also where a reaction is held back. */
  turn: Promise<void>;
}

/** Speaks one connection. Bytes are kept one to a character (latin1), so that nothing is lost in decoding. */
export function openSession(socket: Socket, connection: number, listener: SessionListener): void {
  const session: Session = {
    socket,
    connection,
    listener,
    buffer: '',
    isInText: false,
    cutAfter: null,
    from: null,
    to: [],
    mail: null,
    turn: Promise.resolve(),
  };
  socket.setEncoding('latin1');
  socket.on('error', () => socket.destroy());
  socket.on('close', () => {
    if (session.isInText) listener.cut(session.buffer);
  });
  socket.on('data', (chunk: string) => {
    session.buffer += chunk;
    consume(session);
  });
  take(session, 'connect', '');
}

function consume(session: Session): void {
  for (;;) {
    if (session.isInText && isCut(session)) return;
    const part = session.isInText ? nextText(session) : nextLine(session);
    if (part === null) return;
    if (session.isInText) endText(session, part);
    else takeLine(session, part);
  }
}

/** What comes after the cut has never come. */
function isCut(session: Session): boolean {
  const { cutAfter, buffer, socket } = session;
  if (cutAfter === null || buffer.length < cutAfter) return false;
  session.buffer = buffer.slice(0, cutAfter);
  socket.destroy();
  return true;
}

function nextLine(session: Session): string | null {
  const at = session.buffer.indexOf('\r\n');
  return at < 0 ? null : shift(session, at, 2);
}

function nextText(session: Session): string | null {
  if (session.buffer.startsWith('.\r\n')) return shift(session, 0, 3);
  const at = session.buffer.indexOf('\r\n.\r\n');
  return at < 0 ? null : shift(session, at + 2, 3);
}

function shift(session: Session, length: number, separator: number): string {
  const part = session.buffer.slice(0, length);
  session.buffer = session.buffer.slice(length + separator);
  return part;
}

function takeLine(session: Session, line: string): void {
  const [verb = '', ...rest] = line.split(' ');
  const command = verb.toUpperCase();
  take(session, command, rest.join(' '));
}

function endText(session: Session, text: string): void {
  const { connection, from, to } = session;
  const raw = text.replace(/^\.\./gm, '.');
  session.isInText = false;
  session.mail = { connection, from: from ?? '', to, raw, answer: null };
  session.listener.received(session.mail);
  take(session, 'text', '');
}

function take(session: Session, command: string, argument: string): void {
  session.turn = session.turn.then(() => {
    const { connection, from, to } = session;
    return react(session, { connection, command, argument, from, to });
  });
}

async function react(session: Session, step: SmtpStep): Promise<void> {
  if (isGone(session)) return;
  let reaction = session.listener.step(step);
  while (reaction.kind === 'hold') reaction = await reaction.reaction;
  if (isGone(session) || reaction.kind === 'silence') return;
  if (reaction.kind === 'cutText') {
    session.cutAfter = reaction.after;
    say(session, step, '354 go on');
    return;
  }
  if (reaction.lines !== null) say(session, step, reaction.lines);
  if (reaction.kind === 'drop') session.socket.destroySoon();
}

function isGone({ socket }: Session): boolean {
  return socket.destroyed;
}

function say(session: Session, { command, argument }: SmtpStep, lines: string): void {
  if (lines.startsWith('2')) remember(session, command, addressIn(argument));
  if (command === 'text' && session.mail !== null) session.listener.answered(session.mail, lines);
  session.socket.write(wire(lines), 'latin1');
  if (command !== 'DATA' || !lines.startsWith('354')) return;
  session.isInText = true;
  consume(session);
}

/** Only a sender and recipients that were taken count. */
function remember(session: Session, command: string, address: string): void {
  if (command === 'MAIL') Object.assign(session, { from: address, to: [] });
  if (command === 'RCPT') session.to = [...session.to, address];
  if (command === 'RSET') Object.assign(session, { from: null, to: [] });
}

/** Lines of one reply: all but the last with a hyphen after the code. */
function wire(lines: string): string {
  const each = lines.split('\n');
  return each.map((line, index) => `${index < each.length - 1 ? line.replace(/^(\d{3}) /, '$1-') : line}\r\n`).join('');
}

function addressIn(argument: string): string {
  return /<([^>]*)>/.exec(argument)?.[1] ?? '';
}
