import { html, useState } from '../lib/preact.js';
import { address, get, send } from '../lib/api.js';
import { FilterBar, Switch } from '../lib/filters.js';
import { count, counted, moment } from '../lib/format.js';
import { bytes, Follow, key } from '../lib/job.js';
import { Loaded, Notice, useLoad } from '../lib/load.js';
import { DataTable } from '../lib/table.js';
import { Upload } from '../lib/upload.js';
import { changed, link } from '../lib/url.js';

const PARTS = [
  ['runs', 'Runs'],
  ['schedule', 'Schedule'],
  ['exports', 'Exports'],
  ['parked', 'Parked'],
  ['rejects', 'Rejected rows'],
  ['backups', 'Backups'],
];
const NEEDS = { rejects: ['analyst', 'operator', 'admin'], backups: ['operator', 'admin'] };
const STARTS = [
  ['daily', 'Daily'],
  ['weekly', 'Weekly'],
  ['inbox', 'Load the inbox'],
  ['aggregate', 'Bring marts up to date'],
  ['check', 'Check'],
];
const LISTED = 500;

/** What runs, what came in, and what was refused. */
export default function Operations({ query, plant }) {
  const [ended, end] = useState(0);
  const again = () => end((before) => before + 1);
  const parts = PARTS.filter(([key]) => !NEEDS[key] || NEEDS[key].includes(plant.role));
  const part = parts.find(([key]) => key === query.part)?.[0] ?? 'runs';
  const Part = {
    runs: Runs,
    schedule: Schedule,
    exports: Exports,
    parked: Parked,
    rejects: Rejects,
    backups: Backups,
  }[part];
  return html`
    <div class="stack">
      ${
        plant.stale.length > 0 &&
        html`
          <${Notice} kind="warn">
            ${counted(plant.stale.length, 'mart')} behind the data: ${plant.stale.map(name).join(', ')}. Bring them
            up to date below.
          <//>`
      }
      ${
        mayStart(plant) &&
        html`
          <div class="grid">
            <div class="half">
              <${Upload} done=${again} />
            </div>
            <div class="half">
              <${Start} done=${again} />
            </div>
          </div>`
      }
      <div>
        <${FilterBar}>
          <${Switch} name="part" label="Part" value=${part} options=${parts} />
        <//>
        <${Part} key=${part} query=${query} plant=${plant} ended=${ended} />
      </div>
    </div>`;
}

const mayStart = (plant) => ['operator', 'admin'].includes(plant.role);
const name = (stale) => (typeof stale === 'string' ? stale : (stale.mart ?? stale.name));

/** Starts an operation and shows what it does. */
function Start({ done }) {
  const [job, set] = useState(null);
  const [error, fail] = useState(null);
  const start = (operation) => {
    fail(null);
    // A click that is sent twice does the work once.
    send('POST', `/operations/${operation}`, {}, { 'Idempotency-Key': key() }).then(set, fail);
  };
  return html`
    <section class="card">
      <header>
        <div>
          <h2>Run now</h2>
          <p>The server does one thing that changes data at a time; what is started meanwhile waits.</p>
        </div>
      </header>
      <div class="row-of">
        ${STARTS.map(([operation, label]) => html`<button type="button" onClick=${() => start(operation)}>${label}</button>`)}
      </div>
      ${error && html`<${Notice} kind="error">${error.message}<//>`}
      ${job && html`<${Follow} key=${job.job} job=${job} done=${done} />`}
    </section>`;
}

/** A list from the server with what it counts; one without a CSV is short and comes whole. */
function List({ title, note, path, parameters = {}, columns, ended, csv = true, wider, more }) {
  const state = useLoad(
    () => get(path, csv ? { limit: LISTED, ...parameters } : parameters),
    [path, JSON.stringify(parameters), ended],
    30,
  );
  return html`
    <${Loaded} state=${state} lines=${8}>
      ${(found) => html`
        <section class="card">
          <header>
            <div>
              <h2>${title}</h2>
              <p>
                ${note}${' '}
                ${
                  found.total > found.rows.length
                    ? `The latest ${count(found.rows.length)} of ${count(found.total)}.`
                    : `${count(found.total)} in all.`
                }
              </p>
            </div>
            ${more?.(found)}
            ${wider && html`<a class="button" href=${wider}>All</a>`}
            ${csv && html`<a class="button" download href=${address(path, { ...parameters, format: 'csv' })}>CSV</a>`}
          </header>
          <${DataTable} caption=${title} rows=${found.rows} columns=${columns} />
        </section>`}
    <//>`;
}

