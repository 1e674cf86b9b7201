/**
 * Whether PostgreSQL could not be reached or is going away: another try may succeed, nothing is wrong with the request.
 * Told by codes and names, since the errors come from a driver behind a row mapper.
 */
export function isDatabaseAway(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 4) return false;
  if (awayCodes.some((code) => code.test(textIn(error, 'code')))) return true;
  if (awayNames.test(textIn(error, 'name')) || awayMessages.test(textIn(error, 'message'))) return true;
  return [Reflect.get(error, 'driverError'), Reflect.get(error, 'cause'), firstOf(Reflect.get(error, 'errors'))].some(
    (inner: unknown) => inner !== error && isDatabaseAway(inner, depth + 1),
  );
}

const awayCodes = [
  /^ECONN(?:REFUSED|RESET|ABORTED)$/,
  /^E(?:TIMEDOUT|PIPE|HOSTUNREACH|NETUNREACH|AI_AGAIN|NOTFOUND)$/,
  // Connection exceptions; too many connections; shut down by an administrator, crashed, still starting; disk full; read-only.
  /^(?:08\w{3}|53\w{3}|57P0[1-5]|58\w{3}|25006)$/,
];
const awayNames =
  /^(?:ConnectionIsNotSetError|DataSourceNotInitializedError|CannotExecuteNotConnectedError|EntityMetadataNotFoundError|DriverConnectionError)$/;
const awayMessages =
  /^(?:Connection terminated|timeout exceeded when trying to connect|timeout expired|Query read timeout|Client has encountered a connection error|Cannot use a pool after calling end|Client was closed|Driver not Connected)/i;

function textIn(error: object, field: string): string {
  const value: unknown = Reflect.get(error, field);
  return typeof value === 'string' ? value : '';
}

function firstOf(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : undefined;
}
