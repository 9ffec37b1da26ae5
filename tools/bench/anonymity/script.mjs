import { normal, seededRandom, weighted } from './random.mjs';

const BOARDS = 10;
const DAYS = 180;
const DAY_S = 86_400;
const QUARTER_S = 900;
const WORDS = {
  de: 'der die das wir seit und nicht nach bei mit auf Anlage Telefon Rufgruppe Leitung Umzug Router Anschluss Nummer Standort klingelt gestern immer wieder manchmal geht kein Ton Kollege Zentrale Vermittlung eingestellt geprüft weiter'.split(
    ' ',
  ),
  en: 'the we since and not after with on phone group line router number office rings yesterday always again sometimes works no sound colleague switchboard checked moved still what does when call'.split(
    ' ',
  ),
};

/**
 * Who asks what, where and when: authors with habits as people have them. Each prefers an hour, some days of the week, one or two
 * boards and a length; each begins at much the same moment of a quarter of an hour, too, which no page may show. Their words are
 * everybody's, so that only what surrounds the text can tell them apart.
 * @param {number} seed the same script for the same seed
 * @returns {{ author: number, board: number, lang: 'de' | 'en', atSeconds: number, title: string, body: string }[]} oldest first
 */
export function writeScript(seed, { authors, threadsEach }) {
  const random = seededRandom(seed);
  const popularity = Array.from({ length: BOARDS }, (_, index) => 1 / (index + 1));
  const days = Array.from({ length: 7 }, (_, day) => (day < 5 ? 1 : 0.2));
  const script = [];
  for (let author = 0; author < authors; author += 1) {
    const habit = {
      lang: random() < 0.15 ? 'en' : 'de',
      hour: 7 + 12 * random(),
      days: days.map((weight) => weight * random()),
      boards: [weighted(random, popularity), weighted(random, popularity)],
      length: Math.exp(3.2 + 0.35 * normal(random)),
      offset: QUARTER_S * random(),
    };
    for (let index = 0; index < threadsEach; index += 1) {
      const drawn = random();
      const { lang } = habit;
      script.push({
        ...{ author, lang, atSeconds: momentOf(random, habit) },
        board: drawn < 0.45 ? habit.boards[0] : drawn < 0.65 ? habit.boards[1] : weighted(random, popularity),
        title: `${sentence(random, lang, 7)}?`,
        body: `${sentence(random, lang, Math.max(8, Math.round(habit.length * Math.exp(0.6 * normal(random)))))}.`,
      });
    }
  }
  return script.sort((one, other) => one.atSeconds - other.atSeconds);
}

/** @returns seconds after the beginning */
function momentOf(random, { hour, days, offset }) {
  const week = Math.floor((DAYS / 7) * random());
  const inDay = (hour + 2.5 * normal(random)) * 3_600;
  const quarter = Math.floor(inDay / QUARTER_S) * QUARTER_S;
  const inQuarter = (((offset + 40 * normal(random)) % QUARTER_S) + QUARTER_S) % QUARTER_S;
  return (week * 7 + weighted(random, days)) * DAY_S + quarter + inQuarter;
}

function sentence(random, lang, words) {
  const list = WORDS[lang];
  const text = Array.from({ length: words }, () => list[Math.floor(random() * list.length)]).join(' ');
  return text[0].toUpperCase() + text.slice(1);
}

/** How many boards a script needs. */
export const BOARD_COUNT = BOARDS;
