import { ratio } from '../lib/format.js';
import { beyondExpected, comparedRates, failureRate } from '../maths/rates.js';
import { close, equal } from './check.js';

const row = (fixture, passed, failed, unjudged = 0) => ({
  fixture,
  passed,
  failed,
  total: passed + failed + unjudged,
  yield: ratio(passed, passed + failed),
});
// 0 of 20 and 15 of 148 have published intervals (Newcombe 1998): 0 to 0.1611 and 0.0624 to 0.1605.
const NOW = [row('F1', 133, 15), row('F2', 20, 0), row(null, 10, 90), row('F3', 0, 0, 30)];

export default {
  'a failure rate is failed of judged; nothing of nothing is n/a': () => {
    equal(failureRate(row('F1', 133, 15)).value, 15 / 148);
    equal(failureRate(row('F3', 0, 0, 30)).value, null);
    equal(failureRate(undefined).value, null);
  },
  'the highest rate comes first, those without a rate last': () => {
    const { listed, hidden, whole } = comparedRates('fixture', NOW, [], 0);
    equal(
      listed.map((each) => each.name),
      ['(blank)', 'F1', 'F2', 'F3'],
    );
    equal([hidden, whole.numerator, whole.denominator], [0, 105, 268]);
  },
  'a rate has the interval of Wilson': () => {
    const { listed } = comparedRates('fixture', NOW, [], 0);
    close([listed[1].least, listed[1].most, listed[2].least, listed[2].most], [0.0624, 0.1605, 0, 0.1611], 4);
    equal([listed[3].least, listed[3].most], [null, null]);
  },
  'judged fixtures are listed by the failed units beyond expectation': () => {
    const found = beyondExpected(
      [
        { fixture: 'F1', beyond_expected: -1, p_value: 0.8, suspect: false },
        { fixture: 'F2', beyond_expected: 9, p_value: null, suspect: false },
        { fixture: '', beyond_expected: 4.5, p_value: 0.001, suspect: true },
      ],
      [{ fixture: '', verdict: 'board', passed_other_fixture: 1, retested_other_fixture: 8 }],
    );
    equal(
      found.map((each) => [each.name, each.verdict, each.elsewhere]),
      [
        ['(blank)', 'board', '1 of 8'],
        ['F1', '', ''],
      ],
    );
  },
  'what has few tests is hidden, but counts in the rate of all': () => {
    const { listed, hidden, whole } = comparedRates('fixture', NOW, [row('F1', 1, 1)], 100);
    equal(
      listed.map((each) => [each.name, each.before.value]),
      [
        ['(blank)', null],
        ['F1', 0.5],
      ],
    );
    equal([hidden, whole.denominator], [2, 268]);
  },
  'without tests there is nothing to compare': () => {
    const { listed, hidden, whole, total } = comparedRates('fixture', [], [], 10);
    equal([listed, hidden, whole.value, total === undefined], [[], 0, null, true]);
  },
};
