/** Places that count; whoever has not found it by then gives up. */
export const PLACES = 10;
/** Deviations of the normal distribution within which 95 % lie. */
const NORMAL_95 = 1.96;

/**
 * Judges rankings.
 * @param {{ found: string[], relevant: ReadonlySet<string> }[]} answers what each question found, best first, and what it should have
 */
export function judge(answers) {
  const mean = (score) => answers.reduce((sum, answer) => sum + score(answer), 0) / answers.length;
  const firstPlace = ({ found, relevant }) => {
    const index = found.slice(0, PLACES).findIndex((id) => relevant.has(id));
    return index < 0 ? Infinity : index + 1;
  };
  return {
    questions: answers.length,
    ndcg: mean(normalisedGain),
    mrr: mean((answer) => 1 / firstPlace(answer)),
    success1: mean((answer) => Number(firstPlace(answer) === 1)),
    success10: mean((answer) => Number(firstPlace(answer) <= PLACES)),
    recall: mean(
      ({ found, relevant }) =>
        found.slice(0, PLACES).filter((id) => relevant.has(id)).length / Math.min(PLACES, relevant.size),
    ),
  };
}

/** nDCG@10 for relevance that is given or not. */
function normalisedGain({ found, relevant }) {
  const gain = (places) => places.reduce((sum, place) => sum + 1 / Math.log2(place + 2), 0);
  const places = found.slice(0, PLACES).flatMap((id, place) => (relevant.has(id) ? [place] : []));
  return gain(places) / gain([...Array(Math.min(PLACES, relevant.size)).keys()]);
}

/** Interval of 95 % in which a share lies (Wilson). @returns {[number, number]} */
export function interval(share, count) {
  const square = NORMAL_95 ** 2;
  const centre = share + square / (2 * count);
  const spread = NORMAL_95 * Math.sqrt((share * (1 - share) + square / (4 * count)) / count);
  return [centre - spread, centre + spread].map((end) => end / (1 + square / count));
}
