import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Conferences (D6.2, D8.1, D9, D11.1b) beside petitions: their plans, their projection with bodies and petitions, and all
 * that was a petition's alone as that of any case: commands, history, duties, what cases tell each other.
 */
export class CreateConferences1795496400000 implements MigrationInterface {
  readonly name = 'CreateConferences1795496400000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(caseKinds);
    await queryRunner.query(messages);
    await queryRunner.query(milestones);
    await queryRunner.query(recipients);
    await queryRunner.query(terms);
    await queryRunner.query(plans);
    await queryRunner.query(conferences);
    await queryRunner.query(petitions);
    await queryRunner.query(grants);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(refuseLoss);
    await queryRunner.query(undoPetitions);
    await queryRunner.query(undoConferences);
    await queryRunner.query(undoMilestones);
    await queryRunner.query(undoCaseKinds);
  }
}

const caseKinds = `
  ALTER TABLE commands DROP CONSTRAINT commands_case_kind_known,
    ADD CONSTRAINT commands_case_kind_known CHECK (case_kind IN ('petition', 'conference', 'report', 'mail'));
  ALTER TABLE virtual_cases DROP CONSTRAINT virtual_cases_case_kind_known,
    ADD CONSTRAINT virtual_cases_case_kind_known CHECK (case_kind IN ('petition', 'conference', 'report', 'mail'));
  ALTER TABLE case_memory DROP CONSTRAINT case_memory_case_kind_known,
    ADD CONSTRAINT case_memory_case_kind_known CHECK (case_kind IN ('petition', 'conference', 'report'));
  ALTER TABLE case_events DROP CONSTRAINT case_events_case_kind_known,
    ADD CONSTRAINT case_events_case_kind_known CHECK (case_kind IN ('petition', 'conference', 'report'));
`;

const messages = `
  ALTER TABLE outbox DROP CONSTRAINT outbox_case_kind_fits_kind,
    ADD CONSTRAINT outbox_case_kind_fits_kind CHECK (
      CASE kind WHEN 'startMail' THEN case_kind = 'mail' ELSE case_kind IN ('petition', 'conference', 'report') END);

  -- Under which a case takes what it is told, once. A restored backup gives numbers out again, but no such id; rows that
  -- are on their way keep the one under which they may have been sent already.
  ALTER TABLE outbox ADD COLUMN command_id text;
  UPDATE outbox SET command_id = encode(sha256(convert_to('outbox/' || id, 'UTF8')), 'hex');
  ALTER TABLE outbox ALTER COLUMN command_id SET NOT NULL,
    ALTER COLUMN command_id SET DEFAULT gen_random_uuid()::text,
    ADD CONSTRAINT outbox_command_once UNIQUE (command_id);
`;

/** The duties of petitions become those of any case (D8.1, D11.1b, D14.1). */
const milestones = `
  ALTER TABLE milestones ADD COLUMN case_kind text, ADD COLUMN case_id text,
    ADD COLUMN is_belated boolean NOT NULL DEFAULT false;
  UPDATE milestones SET case_kind = 'petition', case_id = petition_id::text;
  ALTER TABLE milestones ALTER COLUMN case_kind SET NOT NULL, ALTER COLUMN case_id SET NOT NULL,
    DROP CONSTRAINT milestones_pk, DROP CONSTRAINT milestones_petition_fk, DROP CONSTRAINT milestones_kind_known,
    DROP COLUMN petition_id;
  ALTER TABLE milestones ADD CONSTRAINT milestones_pk PRIMARY KEY (case_kind, case_id, number),
    ADD CONSTRAINT milestones_case_fk FOREIGN KEY (case_kind, case_id) REFERENCES case_memory (case_kind, case_id),
    ADD CONSTRAINT milestones_kind_known CHECK (kind IN (
      'screen', 'assign', 'receipt', 'answer', 'approve', 'resolve', 'review', 'followReferral', 'tell', 'close',
      'approvePlan', 'requestOpinions', 'holdBriefing', 'sendInvitations', 'recordOutcome', 'followUpPetitions',
      'issueConclusionNotice', 'issueResultReport', 'sendUpwards', 'sendReport'));
`;

/** D8.2b, D11.2b, D14.1: letters that go along the lines of reporting. */
const recipients = `
  ALTER TABLE mail_deliveries DROP CONSTRAINT mail_deliveries_recipient_role_known,
    ADD CONSTRAINT mail_deliveries_recipient_role_known CHECK (recipient_role IN (
      'handler', 'agencyHead', 'leadOffice', 'monitor', 'front', 'host', 'superior',
      'reportAddressee', 'reportCopy', 'resultAddressee', 'petitioner'));
`;

