import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { map, type Observable } from 'rxjs';

import type { HttpReply } from './http.js';

/** The answer to a command that has arrived but is not decided yet. */
export interface PendingCommand {
  readonly status: 'pending';
  readonly commandId: string;
  /** Where to ask what became of it. */
  readonly link: string;
}

export function pendingCommand(commandId: string): PendingCommand {
  return { status: 'pending', commandId, link: `/v1/commands/${commandId}` };
}

/** Gives a pending command its status, 202, and the place to ask about it as `Location`. */
@Injectable()
export class PendingInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      map((result: unknown) => {
        if (isPending(result))
          context.switchToHttp().getResponse<HttpReply>().status(202).header('Location', result.link);
        return result;
      }),
    );
  }
}

function isPending(result: unknown): result is PendingCommand {
  return (
    typeof result === 'object' &&
    result !== null &&
    'status' in result &&
    result.status === 'pending' &&
    'link' in result
  );
}
