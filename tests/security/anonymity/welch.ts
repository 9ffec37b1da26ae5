/** Share of the slowest samples that are left out: what else the machine did meanwhile says nothing of the two sides. */
const SLOWEST = 0.05;

/**
 * Welch's t of two samples whose variances may differ, without the slowest of both together.
 * @see B. L. Welch, "The generalization of 'Student's' problem when several different population variances are involved",
 *      Biometrika 34 (1947)
 * @returns by how many standard errors the mean of the first lies above that of the second
 */
export function welch(one: readonly number[], other: readonly number[]): number {
  const sorted = [...one, ...other].sort((a, b) => a - b);
  const limit = sorted[Math.floor((sorted.length - 1) * (1 - SLOWEST))]!;
  const [a, b] = [one, other].map((values) => moments(values.filter((value) => value <= limit)));
  return (a!.mean - b!.mean) / Math.sqrt(a!.variance / a!.count + b!.variance / b!.count);
}

function moments(values: readonly number[]): { count: number; mean: number; variance: number } {
  const count = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (count - 1);
  return { count, mean, variance };
}
