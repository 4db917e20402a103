import { plus } from '../lib/format.js';
import { rising, sums } from './groups.js';

// What the page Today works out of rows of unit_first_pass_daily: units by their first run at a station.

/** How many days before a day say what is expected of it. */
export const BEFORE = 28;

const keyOf = (row) => `${row.model ?? ''}|${row.station ?? ''}`;
const counted = (rows) => new Map(sums(rows, keyOf, ['units', 'passed_first']).map((each) => [each.key, each]));
const failed = (units) => units.units - units.passed_first;

/**
 * Where a day lost units: for each model and station the failed units, and those expected from the rate of the days
 * before; only where more failed than expected, the furthest beyond first. expected is null without earlier units.
 */
export function losses(rows, day) {
  const before = counted(rows.filter((row) => row.day < day && row.day >= plus(day, -BEFORE)));
  return [...counted(rows.filter((row) => row.day === day)).values()]
    .map((now) => {
      const [model, station] = now.key.split('|');
      const earlier = before.get(now.key);
      const expected = earlier ? (now.units * failed(earlier)) / earlier.units : null;
      return { model, station, units: now.units, failed: failed(now), expected, beyond: failed(now) - (expected ?? 0) };
    })
    .filter((row) => row.beyond > 0)
    .sort(
      rising(
        (row) => -row.beyond,
        (row) => row.model,
        (row) => row.station,
      ),
    );
}

/** The rolled yield of the units of a model: the product of its first-pass yields; null without units. */
export function rolledOfUnits(rows) {
  const stations = sums(rows, (row) => row.station, ['units', 'passed_first']).filter((each) => each.units > 0);
  return stations.length ? stations.reduce((all, each) => all * (each.passed_first / each.units), 1) : null;
}

/** Whether a mart has not been brought up to date for a day; stale: what /status lists. */
export function isBehind(stale, mart, day) {
  const found = stale.find((each) => each.mart === mart);
  return Boolean(found) && (found.oldest === null || found.oldest <= day);
}

/** Seconds from one plant time to another. */
export const seconds = (from, to) => (Date.parse(`${to}Z`) - Date.parse(`${from}Z`)) / 1000;
