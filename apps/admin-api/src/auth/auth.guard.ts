import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { Reflector } from '@nestjs/core';
import type { Account } from '@dialogue/persistence';

import { ApiError } from '../errors/api-error.js';
import type { HttpRequest } from '../http/http.js';
import type { Services } from '../tokens.js';
import { isPermitted } from './permissions.js';
import { routeAccessKey, type RouteAccess } from './route-access.js';

/** Who stands behind a token; null when nobody does any more. */
export type AccountOfToken = (token: string) => Promise<Account | null>;

/** Lets a request through to its route when the route is public, or the person behind the token has the permission. */
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly services: Pick<Services, 'accountOfToken' | 'requireDatabase'>,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<RouteAccess | undefined>(routeAccessKey, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (access === 'public') return true;
    this.services.requireDatabase();
    const request = context.switchToHttp().getRequest<HttpRequest>();
    const account = await this.accountOf(request);
    // A route that names no permission is closed to everybody, rather than open by mistake.
    if (access === undefined || !isPermitted(account.role, access)) throw new ApiError('auth.forbidden');
    request.account = account;
    return true;
  }

  private async accountOf(request: HttpRequest): Promise<Account> {
    const token = bearerToken(request.headers['authorization']);
    if (token === null) throw new ApiError('auth.required');
    // The account is looked up at every request: one that was deactivated is out at once, not in 15 minutes.
    const account = await this.services.accountOfToken(token);
    if (account?.isActive !== true) throw new ApiError('auth.token_invalid');
    return account;
  }
}

function bearerToken(header: HttpRequest['headers'][string]): string | null {
  if (typeof header !== 'string') return null;
  return /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(header.trim())?.[1] ?? null;
}
