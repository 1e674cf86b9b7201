import { isGrpcServiceError, NamespaceNotFoundError, type Connection } from '@temporalio/client';
import Long from 'long';

/** How long closed workflows stay visible; Temporal's own default is three days. */
const retentionDays = 365;

/** The namespace exists and keeps closed workflows for {@link retentionDays} days. Repeatable. */
export async function ensureNamespace(connection: Connection, namespace: string): Promise<void> {
  const workflowExecutionRetentionTtl = { seconds: Long.fromNumber(retentionDays * 86_400) };
  try {
    await connection.workflowService.updateNamespace({ namespace, config: { workflowExecutionRetentionTtl } });
  } catch (error) {
    if (!hasStatus(error, 'NOT_FOUND')) throw error;
    await register(connection, namespace, workflowExecutionRetentionTtl);
  }
}

/** A namespace that was registered a moment ago is not yet known to every part of the server: this waits until it is. */
export async function whenNamespaceIsKnown<T>(action: () => Promise<T>, limitMs = 60_000): Promise<T> {
  for (const until = Date.now() + limitMs; ;) {
    try {
      return await action();
    } catch (error) {
      if (!isNamespaceUnknown(error) || Date.now() > until) throw error;
    }
    await pause(500);
  }
}

/** The clients of the SDK have an error of their own for it. */
function isNamespaceUnknown(error: unknown): boolean {
  return error instanceof NamespaceNotFoundError || hasStatus(error, 'NOT_FOUND');
}

/** That it exists already means here: registered with the same retention a moment ago. */
async function register(
  connection: Connection,
  namespace: string,
  retention: { readonly seconds: Long },
): Promise<void> {
  try {
    await connection.workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod: retention });
  } catch (error) {
    if (!hasStatus(error, 'ALREADY_EXISTS')) throw error;
  }
}

/** The numbers of gRPC. */
const statuses = { NOT_FOUND: 5, ALREADY_EXISTS: 6 } as const;

function hasStatus(error: unknown, status: keyof typeof statuses): boolean {
  if (!isGrpcServiceError(error)) return false;
  const { code }: { readonly code: number } = error;
  return code === statuses[status];
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
