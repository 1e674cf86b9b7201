import { Socket } from 'node:net';

import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { NodemailerError } from 'nodemailer/lib/errors.js';
import type { ConversationEnd } from './delivery-answer.js';
import type { SmtpServer } from './smtp-url.js';
import { createTextGate, type TextGate } from './text-gate.js';

/** How long each part of a conversation may take. `untilTextMs` and `finalAnswerMs` together bound the whole. */
export interface SmtpTimeLimits {
  /** Name lookup, connecting, greeting and TLS together. */
  readonly connectMs: number;
  readonly greetingMs: number;
  /** The server's silence after a command. */
  readonly commandMs: number;
  /** From the beginning to the first byte of the text. */
  readonly untilTextMs: number;
  /** From the first byte of the text to the answer to it. */
  readonly finalAnswerMs: number;
}

export interface Conversation {
  readonly end: ConversationEnd;
  readonly gate: TextGate;
}

interface ConversationPlan {
  readonly server: SmtpServer;
  readonly limits: SmtpTimeLimits;
  readonly envelope: { readonly from: string; readonly to: string };
  readonly text: Buffer;
  readonly beforeText: () => Promise<void>;
}

/** One connection, one message. Resolves at once when the outcome is known; the farewell goes on behind it. */
export async function converse(plan: ConversationPlan): Promise<Conversation> {
  const { server, limits, text, beforeText } = plan;
  const connection = new SMTPConnection(connectionOptions(server, limits));
  const clock = createClock();
  const gate = createTextGate({
    text,
    beforeText,
    // The time that beforeText takes is ours, not the server's silence.
    onOpening: () => setSilence(connection, 0),
    onTextBegins: () => {
      clock.restart(limits.finalAnswerMs);
      setSilence(connection, limits.finalAnswerMs);
    },
  });
  clock.restart(limits.untilTextMs);
  const end = await Promise.race([clock.timeIsUp, speak(connection, plan, gate)]);
  clock.stop();
  // Whatever has not flowed by now never will: what the answer is made of stays true.
  gate.stream.destroy();
  leave(connection, end);
  return { end, gate };
}

function speak(
  connection: SMTPConnection,
  { server, envelope }: ConversationPlan,
  { stream }: TextGate,
): Promise<ConversationEnd> {
  return new Promise((resolve) => {
    const fail = (error: NodemailerError): void => resolve(failure(error));
    connection.on('error', fail);
    // After a 421 the client closes first and says why afterwards: the reason is worth one turn of waiting.
    connection.on('end', () => setImmediate(() => resolve(lost('Connection closed'))));
    connection.connect((error) => {
      if (error) fail(error);
      else logIn(connection, server, (loginError) => (loginError ? fail(loginError) : send()));
    });

    function send(): void {
      connection.send({ from: envelope.from, to: [envelope.to] }, stream, (error, info) => {
        if (error) fail(error);
        else resolve({ kind: 'answered', reply: info.response });
      });
    }
  });
}

function failure({ response, message, command }: NodemailerError): ConversationEnd {
  return { ...lost(message), reply: response ?? null, command: command ?? 'CONN' };
}

function lost(message: string): ConversationEnd & { kind: 'failed' } {
  return { kind: 'failed', reply: null, message, command: 'CONN' };
}

/** One time limit after another; the first that passes ends the conversation. */
function createClock(): { timeIsUp: Promise<ConversationEnd>; restart(ms: number): void; stop(): void } {
  let timer: NodeJS.Timeout | undefined;
  let ring: (end: ConversationEnd) => void;
  return {
    timeIsUp: new Promise((resolve) => (ring = resolve)),
    restart: (ms) => {
      clearTimeout(timer);
      timer = setTimeout(() => ring(lost('The time limit of the conversation has passed')), ms);
    },
    stop: () => clearTimeout(timer),
  };
}

function connectionOptions(
  server: SmtpServer,
  limits: SmtpTimeLimits,
): ConstructorParameters<typeof SMTPConnection>[0] {
  return {
    host: server.host,
    port: server.port,
    secure: server.secure,
    requireTLS: server.requireTLS,
    ignoreTLS: server.ignoreTLS,
    tls: { rejectUnauthorized: server.rejectUnauthorized },
    name: server.name ?? undefined,
    dnsTimeout: limits.connectMs,
    connectionTimeout: limits.connectMs,
    greetingTimeout: limits.greetingMs,
    socketTimeout: limits.commandMs,
    // Closing destroys: a text that was cut must never be ended by what we say afterwards.
    socketCloseTimeout: 0,
    logger: false,
  };
}

function logIn(connection: SMTPConnection, { login }: SmtpServer, done: (error: NodemailerError | null) => void): void {
  if (login === null) done(null);
  else if (connection.allowsAuth) connection.login({ user: login.user, pass: login.pass }, done);
  // Going on without would turn a server's hiccup, or somebody on the wire, into refused letters.
  else done(new Error('A login is configured, but the server offers none'));
}

function setSilence({ _socket: socket }: SMTPConnection, ms: number): void {
  if (socket instanceof Socket) socket.setTimeout(ms);
}

/** QUIT only where the text was answered: anywhere else it might be read as text. */
function leave(connection: SMTPConnection, end: ConversationEnd): void {
  if (end.kind === 'failed') {
    connection.close();
    return;
  }
  const timer = setTimeout(() => connection.close(), 1_000);
  connection.once('end', () => clearTimeout(timer));
  connection.quit();
}
