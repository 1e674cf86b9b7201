import type { SearchAttributePair } from '@temporalio/common';

import type { CaseStart } from './case-start.js';
import type { MailStart } from './mail-activities.js';
import { searchAttributes } from './search-attributes.js';
import { taskQueues, type TaskQueue } from './task-queues.js';
import { workflowId, workflowTypes, type WorkflowKind } from './workflow-ids.js';

/** With what a workflow is started, whoever starts it; a running one of the same id is used as it is. */
export interface Launch {
  readonly workflowType: string;
  readonly workflowId: string;
  readonly taskQueue: TaskQueue;
  readonly args: [CaseStart<never, never> | MailStart];
  readonly workflowIdReusePolicy: 'ALLOW_DUPLICATE';
  readonly workflowIdConflictPolicy: 'USE_EXISTING';
  readonly typedSearchAttributes: SearchAttributePair[];
}

/** How `petition/<id>` or `mail/<delivery>` is started: fresh runs load the rest from the register. */
export function launchOf(kind: WorkflowKind, id: string): Launch {
  return {
    workflowType: workflowTypes[kind],
    workflowId: workflowId(kind, id),
    taskQueue: kind === 'mail' ? taskQueues.mail : taskQueues.case,
    args: [kind === 'mail' ? { deliveryId: id } : { caseId: id, carried: null }],
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    workflowIdConflictPolicy: 'USE_EXISTING',
    typedSearchAttributes: [{ key: searchAttributes.caseKind, value: kind }],
  };
}
