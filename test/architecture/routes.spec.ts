import 'reflect-metadata';

import { describe, expect, it } from '@jest/globals';
import { Controller, Get, Post, SetMetadata } from '@nestjs/common';

import { controllers, permissions, routeAccessKey, type RouteAccess } from '@dialogue/admin-api';

/** Routes that answer everybody. A new one is a decision: it is made here, in a review. */
const publicRoutes = [
  // A calendar program has no account: its secret address is the permission.
  'GET feeds/:file',
  'GET health/live',
  'GET health/ready',
  // Bodies act there by the link of a letter, each once; what it is good for, its session decides (ADR-0041).
  'GET l/:token',
  // Letters link there, and their recipients have no account; of people it knows nothing (ADR-0029).
  'GET v1/deadlines/explain',
  'GET v1/deadlines/explain/page',
  'GET viec',
  'GET viec/:act',
  'GET viec/tep/:id',
  'GET viec/xong',
  'POST v1/auth/token',
  'POST viec/:act',
];

const methods = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'];

interface Route {
  readonly name: string;
  readonly access: RouteAccess | undefined;
}

describe('the routes of the API', () => {
  const routes = controllers.flatMap(routesOf);

  it('AP5: each names its permission or is listed as public', () => {
    expect(routes.length).toBeGreaterThan(30);
    expect(faultsOf(routes, publicRoutes)).toEqual([]);
  });

  it('AP5: every listed public route is there', () => {
    const open = routes.filter(({ access }) => access === 'public').map(({ name }) => name);

    expect(open.toSorted()).toEqual(publicRoutes);
  });

  it('include one for every command of a petition that people give', () => {
    const names = routes.map(({ name }) => name);

    expect(names).toContain('POST v1/petitions/:id/acknowledge');
    expect(names).toContain('POST v1/petitions/:id/approve-answer');
  });

  it('would be caught unguarded, or guarded by what nobody has', () => {
    expect(faultsOf(routesOf(Careless), publicRoutes)).toEqual([
      'GET careless/open names no permission',
      'POST careless/unlisted is public but not listed',
      'POST careless/unknown asks for a permission that does not exist: everything',
    ]);
  });
});

function faultsOf(routes: readonly Route[], listed: readonly string[]): readonly string[] {
  return routes.flatMap(({ name, access }) => {
    if (access === undefined) return [`${name} names no permission`];
    if (access === 'public') return listed.includes(name) ? [] : [`${name} is public but not listed`];
    return permissions.includes(access) ? [] : [`${name} asks for a permission that does not exist: ${access}`];
  });
}

/** The routes of a controller as Nest registers them: metadata of the methods below that of the class. */
function routesOf(controller: { readonly prototype: object }): readonly Route[] {
  const prototype = controller.prototype as Record<string, unknown>;
  const handlers = Object.getOwnPropertyNames(prototype).filter((name) => name !== 'constructor');
  return handlers.flatMap((key): Route[] => {
    const handler = prototype[key];
    if (typeof handler !== 'function' || !Reflect.hasMetadata('path', handler)) return [];
    const method = methods[Reflect.getMetadata('method', handler) as number] ?? 'ANY';
    const path = [Reflect.getMetadata('path', controller), Reflect.getMetadata('path', handler)].join('/');
    return [{ name: `${method} ${path.replace(/\/+$/, '')}`, access: accessOf(handler) ?? accessOf(controller) }];
  });
}

function accessOf(target: object): RouteAccess | undefined {
  return Reflect.getMetadata(routeAccessKey, target) as RouteAccess | undefined;
}

@Controller('careless')
class Careless {
  @Get('open')
  open(): void {
    return;
  }

  @Post('unlisted')
  @SetMetadata(routeAccessKey, 'public')
  unlisted(): void {
    return;
  }

  @Post('unknown')
  @SetMetadata(routeAccessKey, 'everything')
  unknown(): void {
    return;
  }
}
