import { ratio } from '../lib/format.js';
import { distinct, rising, same, span, sums } from '../maths/groups.js';
import { equal } from './check.js';

const ROWS = [
  { station: 'B', passed: 1, failed: null },
  { station: 'a', passed: 2, failed: 3 },
  { station: 'B', passed: 4 },
  { station: null, passed: 5, failed: 1 },
  { station: '', passed: 6, failed: 0 },
];

export default {
  'sums keep the order of the keys, and take blanks for nothing': () => {
    equal(
      sums([], (row) => row.station, ['passed']),
      [],
    );
    equal(
      sums(ROWS, (row) => row.station, ['passed', 'failed']),
      [
        { key: 'B', passed: 5, failed: 0 },
        { key: 'a', passed: 2, failed: 3 },
        { key: null, passed: 5, failed: 1 },
        { key: '', passed: 6, failed: 0 },
      ],
    );
  },
  'ratios add up by both counts; nothing of nothing is n/a': () => {
    const rows = [
      { model: 'A', yield: ratio(1, 2) },
      { model: 'A', yield: ratio(8, 8) },
      { model: 'B', yield: ratio(0, 0) },
    ];
    equal(
      sums(rows, (row) => row.model, [], ['yield']),
      [
        { key: 'A', yield: { numerator: 9, denominator: 10, value: 0.9 } },
        { key: 'B', yield: { numerator: 0, denominator: 0, value: null } },
      ],
    );
  },
  'different values are in byte order, blanks left out': () => {
    equal(distinct(ROWS, 'station'), ['B', 'a']);
    equal(distinct([], 'station'), []);
  },
  'names are the same in upper and lower case': () => {
    equal(same('Fct', 'FCT'), true);
    equal(same('FCT', 'FCT2'), false);
  },
  'an order goes by one value after the other': () => {
    const rows = [
      { n: 10, name: 'b' },
      { n: 9, name: 'c' },
      { n: 10, name: 'a' },
    ];
    const names = (order) =>
      [...rows]
        .sort(order)
        .map((row) => row.name)
        .join('');
    equal(
      names(
        rising(
          (row) => row.n,
          (row) => row.name,
        ),
      ),
      'cab',
    );
    equal(
      names(
        rising(
          (row) => -row.n,
          (row) => row.name,
        ),
      ),
      'abc',
    );
    equal(rising((row) => row.n)(rows[0], rows[2]), 0);
  },
  'a span has every whole number between the ends': () => {
    equal(span([]), []);
    equal(span([7]), [7]);
    equal(span([9, 6, 9]), [6, 7, 8, 9]);
  },
};
