import { quantile, sum } from './statistics.js';

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

/** An axis of yields up to 1 that shows the lowest of them: where it begins, and equal steps of it that end at 1. */
export function yieldAxis(yields) {
  const lowest = Math.min(1, ...yields.filter((each) => each !== null));
  const step = [0.01, 0.02, 0.05, 0.1].find((each) => 1 - lowest <= 6 * each) ?? 0.2;
  const steps = Math.max(1, Math.ceil((1 - lowest) / step - 1e-9));
  return { min: Math.max(0, Math.round(100 * (1 - steps * step)) / 100), interval: step };
}

/** Places moved up and down just as far as it takes to be a gap apart, each group about its own middle. */
export function spread(places, gap) {
  const order = places.map((_, i) => i).sort((a, b) => places[a] - places[b]);
  const groups = [];
  for (const i of order) {
    groups.push({ members: [i], middle: places[i] });
    while (groups.length > 1 && overlap(groups.at(-2), groups.at(-1), gap)) {
      const upper = groups.pop();
      const members = [...groups.pop().members, ...upper.members];
      groups.push({ members, middle: sum(members.map((each) => places[each])) / members.length });
    }
  }
  const moved = [];
  for (const { members, middle } of groups) {
    members.forEach((i, at) => {
      moved[i] = middle + (at - (members.length - 1) / 2) * gap;
    });
  }
  return moved;
}

const overlap = (lower, upper, gap) =>
  upper.middle - lower.middle < (gap * (lower.members.length + upper.members.length)) / 2;
