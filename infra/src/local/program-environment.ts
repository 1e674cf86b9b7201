/** The environment of this process: the stack passes it on to what it starts, so it cannot be read in one go. */
export function processEnvironment(): Readonly<NodeJS.ProcessEnv> {
  return process.env;
}

/**
 * The environment for programs that are not ours: what the machine gives, without settings of the same programs made for
 * something else (`PGDATA`, `TEMPORAL_ADDRESS` …), which would quietly change what they do here, and without the password
 * of the first account, which is the set-up's alone.
 */
export function programEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(processEnvironment()).filter(([name]) => !/^(?:PG|TEMPORAL_|ADMIN_PASSWORD$)/.test(name));
  return Object.fromEntries(kept);
}
