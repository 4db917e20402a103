import { ratio } from '../lib/format.js';
import { cascade, factors, matches } from '../maths/losses.js';
import { close, equal } from './check.js';

const row = (station, passed, failed) => ({ station, passed, failed });
const ROWS = [row('FCT', 90, 10), row('Fct', 0, 0), row('BAT', 80, 20), row('DEBUG_1', 1, 9), row('NEW', 0, 0)];
const yieldOf = ({ passed, failed }) => ratio(passed, passed + failed);

export default {
  'a formula has its stations in its order, those without records too': () => {
    const found = factors(ROWS, yieldOf, ['bat', 'FCT', 'GONE'], []);
    equal(
      found.map((each) => [each.station, each.yield.value]),
      [
        ['BAT', 0.8],
        ['FCT', 0.9],
        ['GONE', null],
      ],
    );
  },
  'without a formula all judged stations count, the lowest first, but the excluded': () => {
    const names = (excluded) => factors(ROWS, yieldOf, null, excluded).map((each) => each.station);
    equal(names([]), ['DEBUG_1', 'BAT', 'FCT']);
    equal(names(['debug*']), ['BAT', 'FCT']);
    equal(factors([], yieldOf, null, []), []);
  },
  'the losses of 80 % and 90 % are 20 and 8 points, to 72 %': () => {
    const [first, second] = cascade(factors(ROWS, yieldOf, ['BAT', 'FCT'], []));
    close([first.before, first.after, second.before, second.after], [1, 0.8, 0.8, 0.72], 12);
    close([first.before - first.after, second.before - second.after], [0.2, 0.08], 12);
  },
  'one station is the whole loss, none is no loss, n/a takes nothing away': () => {
    equal(cascade([]), []);
    close(cascade([{ yield: ratio(0, 0) }])[0].after, 1, 12);
    close(cascade([{ yield: ratio(0, 5) }])[0].after, 0, 12);
  },
  'a * stands for any text, everything else for itself': () => {
    equal(matches('DEBUG*', 'debug_2'), true);
    equal(matches('*REPAIR*', 'A REPAIR B'), true);
    equal(matches('A.C', 'ABC'), false);
    equal(matches('A(1)', 'A(1)'), true);
    equal(matches('FCT', 'FCT2'), false);
  },
};
