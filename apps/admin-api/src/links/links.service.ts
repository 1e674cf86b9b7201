import type { Readable } from 'node:stream';

import { timeAt, type LinkedAct } from '@dialogue/domain';
import {
  hashOfSecret,
  newSecret,
  type FollowedLink,
  type LinkSession,
  type StoredCommand,
} from '@dialogue/persistence';

import { ApiError } from '../errors/api-error.js';
import { CommandRefused } from '../errors/command-refused.js';
import { errorResponse } from '../errors/error-response.js';
import { attachmentHeaders, dispositionOf } from '../http/attachment.js';
import { formPageHeaders } from '../http/html-page.js';
import { offeredActs } from './link-acts.js';
import { readLinkCase, type LinkCase } from './link-case.js';
import { actOfSlug } from './link-forms.vi.js';
import { carryOutForm, shownForm, type ActingVisit } from './link-acting.js';
import { continuePage, donePage, endedPage, momentWords, overviewPage } from './link-pages.vi.js';
import { linkCookie, secretHash, sessionSeconds, type LinkCookie } from './link-secrets.js';
import type { LinksServiceParts } from './link-parts.js';
import type { ReadForm } from './sent-form.js';

/** What a request for a page of a link is answered with. */
export interface LinkAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** A page, or a file as it flows. */
  readonly body: string | Readable;
}

/** As much of a request as these pages look at. */
export interface LinkVisit {
  readonly cookie: unknown;
  /** From where the browser says that it comes. */
  readonly fetchSite: unknown;
}

/** What the pages do that bodies reach by the links of their letters (D11.1c). */
export interface LinksService {
  /** Changes nothing of the case: programs that look through mail open links, too. */
  open(token: string): Promise<LinkAnswer>;
  overview(visit: LinkVisit): Promise<LinkAnswer>;
  form(visit: LinkVisit, slug: string): Promise<LinkAnswer>;
  act(visit: LinkVisit, slug: string, readForm: ReadForm): Promise<LinkAnswer>;
  done(visit: LinkVisit): Promise<LinkAnswer>;
  /** A file of the case, to be saved. */
  file(visit: LinkVisit, id: string): Promise<LinkAnswer>;
}

export function createLinksService(parts: LinksServiceParts): LinksService {
  const cookie = linkCookie(parts.publicUrl);
  return {
    open: (token) => open(parts, cookie, token),
    overview: (visit) => overview(parts, cookie, visit),
    form: (visit, slug) => form(parts, cookie, { visit, slug }),
    act: (visit, slug, readForm) => act(parts, cookie, { visit, slug, readForm }),
    done: (visit) => done(parts, cookie, visit),
    file: (visit, id) => file(parts, cookie, { visit, id }),
  };
}

async function open(parts: LinksServiceParts, cookie: LinkCookie, token: string): Promise<LinkAnswer> {
  const hash = secretHash(token);
  const link = hash === null ? null : await parts.links.byToken(hash);
  if (link === null) throw refused(parts, 'unknown');
  if (link.standing !== 'open') throw refused(parts, link.standing, link);
  if ((await readLinkCase(parts, link)) === 'left') throw refused(parts, 'left', link);
  const secret = newSecret();
  await parts.links.openSession(link.id, hashOfSecret(secret), sessionSeconds);
  return seeOther('/viec', { 'Set-Cookie': cookie.set(secret) });
}

async function overview(parts: LinksServiceParts, cookie: LinkCookie, visit: LinkVisit): Promise<LinkAnswer> {
  // SameSite=Strict: on the way from a mail on another site the cookie that was just set is not sent yet.
  if (visit.fetchSite === 'cross-site' && cookie.read(visit.cookie) === null) return page(continuePage());
  const { session } = await sessionOf(parts, cookie, visit);
  if (session.commandId !== null) return seeOther('/viec/xong');
  const shown = await caseOf(parts, session.link);
  if (shown === 'ended') return page(endedPage());
  const { link, expiresAt } = session;
  const acts = offeredActs(link, shown);
  return page(overviewPage({ link, shown, acts, publicUrl: parts.publicUrl, openUntil: timeAt(expiresAt) }));
}

interface FormVisit {
  readonly visit: LinkVisit;
  readonly slug: string;
}

async function form(parts: LinksServiceParts, cookie: LinkCookie, { visit, slug }: FormVisit): Promise<LinkAnswer> {
  const { session, secret } = await sessionOf(parts, cookie, visit);
  if (session.commandId !== null) return seeOther('/viec/xong');
  const shown = await caseOf(parts, session.link);
  const chosen = actOfSlug(slug);
  if (shown === 'ended' || chosen === null || !offeredActs(session.link, shown).includes(chosen))
    return seeOther('/viec');
  return page(shownForm(parts, { act: chosen, shown, link: session.link, secret }));
}

