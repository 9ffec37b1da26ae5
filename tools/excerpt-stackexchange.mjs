#!/usr/bin/env node
// Cuts the best rated threads of a Stack Exchange dump out into a small dump of the same format, with the attribution
// that its licence asks for. Whole threads: the question, every answer, every comment.
import { createReadStream } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createGunzip } from 'node:zlib';
import { SaxesParser } from 'saxes';

const HELP = `Usage: node tools/excerpt-stackexchange.mjs --from DIR --to DIR --site HOST --name NAME --taken DATE
         [--threads 40] [--bytes 380000] [--licence "CC BY-SA 3.0"] [--licence-url URL]

  --from     folder of the dump (.xml or .xml.gz)
  --to       folder for the excerpt; its XML files and ATTRIBUTION.md are replaced
  --site     host name of the site, for links back
  --name     name of the site, for the attribution
  --taken    date of the dump, such as 2017-03-14
  --threads  threads at most
  --bytes    size of all files together at most`;

/** Columns that the excerpt keeps; of a person nothing but the public name. */
const COLUMNS = {
  Posts: [
    'Id',
    'PostTypeId',
    'ParentId',
    'AcceptedAnswerId',
    'CreationDate',
    'Score',
    'ViewCount',
    'Body',
    'OwnerUserId',
    'OwnerDisplayName',
    'LastEditDate',
    'Title',
    'Tags',
  ],
  Comments: ['Id', 'PostId', 'Score', 'Text', 'CreationDate', 'UserId', 'UserDisplayName'],
  Votes: ['Id', 'PostId', 'VoteTypeId', 'Count'],
  PostLinks: ['Id', 'PostId', 'RelatedPostId', 'LinkTypeId'],
  Users: ['Id', 'DisplayName'],
};

const UP_VOTE = '2';
const ESCAPES = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#xA;',
  '\r': '&#xD;',
  '\t': '&#x9;',
};

const { values } = parseArgs({
  options: {
    from: { type: 'string' },
    to: { type: 'string' },
    site: { type: 'string' },
    name: { type: 'string' },
    taken: { type: 'string' },
    threads: { type: 'string', default: '40' },
    bytes: { type: 'string', default: '380000' },
    licence: { type: 'string', default: 'CC BY-SA 3.0' },
    'licence-url': { type: 'string', default: 'https://creativecommons.org/licenses/by-sa/3.0/' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help || !(values.from && values.to && values.site && values.name && values.taken)) {
  console.log(HELP);
  process.exit(values.help ? 0 : 1);
}

const tables = await readAll(values.from);
const threads = choose(tables, Number(values.threads), Number(values.bytes));
const excerpt = cut(tables, threads);
const files = {
  ...Object.fromEntries(Object.entries(excerpt).map(([table, rows]) => [`${table}.xml`, xml(table, rows)])),
  'ATTRIBUTION.md': attribution(threads, excerpt.Users),
};
await mkdir(values.to, { recursive: true });
await Promise.all(Object.keys(files).map((name) => rm(join(values.to, name), { force: true })));
await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(values.to, name), text)));
const bytes = Object.values(files).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
console.log(
  `${threads.length} threads, ${excerpt.Posts.length} posts, ${excerpt.Comments.length} comments, ${bytes} bytes -> ${values.to}`,
);

/** The rows of every table that the excerpt needs, as attributes. */
async function readAll(folder) {
  const names = await readdir(folder);
  const read = Object.keys(COLUMNS).map(async (table) => {
    const name = names.find((candidate) => new RegExp(`^${table}\\.xml(\\.gz)?$`, 'i').test(candidate));
    return [table, name ? await readTable(join(folder, name)) : []];
  });
  return Object.fromEntries(await Promise.all(read));
}

async function readTable(path) {
  const rows = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => name === 'row' && rows.push(attributes));
  const file = createReadStream(path);
  const decoder = new TextDecoder();
  for await (const bytes of path.endsWith('.gz') ? file.pipe(createGunzip()) : file)
    parser.write(decoder.decode(bytes, { stream: true }));
  parser.close();
  return rows;
}

