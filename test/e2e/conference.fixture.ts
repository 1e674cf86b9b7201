import type { ApiClient, RealStack } from '@dialogue/testing/stack';

import { decided } from './petition.fixture.js';
import { mailsTo, storyCase, type StoryCase } from './story.fixture.js';

/** A conference as `GET` shows it, as far as the stories look at it. */
export interface ShownConference {
  readonly number: string;
  readonly stage: string;
  readonly on: string;
  readonly petitions: readonly {
    readonly id: string;
    readonly path: string;
    readonly attachedOn: string | null;
    readonly followedUpOn: string | null;
  }[];
  readonly bodies: readonly {
    readonly organisation: { readonly code: string };
    readonly attendance: string | null;
    readonly leftOn: string | null;
  }[];
}

/** Begins a conference by one of the two routes, and sees it begun. */
export async function begun(
  stack: RealStack,
  client: ApiClient,
  { path = '/v1/conferences', body }: { readonly path?: string; readonly body: object },
): Promise<StoryCase> {
  const answer = await client.post(path, body);
  if (answer.status === 202) await decided(client, answer);
  else if (answer.status !== 200) throw new Error(`not begun: ${String(answer.status)} ${JSON.stringify(answer.body)}`);
  const { conference } = answer.body as { readonly conference?: { readonly id: string } };
  return storyCase(stack, 'conference', conference?.id ?? String(answer.body['id']));
}

/** The conference as it stands. */
export async function conferenceOf(conference: StoryCase, client: ApiClient): Promise<ShownConference> {
  return (await conference.read(client)) as unknown as ShownConference;
}

/** Of each calendar entry that came to an address, in their order: method, number and whether it is the same entry. */
export function calendarsTo(stack: RealStack, address: string): readonly string[] {
  return mailsTo(stack, address).flatMap(({ calendar }) => {
    if (calendar === null) return [];
    // A time zone begins, too.
    const entry = calendar.replace(/BEGIN:VTIMEZONE.*END:VTIMEZONE/s, '');
    const of = (name: string): string => new RegExp(`^${name}[^:]*:(.*?)\\r?$`, 'm').exec(entry)?.[1] ?? '';
    return [`${of('METHOD')} ${of('SEQUENCE')} ${of('DTSTART').slice(0, 8)}`];
  });
}

/** The kinds of letter that an address got of a case, by what `GET` of the case says. */
export async function lettersTo(conference: StoryCase, client: ApiClient, address: string): Promise<readonly string[]> {
  const { letters } = (await conference.read(client)) as unknown as {
    readonly letters: readonly {
      readonly kind: string;
      readonly deliveries: readonly { readonly address: string | null; readonly state: string }[];
    }[];
  };
  return letters
    .filter(({ deliveries }) => deliveries.some((each) => each.address === address && each.state === 'sent'))
    .map(({ kind }) => kind);
}
