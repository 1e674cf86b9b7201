import { CreateReference1795478400000 } from './0001-create-reference.js';
import { CreateDoor1795482000000 } from './0002-create-door.js';
import { CreateCases1795485600000 } from './0003-create-cases.js';
import { CreateLetters1795489200000 } from './0004-create-letters.js';
import { NarrowRoles1795492800000 } from './0005-narrow-roles.js';
import { CreateConferences1795496400000 } from './0006-create-conferences.js';
import { CreateReports1795500000000 } from './0007-create-reports.js';
import { AddCalendarDrafts1795503600000 } from './0008-add-calendar-drafts.js';
import { DateOrganisations1795507200000 } from './0009-date-organisations.js';
import { CreateRouting1795510800000 } from './0010-create-routing.js';
import { RecordLocalTerms1795514400000 } from './0011-record-local-terms.js';
import { CreateRollouts1795518000000 } from './0012-create-rollouts.js';
import { CreateReorganisations1795521600000 } from './0013-create-reorganisations.js';
import { NameDebtors1795525200000 } from './0014-name-debtors.js';
import { CreatePetitionImports1795529200000 } from './0015-create-petition-imports.js';
import { ExtendAssignments1795532800000 } from './0016-extend-assignments.js';
import { CreateReconciliations1795536400000 } from './0017-create-reconciliations.js';
import { RecordPreparation1795540000000 } from './0018-record-preparation.js';
import { AddContributions1795543600000 } from './0019-add-contributions.js';
import { RelatePetitions1795547200000 } from './0020-relate-petitions.js';
import { IndexLists1795550800000 } from './0021-index-lists.js';
import { DateOutcomes1795554400000 } from './0022-date-outcomes.js';
import { FollowConferenceDay1795558000000 } from './0023-follow-conference-day.js';
import { CreateFiles1795561600000 } from './0024-create-files.js';
import { CreateCaseLinks1795565200000 } from './0025-create-case-links.js';
import { ListFields1795568800000 } from './0026-list-fields.js';
import { RecordBounces1795572400000 } from './0027-record-bounces.js';
import { CreateCalendarFeeds1795576000000 } from './0028-create-calendar-feeds.js';
import { KeepMailQuiet1795582800000 } from './0029-keep-mail-quiet.js';
import { TieFilesToLinks1795586400000 } from './0030-tie-files-to-links.js';
import { KeepBodiesApart1795590000000 } from './0031-keep-bodies-apart.js';
import { RevokeForGood1795593600000 } from './0032-revoke-for-good.js';
import { ForgetBodyHashes1795597200000 } from './0033-forget-body-hashes.js';

/** In the order in which they run. */
export const migrations = [
  CreateReference1795478400000,
  CreateDoor1795482000000,
  CreateCases1795485600000,
  CreateLetters1795489200000,
  NarrowRoles1795492800000,
  CreateConferences1795496400000,
  CreateReports1795500000000,
  AddCalendarDrafts1795503600000,
  DateOrganisations1795507200000,
  CreateRouting1795510800000,
  RecordLocalTerms1795514400000,
  CreateRollouts1795518000000,
  CreateReorganisations1795521600000,
  NameDebtors1795525200000,
  CreatePetitionImports1795529200000,
  ExtendAssignments1795532800000,
  CreateReconciliations1795536400000,
  RecordPreparation1795540000000,
  AddContributions1795543600000,
  RelatePetitions1795547200000,
  IndexLists1795550800000,
  DateOutcomes1795554400000,
  FollowConferenceDay1795558000000,
  CreateFiles1795561600000,
  CreateCaseLinks1795565200000,
  ListFields1795568800000,
  RecordBounces1795572400000,
  CreateCalendarFeeds1795576000000,
  KeepMailQuiet1795582800000,
  TieFilesToLinks1795586400000,
  KeepBodiesApart1795590000000,
  RevokeForGood1795593600000,
  ForgetBodyHashes1795597200000,
] as const;
