import { BLANK, NOTHING, rest } from '../lib/format.js';
import { rising, sums } from './groups.js';
import { wilson } from './statistics.js';

// Failure rates of test fixtures or stations, and failed units against those expected.

/** Failed of the judged records of a row, or of none: what its yield leaves. */
export const failureRate = (row) => (row ? rest(row.yield) : NOTHING);

/**
 * Judged fixtures with what was expected of them, those with the most failed units beyond it first. Suspects have their
 * verdict, fixture or board, and what became of their failed units elsewhere.
 */
export const beyondExpected = (suspects, retests) =>
  suspects
    .filter((row) => row.p_value !== null)
    .map((row) => ({
      ...row,
      name: row.fixture || BLANK,
      ...(row.suspect ? judged(retests.find((each) => each.fixture === row.fixture)) : { verdict: '', elsewhere: '' }),
    }))
    .sort(
      rising(
        (row) => -row.beyond_expected,
        (row) => row.name,
      ),
    );

const judged = (retest) => ({
  verdict: retest?.verdict || 'undecided',
  elsewhere: retest ? `${retest.passed_other_fixture} of ${retest.retested_other_fixture}` : '',
});

/**
 * Each value of a column with its failure rate, Wilson's 95 % interval and the rate before. listed: the highest rate
 * first; hidden: how many have fewer than the least number of tests.
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
      ...withInterval(failureRate(row)),
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

function withInterval(rate) {
  const [least, most] = wilson(rate.numerator, rate.denominator) ?? [null, null];
  return { rate, least, most };
}
