import { randomUUID } from 'node:crypto';

import { dateAt, type Instant } from '@dialogue/domain';
import {
  rolloutOfReorganisation,
  type Account,
  type Reorganisations,
  type RolloutReads,
  type Withdrawn,
} from '@dialogue/persistence';

import type { WorkflowLinks } from '../cases/case.response.js';
import { ApiError, type ApiErrorCode } from '../errors/api-error.js';
import {
  casesHandedOver,
  toReorganisation,
  toReorganisationDetail,
  toReorganisationPreview,
} from './reorganisation.response.js';
import type {
  ReorganisationPreviewResponse,
  ReorganisationResponse,
  ReorganisationsResponse,
} from './reorganisation.response-schemas.js';
import type {
  ConfirmedReorganisation,
  ReorganisationPlan,
  ReorganisationPreviewQuery,
} from './reorganisation.schemas.js';
import { previewOutdated, problemSentences } from './reorganisations.vi.js';

/** What the routes do by which bodies end and begin: seen first, then confirmed, then followed (D11.3, D14.1). */
export interface ReorganisationsService {
  preview(plan: ReorganisationPlan, query: ReorganisationPreviewQuery): Promise<ReorganisationPreviewResponse>;
  request(account: Account, body: ConfirmedReorganisation): Promise<ReorganisationResponse>;
  reorganisations(): Promise<ReorganisationsResponse>;
  reorganisation(id: string): Promise<ReorganisationResponse>;
  withdraw(account: Account, id: string): Promise<ReorganisationResponse>;
}

/** What the service stands on. */
export interface ReorganisationsServiceParts {
  readonly reorganisations: Reorganisations;
  readonly rollouts: RolloutReads;
  readonly links: WorkflowLinks;
  readonly now: () => Instant;
}

export function createReorganisationsService(parts: ReorganisationsServiceParts): ReorganisationsService {
  const { reorganisations, now } = parts;
  return {
    async preview(plan, { limit, cursor }) {
      const preview = await reorganisations.preview(plan, dateAt(now()));
      return toReorganisationPreview(preview, plan, { from: Number(cursor ?? 0), limit });
    },
    request: (account, body) => request(parts, account, body),
    async reorganisations() {
      const today = dateAt(now());
      return { items: (await reorganisations.list()).map((stored) => toReorganisation(stored, today)) };
    },
    reorganisation: (id) => detailOf(parts, id),
    async withdraw({ id: accountId }, id) {
      const refused = refusals[await reorganisations.withdraw({ id, accountId, today: dateAt(now()) })];
      if (refused !== null) throw new ApiError(refused);
      return detailOf(parts, id);
    },
  };
}

const refusals: Readonly<Record<Withdrawn, ApiErrorCode | null>> = {
  withdrawn: null,
  unknown: 'reorganisation.not_found',
  withdrawnBefore: 'reorganisation.withdrawn',
  dayCome: 'reorganisation.day_come',
  inUse: 'reorganisation.in_use',
};

/** Whoever confirms has seen the preview: with another number of cases it was another one. */
async function request(
  parts: ReorganisationsServiceParts,
  account: Account,
  { casesHandedOver: confirmed, ...reorganisation }: ConfirmedReorganisation,
): Promise<ReorganisationResponse> {
  const id = randomUUID();
  const isNew = await parts.reorganisations.request({
    ...{ id, reorganisation, accountId: account.id, today: dateAt(parts.now()) },
    check(preview) {
      const fields = preview.problems.map(({ path, code }) => ({ path, message: problemSentences[code] }));
      if (fields.length > 0) throw new ApiError('reorganisation.wrong', { fields });
      const found = casesHandedOver(preview);
      if (found !== confirmed)
        throw new ApiError('reorganisation.preview_outdated', {
          fields: [{ path: 'casesHandedOver', message: previewOutdated(found) }],
        });
    },
  });
  if (!isNew) throw new ApiError('reorganisation.requested_before');
  return detailOf(parts, id);
}

async function detailOf(
  { reorganisations, rollouts, links, now }: ReorganisationsServiceParts,
  id: string,
): Promise<ReorganisationResponse> {
  const stored = await reorganisations.find(id);
  const status = await rollouts.rolloutStatus(rolloutOfReorganisation(id));
  if (stored === null || status === null) throw new ApiError('reorganisation.not_found');
  return toReorganisationDetail(toReorganisation(stored, dateAt(now())), status, links);
}
