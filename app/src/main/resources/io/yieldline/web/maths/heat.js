import { sums } from './groups.js';
import { targetOf } from './targets.js';
import { NOTHING, monday } from '../lib/format.js';

// The cells of the heat map of yields: a station in a day or week, and what its colour is judged by.

/** Fewer judged records than these tell too little to be coloured. */
export const FEW = 30;

const NUMBERS = ['total', 'passed', 'failed', 'unjudged'];

/**
 * The yields of stations by day or week, all models together. beyond: points by which the yield of the models that have
 * a target there is above it (negative: below), the targets weighted by judged records; null without any.
 */
export function stationCells(rows, weekly, targets) {
  const period = weekly ? 'week' : 'day';
  const keyOf = (row) => `${row[period]}|${row.station ?? ''}`;
  const aimed = new Map(
    sums(
      rows.map((row) => ({ ...row, ...aimOf(row, weekly, targets) })),
      keyOf,
      ['wanted', 'of', 'reached'],
    ).map((each) => [each.key, each]),
  );
  return sums(rows, keyOf, NUMBERS, ['yield']).map(({ key, ...sum }) => {
    const { wanted, of, reached } = aimed.get(key);
    return {
      when: key.slice(0, key.indexOf('|')),
      station: key.slice(key.indexOf('|') + 1),
      ...sum,
      beyond: of ? (reached - wanted) / of : null,
    };
  });
}

/** The judged records of a row with a target: how many, how many passed, and how many should have. */
function aimOf(row, weekly, targets) {
  const { numerator, denominator } = row.yield ?? NOTHING;
  const target = targetOf(targets, 'yield', {
    model: row.model,
    station: row.station,
    day: weekly ? monday(row.week) : row.day,
  });
  return target === null
    ? { wanted: 0, of: 0, reached: 0 }
    : { wanted: (denominator * target) / 100, of: denominator, reached: numerator };
}

/** The judged units of each cell as /suspects/periods has them, by the place of the cell. */
export const judgedCells = (found) => new Map(found.map((row) => [`${row.period}|${row.station}`, row]));

/** The stations with judged records, the lowest yield first; those without a loss last. */
export const lowestFirst = (rows) =>
  sums(rows, (row) => row.station ?? '', [], ['yield'])
    .map(({ key, ...sum }) => ({ station: key, yield: sum.yield }))
    .filter((row) => row.yield.denominator > 0)
    .sort((one, other) => one.yield.value - other.yield.value || other.yield.denominator - one.yield.denominator);
