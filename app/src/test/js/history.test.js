import { byThing, latestRows } from '../maths/history.js';
import { equal } from './check.js';

const ROWS = [
  { day: '2025-04-20', job: 'daily', due: 1, late: 1 },
  { day: '2025-04-20', job: 'backup', due: 3, late: 0 },
  { day: '2025-04-21', job: 'daily', due: 1, late: 0 },
];

export default {
  'the latest rows are those of the last day with any, wherever they stand': () => {
    equal(latestRows([...ROWS].reverse(), 'day'), [ROWS[2]]);
    equal(latestRows([], 'day'), []);
  },
  'counts of a thing are added up over all days': () => {
    equal(byThing(ROWS, 'job', ['due', 'late']), [
      { job: 'daily', due: 2, late: 1 },
      { job: 'backup', due: 3, late: 0 },
    ]);
    equal(byThing([], 'job', ['due']), []);
  },
};
