import { Body, Controller, Inject, Param, Post, type Type } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { CommandGiver, type Giver } from '../http/command-giver.js';
import { CommandOperation } from '../http/operation.js';
import { SERVICES, type Services } from '../tokens.js';
import { commandTable, routedCommandKinds, type RoutedCommandKind } from './command-table.js';
import { petitionId } from './petition.schemas.js';

/** A controller with one route per row of the table of commands, each with its permission and its schema. */
export function createPetitionCommandsController(): Type {
  @ApiTags('petition commands')
  @Controller('v1/petitions/:id')
  class PetitionCommandsController {
    constructor(@Inject(SERVICES) readonly services: Services) {}
  }
  for (const kind of routedCommandKinds) addRoute(PetitionCommandsController.prototype, kind);
  return PetitionCommandsController;
}

/** The name of a command in its route: `approveAnswer` becomes `approve-answer`. */
function routeOf(kind: RoutedCommandKind): string {
  return kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Adds a method and decorates it as the compiler would: decorators are functions of prototype, name and place. */
function addRoute(prototype: { readonly services: Services }, kind: RoutedCommandKind): void {
  const { permission, body } = commandTable[kind];
  const descriptor: PropertyDescriptor = { value: methodOf(kind), writable: true, configurable: true };
  Object.defineProperty(prototype, kind, descriptor);
  CommandGiver()(prototype, kind, 0);
  Param('id', { schema: petitionId })(prototype, kind, 1);
  Body({ schema: body })(prototype, kind, 2);
  Reflect.defineMetadata('design:paramtypes', [Object, String, Object], prototype, kind);
  Post(routeOf(kind))(prototype, kind, descriptor);
  CommandOperation(kind, { access: permission, success: 'Petition' })(prototype, kind, descriptor);
}

function methodOf(kind: RoutedCommandKind): unknown {
  // Named after its command: the documentation finds the parameters of a method by its name.
  const methods = {
    [kind](this: { readonly services: Services }, ...[giver, id, body]: CommandArguments): unknown {
      return this.services.petitions.carryOut(kind, id, { ...giver, body });
    },
  };
  return methods[kind];
}

type CommandArguments = [giver: Giver, id: string, body: object];
