import { useEffect, useState } from './preact.js';

// The address is the only state of the dashboard: a page reads its filters from it, and a link can change them.

const listeners = new Set();

/** The page and the filters that the address names. */
export function here() {
  return {
    page: location.pathname.slice(1) || 'today',
    query: Object.fromEntries(new URLSearchParams(location.search)),
  };
}

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

/** A key without a value stands for all; null stands for blank, which is written as an empty text. */
const clean = (keys) =>
  Object.fromEntries(
    Object.entries(keys)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, value ?? '']),
  );
