import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { logContext, type Logger } from '@dialogue/observability';

import { errorPage } from '../http/error-page.vi.js';
import { isLinkPath, isPage, pageHeaders } from '../http/html-page.js';
import type { HttpReply, HttpRequest } from '../http/http.js';
import { ApiError } from './api-error.js';
import { errorResponse, type ErrorResponse } from './error-response.js';

/** Tells whether a path exists under another method than the one that was asked for, and under which. */
export type MethodsOf = (path: string) => readonly string[];

/** What was refused may be given a moment later: nobody keeps it. */
const jsonHeaders = { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' };

/** The one place where an error becomes an answer (AP4). */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  constructor(
    private readonly logger: Logger,
    private readonly methodsOf: MethodsOf,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    this.answer(error, host.switchToHttp().getRequest<HttpRequest>(), host.switchToHttp().getResponse<HttpReply>());
  }

  /** Also for what Fastify cannot route, of which Nest never hears. */
  answer(error: unknown, request: Pick<HttpRequest, 'id' | 'url' | 'method'>, reply: HttpReply): void {
    const { response, headers } = this.answerTo(error, request);
    if (reply.sent) return;
    const body = { ...response.body, requestId: request.id };
    const isHtml = isPage(pathOf(request));
    void reply
      .status(response.status)
      // A route that gives a file, or a page, has said its own type already.
      .headers({ ...(isHtml ? pageHeaders : jsonHeaders), ...response.headers, ...headers })
      .send(isHtml ? errorPage(body) : body);
    this.log(error, response);
  }

  private answerTo(
    error: unknown,
    request: Pick<HttpRequest, 'url' | 'method'>,
  ): { readonly response: ErrorResponse; readonly headers: Record<string, string> } {
    const response = errorResponse(error);
    // Whoever tries links, or what lies behind them, gets one answer: that there is none.
    if (isNoPageOfLink(pathOf(request), response.status))
      return { response: errorResponse(new ApiError('link.closed')), headers: {} };
    if (response.body.code !== 'request.route_unknown') return { response, headers: {} };
    const methods = this.methodsOf(pathOf(request));
    if (methods.length === 0 || methods.includes(request.method)) return { response, headers: {} };
    return {
      response: errorResponse(new ApiError('request.method_not_allowed')),
      headers: { Allow: methods.join(', ') },
    };
  }

  private log(error: unknown, { status, body: { code } }: ErrorResponse): void {
    // The ids of the request stand in the context; what a person wrote stands nowhere.
    if (status === 500) this.logger.error('A request met a bug', { code, error, ...logContext() });
    else if (status === 503) this.logger.warn('A request met a dependency that is away', { code, error });
    else this.logger.debug('A request was refused', { code, status });
  }
}

/** What of an address is wrong does not matter where it should hold a token. */
function isNoPageOfLink(path: string, status: number): boolean {
  if (!isLinkPath(path)) return false;
  return status === 404 || status === 405 || (path.startsWith('/l/') && (status === 400 || status === 414));
}

function pathOf({ url }: Pick<HttpRequest, 'url'>): string {
  return url.split('?')[0] ?? '';
}
