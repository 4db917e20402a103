import { count, counted, day as dayText, decimal, hours, percent, points } from './format.js';
import { sum } from '../maths/statistics.js';
import { isBelow } from '../maths/targets.js';

// What a chart says, in a plain sentence above it: counts of its own figures, or what was judged elsewhere, and no
// judgement of its own. Null where there is nothing to say.

const listed = (names) => (names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`);
const highest = (values) => values.reduce((one, other) => Math.max(one, other), -Infinity);
const is = (number) => (number === 1 ? 'is' : 'are');
const has = (number) => (number === 1 ? 'has' : 'have');

/** Which of several numbers, each with its name before it, is the greatest; what: their noun. */
export function most(named, what) {
  const numbers = named.map(([, number]) => number);
  const all = sum(numbers);
  const top = highest(numbers);
  const leading = named.filter(([, number]) => number === top).map(([name]) => name);
  if (!(all > 0) || named.length < 2 || leading.length > 3) return null;
  const each = leading.length > 1 ? ' each' : '';
  return `${listed(leading)} ${has(leading.length)} most: ${count(top)}${each} of ${counted(all, what)}.`;
}

/** How few of all make half of a sum. */
export function half(numbers, noun, what) {
  const sorted = [...numbers].sort((one, other) => other - one);
  const all = sum(sorted);
  if (!(all > 0) || sorted.length < 3) return null;
  const few = sorted.findIndex((_, i) => 2 * sum(sorted.slice(0, i + 1)) >= all) + 1;
  return `${count(few)} of ${counted(sorted.length, noun)} ${has(few)} half of the ${counted(all, what)}.`;
}

/** What the first of a Pareto cause together. */
export function vital(table, noun) {
  const all = sum(table.map((row) => row.failures));
  if (!(all > 0) || table.length < 2) return null;
  const first = Math.min(3, table.length - 1);
  const names = listed(table.slice(0, first).map((row) => row.name));
  const share = `${percent(table[first - 1].cumulative.value)} of ${counted(all, 'failure')}`;
  return `${names} ${first === 1 ? 'makes' : 'make'} ${share}; there are ${counted(table.length, noun)}.`;
}

/** A share beside its target in percent. */
function beside(value, target, below) {
  if (target === null) return '';
  const by = points(value, target / 100).replace(/^[+−]/, '');
  if (Number(by) === 0) return `, ${below ? 'just below' : 'at'} its target of ${target} %`;
  return `, ${by} points ${below ? 'below' : 'above'} its target of ${target} %`;
}

/** The yields of models in a period, each with its n and beside its target. rows: name, yield, target in percent. */
export function yields(when, rows) {
  const known = rows.filter((row) => row.yield.value !== null);
  const words = ({ name, yield: { value, denominator }, target }, below) =>
    `${name} ${percent(value)} (n ${count(denominator)})${beside(value, target, below)}`;
  const spoken = known.map((row) => words(row, isBelow(row.yield, row.target)));
  return known.length ? `${when}: ${spoken.join('; ')}.` : null;
}

/** Rolled yields of models in a period, which have no n. rows: name, yield as a share, target in percent. */
export function rolled(when, rows) {
  const known = rows.filter((row) => row.yield !== null);
  const words = ({ name, yield: value, target }) =>
    `${name} ${percent(value)}${beside(value, target, 100 * value < target)}`;
  return known.length ? `${when}: ${known.map(words).join('; ')}.` : null;
}

/** The lowest of several yields, with its counts; least: how many judged records it takes to be one of them. */
export function lowest(rows, name, least = 1) {
  const known = rows.filter((row) => row.yield.denominator >= least);
  if (known.length < 2) return null;
  const low = known.reduce((one, other) => (other.yield.value < one.yield.value ? other : one));
  const { numerator, denominator, value } = low.yield;
  if (value === 1) return `None of ${counted(known.length, 'station')} has a loss.`;
  const failed = `${count(denominator - numerator)} of ${counted(denominator, 'judged record')} failed`;
  return `${name(low)} has the lowest yield: ${percent(value)}, ${failed}.`;
}

/** Where a day lost most units: the first of its losses. */
export function lost({ model, station, units, failed, expected }) {
  const usual = expected === null ? '' : `, ${decimal(expected, 1)} expected`;
  return `${model} at ${station} lost most: ${count(failed)} of ${counted(units, 'unit')} failed${usual}.`;
}

/** Which fixtures are suspects, as they were judged. */
export function suspects(judged) {
  const named = judged.filter((row) => row.suspect);
  if (judged.length === 0) return null;
  if (named.length === 0) return `None of ${counted(judged.length, 'fixture')} is a suspect.`;
  const [{ name, failed, expected }] = named;
  return [
    `${count(named.length)} of ${counted(judged.length, 'fixture')} ${is(named.length)} suspect;`,
    `furthest beyond: ${name}, ${count(failed)} failed where ${decimal(expected, 1)} were expected.`,
  ].join(' ');
}

/** Which days are out of control, as they were judged; the newest with its signal. */
export function signals(rows) {
  const judged = rows.filter((row) => row.enough);
  const out = rows.filter((row) => row.signals.length);
  if (judged.length === 0) return null;
  if (out.length === 0) return `None of ${counted(judged.length, 'judged day')} is out of control.`;
  const newest = out.at(-1);
  return [
    `${count(out.length)} of ${counted(judged.length, 'judged day')} ${is(out.length)} out of control;`,
    `the newest, ${dayText(newest.day)}: ${newest.signals.map((each) => each.words).join('; ')}.`,
  ].join(' ');
}

/** Which stations have days out of control, the one with the newest signal first in the list. */
export function stationsOut(rows) {
  const judged = rows.filter((row) => row.out !== null);
  const out = judged.filter((row) => row.out > 0);
  if (judged.length === 0) return null;
  if (out.length === 0) return `None of ${counted(judged.length, 'chart')} has a day out of control.`;
  const [{ station, model, last_out: last }] = out;
  return [
    `${count(out.length)} of ${counted(judged.length, 'chart')} ${has(out.length)} days out of control;`,
    `the newest: ${station}, ${model}, ${dayText(last)}.`,
  ].join(' ');
}

/** On how many days that are over the target was reached; rows with total, and target, null without one. */
export function reached(rows) {
  const aimed = rows.filter((row) => row.target !== null);
  if (aimed.length === 0) return null;
  const enough = aimed.filter((row) => row.total >= row.target).length;
  return `The target was reached on ${count(enough)} of the ${counted(aimed.length, 'day')} with one.`;
}

/** Where most hours go; rows of stations with total and median. */
export function longest(rows) {
  const all = sum(rows.map((row) => row.total));
  if (rows.length < 2 || !(all > 0)) return null;
  const top = rows.reduce((one, other) => (other.total > one.total ? other : one));
  return [
    `${top.station ?? 'Records without a station'} has most: ${hours(top.total)} of ${hours(all)},`,
    `${percent(top.total / all)}; its median is ${hours(top.median)}.`,
  ].join(' ');
}

/** The unit that took longest, or waited longest: the first of a list. */
export function unit(row, by) {
  if (!row) return null;
  const [verb, time, where] = by === 'at' ? ['took', row.at_hours, 'at'] : ['waited', row.wait_hours, 'before'];
  return `${row.serial_number} ${verb} longest: ${hours(time)} ${where} ${row.station ?? 'records without a station'}.`;
}

/** Between which values a measure was, and the newest; show: how one is written. */
export function between(name, values, show) {
  const known = values.filter((each) => each !== null && each !== undefined);
  if (known.length < 2) return null;
  const [low, high] = [Math.min(...known), highest(known)];
  return low === high
    ? `${name}: ${show(low)} throughout.`
    : `${name}: between ${show(low)} and ${show(high)}, the newest ${show(known.at(-1))}.`;
}

/** How many checks did not pass. */
export function checks(rows) {
  const run = rows.filter((row) => row.outcome);
  if (run.length === 0) return null;
  const bad = ['failed', 'could not run', 'warned']
    .map((outcome) => [run.filter((row) => row.outcome === outcome).length, outcome])
    .filter(([number]) => number > 0)
    .map(([number, outcome]) => `${count(number)} ${outcome}`);
  const all = counted(run.length, 'check');
  return bad.length ? `Of ${all}, ${listed(bad)}.` : `${all}, all passed.`;
}
