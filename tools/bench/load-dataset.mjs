import { randomBytes, randomUUID } from 'node:crypto';
import { loadTypeScript } from '../lib/load-typescript.mjs';
import { DEFAULTS, generate } from './dataset.mjs';
import { copyAsPersonas } from './persona-twins.mjs';

/** Rows of one INSERT; PostgreSQL takes the columns as arrays, so the number of parameters stays the same. */
const BATCH = 1000;

/** Gathers rows of one table and writes them in batches. */
class Table {
  #rows = [];
  constructor(client, name, columns) {
    this.client = client;
    this.columns = Object.keys(columns);
    const arrays = Object.values(columns).map((type, index) => `$${index + 1}::${type}[]`);
    this.sql = `INSERT INTO ${name} (${this.columns.join(', ')}) SELECT * FROM unnest(${arrays.join(', ')})`;
  }

  async add(row) {
    this.#rows.push(row);
    if (this.#rows.length >= BATCH) await this.flush();
  }

  async flush() {
    if (this.#rows.length === 0) return;
    await this.client.query(
      this.sql,
      this.columns.map((column) => this.#rows.map((row) => row[column] ?? null)),
    );
    this.#rows = [];
  }
}

const publicId = () => randomBytes(9).toString('hex').slice(0, 12);

/**
 * Fills a migrated, empty database with the deterministic community, as the product itself would have stored it: text is
 * rendered by the product's renderer, counters are right.
 * @param {import('pg').Client} client as the owner
 * @param {Partial<typeof DEFAULTS>} options size of the community
 * @returns what scenarios need: addresses of typical and of extreme pages
 */
export async function loadDataset(client, options) {
  const { renderMarkdown, plainTextOfHtml, excerpt, slugify } = await loadTypeScript(
    'libs/platform/server/src/markdown/index.ts',
  );
  const members = new Table(client, 'pseudonyms.pseudonym', {
    id: 'uuid',
    public_id: 'text',
    kind: 'text',
    name: 'text',
    picture_seed: 'text',
    created_at: 'timestamptz',
  });
  const boards = new Table(client, 'forum.board', {
    id: 'uuid',
    public_id: 'text',
    slug: 'text',
    rank: 'int',
    name_de: 'text',
    name_en: 'text',
    description_de: 'text',
    description_en: 'text',
    visibility: 'text',
    created_at: 'timestamptz',
  });
  const posts = new Table(client, 'forum.post', {
    id: 'uuid',
    public_id: 'text',
    thread_id: 'uuid',
    position: 'int',
    kind: 'text',
    author_id: 'uuid',
    body_md: 'text',
    body_html: 'text',
    render_version: 'int',
    lang: 'text',
    created_at: 'timestamptz',
    solution_at: 'timestamptz',
  });
  const kudos = new Table(client, 'kudos.kudo', {
    giver_id: 'uuid',
    post_id: 'uuid',
    given_at: 'timestamptz',
  });
  const ids = { user: new Map(), board: new Map(), thread: new Map(), post: new Map() };
  await client.query('ALTER TABLE forum.post DROP CONSTRAINT post_thread_id_fkey');
  await client.query('ALTER TABLE forum.thread DISABLE TRIGGER count_thread'); // counted once, below
  for (const record of generate({ ...DEFAULTS, ...options })) {
    switch (record.type) {
      case 'user': {
        const id = randomUUID();
        ids.user.set(record.id, { id, name: record.handle });
        await members.add({
          id,
          public_id: publicId(),
          kind: 'member',
          name: record.handle,
          picture_seed: publicId(),
          created_at: record.createdAt,
        });
        break;
      }
      case 'board': {
        const board = { id: randomUUID(), public_id: publicId(), slug: record.slug };
        ids.board.set(record.id, board);
        await boards.add({
          ...board,
          rank: record.id,
          name_de: record.title,
          name_en: record.title,
          description_de: record.description,
          description_en: record.description,
          visibility: 'public',
          created_at: record.createdAt,
        });
        break;
      }
      case 'thread':
        ids.thread.set(record.id, {
          id: randomUUID(),
          public_id: publicId(),
          record,
          posts: [],
          solution: record.solution,
        });
        break;
      case 'post': {
        const thread = ids.thread.get(record.thread);
        const { html, version } = renderMarkdown(record.body);
        const author = ids.user.get(record.author).id;
        const id = randomUUID();
        ids.post.set(record.id, id);
        const solution = thread.solution === record.id;
        if (thread.posts.length === 0) thread.excerpt = excerpt(plainTextOfHtml(html), 200);
        if (solution) thread.solutionExcerpt = excerpt(plainTextOfHtml(html), 200);
        thread.posts.push({ author, at: record.createdAt });
        await posts.add({
          id,
          public_id: publicId(),
          thread_id: thread.id,
          position: thread.posts.length,
          kind: thread.posts.length === 1 ? 'opening' : 'reply',
          author_id: author,
          body_md: record.body,
          body_html: html,
          render_version: version,
          lang: thread.record.lang,
          created_at: record.createdAt,
          solution_at: solution ? record.createdAt : null,
        });
        break;
      }
      case 'kudo':
        await kudos.add({
          giver_id: ids.user.get(record.user).id,
          post_id: ids.post.get(record.post),
          given_at: record.createdAt,
        });
        break;
    }
  }
  for (const table of [members, boards, posts]) await table.flush();
  const threads = new Table(client, 'forum.thread', {
    id: 'uuid',
    public_id: 'text',
    board_id: 'uuid',
    author_id: 'uuid',
    kind: 'text',
    title: 'text',
    slug: 'text',
    lang: 'text',
    excerpt: 'text',
    solution_excerpt: 'text',
    created_at: 'timestamptz',
    last_post_at: 'timestamptz',
    last_author_id: 'uuid',
    post_count: 'int',
    reply_count: 'int',
    solution_count: 'int',
    view_count: 'int',
  });
  for (const thread of ids.thread.values()) {
    const { record } = thread;
    const last = thread.posts.at(-1);
    thread.path = `/t/${slugify(record.title, 'thema')}/${thread.public_id}`;
    await threads.add({
      id: thread.id,
      public_id: thread.public_id,
      board_id: ids.board.get(record.board).id,
      author_id: ids.user.get(record.author).id,
      kind: record.kind === 'discussion' ? 'discussion' : 'question',
      title: record.title.slice(0, 200),
      slug: slugify(record.title, 'thema'),
      lang: record.lang,
      excerpt: thread.excerpt,
      solution_excerpt: thread.solutionExcerpt,
      created_at: record.createdAt,
      last_post_at: last.at,
      last_author_id: last.author,
      post_count: thread.posts.length,
      reply_count: thread.posts.length - 1,
      solution_count: thread.solutionExcerpt === undefined ? 0 : 1,
      view_count: record.views,
    });
  }
  await threads.flush();
  await kudos.flush();
  // Tags are lists, which unnest would flatten.
  await client.query(
    `UPDATE forum.thread t SET tags = ARRAY(SELECT jsonb_array_elements_text(tagged.tags))
     FROM jsonb_to_recordset($1) AS tagged (id uuid, tags jsonb) WHERE t.id = tagged.id`,
    [
      JSON.stringify(
        [...ids.thread.values()]
          .filter(({ record }) => record.tags.length > 0)
          .map(({ id, record }) => ({ id, tags: record.tags })),
      ),
    ],
  );
  await client.query(
    'ALTER TABLE forum.post ADD CONSTRAINT post_thread_id_fkey FOREIGN KEY (thread_id) REFERENCES forum.thread (id)',
  );
  await client.query('ALTER TABLE forum.thread ENABLE TRIGGER count_thread');
  await client.query(
    `UPDATE forum.board b SET (thread_count, open_count) =
       (SELECT count(*), count(*) FILTER (WHERE forum.is_open(t)) FROM forum.thread t WHERE t.board_id = b.id)`,
  );
  await client.query(
    `INSERT INTO kudos.post_kudos (post_id, count) SELECT post_id, count(*) FROM kudos.kudo GROUP BY post_id`,
  );
  const bySize = [...ids.thread.values()].sort((a, b) => b.posts.length - a.posts.length);
  const typical = [...ids.thread.values()]
    .filter(({ posts: list }) => list.length >= 5 && list.length <= 8)
    .slice(0, 50)
    .map(({ path, public_id: id }) => ({ path, id }));
  const personaThreads = await copyAsPersonas(client, typical);
  await client.query('VACUUM ANALYZE'); // as autovacuum leaves a database that has been running for a while
  const board = ids.board.get(1);
  return {
    threads: typical,
    /** The same threads again, written by personas alone. */
    personaThreads,
    giant: {
      path: bySize[0].path,
      id: bySize[0].public_id,
      lastPage: Math.ceil((bySize[0].posts.length - 1) / 20),
      posts: bySize[0].posts.length,
    },
    board: { path: `/b/${board.slug}/${board.public_id}`, id: board.public_id },
    members: [...ids.user.values()].slice(0, 50),
  };
}
