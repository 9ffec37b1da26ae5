import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A slip leaves a short word too few trigrams to be found by; it is looked for among words of its first letter and its length. */
export class LookWordsUpByTheirBeginning1795000550001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('CREATE INDEX ix_word_beginning ON search.word (left(word, 1), length(word))');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX search.ix_word_beginning');
  }
}
