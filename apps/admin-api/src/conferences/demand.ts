import { conferenceHosts } from '@dialogue/domain';
import type { NewConferencePlan } from '@dialogue/persistence';
import { z } from 'zod';

import { isWithin } from '../auth/scope.js';
import { leadOfficeOf, organisationInForce } from '../cases/bodies.js';
import type { CarryOutParts, Wish } from '../cases/carry-out.js';
import { requireField } from '../cases/fields.js';
import type { PreparedCommand } from '../door/door.service.js';
import { ApiError } from '../errors/api-error.js';
import { exampleTexts } from '../http/example-texts.vi.js';
import { document, fieldCode, futureDay, organisationCode, text } from '../http/schemas.js';
import { placeOfUnit } from './conferences.vi.js';
import { hostPostsOf } from './host.js';

/** `POST /v1/conferences/demand-ad-hoc` (D8.3a). */
export const adHocDemand = z
  .strictObject({
    /** Whose head demands it, and of which unit. */
    by: organisationCode,
    organisation: organisationCode,
    host: z.enum(conferenceHosts),
    field: fieldCode,
    title: text(300),
    contents: text(20_000),
    /** The last day by which it is to be held; the unit answers with its own. */
    holdBy: futureDay,
    document,
  })
  .meta({
    example: {
      by: 'SL-UBND',
      organisation: 'SL-SXD',
      host: 'departmentHead',
      field: 'economy',
      title: exampleTexts.demandTitle,
      contents: exampleTexts.conferenceContents,
      holdBy: '2026-12-21',
      document: { number: '315/UBND-TH', signedOn: '2026-11-23' },
    },
  });
export type AdHocDemandBody = z.output<typeof adHocDemand>;

/** The hour of a demand that the unit has not answered. */
const anyHour = '08:00';

/**
 * D8.3a: whoever demands answers for the unit, too; the unit's own office prepares (D7.3, D7.4).
 *
 * @throws ApiError `auth.out_of_scope`, `organisation.unknown`, `conference.may_not_host`, `field.unknown`, `field.not_in_force`.
 */
export async function prepareDemand(
  parts: CarryOutParts,
  { account, body }: Wish<AdHocDemandBody>,
  id: string,
): Promise<PreparedCommand> {
  const { by, organisation, host, field, title, contents, holdBy, document: demanded } = body;
  const scope = await parts.scopes.scopeOf(account);
  if (!isWithin(scope, by) || !isWithin(scope, organisation)) throw new ApiError('auth.out_of_scope');
  const { name } = await organisationInForce(parts, by, 'by');
  await organisationInForce(parts, organisation, 'organisation');
  await hostPostsOf(parts, organisation);
  await requireField(parts, field);
  const plan: NewConferencePlan = {
    ...{ id, kind: 'adHoc', host, organisation, field, title, contents, on: holdBy, startsAt: anyHour },
    ...{ place: placeOfUnit, programme: null, leadOffice: await leadOfficeOf(parts, organisation) },
    demand: { by, document: demanded },
    preparation: {
      ...{ hostPost: null, routingCase: null, coLeadOffice: null, coordinating: [] },
      ...{ leadOfficeReason: null, leadOfficeNamedBy: null },
    },
  };
  return { payload: { by: { code: by, name } }, words: null, newCase: { caseKind: 'conference', plan } };
}
