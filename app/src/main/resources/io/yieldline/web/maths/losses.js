import { ratio } from '../lib/format.js';
import { rising, same, sums } from './groups.js';

// Where a rolled yield is lost: the product of station yields, taken apart.

/**
 * The stations of a rolled yield with their yields: those of a formula in its order, also when they have no records;
 * without a formula all with judged records, the lowest yield first, but those that match an excluded pattern.
 */
export function factors(rows, yieldOf, formula, excluded) {
  const all = sums(rows, (row) => (row.station ?? '').toUpperCase(), ['passed', 'failed']).map(({ key, ...sum }) => ({
    station: key,
    ...sum,
    yield: yieldOf(sum),
  }));
  if (formula) {
    const none = { passed: 0, failed: 0, yield: ratio(0, 0) };
    return formula.map((station) => all.find((row) => same(row.station, station)) ?? { station, ...none });
  }
  return all
    .filter((row) => row.yield.denominator > 0 && !excluded.some((pattern) => matches(pattern, row.station)))
    .sort(rising((row) => row.yield.value));
}

/** The product before and after each factor, from 1; one without a yield changes nothing. */
export function cascade(rows) {
  let product = 1;
  return rows.map((row) => {
    const before = product;
    product *= row.yield.value ?? 1;
    return { ...row, before, after: product };
  });
}

/** Whether a name matches a pattern of the rules, in which * stands for any text. */
export function matches(pattern, name) {
  const parts = pattern.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 'i').test(name);
}
