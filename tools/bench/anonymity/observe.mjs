import { brotliDecompressSync } from 'node:zlib';

/** Words and what is made of them; the linker of texts has its own figure. */
const TEXTS = /(^|\.)(title|excerpt|html|path|solutionExcerpt|name|__typename)$/;
/** A persona's name is drawn and no text. */
const NAMES = /author\.name$/i;
/** What is another thread's. */
const OTHERS = /^(related|board|viewer)\b/;

/** Boards are listed up to here. */
const LAST_PAGE = 50;

const textOf = ({ body, headers }) =>
  (headers['content-encoding'] === 'br' ? brotliDecompressSync(body) : body).toString();

/**
 * What a visitor gets of threads: each one's page with the data in it and its headers, and its place in the lists of the boards.
 * @param {import('../visitor.mjs').Visitor} visitor
 * @param {{ path: string }[]} threads
 * @param {string[]} boards paths
 * @param {string} label keeps the reading apart from earlier ones in the page cache
 */
export async function observe(visitor, threads, boards, label) {
  const ranks = new Map();
  for (const board of boards)
    for (const [index, path] of (await listOf(visitor, board, label)).entries()) ranks.set(path, index);
  const seen = [];
  for (const { path } of threads) {
    const answer = await visitor.get(`${path}?r=${label}`);
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    const html = textOf(answer);
    const { thread } = JSON.parse(/id="state">(.*?)<\/script>/s.exec(html)[1]).answers[0].data;
    seen.push({
      shown: {
        board: thread.board.id,
        lang: thread.lang,
        at: Date.parse(thread.createdAt),
        length: thread.opening.html.length,
      },
      related: new Set(thread.related.map(({ id }) => id)),
      id: thread.id,
      leaves: { ...leavesOf(thread), 'list.rank': ranks.get(path) ?? -1, ...bytesOf(answer, html) },
    });
  }
  return seen;
}

/** Threads of a board in the order of its list, all its pages. */
async function listOf(visitor, board, label) {
  const found = [];
  for (let page = 1; page <= LAST_PAGE; page += 1) {
    const answer = await visitor.get(`${board}?page=${page}&r=${label}`);
    if (answer.status !== 200 && answer.status !== 404) throw new Error(`${board} answered ${answer.status}`);
    const paths = answer.status === 200 ? textOf(answer).matchAll(/href="(\/t\/[^"?#]+)"/g) : []; // none behind the last page
    const fresh = [...new Set([...paths].map(([, path]) => path))].filter((path) => !found.includes(path));
    if (fresh.length === 0) break;
    found.push(...fresh);
  }
  return found;
}

const bytesOf = ({ body, headers }, html) => ({
  'page.bytes': Buffer.byteLength(html),
  'page.compressed': body.length,
  'header.etag': headers.etag,
});

/** Every value of the page's data but texts, by its path; lists by the place of their items. */
function leavesOf(value, path = '', leaves = {}) {
  if (value !== null && typeof value === 'object')
    for (const [key, part] of Object.entries(value)) {
      const name = path === '' ? key : `${path}.${key}`;
      if (!OTHERS.test(name)) leavesOf(part, name, leaves);
    }
  else if (value !== null && (!TEXTS.test(path) || NAMES.test(path))) leaves[path] = value;
  return leaves;
}
