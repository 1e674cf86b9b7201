import type { ConferenceNews } from '../conferences/conference-commands.js';
import type { DeliveryNote } from './mail-trouble.js';
import type { PetitionNews } from '../petitions/petition-commands.js';
import type { ReportNews } from '../reports/report-commands.js';

/** What a case hears from the system itself: of its letters, of other cases. Carried by the outbox, signalled by the relay. */
export interface SystemCommands {
  readonly petition: DeliveryNote | PetitionNews;
  readonly conference: DeliveryNote | ConferenceNews;
  readonly report: DeliveryNote | ReportNews;
}

/** One case tells another, once the transition that says so is recorded. */
export type Tell = {
  readonly [Kind in keyof SystemCommands]: {
    readonly caseKind: Kind;
    readonly caseId: string;
    readonly command: SystemCommands[Kind];
  };
}[keyof SystemCommands];
