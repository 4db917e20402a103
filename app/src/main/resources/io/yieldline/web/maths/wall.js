import { counted } from '../lib/format.js';

/** How old a picture is, in the largest unit that fits. */
export function behind(seconds) {
  if (seconds < 60) return counted(Math.floor(seconds), 'second');
  if (seconds < 3600) return counted(Math.floor(seconds / 60), 'minute');
  return counted(Math.floor(seconds / 3600), 'hour');
}
