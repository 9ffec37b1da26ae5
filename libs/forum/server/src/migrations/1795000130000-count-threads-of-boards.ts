import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Boards say how many threads they list and how many of these are open questions. The counters follow from the threads
 * in the database itself, so that no way to start, hide, solve or move a thread can forget them.
 */
export class CountThreadsOfBoards1795000130000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE forum.board ADD open_count int NOT NULL DEFAULT 0
        CONSTRAINT ck_board_open_count CHECK (open_count BETWEEN 0 AND thread_count)`);
    await queryRunner.query(`
      CREATE FUNCTION forum.is_listed(t forum.thread) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
        SELECT t.hidden_at IS NULL AND t.deleted_at IS NULL $$`);
    await queryRunner.query(`
      CREATE FUNCTION forum.is_open(t forum.thread) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
        SELECT forum.is_listed(t) AND t.kind = 'question' AND t.solution_count = 0 $$`);
    await queryRunner.query(`
      CREATE FUNCTION forum.count_thread() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND NEW.board_id = OLD.board_id
          AND forum.is_listed(NEW) = forum.is_listed(OLD) AND forum.is_open(NEW) = forum.is_open(OLD) THEN
          RETURN NULL;
        END IF;
        UPDATE forum.board b SET
          thread_count = thread_count
            + CASE WHEN b.id = NEW.board_id THEN forum.is_listed(NEW)::int ELSE 0 END
            - CASE WHEN TG_OP = 'UPDATE' AND b.id = OLD.board_id THEN forum.is_listed(OLD)::int ELSE 0 END,
          open_count = open_count
            + CASE WHEN b.id = NEW.board_id THEN forum.is_open(NEW)::int ELSE 0 END
            - CASE WHEN TG_OP = 'UPDATE' AND b.id = OLD.board_id THEN forum.is_open(OLD)::int ELSE 0 END
        WHERE b.id = NEW.board_id OR (TG_OP = 'UPDATE' AND b.id = OLD.board_id);
        RETURN NULL;
      END $$`);
    await queryRunner.query(`
      UPDATE forum.board b SET thread_count = counted.listed, open_count = counted.open
      FROM (SELECT board_id, count(*) FILTER (WHERE forum.is_listed(t)) AS listed, count(*) FILTER (WHERE forum.is_open(t)) AS open
            FROM forum.thread t GROUP BY board_id) AS counted
      WHERE counted.board_id = b.id`);
    await queryRunner.query(`
      CREATE TRIGGER count_thread
        AFTER INSERT OR UPDATE OF board_id, kind, solution_count, hidden_at, deleted_at ON forum.thread
        FOR EACH ROW EXECUTE FUNCTION forum.count_thread()`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TRIGGER count_thread ON forum.thread');
    await queryRunner.query(
      'DROP FUNCTION forum.count_thread(), forum.is_open(forum.thread), forum.is_listed(forum.thread)',
    );
    await queryRunner.query('ALTER TABLE forum.board DROP COLUMN open_count');
  }
}
