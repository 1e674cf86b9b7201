import type { Answer } from './api-session.js';
import type { ExpectedCase, ExpectedMail } from './expected-end.vi.js';
import type { ArrivedMail } from './inbox.js';

/** One thing that is not as the story says. */
export interface Difference {
  readonly about: string;
  readonly expected: string;
  readonly found: string;
}

/** What the API says of a case, beside what the story says. */
export function compareCase(about: string, expected: ExpectedCase, found: Answer): readonly Difference[] {
  return [
    ...compare(`${about}: stage`, expected.stage, found['stage']),
    ...compare(`${about}: flags`, [...expected.flags].sort(), flagsOf(found)),
    ...compare(`${about}: events in this order`, expected.events, inOrder(expected.events, eventsOf(found))),
    ...(expected.agency === undefined ? [] : compare(`${about}: agency`, expected.agency, agencyOf(found))),
  ];
}

/** Mails of one case that must have arrived, and so often. */
export function compareMails(
  expected: readonly ExpectedMail[],
  about: { readonly number: string; readonly domain: string },
  arrived: readonly ArrivedMail[],
): readonly Difference[] {
  const own = arrived.filter(({ subject }) => subject.startsWith(`[${about.number}]`));
  return expected.flatMap(({ box, subject, times }) => {
    const address = box.includes('@') ? box : `${box}@${about.domain}`;
    const found = own.filter((mail) => mail.to === address && mail.subject.includes(subject)).length;
    const isRight = typeof times === 'number' ? found === times : found >= times.atLeast;
    const wanted = typeof times === 'number' ? String(times) : `>= ${String(times.atLeast)}`;
    return isRight
      ? []
      : [{ about: `${about.number}: "${subject}" -> ${address}`, expected: wanted, found: String(found) }];
  });
}

/** Equal as JSON. */
export function compare(about: string, expected: unknown, found: unknown): readonly Difference[] {
  const [wanted, is] = [JSON.stringify(expected), found === undefined ? 'undefined' : JSON.stringify(found)];
  return wanted === is ? [] : [{ about, expected: wanted, found: is }];
}

/** The expected events as far as they are found in this order, others between them left out. */
function inOrder(expected: readonly string[], events: readonly string[]): readonly string[] {
  const found: string[] = [];
  let from = 0;
  for (const event of expected) {
    const at = events.indexOf(event, from);
    if (at < 0) return [...found, `(${event} is missing in: ${events.join(' ')})`];
    found.push(event);
    from = at + 1;
  }
  return found;
}

function eventsOf({ history }: Answer): readonly string[] {
  return listOf(history).map(({ event }) => String(event));
}

function agencyOf({ assignments }: Answer): unknown {
  const last = listOf(assignments).at(-1);
  return {
    isLate: last?.['isFirstAnswerLate'],
    isBreached: last?.['breachedOn'] != null,
    isReceiptDeemed: last?.['isReceiptDeemed'],
  };
}

function listOf(value: unknown): readonly Answer[] {
  return Array.isArray(value) ? value.filter((each): each is Answer => typeof each === 'object' && each !== null) : [];
}

/** Whether a deadline is provisional depends on the day on which the story is told, not on the story. */
function flagsOf({ flags }: Answer): unknown {
  return Array.isArray(flags)
    ? flags
        .map(String)
        .filter((flag) => flag !== 'provisional')
        .sort()
    : flags;
}