/** D13.1: a body may set days of its own for one kind of case and leave the others as they are. */
const terms = `
  ALTER TABLE terms ALTER COLUMN petition DROP NOT NULL, ADD COLUMN conference jsonb, ADD COLUMN report jsonb,
    ADD CONSTRAINT terms_conference_is_object CHECK (jsonb_typeof(conference) = 'object'),
    ADD CONSTRAINT terms_report_is_object CHECK (jsonb_typeof(report) = 'object'),
    ADD CONSTRAINT terms_something_set CHECK (num_nonnulls(petition, conference, report) > 0);
`;

const plans = `
  CREATE SEQUENCE conference_numbers;

  CREATE TABLE conference_plans (
    id uuid NOT NULL,
    number text NOT NULL,
    kind text NOT NULL,
    host text NOT NULL,
    field text,
    organisation_code text NOT NULL,
    lead_office_code text NOT NULL,
    title text NOT NULL,
    contents text NOT NULL,
    place text NOT NULL,
    programme text,
    -- As planned; where it stands now is the projection's word.
    on_day date NOT NULL,
    starts_at text NOT NULL,
    planned_at timestamptz NOT NULL,
    planned_by uuid,
    CONSTRAINT conference_plans_pk PRIMARY KEY (id),
    CONSTRAINT conference_plans_number_once UNIQUE (number),
    CONSTRAINT conference_plans_kind_known CHECK (kind IN ('periodic', 'adHoc')),
    CONSTRAINT conference_plans_host_known CHECK (host IN ('levelHead', 'departmentHead')),
    CONSTRAINT conference_plans_field_known CHECK (field IN ('economy', 'cultureAndSociety', 'defenceAndSecurity', 'publicOrder', 'partyAndGovernment')),
    -- D6.2b: an ad hoc conference has exactly one content or field.
    CONSTRAINT conference_plans_field_when_ad_hoc CHECK ((kind = 'adHoc') = (field IS NOT NULL)),
    CONSTRAINT conference_plans_starts_at_is_an_hour CHECK (starts_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
    CONSTRAINT conference_plans_organisation_fk FOREIGN KEY (organisation_code) REFERENCES organisations (code),
    CONSTRAINT conference_plans_lead_office_fk FOREIGN KEY (lead_office_code) REFERENCES organisations (code),
    CONSTRAINT conference_plans_planned_by_fk FOREIGN KEY (planned_by) REFERENCES accounts (id)
  );
  CREATE INDEX conference_plans_by_organisation ON conference_plans (organisation_code);
  CREATE INDEX conference_plans_by_lead_office ON conference_plans (lead_office_code);
  CREATE INDEX conference_plans_by_planned_by ON conference_plans (planned_by);
`;

