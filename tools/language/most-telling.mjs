/** Seen less often, a group of letters is an accident. */
const SEEN_OFTEN = 25;

/** Bits that are missing to know the answer, where each was seen so many times. */
function doubt(counts) {
  const all = counts.reduce((sum, count) => sum + count, 0);
  return counts.reduce(
    (bits, count) => (count > 0 ? bits - (count / all) * Math.log2(count / all) : bits),
    0,
  );
}

/**
 * The groups of letters whose presence tells most about the language (information gain).
 * @param {{ groups: string[], answer: number }[]} lesson answers are 0, 1 or 2
 * @param {number} amount
 */
export function mostTelling(lesson, amount) {
  const answers = [0, 0, 0];
  const present = new Map();
  for (const { groups, answer } of lesson) {
    answers[answer] += 1;
    for (const group of groups) {
      if (!present.has(group)) present.set(group, [0, 0, 0]);
      present.get(group)[answer] += 1;
    }
  }
  const gain = (counts) => {
    const seen = counts.reduce((sum, count) => sum + count, 0);
    const absent = answers.map((all, answer) => all - counts[answer]);
    return -(seen * doubt(counts) + (lesson.length - seen) * doubt(absent));
  };
  return [...present]
    .filter(([, counts]) => counts.reduce((sum, count) => sum + count, 0) >= SEEN_OFTEN)
    .map(([group, counts]) => ({ group, gain: gain(counts) }))
    .sort((a, b) => b.gain - a.gain)
    .slice(0, amount)
    .map(({ group }) => group);
}
