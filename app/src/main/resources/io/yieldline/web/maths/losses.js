import { ratio } from '../lib/format.js';
import { rising, same } from './groups.js';

// Where a rolled yield is lost: the product of station yields, taken apart.

/** The stations that a rolled yield multiplies, in the order of the formula, or else the lowest yield first. */
export function factors(rows, formula) {
  const place = (row) => formula.findIndex((station) => same(station, row.station));
  return rows
    .map(({ station, spelled, passed, judged }) => ({
      station,
      spelled,
      passed,
      failed: judged - passed,
      yield: ratio(passed, judged),
    }))
    .sort(rising((row) => (formula ? place(row) : row.yield.value)));
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
