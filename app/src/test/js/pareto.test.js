import { cellOf, failuresByDay, pareto, vitalFew, withCodes } from '../maths/pareto.js';
import { equal } from './check.js';

const row = (day, code, failures) => ({ day, code, failures });
const ROWS = [
  row('2025-05-18', 'EC2', 9),
  row('2025-05-19', 'EC1', 4),
  row('2025-05-21', 'EC1', 30),
  row('2025-05-21', 'EC3', 10),
  row('2025-05-22', 'EC2', 10),
  row('2025-05-22', null, 50),
];
const [FROM, TO] = ['2025-05-21', '2025-05-22'];

export default {
  'a failure without a code goes by its station, and leads back to it': () => {
    const [named, coded] = withCodes([
      { code: null, station: 'FI', failures: 2 },
      { code: 'EC1', station: 'BAT', failures: 1 },
    ]);
    equal([named.code, coded.code], ['FI (no code)', 'EC1']);
    equal(cellOf('code', named.code), { code: '', station: 'FI' });
    equal(cellOf('code', 'EC1'), { code: 'EC1' });
    equal(cellOf('fixture', null), { fixture: null });
  },

  'the most frequent comes first, ties by name, with shares that add up': () => {
    const table = pareto(ROWS, 'code', FROM, TO);
    equal(
      table.map((each) => each.value),
      [null, 'EC1', 'EC2', 'EC3'],
    );
    equal(
      table.map((each) => each.share.value),
      [0.5, 0.3, 0.1, 0.1],
    );
    equal(
      table.map((each) => each.cumulative.value),
      [0.5, 0.8, 0.9, 1],
    );
  },
  'what was before counts as many days as the range has, and says what is new': () => {
    const [blank, one, two] = pareto(ROWS, 'code', FROM, TO);
    equal([blank.before, blank.first, blank.fresh, blank.last], [0, '2025-05-22', true, '2025-05-22']);
    equal([one.before, one.first, one.fresh, one.last], [4, '2025-05-19', false, '2025-05-21']);
    equal([two.before, two.first, two.fresh, two.last], [0, '2025-05-18', false, '2025-05-22']);
  },
  'without failures there is nothing, and a share of nothing is n/a': () => {
    equal(pareto([], 'code', FROM, TO), []);
    const [only] = pareto([row(FROM, 'EC1', 0)], 'code', FROM, TO);
    equal([only.share.value, only.cumulative.value], [null, null]);
  },
  'one value is all of it': () => {
    const [only, ...others] = pareto([row(FROM, 'EC1', 7)], 'code', FROM, TO);
    equal([only.failures, only.share.value, only.cumulative.value, others.length], [7, 1, 1, 0]);
  },
  'the vital few make 80 %': () => {
    equal(vitalFew(pareto(ROWS, 'code', FROM, TO)), 2);
    equal(vitalFew([]), null);
  },
  'days without failures are days with 0': () => {
    equal(failuresByDay(ROWS, 'code', ['EC1', null], '2025-05-20', TO), [
      { day: '2025-05-20', total: 0, s0: 0, s1: 0 },
      { day: '2025-05-21', total: 40, s0: 30, s1: 0 },
      { day: '2025-05-22', total: 60, s0: 0, s1: 50 },
    ]);
  },
};
