import { same } from './groups.js';

// Targets as the rules have them: rows of /rules/targets with measure, model, station, target, from and to.

/** The measures, as people call them. */
export const MEASURES = [
  ['yield', 'Station yield'],
  ['first_pass_yield', 'First-pass yield'],
  ['rolled_yield', 'Rolled yield'],
  ['packed', 'Packed a day'],
];

const on = (target, day) => (!target.from || day >= target.from) && (!target.to || day <= target.to);
const holds = (given, asked) => given === null || (asked !== null && same(given, asked));

/** The later in this order, the sooner it counts: of a station, of a model, then the newest. */
const rank = (target) => `${target.station === null ? 0 : 1}${target.model === null ? 0 : 1}${target.from ?? ''}`;

/**
 * The target of a measure on a day, null without one; of several that hold, that of the model and station, then the
 * newest. model, station: null for all together.
 */
export function targetOf(targets, measure, { model = null, station = null, day }) {
  const held = targets.filter(
    (each) => each.measure === measure && on(each, day) && holds(each.model, model) && holds(each.station, station),
  );
  const best = held.reduce((one, other) => (one && rank(one) > rank(other) ? one : other), null);
  return best?.target ?? null;
}

/** What a day should pack: the target of the plant, else the sum of those of its models; null without any. */
export function packedTarget(targets, day) {
  const whole = targetOf(targets, 'packed', { day });
  if (whole !== null) return whole;
  const models = [
    ...new Set(targets.filter((each) => each.measure === 'packed' && on(each, day)).map((each) => each.model)),
  ];
  return models.length ? models.reduce((all, model) => all + targetOf(targets, 'packed', { model, day }), 0) : null;
}

/**
 * Whether a share is below a target in percent, by its counts, so that no rounding decides; null without a target or
 * without anything judged.
 */
export const isBelow = ({ numerator, denominator }, target) =>
  target === null || denominator === 0 ? null : 100 * numerator < target * denominator;
