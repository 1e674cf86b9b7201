import type { ApiClient, RealStack } from '@dialogue/testing/stack';

import { decided, registered, registration } from './petition.fixture.js';
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

/** What is owed of a case, until when, and by which body. */
export async function owedOf(of: StoryCase, client: ApiClient): Promise<readonly string[]> {
  return (await of.duties(client))
    .filter(({ isOpen }) => isOpen)
    .map(({ kind, dueOn, owedBy }) => `${kind} ${dueOn} ${owedBy.organisation?.code ?? ''}`);
}

/** A plan as it is laid before a host (D8.1a). */
export const planWords = {
  programme: 'Khai mạc, hỏi đáp, kết luận',
  contents: 'Nông thôn mới',
  place: 'Hội trường',
  participants: 'Đại diện nhân dân',
  publicity: 'Cổng thông tin điện tử',
};

/** Petitions that were brought to a conference, by title; the person of each is reached by it. */
export async function onListOf(
  stack: RealStack,
  clerk: ApiClient,
  { conference, titles }: { readonly conference: StoryCase; readonly titles: readonly string[] },
): Promise<readonly StoryCase[]> {
  const petitions: StoryCase[] = [];
  for (const title of titles) {
    const given = registration({ title }, { email: `${title}@petitioner.example` });
    const petition = storyCase(stack, 'petition', await registered(clerk, given));
    await petition.give(clerk, 'accept', { field: 'economy' });
    await petition.give(clerk, 'attach-to-conference', { conference: conference.id });
    petitions.push(petition);
  }
  return petitions;
}

/** What happens to a periodic conference, and by which rules, from its plan until it is closed. */
export const periodicEvents = [
  ...['planned D8.1a', 'planSubmitted D8.1a', 'planReturned D8.1a', 'planSubmitted D8.1a', 'planApproved D8.1a'],
  ...['announced D8.1a', 'opinionsRequested D8.1b', 'opinionsReceived D8.1b', 'opinionsReceived D8.1b'],
  ...['situationReported D13.3', 'aggregateReportIssued D8.1c', 'answerPrepared D8.1d', 'answerPrepared D8.1d'],
  ...['answerPrepared D8.1d', 'answerPrepared D8.1d', 'helpersNamed D8.1h', 'briefingHeld D8.1e'],
  ...['invitationsSent D8.1g', 'attendanceConfirmed D10.3a', 'attendanceDeclined D10.3a', 'speakerRegistered D9'],
  ...['held D9', 'speakerRegistered D9', 'minutesSaved D10.3b', 'minutesSaved D10.3b', 'minutesSigned D10.3b'],
  ...['concluded D9', 'conclusionNoticeIssued D8.1i', 'resultReportIssued D11.2b', 'policyProposed D11.2a'],
  ...['supervisionRecorded D13.3', 'internalReviewRecorded D11.1a', 'closed D11.3'],
] as const;

/** A periodic conference of the chair of the province, but for its day (D6.2a, D7.1). */
export const periodicPlan = {
  ...{ kind: 'periodic', host: 'levelHead', organisation: 'SL-UBND', hostPost: 'committeeChair' },
  ...{ title: 'Đối thoại định kỳ', contents: 'Đất đai, xây dựng', place: 'Hội trường UBND tỉnh' },
  ...{ startsAt: '08:00', programme: 'Khai mạc, hỏi đáp, kết luận' },
};
