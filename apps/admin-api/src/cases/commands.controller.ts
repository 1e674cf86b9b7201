import { Body, Controller, Inject, Param, Post, type Type } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';

import { CommandGiver, type Giver } from '../http/command-giver.js';
import type { ComponentName } from '../http/components.js';
import { CommandOperation, type OperationName } from '../http/operation.js';
import { SERVICES, type Services } from '../tokens.js';
import { kindsOf, type CommandRow } from './command-row.js';
import type { Wish } from './carry-out.js';

/** A kind of case whose commands have routes. */
export interface CommandResource<Kind extends string> {
  readonly tag: string;
  readonly path: string;
  /** The parameters of the path, in its order; joined by a slash they are the id of the case. */
  readonly parameters: readonly { readonly name: string; readonly schema: z.ZodType }[];
  readonly table: Readonly<Record<Kind, CommandRow>>;
  readonly operationOf: (kind: Kind) => OperationName;
  readonly success: ComponentName;
  readonly carryOut: (services: Services, command: { kind: Kind; id: string }, wish: Wish<object>) => unknown;
}

/** A controller with one route per row of a table of commands, each with its permission and its schema. */
export function createCommandsController<Kind extends string>(resource: CommandResource<Kind>): Type {
  @ApiTags(resource.tag)
  @Controller(resource.path)
  class CommandsOfCaseController {
    constructor(@Inject(SERVICES) readonly services: Services) {}
  }
  for (const kind of kindsOf(resource.table)) addRoute(CommandsOfCaseController.prototype, resource, kind);
  return CommandsOfCaseController;
}

/** The name under which the documentation knows a command: `conference` and `close` are `conferenceClose`. */
export function operationNamed<Resource extends string, Kind extends string>(
  resource: Resource,
  kind: Kind,
): `${Resource}${Capitalize<Kind>}` {
  const capital = `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
  // eslint-disable-next-line house/no-assertion -- the compiler knows no template for what was just written out
  return `${resource}${capital}` as `${Resource}${Capitalize<Kind>}`;
}

/** The name of a command in its route: `approveAnswer` becomes `approve-answer`. */
function routeOf(kind: string): string {
  return kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

interface Prototype {
  readonly services: Services;
}

/** Adds a method and decorates it as the compiler would: decorators are functions of prototype, name and place. */
function addRoute<Kind extends string>(prototype: Prototype, resource: CommandResource<Kind>, kind: Kind): void {
  const { parameters, table, success } = resource;
  const { permission, body } = table[kind];
  const descriptor: PropertyDescriptor = { value: methodOf(resource, kind), writable: true, configurable: true };
  Object.defineProperty(prototype, kind, descriptor);
  CommandGiver()(prototype, kind, 0);
  Body({ schema: body })(prototype, kind, 1);
  // The last first, as the compiler does: so the documentation has them in their order.
  for (const [place, { name, schema }] of [...parameters.entries()].reverse())
    Param(name, { schema })(prototype, kind, place + 2);
  const types = [Object, Object, ...parameters.map(() => String)];
  Reflect.defineMetadata('design:paramtypes', types, prototype, kind);
  Post(routeOf(kind))(prototype, kind, descriptor);
  CommandOperation(resource.operationOf(kind), { access: permission, success })(prototype, kind, descriptor);
}

function methodOf<Kind extends string>({ carryOut }: CommandResource<Kind>, kind: Kind): unknown {
  // Named after its command: the documentation finds the parameters of a method by its name.
  const methods = {
    [kind](this: Prototype, ...[giver, body, ...parameters]: CommandArguments): unknown {
      return carryOut(this.services, { kind, id: parameters.join('/') }, { ...giver, body });
    },
  };
  return methods[kind];
}

type CommandArguments = [giver: Giver, body: object, ...parameters: string[]];
