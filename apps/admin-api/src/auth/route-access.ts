import { SetMetadata, type CustomDecorator } from '@nestjs/common';

import type { Permission } from './permissions.js';

/** What a route asks of who calls it: nothing, or one permission. A route without either is refused (AP5). */
export type RouteAccess = 'public' | Permission;

/** Where Nest keeps it, for the guard and for the test that walks all routes. */
export const routeAccessKey = 'dialogue:access';

/** The route answers only who has this permission. */
export function RequirePermission(permission: Permission): CustomDecorator {
  return SetMetadata<string, RouteAccess>(routeAccessKey, permission);
}

/** The route answers everybody. Every such route is listed in a test. */
export function Public(): CustomDecorator {
  return SetMetadata<string, RouteAccess>(routeAccessKey, 'public');
}
