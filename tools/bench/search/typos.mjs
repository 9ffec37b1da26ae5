import { seededRandom } from '../anonymity/random.mjs';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
/** Words that are shorter leave nothing to recognise once a letter is wrong. */
const SHORTEST = 4;

/** Two to four words of each title that has as many, the same ones for the same seed. @param {string[]} titles */
export function shortQueries(titles, seed) {
  const random = seededRandom(seed);
  return titles.map((title) => {
    const words = title.match(/\p{L}+/gu) ?? [];
    const count = Math.min(words.length, 2 + Math.floor(random() * 3));
    const begin = Math.floor(random() * (words.length - count + 1));
    const chosen = words.slice(begin, begin + count);
    return count >= 2 && chosen.some(mayHoldSlip) ? chosen.join(' ') : null;
  });
}

/** The query with slips in as many of its letters: one left out, doubled by another, mistaken, or exchanged with the next. */
export function withSlips(query, count, random) {
  let words = query.split(' ');
  for (let slip = 0; slip < count; slip += 1) {
    const places = words.flatMap((word, index) => (mayHoldSlip(word) ? [index] : []));
    const place = places[Math.floor(random() * places.length)];
    words = words.map((word, index) => (index === place ? slipped(word, random) : word));
  }
  return words.join(' ');
}

const mayHoldSlip = (word) => word.length >= SHORTEST;

function slipped(word, random) {
  const at = Math.floor(random() * (word.length - 1));
  const [before, letter, next, after] = [word.slice(0, at), word[at], word[at + 1], word.slice(at + 2)];
  const other = LETTERS[Math.floor(random() * LETTERS.length)];
  const slips = [
    before + next,
    before + letter + other + next,
    before + other + next,
    before + next + letter,
  ];
  return slips[Math.floor(random() * slips.length)] + after;
}