const conferences = `
  CREATE TABLE conferences (
    id uuid NOT NULL,
    stage text NOT NULL,
    on_day date NOT NULL,
    starts_at text NOT NULL,
    flags text[] NOT NULL DEFAULT '{}',
    next_due_on date,
    next_due_rule text,
    invited_on date,
    held_on date,
    conclusion_notice_number text,
    conclusion_notice_on date,
    result_report_number text,
    result_report_on date,
    last_sequence integer NOT NULL,
    ended_at timestamptz,
    CONSTRAINT conferences_pk PRIMARY KEY (id),
    CONSTRAINT conferences_stage_known CHECK (stage IN ('drafted', 'planning', 'preparing', 'held', 'followUp', 'closed', 'cancelled')),
    CONSTRAINT conferences_flags_known CHECK (flags <@ ARRAY['overdue', 'finding', 'belated', 'provisional', 'mailTrouble']),
    CONSTRAINT conferences_due_with_its_rule CHECK ((next_due_on IS NULL) = (next_due_rule IS NULL)),
    CONSTRAINT conferences_documents_dated CHECK (
      (conclusion_notice_number IS NULL) = (conclusion_notice_on IS NULL)
      AND (result_report_number IS NULL) = (result_report_on IS NULL)),
    CONSTRAINT conferences_plan_fk FOREIGN KEY (id) REFERENCES conference_plans (id)
  );
  CREATE INDEX conferences_by_stage ON conferences (stage);
  CREATE INDEX conferences_by_day ON conferences (on_day, id);
  CREATE INDEX conferences_by_next_due ON conferences (next_due_on);
  CREATE INDEX conferences_by_flag ON conferences USING gin (flags);

  -- Bodies that were asked for opinions (D8.1b) or invited (D8.1g).
  CREATE TABLE conference_bodies (
    conference_id uuid NOT NULL,
    organisation_code text NOT NULL,
    asked_on date,
    invited_on date,
    CONSTRAINT conference_bodies_pk PRIMARY KEY (conference_id, organisation_code),
    CONSTRAINT conference_bodies_asked_or_invited CHECK (num_nonnulls(asked_on, invited_on) > 0),
    CONSTRAINT conference_bodies_conference_fk FOREIGN KEY (conference_id) REFERENCES conferences (id),
    CONSTRAINT conference_bodies_organisation_fk FOREIGN KEY (organisation_code) REFERENCES organisations (code)
  );
  CREATE INDEX conference_bodies_by_organisation ON conference_bodies (organisation_code);

  -- What the conference has to conclude, and what became of it (D8.1e, D8.1f, D9, D11.1b).
  CREATE TABLE conference_petitions (
    conference_id uuid NOT NULL,
    petition_id uuid NOT NULL,
    path text NOT NULL,
    is_raised boolean NOT NULL,
    conclusion text,
    attached_on date NOT NULL,
    followed_up_on date,
    detached_on date,
    CONSTRAINT conference_petitions_pk PRIMARY KEY (conference_id, petition_id),
    CONSTRAINT conference_petitions_path_known CHECK (path IN ('briefing', 'written')),
    CONSTRAINT conference_petitions_conclusion_known CHECK (conclusion IN ('settle', 'assign', 'decline', 'defer', 'refer')),
    CONSTRAINT conference_petitions_conference_fk FOREIGN KEY (conference_id) REFERENCES conferences (id),
    CONSTRAINT conference_petitions_petition_fk FOREIGN KEY (petition_id) REFERENCES petition_submissions (id)
  );
  CREATE INDEX conference_petitions_by_petition ON conference_petitions (petition_id);
`;

const petitions = `
  ALTER TABLE petitions DROP CONSTRAINT petitions_stage_known,
    ADD CONSTRAINT petitions_stage_known CHECK (stage IN (
      'submitted', 'received', 'accepted', 'assigned', 'inProgress', 'answered', 'resolved', 'settled', 'declined', 'deferred',
      'referred', 'closed', 'redirected', 'withdrawn')),
    -- What the host has concluded on it, at a conference or outside of one; stays when the petition is closed (D9, D14.1).
    ADD COLUMN conclusion text,
    ADD COLUMN conference_id uuid,
    ADD COLUMN conference_path text,
    ADD COLUMN conference_conclusion text,
    ADD COLUMN is_raised boolean NOT NULL DEFAULT false,
    -- A conference decides how a petition came to it, and may make a written answer due (D8.1e, D8.1f).
    ADD COLUMN source text,
    ADD COLUMN is_written_answer_required boolean;
  UPDATE petitions SET source = submission.source, is_written_answer_required = submission.is_written_answer_required
    FROM petition_submissions submission WHERE submission.id = petitions.id;
  UPDATE petitions SET conclusion = 'assign'
    WHERE stage IN ('assigned', 'inProgress', 'answered', 'resolved')
      OR (stage IN ('closed', 'withdrawn', 'redirected') AND agency_code IS NOT NULL);
  ALTER TABLE petitions ALTER COLUMN source SET NOT NULL, ALTER COLUMN is_written_answer_required SET NOT NULL,
    ADD CONSTRAINT petitions_source_known CHECK (source IN ('beforeCutOff', 'late', 'atConference', 'outsideConference')),
    ADD CONSTRAINT petitions_conclusion_known CHECK (conclusion IN ('settle', 'assign', 'decline', 'defer', 'refer')),
    ADD CONSTRAINT petitions_conference_path_known CHECK (conference_path IN ('briefing', 'written')),
    ADD CONSTRAINT petitions_conference_conclusion_known CHECK (conference_conclusion IN ('settle', 'assign', 'decline', 'defer', 'refer')),
    ADD CONSTRAINT petitions_conference_is_whole CHECK (
      (conference_id IS NULL) = (conference_path IS NULL)
      AND (conference_id IS NOT NULL OR (conference_conclusion IS NULL AND NOT is_raised))),
    ADD CONSTRAINT petitions_conference_fk FOREIGN KEY (conference_id) REFERENCES conference_plans (id);
  CREATE INDEX petitions_by_conference ON petitions (conference_id);
`;

