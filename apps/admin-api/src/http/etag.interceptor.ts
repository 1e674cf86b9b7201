import { createHash } from 'node:crypto';

import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { map, type Observable } from 'rxjs';

import type { HttpReply, HttpRequest } from './http.js';

/** A text is known by its content: whoever has it already is told so, and is not sent it again (RFC 9110). */
@Injectable()
export class EtagInterceptor implements NestInterceptor<string, string | undefined> {
  intercept(context: ExecutionContext, next: CallHandler<string>): Observable<string | undefined> {
    const request = context.switchToHttp().getRequest<HttpRequest>();
    const reply = context.switchToHttp().getResponse<HttpReply>();
    return next.handle().pipe(
      map((text) => {
        const etag = `"${createHash('sha256').update(text).digest('base64url')}"`;
        void reply.header('ETag', etag);
        if (!isKnown(request, etag)) return text;
        void reply.status(304);
        return undefined;
      }),
    );
  }
}

/** A proxy that compresses makes a weak one of it. */
function isKnown({ headers }: HttpRequest, etag: string): boolean {
  const given = headers['if-none-match'];
  if (typeof given !== 'string') return false;
  return given.split(',').some((each) => ['*', etag].includes(each.trim().replace(/^W\//, '')));
}
