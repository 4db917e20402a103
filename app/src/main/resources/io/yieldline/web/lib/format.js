// How numbers and times are written, everywhere the same. Days are texts like 2025-05-29 and never become moments: a
// browser in another zone must not move them.

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export const NONE = 'n/a';
export const BLANK = '(blank)';

export const count = (value) => decimal(value, 0);

/** A number with so many decimals; Intl writes the same, but takes a tenth of a second to begin. */
export function decimal(value, digits = 1) {
  if (value === null || value === undefined || Number.isNaN(value)) return NONE;
  const units = shifted(Math.abs(value), digits);
  return `${value < 0 && units > 0 ? '-' : ''}${written(units, digits)}`;
}

/** Units of the last decimal with thousands and so many decimals. */
function written(units, digits) {
  const figures = String(units).padStart(digits + 1, '0');
  const whole = figures.slice(0, figures.length - digits).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${whole}${digits ? `.${figures.slice(-digits)}` : ''}`;
}

/**
 * A number in units of its last shown decimal, rounded by its decimals as they are written: 1.15 with one decimal is
 * 12, although the machine holds a little less than 1.15.
 */
function shifted(value, digits) {
  const [figures, exponent = 0] = String(value).split('e');
  return Math.round(Number(`${figures}e${Number(exponent) + digits}`));
}

/**
 * A share between 0 and 1 in percent, as the program writes it everywhere: rounded once, half up, and never to 0 or
 * 100 what is not exactly so.
 */
export function percent(value, digits = 2) {
  if (value === null || value === undefined || Number.isNaN(value)) return NONE;
  const units = shifted(Math.abs(value), digits + 2);
  const held = value > 0 && value < 1 ? Math.min(Math.max(units, 1), 10 ** (digits + 2) - 1) : units;
  const mark = { '-1': '> ', 0: '', 1: '< ' }[Math.sign(held - units)];
  return `${mark}${value < 0 && held > 0 ? '-' : ''}${written(held, digits)} %`;
}

/** A place on an axis in percent, with the decimals that it has. */
export const tick = (value) => `${Number((100 * value).toPrecision(6))} %`;

/** The difference of two shares in percentage points, with its sign, which 0 has not. */
export function points(one, other, digits = 2) {
  const units = shifted(Math.abs(one - other), digits + 2);
  const sign = one > other ? '+' : '−';
  return `${units === 0 ? '' : sign}${written(units, digits)}`;
}

/** A ratio is two counts; with denominator 0 it has no value. */
export const ratio = (numerator, denominator) => ({
  numerator,
  denominator,
  value: denominator === 0 ? null : numerator / denominator,
});

export const NOTHING = ratio(0, 0);

/** The ratio of two groups taken as one. */
export const together = (one, other) => ratio(one.numerator + other.numerator, one.denominator + other.denominator);

/** What is left of a ratio: failed of judged records where it is passed of judged ones. */
export const rest = ({ numerator, denominator }) => ratio(denominator - numerator, denominator);

export const ratioText = (value, digits = 2) =>
  `${percent(value.value, digits)} (${count(value.numerator)} of ${count(value.denominator)})`;

const utc = (day) => new Date(`${day}T00:00:00Z`);
const iso = (date) => date.toISOString().slice(0, 10);

/** The day so many days later. */
export const plus = (from, number) => iso(new Date(utc(from).getTime() + number * 86400000));

export const weekday = (value) => DAYS[utc(value).getUTCDay()];

/** Thu 29 May. */
export const day = (value) =>
  value ? `${weekday(value)} ${Number(value.slice(8, 10))} ${MONTHS[Number(value.slice(5, 7)) - 1]}` : BLANK;

/** 29 May 2025. */
export const longDay = (value) =>
  `${Number(value.slice(8, 10))} ${MONTHS[Number(value.slice(5, 7)) - 1]} ${value.slice(0, 4)}`;

/** 29 May. */
export const shortDay = (value) => `${Number(value.slice(8, 10))} ${MONTHS[Number(value.slice(5, 7)) - 1]}`;

/** 29 May 2025 14:32:11, or only the day where there is no time. */
export const stamp = (value) => `${longDay(value)} ${value.slice(11, 19)}`.trim();

/** Whether a text is a day that the calendar has. */
export const isDay = (text) =>
  /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && iso(utc(text)) === text;

/** Whether a text is an ISO week that the calendar has. */
export const isWeek = (text) => /^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/.test(text) && week(monday(text)) === text;

/** All days of a range. */
export function days(from, to) {
  const all = [];
  for (let each = from; each <= to && all.length < 1000; each = plus(each, 1)) all.push(each);
  return all;
}

/** The ISO week of a day, such as 2025-W22. */
export function week(value) {
  const thursday = plus(value, 3 - ((utc(value).getUTCDay() + 6) % 7));
  const first = utc(`${thursday.slice(0, 4)}-01-01`);
  const number = 1 + Math.floor((utc(thursday) - first) / 604800000);
  return `${thursday.slice(0, 4)}-W${String(number).padStart(2, '0')}`;
}

/** The Monday of an ISO week. */
export function monday(value) {
  const fourth = `${value.slice(0, 4)}-01-04`;
  const first = plus(fourth, -((utc(fourth).getUTCDay() + 6) % 7));
  return plus(first, 7 * (Number(value.slice(6)) - 1));
}

export const weekPlus = (value, weeks) => week(plus(monday(value), 7 * weeks));

/** A plant time such as 2025-05-29T14:32:11 as 14:32. */
export const time = (value) => value.slice(11, 16);

/** 29 May 14:32. */
export const moment = (value) =>
  value ? `${Number(value.slice(8, 10))} ${MONTHS[Number(value.slice(5, 7)) - 1]} ${time(value)}` : NONE;

/** A number with its noun. */
export const counted = (number, noun) => `${count(number)} ${noun}${number === 1 ? '' : 's'}`;

/** Hours in seconds, minutes or hours. */
export function hours(value) {
  if (value === 0) return '0';
  if (value < 1 / 60) return `${count(value * 3600)} s`;
  if (value < 1) return `${count(value * 60)} min`;
  return `${decimal(value, value < 10 && value % 1 ? 1 : 0)} h`;
}

/** Seconds in seconds, minutes, hours or days. */
export function lasting(seconds) {
  if (seconds < 60) return `${count(seconds)} s`;
  if (seconds < 3600) return `${count(Math.floor(seconds / 60))} min`;
  return seconds < 172800 ? `${decimal(seconds / 3600)} h` : `${decimal(seconds / 86400)} d`;
}

/** A size in kB, from a million bytes in MB. */
export const bytes = (value) =>
  value < 1e6 ? `${count(Math.ceil(value / 1000))} kB` : `${count(Math.round(value / 1e6))} MB`;

/** A text with a capital. */
export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** A message as a sentence. */
export const sentence = (text) => capital(text) + (/[.!?]$/.test(text) ? '' : '.');
