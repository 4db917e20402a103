import { NOTHING, together } from '../lib/format.js';

// Rows of a mart grouped, ordered and compared.

/** Adds up numbers and ratios by a key, in the order in which the keys come; blanks add nothing. */
export function sums(rows, keyOf, names, ratios = []) {
  const none = [...names.map((name) => [name, 0]), ...ratios.map((name) => [name, NOTHING])];
  const found = new Map();
  for (const row of rows) {
    const key = keyOf(row);
    if (!found.has(key)) found.set(key, { key, ...Object.fromEntries(none) });
    const sum = found.get(key);
    names.forEach((name) => {
      sum[name] += row[name] ?? 0;
    });
    ratios.forEach((name) => {
      sum[name] = together(sum[name], row[name]);
    });
  }
  return [...found.values()];
}

/** The different values of a column, in byte order; blank ones left out. */
export const distinct = (rows, name) =>
  [...new Set(rows.map((row) => row[name]).filter((value) => value !== null && value !== ''))].sort();

/** How names compare: without case and blanks, as the rules meet records. */
export const nameKey = (name) => String(name).replaceAll(/\s/g, '').toUpperCase();

/** Whether two names are spellings of one. */
export const same = (one, other) => nameKey(one) === nameKey(other);

/** Whether a name is one of these, in which * stands for any text. */
export const listed = (name, patterns) => patterns.some((pattern) => like(pattern).test(nameKey(name)));

const like = (pattern) =>
  new RegExp(
    `^${nameKey(pattern)
      .split('*')
      .map((part) => part.replaceAll(/[\\^$.|?+()[\]{}]/g, '\\$&'))
      .join('.*')}$`,
  );

/**
 * The rows of stations that belong to a headline yield: all but repair, debug and scrap, which the complete rolled
 * yield excludes, too. An analyst sees these at the stations themselves.
 */
export const headline = (rows, plant) =>
  rows.filter((row) => !listed(row.station ?? '', plant.rules.complete_rolled_yield_excluded));

/** An order by one value after the other, each rising: numbers by size, texts in byte order. */
export const rising =
  (...values) =>
  (a, b) => {
    for (const value of values) {
      const [one, other] = [value(a), value(b)];
      if (one < other) return -1;
      if (one > other) return 1;
    }
    return 0;
  };

/** The whole numbers between the smallest and the largest of a list, both included; none without any. */
export function span(numbers) {
  if (numbers.length === 0) return [];
  const first = Math.min(...numbers);
  return Array.from({ length: Math.max(...numbers) - first + 1 }, (_, i) => first + i);
}
