import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Account } from '@dialogue/persistence';

import { accountOf } from '../auth/current-account.js';
import { ApiError } from '../errors/api-error.js';
import type { HttpRequest } from './http.js';
import { keyInvalid } from './validation.vi.js';

/** Who gives a command, under which key of their own. */
export interface Giver {
  readonly account: Account;
  /** `Idempotency-Key`: the same key and body get the same outcome. Null: every request is one of its own. */
  readonly idempotencyKey: string | null;
  /** The link by which a body acts; the account is then one in name only, with the rights of that body. */
  readonly linkId?: string;
}

/** The one who gives the command of a request. */
export const CommandGiver = createParamDecorator((_: unknown, context: ExecutionContext): Giver => {
  const request = context.switchToHttp().getRequest<HttpRequest>();
  return { account: accountOf(request), idempotencyKey: idempotencyKeyOf(request) };
});

/** A key that is empty, too long, or not plain ASCII is refused. */
function idempotencyKeyOf(request: Pick<HttpRequest, 'headers'>): string | null {
  const header = request.headers['idempotency-key'];
  if (header === undefined) return null;
  if (typeof header === 'string' && /^[\x21-\x7E]{1,200}$/.test(header)) return header;
  throw new ApiError('request.invalid', { fields: [{ path: 'Idempotency-Key', message: keyInvalid }] });
}
