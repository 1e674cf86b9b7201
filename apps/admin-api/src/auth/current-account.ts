import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Account } from '@dialogue/persistence';

import { ApiError } from '../errors/api-error.js';
import type { HttpRequest } from '../http/http.js';

/** The account that the guard let in. */
export const CurrentAccount = createParamDecorator((_: unknown, context: ExecutionContext): Account =>
  accountOf(context.switchToHttp().getRequest<HttpRequest>()),
);

/** @throws ApiError `auth.required` on a public route, which knows nobody. */
export function accountOf({ account }: HttpRequest): Account {
  if (account === undefined) throw new ApiError('auth.required');
  return account;
}
