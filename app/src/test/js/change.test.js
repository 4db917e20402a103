import { steps } from '../maths/change.js';
import { close, equal } from './check.js';

const group = (name, mix, rate, added = 0, gone = 0) => ({ name, mix, rate, new: added, gone });

export default {
  'the steps lead from the yield before to the yield after, the greatest first': () => {
    const found = steps([group('A', 0.01, 0), group('B', -0.01, -0.03), group('C', 0, 0)], 0.9, 5);
    equal(
      found.map((step) => step.row.name),
      ['B', 'A'],
    );
    close([found[0].from, found[0].to, found[1].from, found[1].to], [0.9, 0.86, 0.86, 0.87], 12);
  },

  'small groups are one step, whose parts add up': () => {
    const found = steps([group('A', 0.05, 0), group('B', 0.01, 0.002), group('C', -0.003, 0, 0.001, 0.001)], 0.5, 2);
    equal(found.length, 2);
    equal(found[1].others, 2);
    close([found[1].by, found[1].parts[0], found[1].to], [0.011, 0.007, 0.561], 12);
  },

  'a group whose parts cancel each other is a step, for it moved': () => {
    equal(steps([group('A', 0.02, -0.02)], 0.5, 2)[0].by, 0);
  },
};