/** The answered, open threads with the best sum of question score and best answer score that fit the size together. */
function choose({ Posts, Comments, Users }, most, mostBytes) {
  const names = new Map(Users.map((user) => [user.Id, user.DisplayName]));
  const answers = groupBy(
    Posts.filter((post) => post.PostTypeId === '2'),
    'ParentId',
  );
  const comments = groupBy(Comments, 'PostId');
  const candidates = Posts.filter(
    (post) => post.PostTypeId === '1' && !post.ClosedDate && answers.has(post.Id),
  ).map((question) => {
    const posts = [question, ...answers.get(question.Id)];
    const remarks = posts.flatMap((post) => comments.get(post.Id) ?? []);
    const best = Math.max(...posts.slice(1).map((post) => Number(post.Score)));
    const authors = new Set([...posts, ...remarks].map((row) => authorOf(row, names)));
    const size = xml('Posts', posts).length + xml('Comments', remarks).length + 40 * authors.size + 300;
    return { question, posts, comments: remarks, authors, rating: Number(question.Score) + best, size };
  });
  candidates.sort(
    (one, other) => other.rating - one.rating || Number(one.question.Id) - Number(other.question.Id),
  );
  const fair = (2 * mostBytes) / most; // one giant must not push out five others
  const chosen = [];
  let left = mostBytes;
  for (const candidate of candidates) {
    if (chosen.length === most) break;
    if (candidate.size > Math.min(fair, left)) continue;
    left -= candidate.size;
    chosen.push(candidate);
  }
  return chosen.sort((one, other) => Number(one.question.Id) - Number(other.question.Id));
}

/** All rows that belong to these threads; up-votes summed into one row for each post. */
function cut({ Votes, PostLinks, Users }, chosen) {
  const Posts = chosen.flatMap((thread) => thread.posts).sort(byId);
  const Comments = chosen.flatMap((thread) => thread.comments).sort(byId);
  const ids = new Set(Posts.map((post) => post.Id));
  const authors = new Set([
    ...Posts.map((post) => post.OwnerUserId),
    ...Comments.map((comment) => comment.UserId),
  ]);
  const upVotes = groupBy(
    Votes.filter((vote) => vote.VoteTypeId === UP_VOTE && ids.has(vote.PostId)),
    'PostId',
  );
  return {
    Posts,
    Comments,
    Votes: [...upVotes]
      .map(([PostId, votes]) => ({
        Id: votes[0].Id,
        PostId,
        VoteTypeId: UP_VOTE,
        Count: String(votes.length),
      }))
      .sort(byId),
    PostLinks: PostLinks.filter((link) => ids.has(link.PostId) && ids.has(link.RelatedPostId)),
    Users: Users.filter((user) => authors.has(user.Id)),
  };
}

function attribution(chosen, users) {
  const { site, name, taken, licence } = values;
  const people = users
    .filter((user) => Number(user.Id) > 0)
    .map((user) => `[${plain(user.DisplayName)}](https://${site}/users/${user.Id})`);
  const lines = chosen.map(
    ({ question, authors }) =>
      `- [${plain(question.Title)}](https://${site}/q/${question.Id}) by ${[...authors].map(plain).join(', ')}`,
  );
  return `# Attribution

The texts in this folder were written by members of **${name}** (<https://${site}>) and are licensed under
[${licence}](${values['licence-url']}). They were taken from the site's public data dump of ${taken}.

Changed: only these ${chosen.length} threads were kept, columns about people other than their public name were left out, and
up-votes were summed into one row for each post (column \`Count\`). The texts themselves are unchanged. Whoever passes
them on must name the site and the authors, link back, and keep the licence.

## Threads, with their authors in order of appearance

${lines.join('\n')}

## Authors

${people.join(',\n')}
`;
}

function xml(table, rows) {
  const lines = rows.map(
    (row) =>
      `  <row ${COLUMNS[table]
        .filter((column) => row[column])
        .map((column) => `${column}="${escape(row[column])}"`)
        .join(' ')} />`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n<${table.toLowerCase()}>\n${lines.join('\n')}\n</${table.toLowerCase()}>\n`;
}

function escape(text) {
  return text.replace(/[&<>"\n\r\t]/g, (sign) => ESCAPES[sign]);
}

function plain(text) {
  return text.replace(/[\\[\]*_`<]/g, '\\$&');
}

function authorOf(row, names) {
  return (
    names.get(row.OwnerUserId ?? row.UserId) ??
    row.OwnerDisplayName ??
    row.UserDisplayName ??
    'a former member'
  );
}

function byId(one, other) {
  return Number(one.Id) - Number(other.Id);
}

function groupBy(rows, column) {
  const groups = new Map();
  for (const row of rows) groups.set(row[column], [...(groups.get(row[column]) ?? []), row]);
  return groups;
}
