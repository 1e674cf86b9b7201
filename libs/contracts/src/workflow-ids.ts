import type { CaseKind } from '@dialogue/domain';

/** What owns a workflow of a business id: cases and letters, which take commands through the door, and rounds over many of them. */
export type WorkflowKind = CaseKind | 'mail' | 'rollout' | 'import' | 'reconciliation';

/** Workflow types by what they run; the names are those of the functions that `workflows` exports. */
export const workflowTypes = {
  petition: 'petitionWorkflow',
  conference: 'conferenceWorkflow',
  report: 'reportWorkflow',
  mail: 'mailWorkflow',
  rollout: 'rolloutWorkflow',
  import: 'importWorkflow',
  reconciliation: 'reconciliationWorkflow',
  // D14.1: started by the Schedule of its period, which appends the time to the id; it takes no commands.
  reportOpener: 'reportOpenerWorkflow',
  // D11.3: started by their Schedules, every few minutes, every night and every morning; they take no commands.
  bounces: 'bouncesWorkflow',
  silences: 'silencesWorkflow',
  mailDigest: 'mailDigestWorkflow',
} as const satisfies Record<WorkflowKind | 'reportOpener' | 'bounces' | 'silences' | 'mailDigest', string>;

/** The business id under which a workflow runs, e.g. `petition/9f…`; only one at a time (USE_EXISTING). */
export function workflowId(kind: WorkflowKind, id: string): string {
  return `${kind}/${id}`;
}
