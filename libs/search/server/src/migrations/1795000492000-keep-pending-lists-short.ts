import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was written lately waits in a list of each text index, which every search reads from end to end until it is merged:
 * with PostgreSQL's 4 MB that is up to 512 pages, and a search took three times as long until the next vacuum. With sixteen
 * pages a search reads next to nothing more, and a rebuild takes a fifth longer.
 */
const PENDING_KB = 128;
const INDEXES = [
  'search.ix_document_lexemes',
  'search.ix_document_title',
  'search.ix_document_tags',
  'search.ix_article_lexemes',
  'search.ix_word_similar',
  'pseudonyms.ix_pseudonym_name_form',
];

export class KeepPendingListsShort1795000492000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const index of INDEXES) {
      await queryRunner.query(`ALTER INDEX ${index} SET (gin_pending_list_limit = ${PENDING_KB})`);
      await queryRunner.query(`SELECT gin_clean_pending_list('${index}')`);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const index of INDEXES)
      await queryRunner.query(`ALTER INDEX ${index} RESET (gin_pending_list_limit)`);
  }
}
