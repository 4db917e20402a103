import { week } from '../lib/format.js';
import { same } from './groups.js';

// Notes on days, as the rules have them: rows of /rules/annotations with from, to, model, station and note.

const known = (asked) => asked !== undefined && asked !== null && asked !== '';
const within = (note, name, scope) => !known(note[name]) || !known(scope[name]) || same(note[name], scope[name]);
const written = (key, day) => (key.includes('W') ? week(day) : day);
const on = (note, key) => key >= written(key, note.from) && key <= written(key, note.to);

/**
 * The notes of a chart: at is the place of the first of its days, or weeks, that a note is for. A note is left out only
 * if it is for another model or station than the chart.
 */
export const notesOn = (annotations, keys, scope = {}) =>
  annotations
    .filter((note) => within(note, 'model', scope) && within(note, 'station', scope))
    .map((note) => ({ at: keys.findIndex((key) => on(note, key)), note: note.note }))
    .filter((note) => note.at >= 0);
