import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who prepares (D7.1 to D7.4): which body has a role of article 7 in an area, and on the plan of a conference who leads,
 * who leads beside them, who coordinates, and why it is not whom the table names. Lines between bodies that an office has
 * set from a day on (D11.1b, D11.2b, D11.3, D14.1, D15): rows are added, never changed, so every day keeps its answer.
 */
export class CreateRouting1795510800000 implements MigrationInterface {
  readonly name = 'CreateRouting1795510800000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(routingBodies);
    await queryRunner.query(lines);
    await queryRunner.query(plans);
    await queryRunner.query(grants);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DO $$ BEGIN
        IF EXISTS (SELECT FROM organisation_lines) THEN
          RAISE EXCEPTION 'Going down would lose the lines that offices have set';
        END IF;
        IF EXISTS (SELECT FROM conference_plans WHERE num_nonnulls(host_post, routing_case, co_lead_office_code,
            lead_office_reason, lead_office_named_by) > 0) OR EXISTS (SELECT FROM conference_coordinators) THEN
          RAISE EXCEPTION 'Going down would lose who prepares conferences';
        END IF;
      END $$;
    `);
    // Bodies by their roles come from the files of data/ and are loaded again with every set-up.
    await queryRunner.query(`
      ALTER TABLE conference_plans DROP COLUMN host_post, DROP COLUMN routing_case, DROP COLUMN co_lead_office_code,
        DROP COLUMN lead_office_reason, DROP COLUMN lead_office_named_by;
      DROP TABLE conference_coordinators, organisation_line_bodies, organisation_lines, routing_bodies;
    `);
  }
}

const routingBodies = `
  CREATE TABLE routing_bodies (
    area_code text NOT NULL,
    role text NOT NULL,
    body_code text NOT NULL,
    valid_from date,
    valid_to date,
    source text NOT NULL DEFAULT '',
    CONSTRAINT routing_bodies_pk PRIMARY KEY (area_code, role, body_code),
    CONSTRAINT routing_bodies_role_known CHECK (role IN (
      'partyCommitteeOffice', 'councilOffice', 'committeeOffice', 'jointOffice', 'massMobilisationBoard', 'front')),
    CONSTRAINT routing_bodies_valid_to_after_valid_from CHECK (valid_to >= valid_from),
    CONSTRAINT routing_bodies_one_at_a_time
      EXCLUDE USING gist (area_code WITH =, role WITH =, daterange(valid_from, valid_to, '[]') WITH &&),
    CONSTRAINT routing_bodies_area_fk FOREIGN KEY (area_code) REFERENCES organisations (code),
    CONSTRAINT routing_bodies_body_fk FOREIGN KEY (body_code) REFERENCES organisations (code)
  );
  CREATE INDEX routing_bodies_by_body ON routing_bodies (body_code);
`;

const lines = `
  CREATE TABLE organisation_lines (
    -- The order in which they were set: of those that have begun, the last one holds.
    id bigint GENERATED ALWAYS AS IDENTITY,
    organisation_code text NOT NULL,
    kind text NOT NULL,
    valid_from date NOT NULL,
    reason text NOT NULL,
    set_at timestamptz NOT NULL DEFAULT now(),
    set_by uuid NOT NULL,
    CONSTRAINT organisation_lines_pk PRIMARY KEY (id),
    CONSTRAINT organisation_lines_kind_known CHECK (kind IN (
      'leadOffice', 'monitor', 'front', 'superior', 'reportTo', 'copyTo', 'resultTo')),
    CONSTRAINT organisation_lines_organisation_fk FOREIGN KEY (organisation_code) REFERENCES organisations (code),
    CONSTRAINT organisation_lines_set_by_fk FOREIGN KEY (set_by) REFERENCES accounts (id)
  );
  CREATE INDEX organisation_lines_by_organisation ON organisation_lines (organisation_code, kind, id);
  CREATE INDEX organisation_lines_by_set_by ON organisation_lines (set_by);

  -- None: from that day on there is nobody on this line.
  CREATE TABLE organisation_line_bodies (
    line_id bigint NOT NULL,
    to_code text NOT NULL,
    CONSTRAINT organisation_line_bodies_pk PRIMARY KEY (line_id, to_code),
    CONSTRAINT organisation_line_bodies_line_fk FOREIGN KEY (line_id) REFERENCES organisation_lines (id),
    CONSTRAINT organisation_line_bodies_to_fk FOREIGN KEY (to_code) REFERENCES organisations (code)
  );
  CREATE INDEX organisation_line_bodies_by_to ON organisation_line_bodies (to_code);
`;

const plans = `
  ALTER TABLE conference_plans
    -- As which the host speaks, and the row of article 7 that applied on the day of the plan; null: nobody has said, or none.
    ADD COLUMN host_post text,
    ADD COLUMN routing_case text,
    -- D7.1, D7.2: the second of two offices that lead; the first is lead_office_code.
    ADD COLUMN co_lead_office_code text,
    -- Why another office leads than article 7 names; by whom it was named where the text leaves it to somebody (D7.3, D7.4).
    ADD COLUMN lead_office_reason text,
    ADD COLUMN lead_office_named_by text,
    ADD CONSTRAINT conference_plans_host_post_known CHECK (host_post IN (
      'partySecretary', 'deputySecretaryChairingCouncil', 'councilChair', 'committeeChair', 'departmentHead',
      'partyBoardHead', 'frontHead', 'organisationHead')),
    ADD CONSTRAINT conference_plans_routing_case_known CHECK (routing_case IN (
      'provincePartyCommittee', 'provinceCouncilChair', 'provinceCommitteeChair', 'districtPartyCommittee',
      'districtCouncilChair', 'districtCommitteeChair', 'department', 'directCommittee', 'commune')),
    ADD CONSTRAINT conference_plans_lead_offices_differ CHECK (co_lead_office_code <> lead_office_code),
    ADD CONSTRAINT conference_plans_co_lead_office_fk FOREIGN KEY (co_lead_office_code) REFERENCES organisations (code);
  CREATE INDEX conference_plans_by_co_lead_office ON conference_plans (co_lead_office_code);

  CREATE TABLE conference_coordinators (
    conference_id uuid NOT NULL,
    organisation_code text NOT NULL,
    CONSTRAINT conference_coordinators_pk PRIMARY KEY (conference_id, organisation_code),
    CONSTRAINT conference_coordinators_conference_fk FOREIGN KEY (conference_id) REFERENCES conference_plans (id),
    CONSTRAINT conference_coordinators_organisation_fk FOREIGN KEY (organisation_code) REFERENCES organisations (code)
  );
  CREATE INDEX conference_coordinators_by_organisation ON conference_coordinators (organisation_code);
`;

const grants = `
  GRANT SELECT ON routing_bodies, organisation_lines, organisation_line_bodies, conference_coordinators
    TO dialogue_api, dialogue_worker;
  -- Added, never changed: nobody but the owner may say that a line was another one.
  GRANT INSERT (organisation_code, kind, valid_from, reason, set_by) ON organisation_lines TO dialogue_api;
  GRANT INSERT ON organisation_line_bodies, conference_coordinators TO dialogue_api;
  GRANT INSERT (host_post, routing_case, co_lead_office_code, lead_office_reason, lead_office_named_by)
    ON conference_plans TO dialogue_api;
`;
