import { judge } from './learning.mjs';
import { seededRandom } from './random.mjs';

const QUARTER_MS = 900_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const TIME = /^\d{4}-\d\d-\d\dT/;
const HALF_HOURS = [0, 0.5, 1, 1.5, 2, 3, 4, 6];
const DAYS = [0, 1, 3, 7, 14, 30, 60];

/** The smaller way around a circle. */
const around = (one, other, whole) => {
  const way = Math.abs(one - other) % whole;
  return Math.min(way, whole - way);
};

/**
 * What two pages must show of themselves, as features of the pair: same board (and how rare it is) and language, hour, day of the
 * week, days between, length of the text.
 */
function shownFeatures({ shown: one }, { shown: other }, shares) {
  const sameBoard = one.board === other.board;
  const hours = around(one.at, other.at, DAY_MS) / HOUR_MS;
  const gap = Math.abs(one.at - other.at) / DAY_MS;
  const weekday = (at) => Math.floor(at / DAY_MS) % 7;
  const lengths = Math.abs(Math.log(one.length) - Math.log(other.length));
  const long = Math.abs(Math.log(one.length) + Math.log(other.length) - 2 * shares.meanLength);
  return [
    ...[Number(sameBoard), sameBoard ? -Math.log(shares.board.get(one.board)) : 0],
    ...[Number(one.lang === other.lang), one.lang === 'en' && other.lang === 'en' ? 1 : 0],
    ...[hours, hours ** 2, ...HALF_HOURS.map((bound) => Number(hours <= bound))],
    ...[Number(weekday(one.at) === weekday(other.at)), Math.log1p(gap)],
    ...DAYS.map((bound) => Number(gap <= bound)),
    ...[lengths, lengths ** 2, lengths * long],
    ...[sameBoard ? hours : 12, sameBoard ? lengths : 3],
  ];
}

/**
 * Everything else of two pages, whatever it is called: of each value whether it is the same and how near; of strings how much of
 * them is, letter by letter and in pairs of letters; of times what is left of them within a quarter of an hour.
 */
function otherFeatures(one, other, names) {
  const features = [Number(one.related.has(other.id) || other.related.has(one.id))];
  for (const name of names) {
    const [a, b] = [one.leaves[name], other.leaves[name]];
    if (a === undefined || b === undefined || typeof a !== typeof b) features.push(Number(a === b), 0, 0, 0);
    else if (typeof a === 'string' && TIME.test(a))
      features.push(...timeFeatures(Date.parse(a), Date.parse(b)));
    else if (typeof a === 'string') features.push(...stringFeatures(a, b));
    else features.push(Number(a === b), Math.log1p(Math.abs(Number(a) - Number(b))), 0, 0);
  }
  return features;
}

function timeFeatures(one, other) {
  const within = around(one % QUARTER_MS, other % QUARTER_MS, QUARTER_MS) / 60_000;
  return [Number(within < 0.5), Number(within < 1.5), within, within ** 2];
}

function stringFeatures(one, other) {
  let prefix = 0;
  while (prefix < one.length && one[prefix] === other[prefix]) prefix += 1;
  const places = [...one].filter((letter, index) => letter === other[index]).length;
  const pairs = new Set([...one].slice(1).map((letter, index) => one[index] + letter));
  const shared = [...other].slice(1).filter((letter, index) => pairs.has(other[index] + letter)).length;
  return [Number(one === other), prefix, places / one.length, shared / (pairs.size || 1)];
}

/** Every pair of one author, and as many of two, drawn at random. */
function pairsOf(seen, random) {
  const byAuthor = groupByAuthor(seen);
  const pairs = [];
  for (const own of byAuthor.values())
    for (let first = 0; first < own.length; first += 1)
      for (let second = first + 1; second < own.length; second += 1)
        pairs.push({ one: own[first], other: own[second], label: 1 });
  for (let wanted = pairs.length; wanted > 0;) {
    const [one, other] = [0, 1].map(() => seen[Math.floor(random() * seen.length)]);
    if (one.author === other.author) continue;
    pairs.push({ one, other, label: 0 });
    wanted -= 1;
  }
  return pairs;
}

function groupByAuthor(seen) {
  const groups = new Map();
  for (const one of seen) groups.set(one.author, [...(groups.get(one.author) ?? []), one]);
  return groups;
}

/**
 * An attacker who knows of half of the authors who wrote what, learns from them what tells pairs of threads of one author from pairs of
 * two, and judges pairs of the other half.
 * @param {{ author: number, shown: object, leaves: object, related: Set<string>, id: string }[]} seen
 * @returns {{ shown: number, all: number }} the areas with what pages must show, and with everything they show
 */
export function attack(seen, seed) {
  const random = seededRandom(seed);
  const known = ({ author }) => author % 2 === 0;
  const board = new Map();
  for (const { shown } of seen) board.set(shown.board, (board.get(shown.board) ?? 0) + 1 / seen.length);
  const meanLength = seen.reduce((sum, { shown }) => sum + Math.log(shown.length) / seen.length, 0);
  const names = [...new Set(seen.flatMap(({ leaves }) => Object.keys(leaves)))];
  const [lessons, tests] = [seen.filter(known), seen.filter((one) => !known(one))].map((half) =>
    pairsOf(half, random),
  );
  const shown = (one, other) => shownFeatures(one, other, { board, meanLength });
  return {
    shown: judge(lessons, tests, shown, random),
    all: judge(
      lessons,
      tests,
      (one, other) => [...shown(one, other), ...otherFeatures(one, other, names)],
      random,
    ),
  };
}
