import { counted } from '../lib/format.js';

/** How old a picture is, in the largest unit that fits. */
export function behind(seconds) {
  if (seconds < 60) return counted(Math.floor(seconds), 'second');
  if (seconds < 3600) return counted(Math.floor(seconds / 60), 'minute');
  return counted(Math.floor(seconds / 3600), 'hour');
}

/** The last hour of a day without records that can be compared: that before now, or all of a day that is over. */
export const lastHour = (day, today, now) => (day === today ? Math.max(0, Number(now.slice(11, 13)) - 1) : 23);
