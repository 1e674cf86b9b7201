import { startRealStack, type ApiClient, type RealStack } from '@dialogue/testing/stack';

import { accountsOf, type People } from './story.fixture.js';
import { tetPublished, type Tet } from './tet.fixture.js';

/** What a story needs before it begins. */
export interface Stage<Name extends string> {
  readonly stack: RealStack;
  readonly admin: ApiClient;
  readonly tet: Tet;
  readonly account: Readonly<Record<Name, ApiClient>>;
}

/** A stack of its own with a calendar up to the next Tet, and its people logged in. */
export async function staged<Name extends string>(people: People<Name>): Promise<Stage<Name>> {
  const stack = await startRealStack();
  try {
    const admin = await stack.logIn();
    return { stack, admin, tet: await tetPublished(admin), account: await accountsOf(stack, admin, people) };
  } catch (error) {
    await stack.stop();
    throw error;
  }
}
