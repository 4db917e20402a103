import { countsOf, course } from '../maths/mart.js';
import { equal } from './check.js';

const COLUMNS = [{ name: 'day' }, { name: 'station' }, { name: 'total' }, { name: 'passed' }];
const DAILY = {
  key: ['day', 'station'],
  columns: COLUMNS,
  period: { name: 'day', weekly: false },
  ratios: [{ name: 'yield', numerator: ['passed'], denominator: ['total'] }],
};

export default {
  'all columns but the key count': () => {
    equal(countsOf(DAILY), ['total', 'passed']);
  },
  'each day of the range has its sums and ratios, and a day without rows counts nothing': () => {
    const rows = [
      { day: '2025-04-15', station: 'A', total: 3, passed: 2 },
      { day: '2025-04-15', station: null, total: 1, passed: 1 },
    ];
    equal(course(DAILY, rows, '2025-04-15', '2025-04-16'), [
      {
        total: 4,
        passed: 3,
        key: '2025-04-15',
        period: '2025-04-15',
        yield: { numerator: 3, denominator: 4, value: 0.75 },
      },
      { total: 0, passed: 0, period: '2025-04-16', yield: { numerator: 0, denominator: 0, value: null } },
    ]);
  },
  'a mart by week has a row for each ISO week that the days touch': () => {
    const weekly = { ...DAILY, key: ['week'], period: { name: 'week', weekly: true }, ratios: [] };
    const rows = [{ week: '2025-W16', station: 'A', total: 5, passed: 5 }];
    equal(
      course(weekly, rows, '2025-04-20', '2025-04-21').map((row) => [row.period, row.total]),
      [
        ['2025-W16', 5],
        ['2025-W17', 0],
      ],
    );
  },
};
