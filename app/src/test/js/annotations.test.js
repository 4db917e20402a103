import { notesOn } from '../maths/annotations.js';
import { equal } from './check.js';

const note = (from, to, given = {}) => ({ from, to, model: null, station: null, note: 'Holiday', ...given });
const DAYS = ['2025-05-23', '2025-05-27', '2025-05-28'];

export default {
  'a note stands on the first of its days that the chart has': () => {
    equal(notesOn([note('2025-05-24', '2025-05-28')], DAYS), [{ at: 1, note: 'Holiday' }]);
    equal(notesOn([note('2025-05-24', '2025-05-26')], DAYS), []);
  },
  'a chart of weeks has the notes of their days': () => {
    equal(notesOn([note('2025-05-24', '2025-05-24')], ['2025-W20', '2025-W21']), [{ at: 1, note: 'Holiday' }]);
  },
  'a note of another model or station is left out': () => {
    const of = (given, scope) => notesOn([note('2025-05-23', '2025-05-23', given)], DAYS, scope).length;
    equal(
      [
        of({ model: 'SXM5' }, { model: 'sxm5' }),
        of({ model: 'SXM5' }, { model: 'SXM4' }),
        of({ model: 'SXM5' }, {}),
        of({ station: 'BAT' }, { station: 'FI' }),
      ],
      [1, 0, 1, 0],
    );
  },
};
