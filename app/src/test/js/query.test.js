import { moving, parametersOf, picture } from '../maths/query.js';
import { equal } from './check.js';

const column = (name, type) => ({ name, type });

export default {
  'parameters are found outside of quotes and comments, lists behind in': () =>
    equal(
      parametersOf(
        'select {b}, \'{c}\', "{d}", $${e}$$ -- {f}\n, /* {g} */ {a}, {b}, {I} where x IN {serials} and y in ({z})',
      ),
      [
        { name: 'b', list: false },
        { name: 'a', list: false },
        { name: 'serials', list: true },
        { name: 'z', list: false },
      ],
    ),
  'a past day moves along with today, anything else stays': () =>
    equal(
      ['from=2025-05-25', 'to=2025-06-01', 'to=2025-06-02', 'n=7', 'on=soon 2025-05-25', 'day=2025-02-30x'].map(
        (each) => moving(each, '2025-06-01'),
      ),
      ['from=today-7', 'to=today', 'to=2025-06-02', 'n=7', 'on=soon 2025-05-25', 'day=2025-02-30x'],
    ),
  'numbers by day are lines': () =>
    equal(
      picture({
        columns: [column('day', 'DATE'), column('passed', 'HUGEINT'), column('share', 'DOUBLE')],
        rows: [
          { day: '2025-05-01', passed: 3, share: 0.5 },
          { day: '2025-05-02', passed: null, share: 0.75 },
        ],
      }),
      {
        x: 'day',
        days: true,
        points: ['2025-05-01', '2025-05-02'],
        series: [
          { name: 'passed', values: [3, null] },
          { name: 'share', values: [0.5, 0.75] },
        ],
      },
    ),
  'a second text makes a series of each of its values': () =>
    equal(
      picture({
        columns: [column('day', 'DATE'), column('station', 'VARCHAR'), column('n', 'BIGINT')],
        rows: [
          { day: 'a', station: 'FI', n: 1 },
          { day: 'a', station: null, n: 2 },
          { day: 'b', station: 'FI', n: 3 },
        ],
      }).series,
      [
        { name: 'FI', values: [1, 3] },
        { name: '(blank)', values: [2, null] },
      ],
    ),
  'a list without numbers, one row, or a key that comes twice is a table': () => {
    const n = column('n', 'BIGINT');
    equal(picture({ columns: [column('a', 'VARCHAR')], rows: [{ a: 1 }, { a: 2 }] }), null);
    equal(picture({ columns: [column('a', 'VARCHAR'), n], rows: [{ a: 1, n: 1 }] }), null);
    equal(
      picture({
        columns: [column('a', 'VARCHAR'), n],
        rows: [
          { a: 1, n: 1 },
          { a: 1, n: 2 },
        ],
      }),
      null,
    );
  },
};
