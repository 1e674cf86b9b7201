import { Readable } from 'node:stream';

/** The text of a message behind a gate: the SMTP client begins to read it when the server has said 354, and not before. */
export interface TextGate {
  readonly stream: Readable;
  /** Whether it has been read: the server has said 354. */
  isOpening(): boolean;
  /** Whether a first byte was given to the connection. */
  hasTextBegun(): boolean;
  /** Whether the last byte was. */
  isTextThrough(): boolean;
  /** Waits until `beforeText`, if it was begun, has come to its end. @throws what it threw */
  settled(): Promise<void>;
}

interface TextGateOptions {
  readonly text: Buffer;
  readonly beforeText: () => Promise<void>;
  readonly onOpening: () => void;
  readonly onTextBegins: () => void;
}

/**
 * Opens when it is first read. Destroying the stream, by either side, before `beforeText` is through keeps the gate shut
 * for ever; an error of `beforeText` destroys it, so the client never writes the dot that would end the text.
 */
export function createTextGate({ text, beforeText, onOpening, onTextBegins }: TextGateOptions): TextGate {
  let opening: Promise<void> | null = null;
  let hasTextBegun = false;
  const stream = new Readable({
    read() {
      opening ??= open();
      opening.catch((error: unknown) =>
        stream.destroy(error instanceof Error ? error : new Error('beforeText failed')),
      );
    },
  });

  async function open(): Promise<void> {
    onOpening();
    await beforeText();
    if (stream.destroyed) return;
    hasTextBegun = true;
    onTextBegins();
    stream.push(text);
    stream.push(null);
  }

  return {
    stream,
    isOpening: () => opening !== null,
    hasTextBegun: () => hasTextBegun,
    isTextThrough: () => stream.readableEnded,
    settled: async () => {
      await opening;
    },
  };
}