const Runs = ({ ended }) => html`
  <${List}
    title="Runs"
    note="What was run, by whom, and how it ended."
    path="/runs"
    ended=${ended}
    columns=${[
      { key: 'run', label: 'Run', type: 'count' },
      { key: 'operation', label: 'Operation' },
      { key: 'started_at', label: 'Started', type: 'time' },
      {
        key: 'took',
        label: 'Took',
        sortable: false,
        render: (row) =>
          row.ended_at ? `${count((Date.parse(`${row.ended_at}Z`) - Date.parse(`${row.started_at}Z`)) / 1000)} s` : '',
      },
      { key: 'caller', label: 'By', render: (row) => `${row.caller}, ${row.user ?? ''}` },
      {
        key: 'outcome',
        label: 'Ended',
        render: (row) => html`<span class=${row.outcome === 'failed' ? 'down' : ''}>${row.outcome ?? 'running'}</span>`,
      },
      { key: 'summary', label: 'Summary', render: (row) => row.error ?? row.summary },
    ]}
  />`;

function Schedule({ ended }) {
  const state = useLoad(() => get('/schedule'), [ended], 60);
  return html`
    <${Loaded} state=${state}>
      ${(found) => html`
        <section class="card">
          <header>
            <div>
              <h2>Schedule</h2>
              <p>Times of ${found.zone}. Jobs are set in yieldline.yaml, section schedule.</p>
            </div>
          </header>
          <${DataTable}
            caption="Schedule"
            rows=${found.jobs}
            columns=${[
              { key: 'job', label: 'Job' },
              { key: 'run', label: 'Runs', render: (row) => html`<code>${row.run}</code>` },
              { key: 'when', label: 'When' },
              {
                key: 'next',
                label: 'Next times',
                sortable: false,
                render: (row) =>
                  row.next.length ? row.next.slice(0, 3).map(moment).join(', ') : row.after ? `after ${row.after}` : '',
              },
              {
                key: 'last',
                label: 'Last',
                sortable: false,
                render: (row) =>
                  row.last
                    ? html`
                      <span class=${row.last.state === 'failed' ? 'down' : ''} title=${row.last.summary ?? ''}>
                        ${row.last.state}, ${moment(row.last.ended_at ?? row.last.started_at)}
                      </span>`
                    : 'not yet',
              },
              { key: 'retries', label: 'Retries', type: 'count' },
              { key: 'timeout', label: 'At most' },
            ]}
          />
        </section>`}
    <//>`;
}

const NUMBERS = ['rows', 'added', 'duplicate', 'revised', 'cleaned'].map((each) => ({
  key: each,
  label: each.charAt(0).toUpperCase() + each.slice(1),
  type: 'count',
}));
const FILE = { key: 'file', label: 'File', render: (row) => html`<span class="breaks">${row.file}</span>` };

const Exports = ({ ended, query }) =>
  query.export
    ? html`<${OneExport} number=${query.export} />`
    : html`
      <${List}
        title="Exports"
        note="What was loaded, the latest first."
        path="/exports"
        parameters=${{ status: 'loaded' }}
        ended=${ended}
        columns=${[
          {
            key: 'id',
            label: 'Export',
            type: 'count',
            render: (row) => html`<a href=${changed({ export: row.id })}>${row.id}</a>`,
          },
          FILE,
          { key: 'feed', label: 'Feed' },
          ...NUMBERS,
          {
            key: 'rejected',
            label: 'Rejected',
            type: 'count',
            render: (row) =>
              row.rejected
                ? html`<a href=${link('operations', { part: 'rejects', export: row.id })}>${count(row.rejected)}</a>`
                : '0',
          },
          { key: 'first_day', label: 'First day', type: 'day' },
          { key: 'last_day', label: 'Last day', type: 'day' },
          { key: 'loaded_at', label: 'Loaded', type: 'time' },
        ]}
      />`;

