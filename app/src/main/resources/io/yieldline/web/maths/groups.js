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

/** Whether two names are the same but for upper and lower case, as station names are compared. */
export const same = (one, other) => String(one).toLowerCase() === String(other).toLowerCase();

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
