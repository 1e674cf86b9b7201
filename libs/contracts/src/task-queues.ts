/**
 * The task queues, each served by the worker. `case` runs the cases' workflows; `ledger` their two awaited effects;
 * `mail` everything that waits for a mail server, at a rate that the server keeps; `report` the openers of the periods,
 * rollouts to all open cases, imports, the nightly reconciliation, and the digests of the morning.
 */
export const taskQueues = { case: 'case', ledger: 'ledger', mail: 'mail', report: 'report' } as const;
export type TaskQueue = (typeof taskQueues)[keyof typeof taskQueues];
