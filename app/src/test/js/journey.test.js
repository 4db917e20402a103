import { seconds, steps } from '../maths/journey.js';
import { equal } from './check.js';

const record = (feed, station, started_utc, ended_utc, more = {}) => ({
  feed,
  station,
  started_utc,
  ended_utc,
  file: `${feed}.xlsx`,
  row_number: 2,
  ...more,
});
const [EIGHT, NINE, TEN] = ['2025-05-22T08:00:00', '2025-05-22T09:00:00', '2025-05-22T10:00:00'];

export default {
  'the same test in two feeds is one step with both sources': () => {
    const found = steps([
      record('workstation', 'Fct', EIGHT, NINE, { verdict: 'fail' }),
      record('testboard', 'FCT', undefined, NINE, { verdict: 'fail', error_code: 'EC9', failure_reasons: 'open' }),
    ]);
    equal(found.length, 1);
    equal(
      [found[0].station, found[0].code, found[0].reason, found[0].source],
      ['Fct', 'EC9', 'open', 'workstation: workstation.xlsx, row 2; testboard: testboard.xlsx, row 2'],
    );
  },
  'another verdict, another end or the same feed is another step': () => {
    const first = record('workstation', 'FCT', EIGHT, NINE, { verdict: 'fail' });
    equal(steps([first, record('testboard', 'FCT', EIGHT, NINE, { verdict: 'pass' })]).length, 2);
    equal(steps([first, record('testboard', 'FCT', EIGHT, TEN, { verdict: 'fail' })]).length, 2);
    equal(steps([first, first]).length, 2);
    equal(steps([record('a', 'FCT'), record('b', 'FCT')]).length, 2);
  },
  'a gap is from end to start, negative where steps overlap, n/a where a time is missing': () => {
    const found = steps([
      record('workstation', 'A', EIGHT, NINE),
      record('workstation', 'B', TEN, TEN),
      record('workstation', 'C', NINE, TEN, { duration_seconds: 3600 }),
      record('workstation', 'D'),
      record('workstation', 'E', undefined, TEN),
    ]);
    equal(
      found.map((step) => step.gap),
      [null, 3600, -3600, null, 0],
    );
    equal(
      found.map((step) => step.seconds),
      [null, null, 3600, null, null],
    );
    equal(steps([]), []);
  },
  'seconds need both times, and cross midnight': () => {
    equal(seconds(null, NINE), null);
    equal(seconds(NINE, undefined), null);
    equal(seconds('2025-05-22T23:59:30', '2025-05-23T00:00:15'), 45);
  },
};
