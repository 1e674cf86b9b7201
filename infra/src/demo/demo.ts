import { z } from 'zod';

import { messageOf } from '../local/error-text.js';
import { dataPaths } from '../local/paths.js';
import { processEnvironment } from '../local/program-environment.js';
import { sentenceFor } from '../local/run-local.js';
import { findRunning } from '../local/running.js';
import { readLocalSettings } from '../local/settings.js';
import { assigned, conferenceEnd, settledOnes } from './aftermath.js';
import { openClocks } from './clocks.js';
import { conferenceDay } from './conference-day.js';
import { told } from './demo.vi.js';
import { endAsTold } from './ending.js';
import { createNarrator } from './narrator.js';
import { DemoProblem, setStage } from './opening.js';
import { cancelled, intake, planning, weeksBefore } from './preparation.js';
import { onDemand, onSchedule } from './reporting.js';
import type { Chapter } from './stage.js';

/*
 * `npm run demo`: tells a whole story over HTTP against the running local stack, a conference of a commune with its
 * petitions and a report, and compares the end with what the story says. Exit code 0 only when it is the same.
 */

const chapters: readonly Chapter[] = [
  intake,
  planning,
  cancelled,
  weeksBefore,
  conferenceDay,
  settledOnes,
  assigned,
  conferenceEnd,
  onDemand,
  onSchedule,
];

z.config(z.locales.vi());
process.exitCode = await main();

async function main(): Promise<number> {
  try {
    return (await tell()) ? 0 : 1;
  } catch (error) {
    process.stderr.write(`${error instanceof DemoProblem ? error.message : sentenceFor(error)}\n`);
    if (!(error instanceof DemoProblem)) process.stderr.write(`${messageOf(error)}\n`);
    return 1;
  }
}

async function tell(): Promise<boolean> {
  const settings = readLocalSettings(processEnvironment());
  const paths = dataPaths(settings.dataDir);
  const running = await findRunning(paths.running);
  if (running === null) throw new DemoProblem(told.notRunning(paths.folder));
  const ui = { port: settings.ports.temporalUi, namespace: running.temporalNamespace };
  const narrator = createNarrator((text) => process.stdout.write(text), ui);
  const onWaiting = (): void => narrator.line(told.waiting);
  const stage = await setStage({ settings, paths, narrator, onWaiting, clocks: openClocks(paths, onWaiting) });
  for (const chapter of chapters) await chapter(stage);
  return endAsTold(stage, settings.ports.inbox);
}
