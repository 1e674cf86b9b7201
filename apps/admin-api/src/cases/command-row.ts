import type { Instant } from '@dialogue/domain';
import type { Account, Register } from '@dialogue/persistence';
import { z } from 'zod';

import type { Permission } from '../auth/permissions.js';
import type { Scopes } from '../auth/scope.js';

/** What a command is decided with besides its body. */
export interface CommandContext {
  readonly account: Account;
  readonly caseId: string;
  readonly register: Register;
  readonly scopes: Scopes;
  readonly now: () => Instant;
}

/** The words of people: they stay in the register. */
type Words = Readonly<Record<string, unknown>> | null;

/** A command as it goes through the door: what its case may know, and the words that stay in the register. */
export interface SplitCommand<Command> {
  readonly command: Command;
  readonly words: Words;
  /** What is sealed or kept apart before it is written. */
  readonly beside?: BesideCommand;
}

/** What comes with a command and belongs neither to its payload nor to its words. */
export interface BesideCommand {
  /** D2.2, D11.1d: goes under the seal. */
  readonly representative?: NewRepresentative;
  /** Files that the command names; D11.1d: whether the agencies of the case may read them. */
  readonly files?: { readonly ids: readonly string[]; readonly isForAgency: boolean };
  /** D8.1c: other matters of one letter. */
  readonly parts?: readonly { readonly id: string; readonly title: string; readonly content: string }[];
}

/** Who speaks for a collective from now on (D2.2). */
export interface NewRepresentative {
  readonly name: string;
  readonly address?: string | undefined;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
}

/**
 * Which bodies a command is for: the agency that leads a petition, or those that cooperate with it (D11.1b); `front`: the
 * bodies of a conference, and by its link the Front of the level, which need not be one of them (D13.3).
 */
type CommandActors = 'lead' | 'cooperating' | 'front';

/** One command of a case: who may give it, what it says, what becomes of that. */
export interface CommandRow {
  readonly permission: Permission;
  /** Which agencies may give it; absent: the one that leads. */
  readonly actors?: CommandActors;
  readonly body: z.ZodObject;
  /** Takes a body that was validated. */
  readonly split: (body: unknown, context: CommandContext) => Promise<SplitCommand<{ readonly kind: string }>>;
}

/** How the body of one command is split, as its row in the table says. */
export type Split<Command, Shape extends z.ZodRawShape> = (
  body: z.output<z.ZodObject<Shape, z.core.$strict>>,
  context: CommandContext,
) => SplitCommand<Command> | Promise<SplitCommand<Command>>;

interface RowOptions {
  readonly permission: Permission;
  readonly example: Readonly<Record<string, unknown>>;
}

/** One row of a table of commands. */
export function commandRow<Command extends { readonly kind: string }, Shape extends z.ZodRawShape>(
  { permission, example }: RowOptions,
  shape: Shape,
  split: Split<Command, Shape>,
): CommandRow {
  const body = z.strictObject(shape).meta({ example });
  return {
    permission,
    actors: 'lead',
    body,
    // Parsed again, so that the types of the row hold without a cast; a schema takes its own result for input.
    split: async (given, context) => withoutEmptyWords(await split(body.parse(given), context)),
  };
}

/** The commands of a table, in its order. */
export function kindsOf<Kind extends string>(table: Readonly<Record<Kind, CommandRow>>): readonly Kind[] {
  return Object.keys(table).filter((kind): kind is Kind => kind in table);
}

function withoutEmptyWords<Command>({ words, ...split }: SplitCommand<Command>): SplitCommand<Command> {
  const isEmpty = Object.values(words ?? {}).every((word) => word === undefined);
  return { ...split, words: isEmpty ? null : words };
}
