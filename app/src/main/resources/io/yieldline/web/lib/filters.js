import { html } from './preact.js';
import { day as dayText, days as daysOf, longDay, monday, plus, week as weekOf, weekPlus } from './format.js';
import { change } from './url.js';

/** How many days every page shows that is not asked for others. */
export const WINDOW = 28;

/** The days that the address asks for, or those of the usual window until the latest day with records. */
export function range(query, plant, days = WINDOW) {
  const to = query.to ?? plant.latest;
  return { from: query.from ?? plus(to, 1 - days), to };
}

/** The ISO week that the address asks for, or the one of the latest day with records. */
export const week = (query, plant) => query.week ?? weekOf(plant.latest);

/** The filters of a page, in one line. Each writes itself to the address. */
export const FilterBar = ({ children }) =>
  html`<form class="filters" aria-label="Filters" onSubmit=${(event) => event.preventDefault()}>${children}</form>`;

/** One of several values, or all of them; clears: filters that make no sense under another value. */
export function Choice({ name, label, value, options, all = 'All', clears = [] }) {
  const listed = value && !options.includes(value) ? [value, ...options] : options;
  return html`
    <label>
      ${label}
      <select
        value=${value ?? ''}
        onChange=${(event) =>
          change({ ...Object.fromEntries(clears.map((each) => [each, ''])), [name]: event.target.value })}
      >
        ${all && html`<option value="">${all}</option>`}
        ${listed.map((each) => html`<option value=${each}>${each}</option>`)}
      </select>
    </label>`;
}

/** First and last day, with what is asked for most. */
export function Days({ from, to, latest, presets = [7, 14, WINDOW, 61] }) {
  const valid = (value) => /^\d{4}-\d\d-\d\d$/.test(value);
  const set = (next) =>
    valid(next.from) && valid(next.to) && change(next.from <= next.to ? next : { from: next.to, to: next.to });
  const chosen = (number) => to === latest && from === plus(latest, 1 - number);
  return html`
    <label>
      From
      <input
        type="date"
        value=${from}
        onChange=${(event) => set({ from: event.target.value, to: to < event.target.value ? event.target.value : to })}
      />
    </label>
    <label>
      To
      <input
        type="date"
        value=${to}
        onChange=${(event) =>
          set({ from: from > event.target.value ? event.target.value : from, to: event.target.value })}
      />
    </label>
    <span class="group" role="group" aria-label="Days">
      ${presets.map(
        (number) => html`
          <button
            type="button"
            aria-pressed=${chosen(number)}
            onClick=${() => change({ from: plus(latest, 1 - number), to: latest })}
          >
            ${number} d
          </button>`,
      )}
    </span>
    <span class="resolved">${daysOf(from, to).length} plant days</span>`;
}

/** One day, with the ones beside it. */
export const Day = ({ name = 'day', value, latest }) => html`
  <span class="group" role="group" aria-label="Day">
    <button type="button" aria-label="Day before" onClick=${() => change({ [name]: plus(value, -1) })}>
      ‹
    </button>
    <label class="inline">
      <span class="unseen">Day</span>
      <input
        type="date"
        value=${value}
        onChange=${(event) => event.target.value && change({ [name]: event.target.value })}
      />
    </label>
    <button type="button" aria-label="Day after" onClick=${() => change({ [name]: plus(value, 1) })}>
      ›
    </button>
    <button type="button" aria-pressed=${value === latest} onClick=${() => change({ [name]: '' })}>
      Latest
    </button>
  </span>
  <span class="resolved">${dayText(value)} ${value.slice(0, 4)}</span>`;

/** One ISO week, with the ones beside it. */
export const Week = ({ value, latest }) => html`
  <span class="group" role="group" aria-label="Week">
    <button type="button" aria-label="Week before" onClick=${() => change({ week: weekPlus(value, -1) })}>
      ‹
    </button>
    <span class="now">${value}</span>
    <button type="button" aria-label="Week after" onClick=${() => change({ week: weekPlus(value, 1) })}>
      ›
    </button>
    <button type="button" aria-pressed=${value === latest} onClick=${() => change({ week: '' })}>
      Latest
    </button>
  </span>
  <span class="resolved">${longDay(monday(value))} to ${longDay(plus(monday(value), 6))}</span>`;

/** A few values side by side. */
export const Switch = ({ name, label, value, options }) => html`
  <span class="group" role="group" aria-label=${label}>
    ${options.map(
      ([key, text]) => html`
        <button type="button" aria-pressed=${value === key} onClick=${() => change({ [name]: key })}>
          ${text}
        </button>`,
    )}
  </span>`;

/** Something that is left out unless it is asked for. */
export const Check = ({ name, label, value }) => html`
  <label class="check">
    <input
      type="checkbox"
      checked=${value === 'yes'}
      onChange=${(event) => change({ [name]: event.target.checked ? 'yes' : '' })}
    />
    ${label}
  </label>`;
