import { quantile } from './statistics.js';

// Where an axis or a scale of colours begins and ends.

/**
 * The count at which a heat map is darkest: that of the 98th percentile, so that one large number leaves the others
 * visible.
 */
export const heatTop = (counts) => Math.max(1, quantile(counts, 0.98) ?? 0);

/** Where in a scale a value stands: 0 at its beginning, 1 at its end. */
export const place = (value, from, to) => (value - from) / (to - from || 1);

/**
 * The top of an axis of failure shares: all days with enough records and their limits are seen; others may be higher,
 * and are drawn at the edge. Without any such day all are seen.
 */
export function shareTop(days, centre) {
  const judged = days.filter((day) => day.enough);
  const values = (judged.length ? judged : days).flatMap((day) => [day.share.value, day.upper ?? 0]);
  return Math.min(1, 1.1 * Math.max(centre ?? 0, ...values, 0.001));
}

/** Where an axis of yields begins that ends at 1: at the tenth below the lowest, with two points to spare. */
export const yieldFloor = (lowest) => Math.max(0, Math.floor(10 * ((lowest ?? 0) - 0.02)) / 10);

/** The smallest value of a logarithmic axis of hours, 3.6 seconds: nothing has no logarithm, so it is drawn there. */
export const LEAST_HOURS = 0.001;

/**
 * A five-number summary as a box plot draws it: percentiles 5, 25, 50, 75 and 95, on a logarithmic axis above nothing.
 */
export const box = (row, log) => [row.p05, row.q1, row.median, row.q3, row.p95].map((value) => onAxis(value, log));

export const onAxis = (value, log) => (log ? Math.max(value, LEAST_HOURS) : value);

/** How many lines items of these widths take that are set one after the other, each where it still fits. */
export function linesOf(widths, room, gap) {
  let [lines, used] = [0, Infinity];
  for (const width of widths) {
    const fits = used + gap + width <= room;
    used = fits ? used + gap + width : width;
    lines += fits ? 0 : 1;
  }
  return lines;
}
