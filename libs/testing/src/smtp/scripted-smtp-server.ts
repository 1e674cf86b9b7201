import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

import { hold, ordinaryReaction, reply, type SmtpReaction, type SmtpScript, type SmtpStep } from './smtp-script.js';
import { openSession, type ReceivedMail } from './smtp-session.js';

export interface ScriptedSmtpServerOptions {
  /** 0 or absent: any free port, kept for the server's whole life. */
  readonly port?: number;
  readonly script?: SmtpScript;
  /** What EHLO offers, e.g. `PIPELINING`, `AUTH PLAIN`, `STARTTLS`. */
  readonly extensions?: readonly string[];
}

/** Final answers that are held back. */
export interface HeldAnswers {
  /** Answers what is held, with 250 unless told otherwise; later texts are answered as usual. */
  release(lines?: string): void;
}

/** A mail server of a test: takes everything, unless its script says otherwise, and remembers what it saw. */
export interface ScriptedSmtpServer {
  readonly host: string;
  readonly port: number;
  readonly url: string;
  /** Every text that came to its dot, whatever was answered. */
  readonly received: readonly ReceivedMail[];
  /** The texts that were answered with 250: what a real server would deliver. */
  readonly accepted: readonly ReceivedMail[];
  /** What had come of texts whose connection ended after 354 and before the dot. */
  readonly cutTexts: readonly string[];
  readonly steps: readonly SmtpStep[];
  follow(script: SmtpScript | null): void;
  /** From now on texts are taken but not answered, until released. */
  holdFinalAnswers(): HeldAnswers;
  /** Resolves when this holds; looked at whenever something happens here. */
  until(isReached: () => boolean): Promise<void>;
  /** Resolves when so many such steps have been seen since the beginning: `seen('text', 2)`. */
  seen(command: string, count?: number): Promise<void>;
  dropConnections(): void;
  /** Ends all connections and refuses new ones, until {@link ScriptedSmtpServer.comeUp}. */
  goDown(): Promise<void>;
  comeUp(): Promise<void>;
  close(): Promise<void>;
}

const host = '127.0.0.1';

/** Starts a scripted mail server on the loopback address. */
export async function startScriptedSmtpServer(options: ScriptedSmtpServerOptions = {}): Promise<ScriptedSmtpServer> {
  const state = createState(options);
  let listener = await listen(state, options.port ?? 0);
  const { port } = listener.address() as AddressInfo;
  const goDown = async (): Promise<void> => {
    if (!listener.listening) return;
    const closed = once(listener, 'close');
    listener.close();
    dropAll(state);
    await closed;
  };
  return {
    host,
    port,
    url: `smtp://${host}:${String(port)}`,
    received: state.received,
    get accepted() {
      return state.received.filter(({ answer }) => answer?.startsWith('2') === true);
    },
    cutTexts: state.cutTexts,
    steps: state.steps,
    follow: (script) => {
      state.script = script;
    },
    holdFinalAnswers: () => holdFinalAnswers(state),
    until: (isReached) => until(state, isReached),
    seen: (command, count = 1) =>
      until(state, () => state.steps.filter((step) => step.command === command).length >= count),
    dropConnections: () => dropAll(state),
    goDown,
    comeUp: async () => {
      if (!listener.listening) listener = await listen(state, port);
    },
    close: goDown,
  };
}

interface State {
  readonly sockets: Set<Socket>;
  readonly received: ReceivedMail[];
  readonly cutTexts: string[];
  readonly steps: SmtpStep[];
  readonly extensions: readonly string[];
  readonly waiting: Set<() => void>;
  connections: number;
  script: SmtpScript | null;
  finalAnswer: SmtpReaction | null;
}

function createState({ script, extensions = [] }: ScriptedSmtpServerOptions): State {
  return {
    sockets: new Set(),
    received: [],
    cutTexts: [],
    steps: [],
    extensions,
    waiting: new Set(),
    connections: 0,
    script: script ?? null,
    finalAnswer: null,
  };
}

async function listen(state: State, port: number): Promise<Server> {
  const server = createServer((socket) => greet(state, socket));
  server.listen(port, host);
  await once(server, 'listening');
  return server;
}

function greet(state: State, socket: Socket): void {
  state.connections += 1;
  state.sockets.add(socket);
  socket.once('close', () => state.sockets.delete(socket));
  openSession(socket, state.connections, {
    step: (step) => {
      const reaction = decide(state, step);
      state.steps.push(step);
      tellWaiting(state);
      return reaction;
    },
    received: (mail) => state.received.push(mail),
    answered: (mail, answer) => {
      state.received[state.received.indexOf(mail)] = { ...mail, answer };
      tellWaiting(state);
    },
    cut: (text) => {
      state.cutTexts.push(text);
      tellWaiting(state);
    },
  });
}

function decide(state: State, step: SmtpStep): SmtpReaction {
  const scripted = state.script?.(step) ?? null;
  if (scripted !== null) return scripted;
  if (step.command === 'text' && state.finalAnswer !== null) return state.finalAnswer;
  return ordinaryReaction(step, state.extensions);
}

function holdFinalAnswers(state: State): HeldAnswers {
  let open: (reaction: SmtpReaction) => void = () => undefined;
  state.finalAnswer = hold(new Promise((resolve) => (open = resolve)));
  return {
    release: (lines = '250 2.0.0 queued') => {
      state.finalAnswer = null;
      open(reply(lines));
    },
  };
}

function until(state: State, isReached: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!isReached()) return;
      state.waiting.delete(look);
      resolve();
    };
    state.waiting.add(look);
    look();
  });
}

function tellWaiting({ waiting }: State): void {
  for (const look of [...waiting]) look();
}

function dropAll({ sockets }: State): void {
  for (const socket of sockets) socket.destroy();
}
