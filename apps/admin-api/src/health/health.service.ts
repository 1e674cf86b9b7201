import { z } from 'zod';

import { notReadyMessage } from './health.vi.js';

/** What must be there for the API to do its work. */
const healthParts = ['database', 'migrations', 'temporal'] as const;
type HealthPart = (typeof healthParts)[number];

/** Asks each part; a check resolves when its part is ready and rejects when it is not. */
export type HealthChecks = Readonly<Record<HealthPart, () => Promise<void>>>;

/** `GET /health/live`: the process answers. */
export const liveResponse = z.object({ status: z.literal('live') });
/** `GET /health/ready`. */
export const readyResponse = z.object({
  status: z.enum(['ready', 'notReady']),
  code: z.literal('service.not_ready').nullable(),
  message: z.string().nullable(),
  notReady: z.array(z.enum(healthParts)),
});
export type ReadyResponse = z.output<typeof readyResponse>;

/** What the routes of health do. */
export interface HealthService {
  readiness(): Promise<ReadyResponse>;
}

const checkMs = 2000;

export function createHealthService(checks: HealthChecks): HealthService {
  return {
    async readiness() {
      const isReady = await Promise.all(healthParts.map((part) => passes(checks[part])));
      const missing = healthParts.filter((_, index) => isReady[index] !== true);
      // Of a database that does not answer nobody knows the version.
      const notReady = missing.filter((part) => part !== 'migrations' || !missing.includes('database'));
      if (notReady.length === 0) return { status: 'ready', code: null, message: null, notReady: [] };
      return {
        status: 'notReady',
        code: 'service.not_ready',
        message: notReadyMessage(notReady),
        notReady: [...notReady],
      };
    },
  };
}

/** A part that does not answer in time is not ready; why stands in its own logs. */
async function passes(check: () => Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), checkMs);
  });
  const asked = check().then(
    () => true,
    () => false,
  );
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}
