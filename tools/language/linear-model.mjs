/** Size of a step, shrinking for a weight as it is corrected (AdaGrad). */
const STEP = 0.3;
/** Pulls weights that nothing needs towards nothing. */
const PULL = 2e-5;
/** How much a mistake counts in German, English and another language, which is rare here. */
const STAKES = [1.2, 1.1, 0.8];

/** Multinomial logistic regression over groups of letters that are present or not. */
export class LinearModel {
  constructor(groups) {
    this.weights = new Map(groups.map((group) => [group, [0, 0, 0]]));
    this.corrected = new Map(groups.map((group) => [group, [1e-6, 1e-6, 1e-6]]));
  }

  /** Goes through the lesson in an order that mixes the languages and is the same each time. */
  learn(lesson, rounds) {
    const rows = lesson.map(({ groups, answer }) => ({
      groups: groups.filter((group) => this.weights.has(group)),
      answer,
    }));
    for (let round = 0; round < rounds; round += 1)
      for (let turn = 0; turn < rows.length; turn += 1)
        this.correct(rows[(turn * 7_919 + round * 31) % rows.length]);
    return this;
  }

  correct({ groups, answer }) {
    const scale = 1 / Math.sqrt(groups.length + 1);
    const sums = [0, 0, 0];
    for (const group of groups)
      this.weights.get(group).forEach((weight, language) => (sums[language] += weight * scale));
    const highest = Math.max(...sums);
    const odds = sums.map((sum) => Math.exp(sum - highest));
    const all = odds.reduce((sum, odd) => sum + odd, 0);
    const errors = odds.map((odd, language) => (odd / all - Number(language === answer)) * STAKES[answer]);
    for (const group of groups) {
      const [weights, corrected] = [this.weights.get(group), this.corrected.get(group)];
      errors.forEach((error, language) => {
        const slope = error * scale + PULL * weights[language];
        corrected[language] += slope * slope;
        weights[language] -= (STEP * slope) / Math.sqrt(corrected[language]);
      });
    }
  }

  /** The groups that sway the answer most, over all texts they stand in. */
  weightiest(amount, lesson) {
    const seen = new Map();
    for (const { groups } of lesson) for (const group of groups) seen.set(group, (seen.get(group) ?? 0) + 1);
    const sway = ([group, weights]) => {
      const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
      return Math.max(...weights.map((weight) => Math.abs(weight - mean))) * Math.sqrt(seen.get(group));
    };
    return [...this.weights]
      .map((entry) => ({ group: entry[0], sway: sway(entry) }))
      .sort((a, b) => b.sway - a.sway)
      .slice(0, amount)
      .map(({ group }) => group);
  }

  /** @returns {Map<string, number[]>} weights relative to one language, which then needs none, as whole numbers */
  against(reference, precision) {
    const relative = (weights) =>
      weights
        .filter((_, language) => language !== reference)
        .map((weight) => Math.round((weight - weights[reference]) * precision));
    return new Map(
      [...this.weights]
        .map(([group, weights]) => [group, relative(weights)])
        .filter(([, weights]) => weights.some((weight) => weight !== 0)),
    );
  }
}
