import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What tells whether a key came again with another body was a plain hash, also of bodies that name a person: whoever reads
 * the table could try out names (D11.1d). From now on it is made with a key; what was there is forgotten. An empty one says
 * that nobody knows any more: a repetition is answered with what is written.
 */
export class ForgetBodyHashes1795597200000 implements MigrationInterface {
  readonly name = 'ForgetBodyHashes1795597200000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`UPDATE commands SET body_hash = ''`);
  }

  /** What was forgotten does not come back, and nothing needs it. */
  async down(): Promise<void> {
    return Promise.resolve();
  }
}
