import type { Logger } from '@dialogue/observability';
import type { CaseLinks, Door } from '@dialogue/persistence';

import type { CarryOutParts } from '../cases/carry-out.js';
import type { LinkCaseParts } from './link-case.js';
import type { FilesOfLinks } from './sent-form.js';

/** What the pages of links stand on. */
export interface LinksServiceParts extends Omit<CarryOutParts, 'door'>, Omit<LinkCaseParts, 'register'> {
  readonly links: CaseLinks;
  readonly door: Pick<Door, 'commandById'>;
  readonly throughDoor: CarryOutParts['door'];
  /** Null: this installation keeps no files. */
  readonly filesOfLinks: FilesOfLinks | null;
  readonly logger: Logger;
  readonly publicUrl: string;
}
