import type { ConferenceTerms } from '../conferences/conference.js';
import type { ConferenceNews } from '../conferences/conference-commands.js';
import type { DeliveryNote } from './mail-trouble.js';
import type { PetitionNews, RegisterPetition } from '../petitions/petition-commands.js';
import type { PetitionTerms } from '../petitions/petition.js';
import type { ReportNews } from '../reports/report-commands.js';
import type { ReportTerms } from '../reports/report.js';
import type { Surroundings } from './surroundings.js';

/** What a case hears from the system itself: of its letters, of other cases, of what changes around it. Carried by the outbox, signalled by the relay. */
export interface SystemCommands {
  readonly petition: DeliveryNote | PetitionNews | RegisterPetition | Surroundings<PetitionTerms>;
  readonly conference: DeliveryNote | ConferenceNews | Surroundings<ConferenceTerms>;
  readonly report: DeliveryNote | ReportNews | Surroundings<ReportTerms>;
}

/** One case tells another, once the transition that says so is recorded. */
export type Tell = {
  readonly [Kind in keyof SystemCommands]: {
    readonly caseKind: Kind;
    readonly caseId: string;
    readonly command: SystemCommands[Kind];
  };
}[keyof SystemCommands];
