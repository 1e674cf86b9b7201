import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { map, type Observable } from 'rxjs';

import type { HttpReply } from '../http/http.js';
import type { ReadyResponse } from './health.service.js';

/** 503 where something is not ready, so that a load balancer need not read the body. */
@Injectable()
export class ReadinessInterceptor implements NestInterceptor<ReadyResponse, ReadyResponse> {
  intercept(context: ExecutionContext, next: CallHandler<ReadyResponse>): Observable<ReadyResponse> {
    return next.handle().pipe(
      map((readiness) => {
        if (readiness.status === 'notReady')
          context.switchToHttp().getResponse<HttpReply>().status(503).header('Retry-After', '5');
        return readiness;
      }),
    );
  }
}
