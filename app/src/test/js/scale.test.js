import { box, heatTop, linesOf, place, shareTop, spread, yieldAxis, yieldFloor } from '../maths/scale.js';
import { close, equal } from './check.js';

const day = (value, upper, enough = true) => ({ share: { value }, upper, enough });

export default {
  'a heat map is darkest at the 98th percentile': () => {
    equal(heatTop([]), 1);
    equal(heatTop([0, 0]), 1);
    equal(heatTop([5]), 5);
    equal(heatTop([...Array(98).fill(10), 500, 9000]), 10);
  },
  'a place in a scale is a share of it, also of a scale of one value': () => {
    equal(place(15, 10, 20), 0.5);
    equal(place(3, 3, 3), 0);
  },
  'the axis of failure shares holds all days with enough records and their limits': () => {
    close(shareTop([day(0.02, 0.05), day(0.1, 0.06)], 0.03), 0.11, 6);
    close(shareTop([day(0.02, null), day(0.9, null, false)], 0.03), 0.033, 6);
    close(shareTop([day(0.02, null, false)], null), 0.022, 6);
  },
  'the axis of failure shares ends between 0.11 and 100 %': () => {
    close(shareTop([], null), 0.0011, 6);
    close(shareTop([day(0, null)], 0), 0.0011, 6);
    equal(shareTop([day(0.99, 1)], 0.5), 1);
    equal(shareTop([day(null, null)], null), 0.0011);
  },
  'an axis of yields begins at the tenth below, with two points to spare': () => {
    equal([0.95, 0.92, 0.91, 0.03, null].map(yieldFloor), [0.9, 0.9, 0.8, 0, 0]);
  },
  'items wrap where they no longer fit, one wider than the room too': () => {
    equal(linesOf([], 100, 10), 0);
    equal(linesOf([45, 45], 100, 10), 1);
    equal(linesOf([45, 45, 1], 100, 10), 2);
    equal(linesOf([500, 500, 20, 20], 100, 10), 3);
  },
  'an axis of yields has equal steps that end at 100 %': () => {
    equal(yieldAxis([0.985, null, 1]), { min: 0.98, interval: 0.01 });
    equal(yieldAxis([0.834]), { min: 0.8, interval: 0.05 });
    equal(yieldAxis([0.49]), { min: 0.4, interval: 0.1 });
    equal(yieldAxis([0]), { min: 0, interval: 0.2 });
    equal(yieldAxis([]), { min: 0.99, interval: 0.01 });
    equal(yieldAxis([0.9]), { min: 0.9, interval: 0.02 });
  },
  'places that are too close move apart about their middle, others stay': () => {
    equal(spread([], 10), []);
    equal(spread([5], 10), [5]);
    equal(spread([0, 50], 10), [0, 50]);
    equal(spread([100, 104, 0], 10), [97, 107, 0]);
    equal(spread([0, 0, 0], 10), [-10, 0, 10]);
    equal(spread([0, 9, 18], 10), [-1, 9, 19]);
  },
  'a box has five percentiles, above nothing on a logarithmic axis': () => {
    const row = { p05: 0, q1: 0.5, median: 1, q3: 2, p95: 8, longest: 90 };
    equal(box(row, false), [0, 0.5, 1, 2, 8]);
    equal(box(row, true), [0.001, 0.5, 1, 2, 8]);
  },
};
