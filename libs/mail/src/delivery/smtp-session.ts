import { Socket } from 'node:net';
import type { Readable } from 'node:stream';

import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { NodemailerError } from 'nodemailer/lib/errors.js';
import type { ConversationEnd } from './delivery-answer.js';
import type { SmtpServer } from './smtp-url.js';
import type { SmtpTimeLimits } from './time-limits.js';

type Failure = Extract<ConversationEnd, { kind: 'failed' }>;

/** One connection to the mail server. One step at a time; nothing here throws. */
export interface SmtpSession {
  /** Greeting, TLS and login; what went wrong, or null. */
  connect(): Promise<Failure | null>;
  /** RSET: whether the server is still there, and has forgotten the letter before. Ends the session when it is not. */
  isAlive(): Promise<boolean>;
  send(envelope: Envelope, text: Readable): Promise<ConversationEnd>;
  /** How long the server may be silent from now on; 0: as long as it likes. */
  allowSilence(ms: number): void;
  /** Whether nothing more can be said on it. */
  isOver(): boolean;
  onOver(listener: () => void): void;
  /** Destroys the connection: a text that was cut must never be ended by what is said afterwards. */
  close(): void;
  /** Takes leave; only where the server is not in the middle of a text. Done when the connection is. */
  quit(): Promise<void>;
}

export interface Envelope {
  readonly from: string;
  readonly to: string;
  /** Reports of delivery repeat it (RFC 3461), where the server offers that. */
  readonly id: string;
}

const farewellMs = 1_000;

export function createSession(server: SmtpServer, limits: SmtpTimeLimits): SmtpSession {
  const connection = new SMTPConnection(connectionOptions(server, limits));
  let fail: (failure: Failure) => void = () => undefined;
  let isOver = false;
  const over = new Promise<void>((resolve) => connection.once('end', resolve));
  connection.on('error', (error: NodemailerError) => fail(failureOf(error)));
  connection.once('end', () => {
    isOver = true;
    // After a 421 the client closes first and says why afterwards: the reason is worth one turn of waiting.
    setImmediate(() => fail(lost('Connection closed')));
  });

  /** Ends as told, or with whatever ends the connection before. */
  function step<End>(begin: (end: (how: End | Failure) => void) => void): Promise<End | Failure> {
    return new Promise((resolve) => {
      fail = resolve;
      begin(resolve);
    });
  }

  return {
    connect: () => step<null>((end) => connect(connection, server, (error) => end(error ? failureOf(error) : null))),
    isAlive: async () => {
      setSilence(connection, limits.checkMs);
      const problem = await step<null>((end) => connection.reset((error) => end(error ? failureOf(error) : null)));
      if (problem !== null) connection.close();
      else setSilence(connection, limits.commandMs);
      return problem === null;
    },
    send: (envelope, text) => step<ConversationEnd>((end) => send(connection, { envelope, text }, end)),
    allowSilence: (ms) => setSilence(connection, ms),
    isOver: () => isOver,
    onOver: (listener) => void over.then(listener),
    close: () => connection.close(),
    quit: async () => {
      const timer = setTimeout(() => connection.close(), farewellMs);
      connection.quit();
      await over;
      clearTimeout(timer);
    },
  };
}

/** That no answer came. */
export function lost(message: string): Failure {
  return { kind: 'failed', reply: null, message, command: 'CONN' };
}

function failureOf({ response, message, command }: NodemailerError): Failure {
  return { ...lost(message), reply: response ?? null, command: command ?? 'CONN' };
}

type Done = (error?: NodemailerError | null) => void;

function connect(connection: SMTPConnection, server: SmtpServer, done: Done): void {
  connection.connect((error) => {
    if (error) done(error);
    else logIn(connection, server, done);
  });
}

function logIn(connection: SMTPConnection, { login }: SmtpServer, done: Done): void {
  if (login === null) done(null);
  else if (connection.allowsAuth) connection.login({ user: login.user, pass: login.pass }, done);
  // Going on without would turn a server's hiccup, or somebody on the wire, into refused letters.
  else done(new Error('A login is configured, but the server offers none'));
}

function send(
  connection: SMTPConnection,
  { envelope, text }: { readonly envelope: Envelope; readonly text: Readable },
  end: (how: ConversationEnd) => void,
): void {
  const { from, to, id } = envelope;
  // Nothing is said of it to a server that does not offer it. What comes back of the letter is its head alone.
  const dsn = { ret: 'HDRS', envid: id, notify: ['FAILURE', 'DELAY'], orcpt: `rfc822;${to}` } as const;
  connection.send({ from, to: [to], dsn: { ...dsn, notify: [...dsn.notify] } }, text, (error, info) => {
    if (error) end(failureOf(error));
    else end({ kind: 'answered', reply: info.response });
  });
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

function setSilence({ _socket: socket }: SMTPConnection, ms: number): void {
  if (socket instanceof Socket) socket.setTimeout(ms);
}
