import { DomainError, type LinkedAct } from '@dialogue/domain';
import { LinkClosed, type Account, type FollowedLink, type LinkSession } from '@dialogue/persistence';

import { submitCommand } from '../cases/carry-out.js';
import { bodyHashOf, commandIdOf } from '../door/command-id.js';
import { ApiError, type FieldProblem } from '../errors/api-error.js';
import { CommandRefused } from '../errors/command-refused.js';
import { errorResponse } from '../errors/error-response.js';
import { problemsIn } from '../http/schema.pipe.js';
import { bodyOf, isOffered, problemsOf, saidToPeople, type FormProblems, type SentForm } from './form-values.js';
import { commandRowOf, offeredActs } from './link-acts.js';
import { readLinkCase, type LinkCase } from './link-case.js';
import { fieldsOf, type FormField } from './link-forms.vi.js';
import type { LinksServiceParts } from './link-parts.js';
import { confirmPage, formPage } from './link-pages.vi.js';
import { isSealed, newFormSeal } from './link-secrets.js';
import { incomingForm, type IncomingForm, type ReadForm } from './sent-form.js';

/** Who is about to act, and what they want. */
export interface ActingVisit {
  readonly secret: string;
  readonly session: LinkSession;
  readonly act: LinkedAct;
}

/** The command that was given, a page that asks again, or why the link lets nobody act. */
type Acting = { readonly commandId: string } | ShownPage | { readonly closed: string };

interface ShownPage {
  readonly html: string;
  readonly status: number;
}

const emptyForm: SentForm = { values: {}, files: [] };
const noProblems: FormProblems = { byField: {}, general: [] };

/** Where a form stands: whose act on which case, in which session. */
export interface FormPlace {
  readonly act: LinkedAct;
  readonly shown: LinkCase;
  readonly link: FollowedLink;
  readonly secret: string;
}

/** What has been filled in so far, and what of it is wrong. */
interface FormState {
  readonly sent: SentForm;
  readonly problems: FormProblems;
}

/** The form of an act, with a seal of its own: sent twice it is one act, mended it is another. */
export function shownForm(
  { filesOfLinks, publicUrl }: Pick<LinksServiceParts, 'filesOfLinks' | 'publicUrl'>,
  { act, shown, link, secret }: FormPlace,
  { sent, problems }: FormState = { sent: emptyForm, problems: noProblems },
): string {
  const fields = fieldsOf(act, shown, link.organisation.code);
  const seal = newFormSeal(secret);
  const fileLimits = filesOfLinks?.limits ?? null;
  return formPage({ act, shown, publicUrl, fields, seal, sent, problems, fileLimits });
}

/**
 * Takes a form through its steps: filled in, looked over, sent. The command goes through the door of everybody, with the
 * rights of an account of the body on this one case.
 */
export async function carryOutForm(parts: LinksServiceParts, visit: ActingVisit, readForm: ReadForm): Promise<Acting> {
  const { secret, session, act } = visit;
  const { link } = session;
  const isOver = session.commandId !== null || link.standing !== 'open';
  // Nobody leaves files behind a link that is closed.
  const form = await incomingForm(isOver ? null : parts.filesOfLinks, link.id, readForm);
  if (!isSealed(secret, form.seal)) return { closed: 'forged form' };
  const wanted: Wanted = { link, act, form, body: bodyIn(act, form) };
  // Pressed twice: the second is answered as the first, whatever has become of the link since.
  if (form.step === 'gui' && (await isGiven(parts, wanted))) return { commandId: commandIdOfForm(wanted) };
  if (isOver) return { closed: session.commandId === null ? link.standing : 'session over' };
  const shown = await readLinkCase(parts, link);
  if (typeof shown === 'string' || !offeredActs(link, shown).includes(act)) return { closed: 'left' };
  return step(parts, { act, shown, link, secret }, wanted);
}

