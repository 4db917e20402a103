import { days, plus, ratio } from '../lib/format.js';
import { rising, sums } from './groups.js';
import { sum } from './statistics.js';

// A Pareto of failures: what fails most often first, and what share of all is reached with it.

/**
 * The values of a column by their failures in a range of days, with share and cumulative share of all, the failures of
 * as many days before, and when each was first and last seen. rows reach back further than the range; ties are ordered
 * by name.
 */
export function pareto(rows, by, from, to) {
  const before = plus(from, -days(from, to).length);
  const within = sums(
    rows.filter((row) => row.day >= from),
    (row) => row[by],
    ['failures'],
  ).sort(
    rising(
      (each) => -each.failures,
      (each) => String(each.key),
    ),
  );
  const total = sum(within.map((each) => each.failures));
  let running = 0;
  return within.map(({ key, failures }) => {
    const own = rows.filter((row) => row[by] === key);
    running += failures;
    return {
      value: key,
      failures,
      share: ratio(failures, total),
      cumulative: ratio(running, total),
      before: sum(own.filter((row) => row.day >= before && row.day < from).map((row) => row.failures)),
      ...seen(own, from),
    };
  });
}

function seen(rows, from) {
  const found = rows.map((row) => row.day).sort();
  return { first: found[0], fresh: found[0] >= from, last: found.at(-1) };
}

const NO_CODE = ' (no code)';

/** Rows of the mart of failures by code and station, in which a failure without a code goes by its station. */
export const withCodes = (rows) =>
  rows.map((row) => (row.code === null ? { ...row, code: `${row.station}${NO_CODE}` } : row));

/** The keys of the mart for a value of a column, as withCodes names them. */
export const cellOf = (by, value) =>
  by === 'code' && value?.endsWith(NO_CODE) ? { code: '', station: value.slice(0, -NO_CODE.length) } : { [by]: value };

/** How many of the first make 80 % of all; null where there are none. */
export function vitalFew(table) {
  const place = table.findIndex((row) => row.cumulative.value >= 0.8);
  return place < 0 ? null : place + 1;
}

/** The failures of each day of a range: of all, and of some values (s0, s1, ...). */
export const failuresByDay = (rows, by, values, from, to) =>
  days(from, to).map((day) => {
    const own = rows.filter((row) => row.day === day);
    const of = (list) => sum(list.map((row) => row.failures));
    const each = values.map((value, i) => [`s${i}`, of(own.filter((row) => row[by] === value))]);
    return { day, total: of(own), ...Object.fromEntries(each) };
  });