const grants = `
  GRANT SELECT ON conference_plans, conferences, conference_bodies, conference_petitions TO dialogue_api, dialogue_worker;
  GRANT USAGE ON SEQUENCE conference_numbers TO dialogue_api;
  GRANT INSERT (id, number, kind, host, field, organisation_code, lead_office_code, title, contents, place, programme, on_day,
    starts_at, planned_at, planned_by) ON conference_plans TO dialogue_api;
  GRANT INSERT, UPDATE ON conferences, conference_bodies, conference_petitions TO dialogue_worker;
`;

const refuseLoss = `
  DO $$ BEGIN
    IF EXISTS (SELECT FROM conference_plans)
      OR EXISTS (SELECT FROM commands WHERE case_kind NOT IN ('petition', 'mail'))
      OR EXISTS (SELECT FROM case_events WHERE case_kind <> 'petition') THEN
      RAISE EXCEPTION 'Going down would lose conferences, reports or their history';
    END IF;
    IF EXISTS (SELECT FROM petitions WHERE stage IN ('settled', 'declined', 'deferred', 'referred'))
      OR EXISTS (SELECT FROM milestones WHERE kind IN ('review', 'followReferral')) THEN
      RAISE EXCEPTION 'Going down would lose what hosts have concluded';
    END IF;
    IF EXISTS (SELECT FROM terms WHERE num_nonnulls(conference, report) > 0) THEN
      RAISE EXCEPTION 'Going down would lose the days that bodies have set for themselves';
    END IF;
  END $$;
`;

const undoPetitions = `
  ALTER TABLE petitions DROP CONSTRAINT petitions_stage_known,
    DROP COLUMN conclusion, DROP COLUMN conference_id, DROP COLUMN conference_path, DROP COLUMN conference_conclusion,
    DROP COLUMN is_raised, DROP COLUMN source, DROP COLUMN is_written_answer_required,
    ADD CONSTRAINT petitions_stage_known CHECK (stage IN (
      'submitted', 'received', 'accepted', 'assigned', 'inProgress', 'answered', 'resolved', 'closed', 'redirected', 'withdrawn'));
`;

const undoConferences = `
  DROP TABLE conference_petitions, conference_bodies, conferences, conference_plans;
  DROP SEQUENCE conference_numbers;
  ALTER TABLE terms DROP CONSTRAINT terms_something_set, DROP COLUMN conference, DROP COLUMN report,
    ALTER COLUMN petition SET NOT NULL;
  ALTER TABLE mail_deliveries DROP CONSTRAINT mail_deliveries_recipient_role_known,
    ADD CONSTRAINT mail_deliveries_recipient_role_known CHECK (recipient_role IN (
      'handler', 'agencyHead', 'leadOffice', 'monitor', 'front', 'host', 'superior', 'petitioner'));
`;

const undoMilestones = `
  ALTER TABLE milestones ADD COLUMN petition_id uuid;
  UPDATE milestones SET petition_id = case_id::uuid;
  ALTER TABLE milestones DROP CONSTRAINT milestones_pk, DROP CONSTRAINT milestones_case_fk, DROP CONSTRAINT milestones_kind_known,
    DROP COLUMN case_kind, DROP COLUMN case_id, DROP COLUMN is_belated,
    ADD CONSTRAINT milestones_pk PRIMARY KEY (petition_id, number),
    ADD CONSTRAINT milestones_kind_known CHECK (kind IN ('screen', 'assign', 'receipt', 'answer', 'approve', 'resolve', 'tell', 'close')),
    ADD CONSTRAINT milestones_petition_fk FOREIGN KEY (petition_id) REFERENCES petitions (id);
`;

const undoCaseKinds = `
  ALTER TABLE outbox DROP COLUMN command_id, DROP CONSTRAINT outbox_case_kind_fits_kind,
    ADD CONSTRAINT outbox_case_kind_fits_kind CHECK (case_kind = CASE kind WHEN 'startMail' THEN 'mail' ELSE 'petition' END);
  ALTER TABLE case_events DROP CONSTRAINT case_events_case_kind_known,
    ADD CONSTRAINT case_events_case_kind_known CHECK (case_kind IN ('petition'));
  ALTER TABLE case_memory DROP CONSTRAINT case_memory_case_kind_known,
    ADD CONSTRAINT case_memory_case_kind_known CHECK (case_kind IN ('petition'));
  ALTER TABLE virtual_cases DROP CONSTRAINT virtual_cases_case_kind_known,
    ADD CONSTRAINT virtual_cases_case_kind_known CHECK (case_kind IN ('petition', 'mail'));
  ALTER TABLE commands DROP CONSTRAINT commands_case_kind_known,
    ADD CONSTRAINT commands_case_kind_known CHECK (case_kind IN ('petition', 'mail'));
`;
