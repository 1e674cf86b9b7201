import type { Readable } from 'node:stream';

import type { Account } from '@dialogue/persistence';

/** As much of Fastify's request as we use. */
export interface HttpRequest {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly ip: string;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Who asks; set by the guard. */
  account?: Account;
  /** Of a request that is a form with parts, each as it flows in. */
  isMultipart(): boolean;
  parts(options: {
    readonly limits: Readonly<Record<string, number>>;
    readonly throwFileSizeLimit: boolean;
  }): AsyncIterable<RequestPart>;
}

type RequestPart =
  | { readonly type: 'field'; readonly fieldname: string; readonly value: unknown }
  | { readonly type: 'file'; readonly filename: string | undefined; readonly file: Readable };

/** As much of Fastify's reply as we use. */
export interface HttpReply {
  readonly sent: boolean;
  status(code: number): HttpReply;
  header(name: string, value: string): HttpReply;
  headers(values: Readonly<Record<string, string>>): HttpReply;
  send(body: unknown): unknown;
}

/** As much of Fastify as we reach beneath Nest. */
export interface HttpServer {
  removeContentTypeParser(mediaType: string): unknown;
  addContentTypeParser(
    mediaTypes: string[],
    options: { readonly parseAs: 'buffer'; readonly bodyLimit: number },
    parser: (request: RoutedRequest, body: Uint8Array, done: (error: Error | null, body: unknown) => void) => void,
  ): unknown;
  addContentTypeParser(
    mediaType: string,
    parser: (request: RoutedRequest, body: Readable, done: (error: Error | null, body: unknown) => void) => void,
  ): unknown;
  addHook(
    name: 'onRequest' | 'preValidation' | 'onResponse',
    hook: (request: RoutedRequest, reply: TimedReply, done: () => void) => void,
  ): unknown;
  addHook(
    name: 'onRoute',
    hook: (route: { readonly url: string; readonly method: string | readonly string[] }) => void,
  ): unknown;
}

interface RoutedRequest extends HttpRequest {
  readonly routeOptions: { readonly url?: string | undefined };
}

interface TimedReply extends HttpReply {
  readonly statusCode: number;
  readonly elapsedTime: number;
}
