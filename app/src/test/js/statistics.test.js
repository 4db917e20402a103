import { mean, quantile, sum, trend, wilson } from '../maths/statistics.js';
import { close, equal } from './check.js';

// Anscombe 1973, first data set, by rising x from 4 to 14: published with mean 7.50 and the line 3.00 + 0.500 x.
const ANSCOMBE = [4.26, 5.68, 7.24, 4.82, 6.95, 8.81, 8.04, 8.33, 10.84, 7.58, 9.96];

export default {
  'a sum takes blanks for nothing': () => {
    equal(sum([]), 0);
    equal(sum([1, null, 2, undefined, 3]), 6);
  },
  'a mean is n/a without numbers, the number itself for one, and leaves blanks out': () => {
    equal(mean([]), null);
    equal(mean([null]), null);
    equal(mean([0]), 0);
    equal(mean([7]), 7);
    equal(mean([1, null, 2]), 1.5);
  },
  "the mean of Anscombe's first data set is 7.50": () => close(mean(ANSCOMBE), 7.5, 2),
  'a quantile is the nearest rank, as in the usual example 15, 20, 35, 40, 50': () => {
    const values = [50, 15, 40, 20, 35];
    equal(
      [0.05, 0.3, 0.4, 0.5, 1].map((share) => quantile(values, share)),
      [15, 20, 20, 35, 50],
    );
    equal(values, [50, 15, 40, 20, 35]);
  },
  'a quantile is n/a without numbers, and the number itself for one': () => {
    equal(quantile([], 0.5), null);
    equal(
      [0, 0.5, 1].map((share) => quantile([3, null], share)),
      [3, 3, 3],
    );
  },
  'a trend needs two values, and goes through two': () => {
    equal(trend([]), null);
    equal(trend([5]), null);
    equal(trend([5, 9]), [5, 9]);
    equal(trend([4, 4, 4]), [4, 4, 4]);
  },
  "the trend of Anscombe's first data set is 3.00 + 0.500 x": () =>
    close(trend(ANSCOMBE), [5, 5.5, 6, 6.5, 7, 7.5, 8, 8.5, 9, 9.5, 10], 2),
  "Wilson's interval has the published values": () => {
    // Newcombe 1998, table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
    close(wilson(81, 263), [0.2553, 0.3662], 4);
    close(wilson(15, 148), [0.0624, 0.1605], 4);
    close(wilson(0, 20), [0, 0.1611], 4);
    close(wilson(1, 29), [0.0061, 0.1718], 4);
  },
  "Wilson's interval is n/a without trials, and stays between 0 and 1": () => {
    equal(wilson(0, 0), null);
    close(wilson(1, 1), [0.2065, 1], 4);
    close(wilson(20, 20), [0.8389, 1], 4);
  },
};
