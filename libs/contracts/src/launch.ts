import type { SearchAttributePair } from '@temporalio/common';

import type { CaseStart } from './case-start.js';
import type { ImportStart } from './import-activities.js';
import type { MailStart } from './mail-activities.js';
import type { ReconciliationStart } from './reconciliation.js';
import type { RolloutStart } from './rollout-activities.js';
import { searchAttributes } from './search-attributes.js';
import { taskQueues, type TaskQueue } from './task-queues.js';
import { workflowId, workflowTypes, type WorkflowKind } from './workflow-ids.js';

/** With what a workflow is started, whoever starts it; a running one of the same id is used as it is. */
export interface Launch {
  readonly workflowType: string;
  readonly workflowId: string;
  readonly taskQueue: TaskQueue;
  readonly args: [CaseStart<never, never> | MailStart | RolloutStart | ImportStart | ReconciliationStart];
  readonly workflowIdReusePolicy: 'ALLOW_DUPLICATE';
  readonly workflowIdConflictPolicy: 'USE_EXISTING';
  readonly typedSearchAttributes: SearchAttributePair[];
}

/** How `petition/<id>`, `report/<organisation>/<period>` or `mail/<delivery>` is started: fresh runs load the rest. */
export function launchOf(kind: WorkflowKind, id: string): Launch {
  return {
    workflowType: workflowTypes[kind],
    workflowId: workflowId(kind, id),
    ...runs[kind](id),
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    workflowIdConflictPolicy: 'USE_EXISTING',
    typedSearchAttributes: [{ key: searchAttributes.caseKind, value: kind }, ...knownFromId[kind](id)],
  };
}

function ofCase(caseId: string): Run {
  return { taskQueue: taskQueues.case, args: [{ caseId, carried: null }] };
}

type Run = Pick<Launch, 'taskQueue' | 'args'>;

const runs: Readonly<Record<WorkflowKind, (id: string) => Run>> = {
  petition: ofCase,
  conference: ofCase,
  report: ofCase,
  mail: (deliveryId) => ({ taskQueue: taskQueues.mail, args: [{ deliveryId }] }),
  rollout: (rolloutId) => ({ taskQueue: taskQueues.report, args: [{ rolloutId }] }),
  import: (importId) => ({ taskQueue: taskQueues.report, args: [{ importId }] }),
  reconciliation: () => ({ taskQueue: taskQueues.report, args: [{}] }),
};

/** What an id says by itself: a case that waits for its worker is found by it already. */
const knownFromId: Readonly<Record<WorkflowKind, (id: string) => readonly SearchAttributePair[]>> = {
  petition: () => [],
  mail: () => [],
  rollout: () => [],
  import: () => [],
  reconciliation: () => [],
  conference: (id) => [{ key: searchAttributes.conferenceId, value: id }],
  report: (id) => {
    const [organisation = '', period = ''] = id.split('/');
    return [
      { key: searchAttributes.organisationCode, value: organisation },
      { key: searchAttributes.reportPeriod, value: period },
    ];
  },
};
