import { isBehind, losses, rolledOfUnits, seconds } from '../maths/today.js';
import { close, equal } from './check.js';

const row = (day, station, units, passed) => ({ day, model: 'A', station, units, passed_first: passed });

export default {
  'a day lost units where more failed than the rate of the days before explains': () =>
    equal(
      losses(
        [
          row('2025-05-01', 'FI', 80, 76),
          row('2025-05-02', 'FI', 20, 19),
          row('2025-05-03', 'FI', 40, 36),
          row('2025-05-02', 'BAT', 10, 5),
          row('2025-05-03', 'BAT', 10, 6),
          row('2025-05-03', 'NEW', 5, 3),
          row('2025-04-01', 'NEW', 5, 5),
        ],
        '2025-05-03',
      ),
      [
        { model: 'A', station: 'FI', units: 40, failed: 4, expected: 2, beyond: 2 },
        { model: 'A', station: 'NEW', units: 5, failed: 2, expected: null, beyond: 2 },
      ],
    ),
  'the rolled yield of units is the product of their first-pass yields': () => {
    close(rolledOfUnits([row('d', 'FI', 10, 9), row('e', 'FI', 10, 9), row('d', 'BAT', 4, 2)]), 0.45, 12);
    equal(rolledOfUnits([row('d', 'FI', 0, 0)]), null);
  },
  'a mart is behind for the days from its oldest stale one': () => {
    const stale = [
      { mart: 'packing_daily', oldest: '2025-05-03' },
      { mart: 'first_pass', oldest: null },
    ];
    equal(
      ['2025-05-02', '2025-05-03', '2025-05-04'].map((day) => isBehind(stale, 'packing_daily', day)),
      [false, true, true],
    );
    equal([isBehind(stale, 'first_pass', '2025-05-02'), isBehind(stale, 'other', '2025-05-02')], [true, false]);
  },
  'plant times are told apart without the zone of the browser': () =>
    equal(seconds('2025-05-03T23:59:00', '2025-05-04T01:00:00'), 3660),
};
