const EPOCHS = 12;
const SHRINK = 1e-4;

/** Brings each feature to mean 0 and deviation 1, as it is in the pairs that are learned from. */
function scaling(rows) {
  const width = rows[0].length;
  const [mean, deviation] = [new Float64Array(width), new Float64Array(width)];
  for (const row of rows) row.forEach((value, index) => (mean[index] += value / rows.length));
  for (const row of rows)
    row.forEach((value, index) => (deviation[index] += (value - mean[index]) ** 2 / rows.length));
  return (row) =>
    row.map((value, index) =>
      deviation[index] > 1e-12 ? (value - mean[index]) / Math.sqrt(deviation[index]) : 0,
    );
}

/** Logistic regression by stochastic descent whose steps shrink per feature (Adagrad). @returns scores of a row */
function learn(rows, labels, random) {
  const width = rows[0].length;
  const [weights, past] = [new Float64Array(width + 1), new Float64Array(width + 1).fill(1e-8)];
  const score = (row) => row.reduce((sum, value, index) => sum + value * weights[index], weights[width]);
  for (let step = 0; step < EPOCHS * rows.length; step += 1) {
    const drawn = Math.floor(random() * rows.length);
    const row = rows[drawn];
    const error = 1 / (1 + Math.exp(-score(row))) - labels[drawn];
    for (let index = 0; index <= width; index += 1) {
      const slope = error * (index < width ? row[index] : 1) + SHRINK * weights[index];
      past[index] += slope ** 2;
      weights[index] -= (0.1 * slope) / Math.sqrt(past[index]);
    }
  }
  return score;
}

/**
 * Area under the curve as Mann and Whitney count it: how often a pair of one author scores above a pair of two, ties counted
 * half. With ranks from 1, ties sharing theirs: (sum of the ranks of the n true pairs - n (n + 1) / 2) / (n m), m being the false ones.
 */
export function areaUnderCurve(scores, labels) {
  const order = scores
    .map((score, index) => ({ score, label: labels[index] }))
    .sort((a, b) => a.score - b.score);
  let [sum, trues] = [0, 0];
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to < order.length && order[to].score === order[from].score) to += 1;
    const rank = (from + 1 + to) / 2;
    for (; from < to; from += 1)
      if (order[from].label === 1) {
        sum += rank;
        trues += 1;
      }
  }
  return (sum - (trues * (trues + 1)) / 2) / (trues * (order.length - trues));
}

/**
 * Learns from pairs of which it is known whether they belong together, and judges others.
 * @param {{ one: any, other: any, label: 0 | 1 }[]} lessons
 * @param {{ one: any, other: any, label: 0 | 1 }[]} tests
 * @param {(one: any, other: any) => number[]} features of a pair
 * @returns {number} area under the curve over the tests
 */
export function judge(lessons, tests, features, random) {
  const rows = (pairs) => pairs.map(({ one, other }) => features(one, other));
  const labels = (pairs) => pairs.map(({ label }) => label);
  const learned = rows(lessons);
  const scale = scaling(learned);
  const score = learn(learned.map(scale), labels(lessons), random);
  return areaUnderCurve(
    rows(tests).map((row) => score(scale(row))),
    labels(tests),
  );
}
