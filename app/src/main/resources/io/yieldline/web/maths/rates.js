import { BLANK, NOTHING, rest } from '../lib/format.js';
import { rising, sums } from './groups.js';
import { wilson } from './statistics.js';

// Failure rates of test fixtures or stations, compared with the rate of all.

/** Failed of the judged records of a row, or of none: what its yield leaves. */
export const failureRate = (row) => (row ? rest(row.yield) : NOTHING);

/**
 * Each value of a column with its failure rate, Wilson's 95 % interval, the rate before, and whether the whole interval
 * is above or below the rate of all. listed: the highest rate first; hidden: how many have fewer than the least number
 * of tests.
 */
export function comparedRates(by, now, earlier, least) {
  const before = new Map(earlier.map((row) => [row[by], failureRate(row)]));
  const [total] = sums(now, () => 'all', ['total', 'passed', 'failed'], ['yield']);
  const whole = failureRate(total);
  const listed = now
    .filter((row) => row.total >= least)
    .map((row) => ({
      name: row[by] ?? BLANK,
      value: row[by],
      total: row.total,
      passed: row.passed,
      failed: row.failed,
      before: before.get(row[by]) ?? NOTHING,
      ...compared(failureRate(row), whole.value),
    }))
    .sort(
      rising(
        (row) => -(row.rate.value ?? -1),
        (row) => -row.total,
        (row) => row.name,
      ),
    );
  return { listed, hidden: now.length - listed.length, whole, total };
}

function compared(rate, whole) {
  const [from, to] = wilson(rate.numerator, rate.denominator) ?? [null, null];
  return { rate, least: from, most: to, verdict: verdict(from, to, whole) };
}

/** Whether an interval is wholly above or below a rate; an empty text where it holds the rate or there is none. */
function verdict(from, to, whole) {
  if (from === null || whole === null) return '';
  if (from > whole) return 'above';
  return to < whole ? 'below' : '';
}
