import { ratio } from '../lib/format.js';
import { cascade, factors } from '../maths/losses.js';
import { close, equal } from './check.js';

const row = (station, passed, failed) => ({ station, spelled: station, passed, judged: passed + failed });
const ROWS = [row('FCT', 90, 10), row('BAT', 80, 20), row('GONE', 0, 0)];

export default {
  'a formula has its stations in its order, those without records too': () => {
    const found = factors(ROWS, ['bat', 'FCT', 'GONE']);
    equal(
      found.map((each) => [each.station, each.passed, each.failed, each.yield.value]),
      [
        ['BAT', 80, 20, 0.8],
        ['FCT', 90, 10, 0.9],
        ['GONE', 0, 0, null],
      ],
    );
  },
  'without a formula the lowest yield comes first': () => {
    equal(
      factors(ROWS.slice(0, 2), null).map((each) => each.station),
      ['BAT', 'FCT'],
    );
    equal(factors([], null), []);
  },
  'the losses of 80 % and 90 % are 20 and 8 points, to 72 %': () => {
    const [first, second] = cascade(factors(ROWS, ['BAT', 'FCT', 'GONE']));
    close([first.before, first.after, second.before, second.after], [1, 0.8, 0.8, 0.72], 12);
    close([first.before - first.after, second.before - second.after], [0.2, 0.08], 12);
  },
  'one station is the whole loss, none is no loss, n/a takes nothing away': () => {
    equal(cascade([]), []);
    close(cascade([{ yield: ratio(0, 0) }])[0].after, 1, 12);
    close(cascade([{ yield: ratio(0, 5) }])[0].after, 0, 12);
  },
};
