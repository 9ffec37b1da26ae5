import { judge } from './learning.mjs';
import { normal, seededRandom } from './random.mjs';

const MONTHS = 18;
const DAYS_OF_MONTH = 30;
/** Thanks for an answer come within so many days on average. */
const THANKED_WITHIN_DAYS = 10;
/** Thanks are counted once they are so old, as in the product. */
const DELAY_DAYS = 30;
const STEPS = [0, 1, 2, 4];

/**
 * Everybody sees how the total of a nickname grows by credits, and on which day which anonymous post was thanked for. People differ in
 * how much thanks they get; which of both belong together is to be guessed.
 * @param {number} seed the same people for the same seed
 * @returns {{ author: number, days: number[] }[]} personas with the days on which they were thanked
 */
function thankedPersonas(seed, { authors, threadsEach }) {
  const random = seededRandom(seed);
  const personas = [];
  for (let author = 0; author < authors; author += 1) {
    const liked = Math.exp(0.5 + 0.8 * normal(random));
    for (let index = 0; index < threadsEach; index += 1) {
      const begun = random() * (MONTHS - 3) * DAYS_OF_MONTH;
      const days = [];
      for (let left = liked * -Math.log(1 - random()); left >= 1; left -= 1)
        days.push(Math.floor(begun - THANKED_WITHIN_DAYS * Math.log(1 - random())));
      personas.push({ author, days });
    }
  }
  return personas;
}

/** How much falls into each stretch of days, from 0 on. */
function perStretch(days, stretch, delay) {
  const counts = new Float64Array(Math.ceil((MONTHS * DAYS_OF_MONTH) / stretch));
  for (const day of days) {
    const at = Math.ceil((day + delay) / stretch);
    if (at < counts.length) counts[at] += 1;
  }
  return counts;
}

/** What the product credits, month by month. @param creditsOfBatch its own rule */
function credited(personas, authors, creditsOfBatch) {
  const counted = Array.from({ length: authors }, (_, author) =>
    perStretch(
      personas.filter((one) => one.author === author).flatMap(({ days }) => days),
      DAYS_OF_MONTH,
      DELAY_DAYS,
    ),
  );
  const credits = counted.map((months) => new Float64Array(months.length));
  const due = new Map();
  for (let month = 0; month < counted[0].length; month += 1) {
    counted.forEach((months, author) => due.set(author, (due.get(author) ?? 0) + months[month]));
    for (const [author, kudos] of creditsOfBatch(due)) {
      credits[author][month] = kudos;
      due.set(author, due.get(author) - kudos);
    }
  }
  return credits;
}

/** What a nickname would show without delay, batch and rounding: each day what its personas earned on it. */
const atOnce = (personas, authors) =>
  Array.from({ length: authors }, (_, author) =>
    perStretch(
      personas.filter((one) => one.author === author).flatMap(({ days }) => days),
      1,
      0,
    ),
  );

/** How far a persona's thanks are to be found again in what a nickname was credited with. */
function features({ counts }, { credits }) {
  let [together, alone, thanks, total, most, persona, nickname] = [0, 0, 0, 0, 0, 0, 0];
  counts.forEach((count, index) => {
    const credit = credits[index];
    together += Math.min(count, credit);
    if (count > 0 && credit === 0) alone += count;
    thanks += count;
    total += credit;
    persona += count;
    nickname += credit;
    most = Math.max(most, persona - nickname);
  });
  return [
    ...[together, alone, Math.log1p(thanks), Math.log1p(total), together / (thanks || 1)],
    ...STEPS.map((step) => Number(most > step)),
    ...[most, together / Math.sqrt(thanks * total || 1)],
  ];
}

/**
 * Guesses to which nickname a persona belongs by what both show of thanks.
 * @param {(due: Map<any, number>) => Map<any, number>} creditsOfBatch the product's rule of a batch
 * @returns {{ credited: number, atOnce: number }} areas under the curve as the product credits, and as a careless one would
 */
export function linkByCredits(seed, { authors, threadsEach }, creditsOfBatch) {
  const personas = thankedPersonas(seed, { authors, threadsEach }).filter(({ days }) => days.length > 0);
  const area = (creditsOf, stretch, delay) => {
    const random = seededRandom(seed);
    const known = personas.map(({ author, days }) => ({ author, counts: perStretch(days, stretch, delay) }));
    const pairs = known.flatMap((one) => {
      const half = one.author % 2;
      const another = (one.author + 2 * (1 + Math.floor(random() * (authors / 2 - 1)))) % authors;
      return [
        { half, one, other: { credits: creditsOf[one.author] }, label: 1 },
        { half, one, other: { credits: creditsOf[another] }, label: 0 },
      ];
    });
    return judge(
      pairs.filter(({ half }) => half === 0),
      pairs.filter(({ half }) => half === 1),
      features,
      random,
    );
  };
  return {
    credited: area(credited(personas, authors, creditsOfBatch), DAYS_OF_MONTH, DELAY_DAYS),
    atOnce: area(atOnce(personas, authors), 1, 0),
  };
}