async function act(
  parts: LinksServiceParts,
  cookie: LinkCookie,
  { visit, slug, readForm }: FormVisit & { readonly readForm: ReadForm },
): Promise<LinkAnswer> {
  const opened = await sessionOf(parts, cookie, visit);
  const chosen = actOfSlug(slug);
  if (chosen === null) throw refused(parts, 'tampered', opened.session.link);
  const result = await carryOutForm(parts, { ...opened, act: chosen }, readForm);
  if ('closed' in result) throw refused(parts, result.closed, opened.session.link);
  if ('commandId' in result) {
    await parts.links.endSession(opened.hash, result.commandId);
    return seeOther('/viec/xong');
  }
  return page(result.html, result.status);
}

async function done(parts: LinksServiceParts, cookie: LinkCookie, visit: LinkVisit): Promise<LinkAnswer> {
  const { session } = await sessionOf(parts, cookie, visit);
  if (session.commandId === null) return seeOther('/viec');
  const command = await parts.door.commandById(session.commandId);
  if (command === null) throw refused(parts, 'unknown', session.link);
  const reading = await readLinkCase(parts, session.link);
  const html = donePage({
    act: actOf(command),
    number: await numberOf(parts, session.link),
    body: session.link.organisation.name,
    at: momentWords(command.receivedAt),
    outcome: command.outcome,
    refusal: refusalOf(command),
    duties: typeof reading === 'string' ? [] : reading.duties,
  });
  return page(html, command.outcome === null ? 202 : 200);
}

async function file(
  parts: LinksServiceParts,
  cookie: LinkCookie,
  { visit, id }: { readonly visit: LinkVisit; readonly id: string },
): Promise<LinkAnswer> {
  const { session } = await sessionOf(parts, cookie, visit);
  if (session.commandId !== null) return seeOther('/viec/xong');
  const shown = await caseOf(parts, session.link);
  const isShown = shown !== 'ended' && shown.files.some((each) => each.id === id);
  const opened = isShown ? ((await parts.filesOfLinks?.open(id)) ?? null) : null;
  if (opened === null) throw refused(parts, 'no such file', session.link);
  const { name, contentType, bytes, stream } = opened;
  const type = contentType.startsWith('text/') ? `${contentType}; charset=utf-8` : contentType;
  const described = {
    'Content-Type': type,
    'Content-Length': String(bytes),
    'Content-Disposition': dispositionOf(name),
  };
  return { status: 200, headers: { ...attachmentHeaders, ...described }, body: stream };
}

interface OpenedSession extends Pick<ActingVisit, 'secret' | 'session'> {
  readonly hash: Uint8Array;
}

async function sessionOf(parts: LinksServiceParts, cookie: LinkCookie, visit: LinkVisit): Promise<OpenedSession> {
  const secret = cookie.read(visit.cookie);
  const hash = secretHash(secret);
  const session: LinkSession | null = hash === null ? null : await parts.links.session(hash);
  if (secret === null || hash === null || session === null) throw refused(parts, 'session');
  return { secret, hash, session };
}

/** @throws ApiError `link.closed` when the link is good no more, or the case no longer with its body. */
async function caseOf(parts: LinksServiceParts, link: FollowedLink): Promise<LinkCase | 'ended'> {
  if (link.standing !== 'open') throw refused(parts, link.standing, link);
  const reading = await readLinkCase(parts, link);
  if (reading === 'left') throw refused(parts, 'left', link);
  return reading;
}

/** Whoever is refused is told nothing of why; whoever keeps the system finds it here, without the token. */
function refused({ logger }: LinksServiceParts, reason: string, link?: FollowedLink): ApiError {
  logger.warn('A link was refused', { reason, ...(link === undefined ? {} : { linkId: link.id }) });
  return new ApiError('link.closed');
}

async function numberOf({ register }: LinksServiceParts, { caseKind, caseId }: FollowedLink): Promise<string> {
  const scope = caseKind === 'petition' ? await register.petitionScope(caseId) : await register.conferenceScope(caseId);
  return scope?.number ?? '';
}

function actOf({ kind }: StoredCommand): LinkedAct {
  // eslint-disable-next-line house/no-assertion -- a command by a link is of one of the acts that links offer
  return kind as LinkedAct;
}

function refusalOf({ id, kind, outcome }: StoredCommand): string | null {
  return outcome?.kind === 'refused' ? errorResponse(new CommandRefused(outcome, { id, kind })).body.message : null;
}

function page(html: string, status = 200): LinkAnswer {
  return { status, headers: formPageHeaders, body: html };
}

function seeOther(location: string, headers: Readonly<Record<string, string>> = {}): LinkAnswer {
  return { status: 303, headers: { ...formPageHeaders, Location: location, ...headers }, body: '' };
}
