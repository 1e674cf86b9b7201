import { AccessLogEntity } from './access-log.entity.js';
import { AccountEntity } from './account.entity.js';
import { AnswerEntity } from './answer.entity.js';
import { AssignmentEntity } from './assignment.entity.js';
import { BodySilenceEntity } from './body-silence.entity.js';
import { BounceMailboxEntity } from './bounce-mailbox.entity.js';
import { BounceReportEntity } from './bounce-report.entity.js';
import { CalendarDayEntity } from './calendar-day.entity.js';
import { CalendarEditionEntity } from './calendar-edition.entity.js';
import { CalendarYearEntity } from './calendar-year.entity.js';
import { CalendarFeedEntity } from './calendar-feed.entity.js';
import { CaseEventEntity } from './case-event.entity.js';
import { CaseMemoryEntity } from './case-memory.entity.js';
import { CaseLinkEntity } from './case-link.entity.js';
import { CommandEntity } from './command.entity.js';
import { CommandFileEntity } from './command-file.entity.js';
import { ConferenceEntity } from './conference.entity.js';
import { ContributionEntity } from './contribution.entity.js';
import { ConferenceBodyEntity } from './conference-body.entity.js';
import { ConferenceCoordinatorEntity } from './conference-coordinator.entity.js';
import { ConferencePetitionEntity } from './conference-petition.entity.js';
import { ConferencePlanEntity } from './conference-plan.entity.js';
import { FileEntity } from './file.entity.js';
import { FieldChangeEntity } from './field-change.entity.js';
import { FieldEntity } from './field.entity.js';
import { DeliveryFallbackEntity } from './delivery-fallback.entity.js';
import { LetterEntity } from './letter.entity.js';
import { LevelEntity } from './level.entity.js';
import { LinkSessionEntity } from './link-session.entity.js';
import { MailAbsenceEntity } from './mail-absence.entity.js';
import { MailDeliveryEntity } from './mail-delivery.entity.js';
import { MailSettingEntity } from './mail-setting.entity.js';
import { MilestoneEntity } from './milestone.entity.js';
import { OrganisationContactEntity } from './organisation-contact.entity.js';
import { OrganisationEntity } from './organisation.entity.js';
import { OrganisationLineBodyEntity } from './organisation-line-body.entity.js';
import { OrganisationLineEntity } from './organisation-line.entity.js';
import { OrganisationFormerParentEntity } from './organisation-former-parent.entity.js';
import { OrganisationSuccessorEntity } from './organisation-successor.entity.js';
import { OutboxEntity } from './outbox.entity.js';
import { PeriodReportEntity } from './period-report.entity.js';
import { PersonEntity } from './person.entity.js';
import { PetitionEntity } from './petition.entity.js';
import { PetitionFingerprintEntity } from './petition-fingerprint.entity.js';
import { PetitionIdentityChangeEntity } from './petition-identity-change.entity.js';
import { PetitionIdentityEntity } from './petition-identity.entity.js';
import { PetitionImportEntity } from './petition-import.entity.js';
import { PetitionImportRowEntity } from './petition-import-row.entity.js';
import { PetitionPartEntity } from './petition-part.entity.js';
import { PetitionSubmissionEntity } from './petition-submission.entity.js';
import { PostEntity } from './post.entity.js';
import { PostHolderEntity } from './post-holder.entity.js';
import { ReconciliationEntity } from './reconciliation.entity.js';
import { ReconciliationFindingEntity } from './reconciliation-finding.entity.js';
import { ReorganisationEntity } from './reorganisation.entity.js';
import { ReorganisationChangeEntity } from './reorganisation-change.entity.js';
import { ReorganisationRowEntity } from './reorganisation-row.entity.js';
import { ReportLineEntity } from './report-line.entity.js';
import { ReportOpeningEntity } from './report-opening.entity.js';
import { RolloutEntity } from './rollout.entity.js';
import { RolloutCaseEntity } from './rollout-case.entity.js';
import { RoutingBodyEntity } from './routing-body.entity.js';
import { SilenceLimitEntity } from './silence-limit.entity.js';
import { TermsAdoptionEntity } from './terms-adoption.entity.js';
import { TermsEntity } from './terms.entity.js';
import { VirtualCaseEntity } from './virtual-case.entity.js';

/** Every table of the register. */
export const entities = [
  LevelEntity,
  OrganisationEntity,
  OrganisationFormerParentEntity,
  OrganisationSuccessorEntity,
  OrganisationContactEntity,
  CalendarEditionEntity,
  CalendarYearEntity,
  CalendarDayEntity,
  PersonEntity,
  PostEntity,
  PostHolderEntity,
  TermsEntity,
  AccountEntity,
  FieldEntity,
  FieldChangeEntity,
  CalendarFeedEntity,
  TermsAdoptionEntity,
  PetitionSubmissionEntity,
  PetitionFingerprintEntity,
  PetitionIdentityChangeEntity,
  PetitionIdentityEntity,
  PetitionImportEntity,
  PetitionImportRowEntity,
  PetitionPartEntity,
  AccessLogEntity,
  ConferencePlanEntity,
  ConferenceCoordinatorEntity,
  RoutingBodyEntity,
  OrganisationLineEntity,
  OrganisationLineBodyEntity,
  ReportLineEntity,
  ReportOpeningEntity,
  CommandEntity,
  FileEntity,
  CommandFileEntity,
  VirtualCaseEntity,
  OutboxEntity,
  CaseMemoryEntity,
  CaseEventEntity,
  PetitionEntity,
  AssignmentEntity,
  AnswerEntity,
  ContributionEntity,
  ConferenceEntity,
  ConferenceBodyEntity,
  ConferencePetitionEntity,
  PeriodReportEntity,
  MilestoneEntity,
  LetterEntity,
  MailDeliveryEntity,
  CaseLinkEntity,
  LinkSessionEntity,
  DeliveryFallbackEntity,
  BounceMailboxEntity,
  BounceReportEntity,
  BodySilenceEntity,
  SilenceLimitEntity,
  MailSettingEntity,
  MailAbsenceEntity,
  RolloutEntity,
  RolloutCaseEntity,
  ReorganisationEntity,
  ReorganisationChangeEntity,
  ReorganisationRowEntity,
  ReconciliationEntity,
  ReconciliationFindingEntity,
] as const;
