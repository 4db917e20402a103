// Sums and statistics of lists of numbers. What has no answer is null, which is written n/a: never 0, and never NaN.

const present = (value) => value !== null && value !== undefined;

/** All numbers added up; blanks add nothing. */
export const sum = (values) => values.reduce((all, each) => all + (each ?? 0), 0);

/** The arithmetic mean of the numbers that are there; null without any. */
export function mean(values) {
  const known = values.filter(present);
  return known.length ? sum(known) / known.length : null;
}

/** The smallest of the numbers that at least this share of them does not exceed (nearest rank); null without any. */
export function quantile(values, share) {
  const sorted = values.filter(present).sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}

/** The middle of the numbers that are there, of an even number the mean of both; null without any. */
export function median(values) {
  const sorted = values.filter(present).sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : mean(sorted.slice(Math.max(0, middle - 1), middle + 1));
}

/** The least-squares line through values at equal distances, its height at each of them; null for fewer than two. */
export function trend(values) {
  const n = values.length;
  if (n < 2) return null;
  const middle = (n - 1) / 2;
  const height = sum(values) / n;
  const slope = sum(values.map((y, x) => (x - middle) * (y - height))) / sum(values.map((_, x) => (x - middle) ** 2));
  return values.map((_, x) => height + slope * (x - middle));
}

/** The 97.5 % point of the standard normal distribution: two sides of it leave 95 %. */
const Z = 1.959964;

/**
 * Wilson's 95 % interval of a share, [from, to]; it holds for few trials and for no failures too. Null without trials.
 */
export function wilson(failed, trials) {
  if (trials === 0) return null;
  const share = failed / trials;
  const square = Z * Z;
  const middle = (share + square / (2 * trials)) / (1 + square / trials);
  const half = (Z / (1 + square / trials)) * Math.sqrt((share * (1 - share)) / trials + square / (4 * trials * trials));
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}
