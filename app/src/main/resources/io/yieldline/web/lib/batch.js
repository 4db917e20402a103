import { html, useEffect, useState } from './preact.js';
import { remembered, send, sendFile } from './api.js';
import { count } from './format.js';
import { Notice } from './load.js';
import { Tools } from './sheet.js';
import { DataTable } from './table.js';
import { link } from './url.js';

const STATES = [
  ['passed', 'Passed'],
  ['failed', 'Failed'],
  ['pending', 'Pending'],
  ['shipped', 'Shipped'],
  ['never_seen', 'Never seen'],
];
const ANSWER = [
  {
    key: 'serial_number',
    label: 'Serial number',
    render: (row) =>
      row.state === 'never_seen'
        ? row.serial_number
        : html`<a href=${link('unit', { serial: row.serial_number })}>${row.serial_number}</a>`,
  },
  {
    key: 'state',
    label: 'State',
    render: (row) =>
      html`<span class=${row.state === 'failed' ? 'down' : ''}>${STATES.find(([key]) => key === row.state)[1]}</span>`,
  },
  { key: 'station', label: 'Last judged at' },
  { key: 'ended_at', label: 'Judged', type: 'time' },
  { key: 'error_code', label: 'Code' },
  { key: 'reason', label: 'Reason' },
  { key: 'packed_at', label: 'Packed', type: 'time' },
  { key: 'seen_at', label: 'Last seen', type: 'time' },
];

const MAX_BYTES = 1000000;

/** Why a list cannot be sent, in one line; null when it can. */
function unfit(serials, file) {
  if (serials.length > 0 && file.size > 0) return 'Paste serial numbers or choose a file, not both.';
  if (serials.length === 0 && file.size === 0) return 'Paste serial numbers, or choose a file with them.';
  return file.size > MAX_BYTES
    ? `${file.name} has ${count(file.size)} bytes; the limit is ${count(MAX_BYTES)}: ` +
        'keep only the column of serial numbers, or split the file.'
    : null;
}

/** The answer to a list of serial numbers; it is not kept in the address, which would be too long for it. */
export function Batch({ plant }) {
  const [state, set] = useState(remembered('batch') ?? {});
  const [only, choose] = useState('');
  useEffect(() => {
    choose('');
    if (state.found) remembered('batch', { found: state.found });
  }, [state.found]);
  if (plant.role === 'viewer') {
    return html`<${Notice}>Looking up many units needs the role analyst; ask an administrator.<//>`;
  }
  const ask = (event) => {
    event.preventDefault();
    const form = new FormData(event.target);
    const [serials, file] = [split(form.get('serials'), /[\s,;]+/), form.get('file')];
    const wrong = unfit(serials, file);
    if (wrong) return set({ error: { message: wrong } });
    set({ busy: true });
    return answer(serials, split(form.get('station'), ','), file).then(
      (found) => set({ found }),
      (error) => set({ error }),
    );
  };
  const rows = (state.found?.rows ?? []).filter((row) => !only || row.state === only);
  return html`
    <section class="card">
      <header>
        <div>
          <h2>Many serial numbers</h2>
          <p>
            Paste up to 10,000, one per line or separated by commas. A unit is shipped when it was packed with a pass
            and did not fail later; otherwise its latest verdict counts.
          </p>
        </div>
        ${state.found && html`<${Tools} name="units" columns=${ANSWER} rows=${rows} />`}
      </header>
      <${BatchForm} ask=${ask} busy=${state.busy} />
      ${state.error && html`<${Notice} kind="error">${state.error.message}<//>`}
      ${
        state.found &&
        html`
          <div class="filters"><${States} found=${state.found} only=${only} choose=${choose} /></div>
          <${DataTable} caption="Units" rows=${rows} columns=${ANSWER} />`
      }
    </section>`;
}

const split = (text, separator) =>
  text
    .split(separator)
    .map((each) => each.trim())
    .filter(Boolean);

const answer = (serials, station, file) =>
  file.size
    ? sendFile('/units/batch', { station }, file, 'text/csv')
    : send('POST', '/units/batch', { serials, ...(station.length ? { station } : {}) });

const BatchForm = ({ ask, busy }) => html`
  <form class="batch" onSubmit=${ask}>
    <label>
      Serial numbers
      <textarea
        name="serials"
        rows="7"
        spellcheck="false"
        value=${remembered('serials') ?? ''}
        onInput=${(event) => remembered('serials', event.target.value)}
      ></textarea>
    </label>
    <label>
      or choose a file: a list, or a CSV with a column SN or serial number
      <input type="file" name="file" accept=".csv,.tsv,.txt,text/csv,text/plain" />
    </label>
    <label>
      Judge by these stations only, separated by commas (optional)
      <input name="station" autocomplete="off" />
    </label>
    <button type="submit" class="main" disabled=${busy}>Look up</button>
  </form>`;

const States = ({ found, only, choose }) => html`
  <span class="group" role="group" aria-label="State">
    <button type="button" aria-pressed=${only === ''} onClick=${() => choose('')}>All ${count(found.total)}</button>
    ${STATES.map(
      ([key, label]) => html`
        <button type="button" aria-pressed=${only === key} onClick=${() => choose(key)}>
          ${label} ${count(found.counts[key])}
        </button>`,
    )}
  </span>`;
