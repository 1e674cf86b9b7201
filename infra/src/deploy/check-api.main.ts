import { apiSettings, settingsOrExit } from '@dialogue/config';
import { z } from 'zod';

/* Health of the API, from inside of its container: exit code 0 when it and all that it stands on are ready. */

const { API_PORT } = apiSettings.variables.shape;
const settings = settingsOrExit({ variables: z.object({ API_PORT }), secrets: [] });

const response = await fetch(`http://127.0.0.1:${settings.API_PORT}/health/ready`, {
  signal: AbortSignal.timeout(4_000),
}).catch(() => null);
process.stdout.write(`${response === null ? 'no answer' : await response.text()}\n`);
process.exitCode = response?.ok === true ? 0 : 1;
