import { html, useLayoutEffect, useRef, useState } from './preact.js';
import { plantTime } from './api.js';
import { sentence, time } from './format.js';
import { isOutage, note } from './outage.js';

/**
 * Loads what a part of a page needs, again when one of the keys changes and every so many seconds. Loaded data stays
 * visible during a reload and after one that fails; data of other keys does not, since it would be shown under them.
 */
export function useLoad(load, keys, every = 300) {
  const [state, set] = useState({});
  const [attempt, again] = useState(0);
  const key = JSON.stringify(keys);
  const part = useRef({}).current;
  // Asked when the place for it stands, not when it was painted, which a busy machine does later.
  useLayoutEffect(() => {
    let live = true;
    const run = () =>
      load().then(
        (data) => live && set({ key, data, at: plantTime() }),
        (error) => live && set((before) => (before.key === key ? { ...before, error } : { key, error })),
      );
    run();
    const timer = setInterval(() => document.hidden || run(), every * 1000);
    return () => {
      live = false;
      clearInterval(timer);
    };
  }, [key, attempt]);
  const found = { ...(state.key === key ? state : {}), again: () => again((before) => before + 1) };
  useLayoutEffect(() => note(part, isOutage(found.error) ? found : null), [found.error]);
  useLayoutEffect(() => () => note(part, null), []);
  return found;
}

/** Shows what was loaded, or why it is not there; data that could not be refreshed says so. */
export function Loaded({ state, lines = 4, children }) {
  if (state.data !== undefined) {
    return html`
      ${state.error && !isOutage(state.error) && html`<${Stale} state=${state} />`}
      ${children(state.data)}`;
  }
  if (isOutage(state.error)) return html`<${Empty} title="Not loaded." />`;
  return state.error ? html`<${Failed} state=${state} />` : html`<${Loading} lines=${lines} />`;
}

/** Room for what is on its way. */
export const Loading = ({ lines = 4 }) => html`
  <div class="loading" role="status">
    <span class="unseen">Loading</span>
    ${Array.from({ length: lines }, () => html`<div class="bone"></div>`)}
  </div>`;

/** Nothing to show, and what to do about it. */
export const Empty = ({ title, children }) => html`
  <div class="empty">
    <strong>${title}</strong>
    <p>${children}</p>
  </div>`;

/** A short note above something. */
export const Notice = ({ kind = 'info', children }) =>
  html`<div class=${`notice ${kind}`} role="status">${children}</div>`;

function Failed({ state }) {
  return html`
    <div class="notice error" role="alert">
      <span>
        ${sentence(state.error.message)}
        ${state.error.errorId && ` (error_id ${state.error.errorId})`}
      </span>
      <button type="button" onClick=${state.again}>Try again</button>
    </div>`;
}

function Stale({ state }) {
  return html`
    <div class="notice warn" role="status">
      <span>As of ${time(state.at)}; refresh failed: ${sentence(state.error.message)}</span>
      <button type="button" onClick=${state.again}>Try again</button>
    </div>`;
}