function OneExport({ number }) {
  const state = useLoad(() => get(`/exports/${number}`), [number], 300);
  return html`
    <${Loaded} state=${state}>
      ${(found) => html`
        <section class="card">
          <header>
            <div>
              <h2>Export ${number}</h2>
              <p>${found.file}</p>
            </div>
            <a class="button" href=${changed({ export: '' })}>All exports</a>
          </header>
          <${DataTable}
            caption=${`Export ${number}`}
            rows=${Object.entries(found)
              .filter(([, value]) => value !== null)
              .map(([what, value]) => ({ what: what.replaceAll('_', ' '), value: String(value) }))}
            columns=${[
              { key: 'what', label: 'What' },
              { key: 'value', label: 'Value' },
            ]}
          />
        </section>`}
    <//>`;
}

/** A row that was tried again has another number, but the same bytes: they are what is asked for. */
function Parked({ ended, plant }) {
  const [job, set] = useState(null);
  const [error, fail] = useState(null);
  const [tried, count] = useState(0);
  const busy = job !== null && !job.over;
  const retry = (exports) => {
    fail(null);
    send('POST', '/operations/retry', exports, { 'Idempotency-Key': key() }).then(set, fail);
  };
  const over = () => {
    set((before) => ({ ...before, over: true }));
    count((before) => before + 1);
  };
  const columns = [
    { key: 'id', label: 'Export', type: 'count' },
    FILE,
    { key: 'reason', label: 'Why' },
    { key: 'bytes', label: 'Bytes', type: 'count' },
    { key: 'loaded_at', label: 'Came', type: 'time' },
  ];
  const again = {
    label: 'Again',
    render: (row) => html`
      <button
        type="button"
        disabled=${busy}
        aria-label=${`Try again: export ${row.id}`}
        onClick=${() => retry({ export: row.sha256 })}
      >
        Try again
      </button>`,
  };
  return html`
    <div class="stack">
      ${error && html`<${Notice} kind="error">${error.message}<//>`}
      ${
        job &&
        html`
          <section class="card">
            <${Follow} key=${job.job} job=${job} done=${over} />
          </section>`
      }
      <${List}
        title="Parked exports"
        note="What was not loaded, and why. After feeds, rules or thresholds were changed, and the server was started anew, try it again from the archive; else put a corrected export into the inbox."
        path="/exports"
        parameters=${{ status: 'parked' }}
        ended=${`${ended}/${tried}`}
        columns=${mayStart(plant) ? [again, ...columns] : columns}
        more=${(found) =>
          mayStart(plant) &&
          found.total > 0 &&
          html`<button type="button" disabled=${busy} onClick=${() => retry({})}>Try all again</button>`}
      />
    </div>`;
}

const Rejects = ({ ended, query }) => html`
  <${List}
    title=${query.export ? `Rejected rows of export ${query.export}` : 'Rejected rows'}
    note="Rows of loaded exports that could not be used."
    path="/rejects"
    parameters=${query.export ? { export: query.export } : {}}
    wider=${query.export && changed({ export: '' })}
    ended=${ended}
    columns=${[
      {
        key: 'export',
        label: 'Export',
        type: 'count',
        render: (row) => html`<a href=${link('operations', { part: 'exports', export: row.export })}>${row.export}</a>`,
      },
      { key: 'row', label: 'Row', type: 'count' },
      { key: 'column', label: 'Column' },
      { key: 'value', label: 'Value' },
      { key: 'reason', label: 'Why' },
      { key: 'cells', label: 'Cells', render: (row) => html`<code>${row.cells}</code>` },
      FILE,
    ]}
  />`;

const Backups = ({ ended }) => html`
  <${List}
    title="Backups"
    note="Taken by the schedule, by hand, and before what takes data away."
    path="/backups"
    csv=${false}
    ended=${ended}
    columns=${[
      { key: 'backup', label: 'Backup' },
      { key: 'taken_at', label: 'Taken', type: 'time' },
      { key: 'rows', label: 'Rows', type: 'count' },
      { key: 'bytes', label: 'Size', render: (row) => bytes(row.bytes) },
      {
        key: 'verified_at',
        label: 'Verified',
        render: (row) =>
          row.damage
            ? html`<span class="down">${row.damage}</span>`
            : row.verified_at
              ? moment(row.verified_at)
              : 'not yet',
      },
      { key: 'why', label: 'Why' },
    ]}
  />`;
