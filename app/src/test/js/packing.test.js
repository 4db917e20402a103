import { byDay, byWeek, matrix } from '../maths/packing.js';
import { close, equal } from './check.js';

const row = (day, model, part_number, packed) => ({ day, model, part_number, packed });
const PACKING = [
  row('2025-05-19', 'M1', 'P2', 5),
  row('2025-05-19', 'M1', 'P1', 3),
  row('2025-05-20', 'M1', 'P1', 4),
  row('2025-05-20', 'M2', 'P9', 1),
];
const WEEKS = ['2025-W18', '2025-W19', '2025-W20', '2025-W21'];

export default {
  'a day without output is a day with 0': () =>
    equal(byDay(PACKING, ['M1', 'M2'], ['2025-05-19', '2025-05-20', '2025-05-21']), [
      { day: '2025-05-19', M1: 8, M2: 0, total: 8 },
      { day: '2025-05-20', M1: 4, M2: 1, total: 5 },
      { day: '2025-05-21', M1: 0, M2: 0, total: 0 },
    ]),
  'the mean is of weeks with output, the trend from the first of them': () => {
    // 10, 0, 40 from the second week: slope 15, from 5/3.
    const found = byWeek([row('2025-05-05', 'M1', 'P1', 10), row('2025-05-19', 'M1', 'P1', 40)], ['M1'], WEEKS);
    equal(
      found.rows.map((each) => each.total),
      [0, 10, 0, 40],
    );
    equal([found.filled, found.mean], [2, 25]);
    close(found.slope, 15, 9);
    equal(found.rows[0].trend, null);
    close(
      found.rows.slice(1).map((each) => each.trend),
      [5 / 3, 50 / 3, 95 / 3],
      9,
    );
  },
  'without output, or with one week of it, there is no trend': () => {
    const none = byWeek([], ['M1'], WEEKS);
    equal([none.filled, none.mean, none.slope, none.rows[3].mean, none.rows[3].trend], [0, null, null, null, null]);
    const one = byWeek([row('2025-05-19', 'M1', 'P1', 40)], ['M1'], WEEKS);
    equal([one.filled, one.mean, one.slope, one.rows[3].trend], [1, 40, null, null]);
  },
  'a week that is not over has no say in mean and trend, and has neither': () => {
    const packing = [
      row('2025-05-05', 'M1', 'P1', 10),
      row('2025-05-12', 'M1', 'P1', 20),
      row('2025-05-19', 'M1', 'P1', 3),
    ];
    const found = byWeek(packing, ['M1'], WEEKS, '2025-W21');
    equal([found.filled, found.mean, found.slope], [2, 15, 10]);
    equal(
      found.rows.map((each) => [each.total, each.mean, each.trend]),
      [
        [0, 15, null],
        [10, 15, 10],
        [20, 15, 20],
        [3, null, null],
      ],
    );
  },
  'a falling trend may reach 0, which is a number': () => {
    const found = byWeek([row('2025-05-12', 'M1', 'P1', 10)], ['M1'], WEEKS);
    equal(
      found.rows.map((each) => each.trend),
      [null, null, 10, 0],
    );
  },
  'the matrix has parts by name, totals, sort tests, and the total of all': () => {
    const sort = [
      { day: '2025-05-19', sort_code: 'S1', total: 7 },
      { day: '2025-05-20', sort_code: 'S0', total: 9 },
    ];
    const found = matrix(PACKING, sort, ['M1', 'M2', 'M3'], { M1: 'S1', M3: 'S3' });
    equal(
      found.map((each) => [each.kind, each.name, each.first, each['2025-05-19'], each['2025-05-20'], each.total]),
      [
        ['part', 'M1/P1', true, 3, 4, 7],
        ['part', 'M1/P2', false, 5, null, 5],
        ['sum', 'M1/total', false, 8, 4, 12],
        ['sort', 'M1/sort', false, 7, null, 7],
        ['part', 'M2/P9', true, null, 1, 1],
        ['sum', 'M2/total', false, null, 1, 1],
        ['sum', 'all', true, 8, 5, 13],
      ],
    );
    equal(found[0].keys, { model: 'M1', part_number: 'P1' });
  },
  'what has no part number counts in the total of its model': () =>
    equal(
      matrix([row('2025-05-19', 'M1', null, 2)], [], ['M1'], {}).map((each) => [each.name, each.first, each.total]),
      [
        ['M1/total', true, 2],
        ['all', true, 2],
      ],
    ),
  'a model with sort tests only has a total of 0': () => {
    const sort = [{ day: '2025-05-19', sort_code: 'S3', total: 2 }];
    equal(
      matrix([], sort, ['M3'], { M3: 'S3' }).map((each) => [each.name, each.first, each.total]),
      [
        ['M3/total', true, 0],
        ['M3/sort', false, 2],
        ['all', true, 0],
      ],
    );
  },
};
