/** In a temporary table each: the copies of the threads, and who of the original writes there as which persona. */
const PLAN = [
  `CREATE TEMP TABLE twin ON COMMIT DROP AS
     SELECT t.id AS original, gen_random_uuid() AS id, substr(md5(t.id::text), 1, 12) AS public_id
     FROM forum.thread t WHERE t.public_id = ANY($1::text[])`,
  `CREATE TEMP TABLE twin_author ON COMMIT DROP AS
     SELECT thread_id, member_id, gen_random_uuid() AS id
     FROM (SELECT DISTINCT w.id AS thread_id, p.author_id AS member_id
           FROM twin w JOIN forum.post p ON p.thread_id = w.original) author`,
  'CREATE TEMP TABLE twin_post ON COMMIT DROP AS SELECT p.id AS original, gen_random_uuid() AS id FROM twin w JOIN forum.post p ON p.thread_id = w.original',
];

/** Nobody opens these links: their bytes are there so that the tables are as full as they would be. */
const COPY = [
  `INSERT INTO pseudonyms.pseudonym (id, public_id, kind, thread_id, name, picture_seed, created_at)
     SELECT a.id, substr(md5(a.id::text), 1, 12), 'persona', a.thread_id,
            'Hase ' || row_number() OVER (PARTITION BY a.thread_id ORDER BY a.id), substr(md5(a.id::text), 13, 12), m.created_at
     FROM twin_author a JOIN pseudonyms.pseudonym m ON m.id = a.member_id`,
  `INSERT INTO pseudonyms.persona (pseudonym_id, lookup, sealed_link, key_version)
     SELECT id, sha256(id::text::bytea), sha512(id::text::bytea), 1 FROM twin_author`,
  `INSERT INTO forum.thread
     SELECT (jsonb_populate_record(t, jsonb_build_object(
       'id', w.id, 'public_id', w.public_id, 'author_id', first.id, 'last_author_id', last.id))).*
     FROM twin w JOIN forum.thread t ON t.id = w.original
     JOIN twin_author first ON first.thread_id = w.id AND first.member_id = t.author_id
     JOIN twin_author last ON last.thread_id = w.id AND last.member_id = t.last_author_id`,
  `INSERT INTO forum.post
     SELECT (jsonb_populate_record(p, jsonb_build_object(
       'id', c.id, 'public_id', substr(md5(c.id::text), 1, 12), 'thread_id', w.id, 'author_id', a.id))).*
     FROM twin w JOIN forum.post p ON p.thread_id = w.original JOIN twin_post c ON c.original = p.id
     JOIN twin_author a ON a.thread_id = w.id AND a.member_id = p.author_id`,
  // As though imported: nobody gave them here, and the storm counts the rows of those who did.
  `INSERT INTO kudos.post_kudos (post_id, imported_count)
     SELECT c.id, k.count FROM twin_post c JOIN kudos.post_kudos k ON k.post_id = c.original`,
];

/**
 * Copies threads, post by post with their thanks, so that everybody writes anonymously in the copy: two pages that differ in
 * nothing but who their authors are.
 * @param {import('pg').Client} client as the owner
 * @param {readonly { id: string, path: string }[]} threads public ids and addresses, at most a few hundred
 * @returns {Promise<{ path: string }[]>} addresses of the copies, in the order of the originals
 */
export async function copyAsPersonas(client, threads) {
  const [plan, ...more] = PLAN;
  await client.query('BEGIN');
  await client.query(plan, [threads.map(({ id }) => id)]);
  for (const sql of [...more, ...COPY]) await client.query(sql);
  const { rows } = await client.query(
    'SELECT t.public_id AS original, w.public_id AS copy FROM twin w JOIN forum.thread t ON t.id = w.original',
  );
  await client.query('COMMIT');
  const copies = new Map(rows.map(({ original, copy }) => [original, copy]));
  return threads.map(({ id, path }) => ({ path: path.replace(id, copies.get(id)) }));
}