interface Wanted {
  readonly link: FollowedLink;
  readonly act: LinkedAct;
  readonly form: IncomingForm;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The body of the command, as an account would send it. */
function bodyIn(act: LinkedAct, { values, files }: IncomingForm): Readonly<Record<string, unknown>> {
  const body = bodyOf(fieldsOf(act), values);
  return files.length === 0 ? body : { ...body, files: files.map(({ id }) => id) };
}

/** The same form with the same words is the same command; with other words it is another. */
function keyOf({ form, body }: Wanted): string {
  return `${form.seal.id}.${bodyHashOf(body)}`;
}

function commandIdOfForm(wanted: Wanted): string {
  const { link, act } = wanted;
  const { caseKind, caseId } = link;
  return commandIdOf({ accountId: link.id, caseKind, caseId, route: act, idempotencyKey: keyOf(wanted) });
}

async function isGiven({ door }: LinksServiceParts, wanted: Wanted): Promise<boolean> {
  const command = await door.commandById(commandIdOfForm(wanted));
  return command !== null && command.outcome?.kind !== 'refused';
}

async function step(parts: LinksServiceParts, place: FormPlace, wanted: Wanted): Promise<Acting> {
  const { act, form, body } = wanted;
  const fields = fieldsOf(act, place.shown, place.link.organisation.code);
  const again = (problems: FormProblems, status: number): ShownPage => ({
    html: shownForm(parts, place, { sent: form, problems }),
    status,
  });
  if (form.refusedFiles.length > 0) return again({ byField: {}, general: form.refusedFiles }, 422);
  if (form.step === 'sua') return again(noProblems, 200);
  // D8.1d: what another body has to do is not done by this one, whatever the form was made to say.
  if (!isOffered(fields, form.values)) return { closed: 'not offered' };
  const checked = commandRowOf(act).body.safeParse(body);
  if (!checked.success) {
    const problems = saidToPeople(fields, problemsIn(checked.error.issues));
    return again(problemsOf(fields, problems), 422);
  }
  const askAgain: AskAgain = (problems, status) => again(problemsOf(fields, problems), status);
  return form.step === 'gui' ? send(parts, wanted, askAgain) : overlook(parts, place, { wanted, fields, askAgain });
}

interface Overlooking {
  readonly wanted: Wanted;
  readonly fields: readonly FormField[];
  readonly askAgain: AskAgain;
}

/** Everything once more, and what it leads to; what nobody could send is said here already. */
async function overlook(
  parts: LinksServiceParts,
  { act, shown, secret }: FormPlace,
  { wanted, fields, askAgain }: Overlooking,
): Promise<Acting> {
  try {
    const owedAfter = await foreseen(parts, wanted);
    const { publicUrl } = parts;
    const seal = newFormSeal(secret);
    return { html: confirmPage({ act, shown, publicUrl, fields, seal, sent: wanted.form, owedAfter }), status: 200 };
  } catch (error) {
    return afterRefusal(error, askAgain);
  }
}

/** D11.1c: what the case would owe by the act as it is filled in; whether a rule refuses it is said once it is sent. */
async function foreseen(
  { register, scopes, now, logger }: LinksServiceParts,
  { link, act, body }: Wanted,
): ReturnType<LinksServiceParts['register']['dutiesAfter']> {
  const { caseKind, caseId } = link;
  const context = { account: accountInName(link), caseId, register, scopes, now };
  const { command } = await commandRowOf(act).split(body, context);
  try {
    return await register.dutiesAfter({ caseKind, caseId, command, at: now() });
  } catch (error) {
    // The button that sends is on this page: nobody is kept from answering because a day cannot be foreseen.
    logger.warn('What an act leads to cannot be foreseen', { caseKind, linkId: link.id, error });
    return null;
  }
}

type AskAgain = (problems: readonly FieldProblem[], status: number) => ShownPage;

async function send(parts: LinksServiceParts, wanted: Wanted, askAgain: AskAgain): Promise<Acting> {
  const { link, act, body } = wanted;
  const { caseKind, caseId } = link;
  try {
    return await submitCommand(
      { ...parts, door: parts.throughDoor },
      { caseKind, caseId, kind: act, row: commandRowOf(act) },
      { account: accountInName(link), body, idempotencyKey: keyOf(wanted), linkId: link.id },
    );
  } catch (error) {
    return afterRefusal(error, askAgain);
  }
}

/** What a rule or a schema refused may be mended and sent again; what nobody can mend is thrown on. */
function afterRefusal(error: unknown, askAgain: AskAgain): Acting {
  if (error instanceof LinkClosed) return { closed: 'used' };
  const { status, body } = errorResponse(error);
  if (!isMendable(error)) throw error;
  if (status === 403 || status === 404) return { closed: 'left' };
  const { fields = [], message, article } = body;
  const said = article === undefined ? message : `${message} (${article})`;
  return askAgain(fields.length > 0 ? fields : [{ path: '', message: said }], status);
}

function isMendable(error: unknown): boolean {
  return (
    error instanceof CommandRefused ||
    error instanceof DomainError ||
    (error instanceof ApiError && error.code !== 'service.unavailable')
  );
}

/** D11.1c: by a link a body has the rights of an account of its own, on the one case of the link. */
function accountInName({ id, organisation }: FollowedLink): Account {
  return { id, username: id, role: 'agency', organisationCode: organisation.code, isActive: true, createdAt: 0 };
}
