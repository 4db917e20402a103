import { ratio } from '../lib/format.js';
import { judgedCells, lowestFirst, stationCells } from '../maths/heat.js';
import { close, equal } from './check.js';

const row = (day, station, model, passed, judged) => ({
  day,
  station,
  model,
  total: judged,
  passed,
  failed: judged - passed,
  unjudged: 0,
  yield: ratio(passed, judged),
});
const ROWS = [
  row('2025-05-21', 'FI', 'SXM4', 90, 100),
  row('2025-05-21', 'FI', 'SXM5', 300, 300),
  row('2025-05-22', 'FI', 'SXM4', 50, 50),
  row('2025-05-22', 'BAT', 'SXM4', 20, 40),
];
const target = (value, model = null) => ({
  measure: 'yield',
  model,
  station: 'FI',
  target: value,
  from: '2025-05-21',
  to: '2025-05-21',
});

export default {
  'a cell adds up models, and has the points above or below their targets by records': () => {
    const [first, next, other] = stationCells(ROWS, false, [target(98), target(94, 'SXM4')]);
    equal([first.when, first.station, first.yield.numerator, first.yield.denominator], ['2025-05-21', 'FI', 390, 400]);
    close(first.beyond, (390 - 94 - 294) / 400, 9);
    equal([next.beyond, other.beyond], [null, null]);
  },
  'models without a target have no say in the points': () => {
    close(stationCells(ROWS, false, [target(94, 'SXM4')])[0].beyond, (90 - 94) / 100, 9);
  },
  'the station with the lowest yield is first, those without a loss last': () => {
    equal(
      lowestFirst([...ROWS, row('2025-05-22', 'OQA', 'SXM4', 9, 9), row('2025-05-22', 'X', 'SXM4', 0, 0)]).map(
        (each) => each.station,
      ),
      ['BAT', 'FI', 'OQA'],
    );
  },
  'judged cells are found by their place': () => {
    equal(judgedCells([{ period: '2025-05-21', station: 'FI', suspect: true }]).get('2025-05-21|FI').suspect, true);
  },
};
