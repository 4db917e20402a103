import { useEffect, useState } from './preact.js';
import { isDay, isWeek, monday, plus } from './format.js';

// The address is the only state of the dashboard: a page reads its filters from it, and a link can change them.

const listeners = new Set();

const DAYS = ['from', 'to', 'day', 'base_from', 'base_to'];

/** What is wrong with a filter in words; null for one that can be used. */
function wrong([name, value]) {
  if (DAYS.includes(name) && value && !isDay(value)) return `${name} "${value}" is not a valid date`;
  return name === 'week' && value && !isWeek(value) ? `week "${value}" is not a valid week` : null;
}

/** The page and the filters that the address names, and in words those that cannot be used. */
export function here() {
  const given = [...new URLSearchParams(location.search)];
  return {
    page: location.pathname.slice(1) || 'today',
    query: Object.fromEntries(given.filter((each) => !wrong(each))),
    unusable: given.map(wrong).filter(Boolean),
  };
}

const TRAVELLING = ['from', 'to', 'day', 'week', 'model', 'station'];

/** Another page with those filters of this one that mean the same there. */
export const along = (page, query) => link(page, Object.fromEntries(TRAVELLING.map((name) => [name, query[name]])));

/** The address of a page with filters; empty ones are left out. */
export function link(page, query = {}) {
  const filled = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const text = new URLSearchParams(filled).toString();
  return `/${page}${text ? `?${text}` : ''}`;
}

/** The current page with some filters changed. */
export function changed(query) {
  const now = here();
  return link(now.page, { ...now.query, ...query });
}

/** Goes to an address of the dashboard. */
export function go(address, { replace = false } = {}) {
  history[replace ? 'replaceState' : 'pushState'](null, '', address);
  listeners.forEach((tell) => tell());
}

/** Changes filters of the current page; one step back undoes it. */
export const change = (query) => go(changed(query));

/** The address, followed. */
export function useHere() {
  const [now, set] = useState(here());
  useEffect(() => {
    const tell = () => set(here());
    listeners.add(tell);
    addEventListener('popstate', tell);
    return () => {
      listeners.delete(tell);
      removeEventListener('popstate', tell);
    };
  }, []);
  return now;
}

/** Makes plain links change the address without reloading the page. */
export function followLinks() {
  document.addEventListener('click', (event) => {
    const anchor = event.target.closest?.('a[href^="/"]');
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (
      anchor &&
      plain &&
      !event.defaultPrevented &&
      !anchor.target &&
      !anchor.getAttribute('href').startsWith('/api/')
    ) {
      event.preventDefault();
      go(anchor.getAttribute('href'));
    }
  });
}

/** The address that opens "why this number?" for a cell of a mart, or with from and to for the sum of its rows. */
export const why = (mart, keys) => changed({ why: `${mart}?${new URLSearchParams(clean(keys))}` });

/**
 * The address that explains what several of these addresses add up to: all days from their first to their last, and
 * the keys that they have in common. Null where they are about several marts.
 */
export function whyAll(addresses) {
  const asked = addresses.map((each) => new URL(each, location.origin).searchParams.get('why'));
  const [mart, ...others] = new Set(asked.map((each) => each.replace(/\?.*/, '')));
  if (!mart || others.length) return null;
  const cells = asked.map((each) => Object.fromEntries(new URLSearchParams(each.replace(/^[^?]*/, ''))));
  const [first, ...rest] = cells;
  const common = Object.entries(first).filter(([name, value]) => rest.every((cell) => cell[name] === value));
  return why(mart, { ...Object.fromEntries(common), ...spanOf(cells) });
}

/** The days from the first to the last of several cells; nothing where all are about the same or about any. */
function spanOf(cells) {
  const from = cells.map((cell) => cell.from ?? cell.day ?? (cell.week && monday(cell.week)));
  const to = cells.map((cell) => cell.to ?? cell.day ?? (cell.week && plus(monday(cell.week), 6)));
  if (from.some((each) => !each) || (new Set(from).size === 1 && new Set(to).size === 1)) return {};
  return { day: undefined, week: undefined, from: from.sort()[0], to: to.sort().at(-1) };
}

/** A key without a value stands for all; null stands for blank, which is written as an empty text. */
const clean = (keys) =>
  Object.fromEntries(
    Object.entries(keys)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, value ?? '']),
  );
