import {
  citationOf,
  dateAt,
  lineDefinitions,
  lineNames,
  type Instant,
  type LocalDate,
  type OrganisationCode,
} from '@dialogue/domain';
import type { Account, LineFault, Lines, LinesOfBody, Register } from '@dialogue/persistence';

import { iso } from '../cases/case.response.js';
import { ApiError } from '../errors/api-error.js';
import { apiErrorSentences } from '../errors/errors.vi.js';
import type { LinesResponse } from './line.response-schemas.js';
import type { LinesQuery, NewLineBody } from './line.schemas.js';
import { answeredByAnother, bodyEnded, closesCircle, toItself } from './lines.vi.js';

/** What the routes of lines do. */
export interface LinesService {
  lines(code: OrganisationCode, query: LinesQuery): Promise<LinesResponse>;
  setLine(account: Account, code: OrganisationCode, body: NewLineBody): Promise<LinesResponse>;
}

/** What the service stands on. */
export interface LinesServiceParts {
  readonly register: Pick<Register, 'organisation'>;
  readonly lines: Lines;
  readonly now: () => Instant;
}

export function createLinesService(parts: LinesServiceParts): LinesService {
  return {
    lines: (code, { on = dateAt(parts.now()) }) => read(parts, code, on),
    async setLine(account, code, body) {
      await nameOf(parts, code);
      const fault = await parts.lines.set({ ...body, organisation: code, setBy: account.id });
      if (fault !== null) throw refusal(fault, body);
      return read(parts, code, body.from);
    },
  };
}

async function read(
  { lines, register }: LinesServiceParts,
  code: OrganisationCode,
  on: LocalDate,
): Promise<LinesResponse> {
  const name = await nameOf({ register }, code);
  return toLinesResponse({ code, name, on }, await lines.of(code, on));
}

async function nameOf({ register }: Pick<LinesServiceParts, 'register'>, code: OrganisationCode): Promise<string> {
  const organisation = await register.organisation(code);
  if (organisation === null) throw new ApiError('organisation.not_found');
  return organisation.name;
}

function toLinesResponse(
  head: Pick<LinesResponse, 'code' | 'name' | 'on'>,
  { lines, settings }: LinesOfBody,
): LinesResponse {
  return {
    ...head,
    lines: lines.map(({ kind, bodies, since }) => ({
      ...{ kind, name: lineNames[kind], rule: lineDefinitions[kind].rule },
      article: citationOf(lineDefinitions[kind].rule),
      ...{ since, bodies: bodies.map((body) => ({ ...body })) },
    })),
    settings: settings.map(({ setAt, bodies, ...setting }) => ({
      ...{ ...setting, name: lineNames[setting.kind], setAt: iso(setAt) },
      bodies: bodies.map((body) => ({ ...body })),
    })),
  };
}

/** Each fault says which of the bodies it is about. */
function refusal(fault: LineFault, { bodies }: NewLineBody): ApiError {
  if (fault.kind === 'notInForce') {
    const message = fault.answeredBy === null ? bodyEnded : answeredByAnother(fault.answeredBy);
    return new ApiError('line.refused', { fields: [{ path: 'from', message }] });
  }
  const path = `bodies.${String(bodies.indexOf(fault.body))}`;
  if (fault.kind === 'unknown') {
    const message = apiErrorSentences['organisation.unknown'];
    return new ApiError('organisation.unknown', { fields: [{ path, message }] });
  }
  const message = fault.kind === 'itself' ? toItself : closesCircle(fault.body, fault.on);
  return new ApiError('line.refused', { fields: [{ path, message }] });
}
