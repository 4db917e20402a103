import { behind, lastHour } from '../maths/wall.js';
import { equal } from './check.js';

export default {
  'the age of a picture is in the largest unit that fits': () => {
    equal([behind(1), behind(61), behind(7200)], ['1 second', '1 minute', '2 hours']);
  },
  'a day without records is compared up to the hour before now, or as a whole when it is over': () => {
    equal(lastHour('2025-05-29', '2025-05-29', '2025-05-29T14:32:11'), 13);
    equal(lastHour('2025-05-29', '2025-05-29', '2025-05-29T00:10:00'), 0);
    equal(lastHour('2025-05-28', '2025-05-29', '2025-05-29T14:32:11'), 23);
  },
};
