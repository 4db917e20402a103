import { days, ratio, week } from '../lib/format.js';
import { sums } from './groups.js';

/** The columns of a mart that count: all but its key. */
export const countsOf = (mart) => mart.columns.map((column) => column.name).filter((name) => !mart.key.includes(name));

/** The counts and ratios of a mart, added up for each day or week of a range; those without rows count nothing. */
export function course(mart, rows, from, to) {
  const dates = days(from, to);
  const periods = mart.period.weekly ? [...new Set(dates.map(week))] : dates;
  const names = countsOf(mart);
  const nothing = Object.fromEntries(names.map((name) => [name, 0]));
  const found = new Map(sums(rows, (row) => row[mart.period.name], names).map((sum) => [sum.key, sum]));
  return periods.map((period) => {
    const counts = { ...nothing, ...found.get(period) };
    return { ...counts, period, ...ratios(mart, counts) };
  });
}

function ratios(mart, counts) {
  const added = (names) => names.reduce((total, name) => total + counts[name], 0);
  return Object.fromEntries(
    mart.ratios.map((each) => [each.name, ratio(added(each.numerator), added(each.denominator))]),
  );
}
