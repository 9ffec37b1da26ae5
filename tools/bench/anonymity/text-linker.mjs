import { gunzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { areaUnderCurve } from './learning.mjs';
import { seededRandom } from './random.mjs';

/** Posts each author must have, and how many of them are looked at. */
const POSTS_EACH = 10;
const GRAM = 3;
const SEED = 1;

/**
 * How well style and topic alone tell which posts have one author: cosine of the frequencies of three letters in a row, weighed by
 * how few posts have them. Real posts of a public forum, with nothing of Kundig in them: what no community can hide.
 * @param {string} file Posts.xml.gz of an excerpt
 * @returns {{ auc: number, authors: number, posts: number }}
 */
export function linkTexts(file) {
  const posts = readPosts(file);
  const seen = new Map();
  for (const { grams } of posts) for (const gram of grams.keys()) seen.set(gram, (seen.get(gram) ?? 0) + 1);
  for (const post of posts) {
    let length = 0;
    for (const [gram, count] of post.grams) {
      const weight = (1 + Math.log(count)) * Math.log(posts.length / seen.get(gram));
      post.grams.set(gram, weight);
      length += weight ** 2;
    }
    post.length = Math.sqrt(length) || 1;
  }
  const random = seededRandom(SEED);
  const [scores, labels] = [[], []];
  for (const [index, one] of posts.entries())
    for (const other of posts.slice(index + 1)) {
      const same = one.author === other.author;
      if (one.thread === other.thread || (!same && random() > 0.05)) continue; // one topic is no style
      scores.push(cosine(one, other));
      labels.push(Number(same));
    }
  return {
    auc: areaUnderCurve(scores, labels),
    authors: new Set(posts.map(({ author }) => author)).size,
    posts: posts.length,
  };
}

function readPosts(file) {
  const byAuthor = new Map();
  for (const line of gunzipSync(readFileSync(file)).toString('utf8').split('\n')) {
    const of = (name) => new RegExp(` ${name}="([^"]*)"`).exec(line)?.[1];
    const author = of('OwnerUserId');
    if (!author) continue;
    const text = of('Body')
      .replace(/&lt;.*?&gt;|&\w+;|&#\w+;/g, ' ')
      .replace(/\s+/g, ' ');
    const thread = of('ParentId') ?? of('Id');
    byAuthor.set(author, [...(byAuthor.get(author) ?? []), { author, thread, grams: gramsOf(text) }]);
  }
  return [...byAuthor.values()]
    .filter(({ length }) => length >= POSTS_EACH)
    .flatMap((own) => own.slice(0, POSTS_EACH));
}

function gramsOf(text) {
  const grams = new Map();
  for (let index = 0; index + GRAM <= text.length; index += 1) {
    const gram = text.slice(index, index + GRAM);
    grams.set(gram, (grams.get(gram) ?? 0) + 1);
  }
  return grams;
}

function cosine(one, other) {
  let sum = 0;
  for (const [gram, weight] of one.grams) sum += weight * (other.grams.get(gram) ?? 0);
  return sum / (one.length * other.length);
}
