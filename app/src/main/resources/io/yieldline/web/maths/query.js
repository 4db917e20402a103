// What a page about SQL computes: the parameters of a text, and what can be drawn of an answer.

// Quoted texts and names, texts in dollars and comments are left as they are; in what remains {name} is a parameter.
const PART =
  /'(?:[^']|'')*'|"(?:[^"]|"")*"|(\$[A-Za-z_]*\$).*?\1|--[^\n]*|\/\*.*?\*\/|(\bin\s*)?\{([a-z][a-z0-9_]*)\}/gis;
const MOST_POINTS = 1000;
const MOST_SERIES = 8;
const NUMERIC = /INT$|^FLOAT|^DOUBLE|^DECIMAL/;

/** The parameters of a text in their order: { name, list }; one that stands behind "in" is a list. */
export function parametersOf(text) {
  const found = new Map();
  for (const [, , list, name] of text.matchAll(PART)) {
    if (name && name === name.toLowerCase()) found.set(name, found.get(name) || Boolean(list));
  }
  return [...found].map(([name, list]) => ({ name, list }));
}

/** A value such as from=2025-05-25 that moves along with today: from=today-7. What is no past day stays. */
export function moving(value, today) {
  const [, name, day] = value.match(/^([a-z0-9_]+)=(\d{4}-\d\d-\d\d)$/) ?? [];
  const past = day ? Math.round((Date.parse(today) - Date.parse(day)) / 86400000) : -1;
  if (!(past >= 0 && past < 10000)) return value;
  return `${name}=today${past ? `-${past}` : ''}`;
}

/** Whether a column has numbers. */
export const isNumeric = (column) => NUMERIC.test(column.type);

/**
 * What can be drawn of an answer: { x, days, points, series: [{ name, values }] }, or null. The first column without
 * numbers is the axis; a second one makes a series of each of its values, if these are few.
 */
export function picture({ columns, rows }) {
  const numbers = columns.filter(isNumeric);
  const [x, split, ...others] = columns.filter((column) => !isNumeric(column));
  if (!x || others.length || numbers.length === 0 || rows.length < 2 || rows.length > MOST_POINTS) return null;
  const points = [...new Set(rows.map((row) => row[x.name]))];
  const drawn = split ? bySeries(x, split, numbers[0], points, rows) : byColumn(x, numbers, points, rows);
  return drawn && { x: x.name, days: /^DATE|^TIMESTAMP/.test(x.type), points, series: drawn };
}

function byColumn(x, numbers, points, rows) {
  if (points.length < rows.length) return null;
  return numbers.slice(0, MOST_SERIES).map(({ name }) => ({ name, values: rows.map((row) => number(row[name])) }));
}

function bySeries(x, split, measure, points, rows) {
  const cells = new Map(rows.map((row) => [JSON.stringify([row[x.name], row[split.name]]), row[measure.name]]));
  const names = [...new Set(rows.map((row) => row[split.name]))];
  if (cells.size < rows.length || names.length > MOST_SERIES) return null;
  return names.map((name) => ({
    name: String(name ?? '(blank)'),
    values: points.map((point) => number(cells.get(JSON.stringify([point, name])))),
  }));
}

const number = (value) => (value === null || value === undefined ? null : Number(value));
