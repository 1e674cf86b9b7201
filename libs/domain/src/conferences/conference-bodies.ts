import type { Notice } from '../cases/notice.js';
import type { OrganisationCode } from '../organisations/organisation-code.js';
import type { NamedBody } from './conference-commands.js';
import type { ConferenceLetter } from './conference-letters.js';
import type { Conference } from './conference.js';

/** A letter that goes to one body. */
export type LetterToBody = Extract<ConferenceLetter, { readonly agency: OrganisationCode }>;

/** To whoever works for a body, and its head. */
export function toBody(key: string, letter: LetterToBody): Notice {
  return { key: `${key}/${letter.agency}`, letter, recipients: ['handler', 'agencyHead'] };
}

/** Those that are named for the first time, each once. */
export function newOnes(bodies: readonly NamedBody[], known: readonly OrganisationCode[]): readonly NamedBody[] {
  const isFirst = ({ code }: NamedBody, index: number): boolean =>
    bodies.findIndex((body) => body.code === code) === index;
  return bodies.filter((body, index) => !known.includes(body.code) && isFirst(body, index));
}

export function codesOf(bodies: readonly NamedBody[]): readonly OrganisationCode[] {
  return bodies.map(({ code }) => code);
}

/** The names that bodies had when they came into the case stay (ADR-0017). */
export function named(state: Conference, bodies: readonly NamedBody[]): Conference {
  const names = Object.fromEntries(bodies.map(({ code, name }) => [code, name]));
  return { ...state, names: { ...names, ...state.names } };
}

/** Who hears that the conference has changed: who was asked, invited, or has demanded it, each once. */
export function bodiesOf({ asked, guests, demand }: Conference): readonly OrganisationCode[] {
  return [...new Set([...asked, ...guests, ...(demand === undefined ? [] : [demand.by])])];
}
