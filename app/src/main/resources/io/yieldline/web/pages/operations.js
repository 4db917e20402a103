import { html, useState } from '../lib/preact.js';
import { get, send } from '../lib/api.js';
import { FilterBar, Switch } from '../lib/filters.js';
import { bytes, count, counted, moment } from '../lib/format.js';
import { Follow, key } from '../lib/job.js';
import { FILE, List } from '../lib/list.js';
import { Loaded, Notice, useLoad } from '../lib/load.js';
import { Metrics } from '../lib/metrics.js';
import { Parked } from '../lib/parked.js';
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
  ['metrics', 'Metrics'],
];
const NEEDS = { rejects: ['analyst', 'operator', 'admin'], backups: ['operator', 'admin'] };
const STARTS = [
  ['daily', 'Daily'],
  ['weekly', 'Weekly'],
  ['inbox', 'Load the inbox'],
  ['aggregate', 'Refresh the marts'],
  ['check', 'Check'],
];

/** Runs, schedule, exports, what was rejected, backups, and metrics. */
export default function Operations({ query, plant }) {
  const [ended, end] = useState(0);
  const again = () => end((before) => before + 1);
  const parts = PARTS.filter(([part]) => mayRead(plant, part));
  const chosen = parts.find(([part]) => part === query.part)?.[0] ?? 'runs';
  const Part = SHOWN[chosen];
  return html`
    <div class="stack">
      ${
        plant.stale.length > 0 &&
        html`
          <${Notice} kind="warn">
            ${counted(plant.stale.length, 'stale mart')}: ${plant.stale.map(name).join(', ')}. Refresh below.
          <//>`
      }
      ${plant.feeds_gone.map((gone) => html`<${Notice} kind="warn">${gone}.<//>`)}
      <${Rules} rules=${plant.rules} />
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
          <${Switch} name="part" label="Part" value=${chosen} options=${parts} />
        <//>
        <${Part} key=${chosen} query=${query} ended=${ended} mayStart=${mayStart(plant)} />
      </div>
    </div>`;
}

/** The rules in force, and what the server does not use of the files as they are now. */
const Rules = ({ rules }) => html`
  ${rules?.refused && html`<${Notice} kind="error">A changed file is not used: ${rules.refused}. Repair it.<//>`}
  ${
    rules?.restart?.length > 0 &&
    html`<${Notice} kind="warn">Changed settings want a restart: ${rules.restart.join(', ')}.<//>`
  }
  ${rules?.since && html`<p class="soft">Rules ${rules.version}, in force since ${moment(rules.since)}.</p>`}`;

const mayRead = (plant, part) => !NEEDS[part] || NEEDS[part].includes(plant.role);
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
          <p>The server changes data one run at a time; a run that is started meanwhile waits.</p>
        </div>
      </header>
      <div class="row-of">
        ${STARTS.map(
          ([operation, label]) => html`<button type="button" onClick=${() => start(operation)}>${label}</button>`,
        )}
      </div>
      ${error && html`<${Notice} kind="error">${error.message}<//>`}
      ${job && html`<${Follow} key=${job.job} job=${job} done=${done} />`}
    </section>`;
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
          <${DataTable} caption="Schedule" rows=${found.jobs} columns=${JOBS} />
        </section>`}
    <//>`;
}

const JOBS = [
  { key: 'job', label: 'Job' },
  { key: 'run', label: 'Runs', render: (row) => html`<code>${row.run}</code>` },
  { key: 'when', label: 'When' },
  { key: 'next', label: 'Next times', sortable: false, render: nextTimes },
  { key: 'last', label: 'Last', sortable: false, render: (row) => (row.last ? lastRun(row.last) : 'not yet') },
  { key: 'retries', label: 'Retries', type: 'count' },
  { key: 'timeout', label: 'Timeout' },
];

function nextTimes({ next, after }) {
  if (next.length) return next.slice(0, 3).map(moment).join(', ');
  return after ? `after ${after}` : '';
}

// What failed says why, not only to a mouse.
const lastRun = ({ state, summary, ended_at: ended, started_at: started }) => html`
  <span class=${state === 'failed' ? 'down' : ''} title=${summary ?? ''}>${state}, ${moment(ended ?? started)}</span>
  ${state !== 'done' && summary && html`<div>${summary}</div>`}`;

const NUMBERS = ['rows', 'added', 'duplicate', 'revised', 'outdated', 'cleaned'].map((each) => ({
  key: each,
  label: each.charAt(0).toUpperCase() + each.slice(1),
  type: 'count',
}));

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
    note="Taken by the schedule, by hand, and before destructive commands."
    path="/backups"
    csv=${false}
    ended=${ended}
    columns=${[
      { key: 'backup', label: 'Backup' },
      { key: 'taken_at', label: 'Taken', type: 'time' },
      { key: 'rows', label: 'Rows', type: 'count' },
      { key: 'bytes', label: 'Size', render: (row) => bytes(row.bytes) },
      { key: 'verified_at', label: 'Verified', render: verified },
      { key: 'why', label: 'Why' },
    ]}
  />`;

function verified({ damage, verified_at: at }) {
  if (damage) return html`<span class="down">${damage}</span>`;
  return at ? moment(at) : 'not yet';
}

const SHOWN = {
  runs: Runs,
  schedule: Schedule,
  exports: Exports,
  parked: Parked,
  rejects: Rejects,
  backups: Backups,
  metrics: Metrics,
};
