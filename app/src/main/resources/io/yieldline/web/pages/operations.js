import { html, useEffect, useState } from '../lib/preact.js';
import { address, get, send } from '../lib/api.js';
import { FilterBar, Switch } from '../lib/filters.js';
import { count, counted, moment } from '../lib/format.js';
import { Loaded, Notice, useLoad } from '../lib/load.js';
import { DataTable } from '../lib/table.js';
import { changed, link } from '../lib/url.js';

const PARTS = [['runs', 'Runs'], ['schedule', 'Schedule'], ['exports', 'Exports'], ['parked', 'Parked'], ['rejects', 'Rejected rows'], ['backups', 'Backups']];
const NEEDS = { rejects: ['analyst', 'operator', 'admin'], backups: ['operator', 'admin'] };
const STARTS = [['daily', 'Daily'], ['weekly', 'Weekly'], ['ingest', 'Load the inbox'], ['aggregate', 'Bring marts up to date'], ['check', 'Check']];
const LISTED = 500;

/** What runs, what came in, and what was refused. */
export default function Operations({ query, plant }) {
  const [ended, end] = useState(0);
  const parts = PARTS.filter(([key]) => !NEEDS[key] || NEEDS[key].includes(plant.role));
  const part = parts.find(([key]) => key === query.part)?.[0] ?? 'runs';
  const Part = { runs: Runs, schedule: Schedule, exports: Exports, parked: Parked, rejects: Rejects, backups: Backups }[part];
  return html`<div class="stack">
    ${plant.stale.length > 0 && html`<${Notice} kind="warn">${counted(plant.stale.length, 'mart')} behind the data: ${plant.stale.map(name).join(', ')}. Bring them up to date below.<//>`}
    ${['operator', 'admin'].includes(plant.role) && html`<${Start} done=${() => end(ended + 1)} />`}
    <div><${FilterBar}><${Switch} name="part" label="Part" value=${part} options=${parts} /><//>
    <${Part} key=${part} query=${query} ended=${ended} /></div>
  </div>`;
}

const name = (stale) => (typeof stale === 'string' ? stale : stale.mart ?? stale.name);

/** Starts an operation and shows what it does. */
function Start({ done }) {
  const [job, set] = useState(null);
  const [error, fail] = useState(null);
  const start = (operation) => {
    fail(null);
    // A click that is sent twice does the work once.
    send('POST', `/operations/${operation}`, {}, { 'Idempotency-Key': key() }).then(set, fail);
  };
  return html`<section class="card"><header><div><h2>Run now</h2><p>The server does one thing that changes data at a time; what is started meanwhile waits.</p></div></header>
    <div class="row-of">${STARTS.map(([operation, label]) => html`<button type="button" onClick=${() => start(operation)}>${label}</button>`)}</div>
    ${error && html`<${Notice} kind="error">${error.message}<//>`}
    ${job && html`<${Follow} key=${job.job} job=${job} done=${done} />`}</section>`;
}

const key = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** The events of a job as they happen; a connection that breaks takes up where it was. */
function Follow({ job, done }) {
  const [events, set] = useState([]);
  const [lost, lose] = useState('');
  useEffect(() => {
    const source = new EventSource(job.events);
    const hear = (event) => {
      lose('');
      set((before) => (before.some((each) => each.id === event.lastEventId) ? before : [...before, { id: event.lastEventId, kind: event.type, ...JSON.parse(event.data) }]));
      if (event.type === 'ended') {
        source.close();
        done();
      }
    };
    ['waiting', 'began', 'part', 'mart', 'planned', 'export', 'note', 'ended'].forEach((kind) => source.addEventListener(kind, hear));
    source.onerror = () => lose(source.readyState === EventSource.CLOSED ? 'It cannot be followed any more; the list of runs says how it ended.' : 'The connection broke; trying again.');
    return () => source.close();
  }, [job.job]);
  const last = events.findLast((each) => ['mart', 'export'].includes(each.kind));
  const planned = events.findLast((each) => each.kind === 'planned')?.exports;
  const end = events.find((each) => each.kind === 'ended');
  const loaded = events.filter((each) => each.kind === 'export').length;
  const share = end ? 1 : last?.kind === 'mart' ? last.number / last.count : planned ? loaded / planned : null;
  return html`<div class="job" data-job=${end ? 'ended' : 'running'}>
    <p><strong>${job.operation}</strong> <span class=${end && end.outcome !== 'done' ? 'down' : ''}>${end ? `${end.outcome}: ${end.summary}` : lost || 'under way'}</span></p>
    <progress value=${share ?? undefined} max="1" aria-label=${`Progress of ${job.operation}`}></progress>
    <ol class="events" role="log">${events.slice(-12).map((each) => html`<li>${said(each)}</li>`)}</ol></div>`;
}

function said(event) {
  switch (event.kind) {
    case 'waiting': return 'waiting for its turn';
    case 'began': return event.run ? `began as run ${event.run}` : 'began';
    case 'part': return `${event.part}:`;
    case 'mart': return `mart ${event.number} of ${event.count}: ${event.mart}`;
    case 'planned': return `${counted(event.exports, 'export')}, ${bytes(event.bytes)}`;
    case 'export': return `${event.file}: ${event.outcome}, ${counted(event.rows, 'row')}, ${count(event.added)} added, ${count(event.duplicate)} duplicate, ${count(event.revised)} revised, ${count(event.rejected)} rejected`;
    case 'note': return event.note;
    default: return `${event.outcome}: ${event.summary}`;
  }
}

const bytes = (value) => (value < 1e6 ? `${count(Math.ceil(value / 1000))} kB` : `${count(Math.round(value / 1e6))} MB`);

/** A list from the server with what it counts; one without a CSV is short and comes whole. */
function List({ title, note, path, parameters = {}, columns, ended, csv = true, wider }) {
  const state = useLoad(() => get(path, csv ? { limit: LISTED, ...parameters } : parameters), [path, JSON.stringify(parameters), ended], 30);
  return html`<${Loaded} state=${state} lines=${8}>${(found) => html`<section class="card"><header><div><h2>${title}</h2><p>${note} ${found.total > found.rows.length ? `The latest ${count(found.rows.length)} of ${count(found.total)}.` : `${count(found.total)} in all.`}</p></div>
    ${wider && html`<a class="button" href=${wider}>All</a>`}
    ${csv && html`<a class="button" download href=${address(path, { ...parameters, format: 'csv' })}>CSV</a>`}</header>
    <${DataTable} caption=${title} rows=${found.rows} columns=${columns} /></section>`}<//>`;
}

const Runs = ({ ended }) => html`<${List} title="Runs" note="What was run, by whom, and how it ended." path="/runs" ended=${ended} columns=${[
  { key: 'run', label: 'Run', type: 'count' },
  { key: 'operation', label: 'Operation' },
  { key: 'started_at', label: 'Started', type: 'time' },
  { key: 'took', label: 'Took', sortable: false, render: (row) => (row.ended_at ? `${count((Date.parse(`${row.ended_at}Z`) - Date.parse(`${row.started_at}Z`)) / 1000)} s` : '') },
  { key: 'caller', label: 'By', render: (row) => `${row.caller}, ${row.user ?? ''}` },
  { key: 'outcome', label: 'Ended', render: (row) => html`<span class=${row.outcome === 'failed' ? 'down' : ''}>${row.outcome ?? 'running'}</span>` },
  { key: 'summary', label: 'Summary', render: (row) => row.error ?? row.summary },
]} />`;

function Schedule({ ended }) {
  const state = useLoad(() => get('/schedule'), [ended], 60);
  return html`<${Loaded} state=${state}>${(found) => html`<section class="card"><header><div><h2>Schedule</h2><p>Times of ${found.zone}. Jobs are set in yieldline.yaml, section schedule.</p></div></header>
    <${DataTable} caption="Schedule" rows=${found.jobs} columns=${[
      { key: 'job', label: 'Job' },
      { key: 'run', label: 'Runs', render: (row) => html`<code>${row.run}</code>` },
      { key: 'when', label: 'When' },
      { key: 'next', label: 'Next times', sortable: false, render: (row) => (row.next.length ? row.next.slice(0, 3).map(moment).join(', ') : row.after ? `after ${row.after}` : '') },
      { key: 'last', label: 'Last', sortable: false, render: (row) => (row.last ? html`<span class=${row.last.state === 'failed' ? 'down' : ''} title=${row.last.summary ?? ''}>${row.last.state}, ${moment(row.last.ended_at ?? row.last.started_at)}</span>` : 'not yet') },
      { key: 'retries', label: 'Retries', type: 'count' },
      { key: 'timeout', label: 'At most' },
    ]} /></section>`}<//>`;
}

const NUMBERS = ['rows', 'added', 'duplicate', 'revised', 'cleaned'].map((each) => ({ key: each, label: each.charAt(0).toUpperCase() + each.slice(1), type: 'count' }));
const FILE = { key: 'file', label: 'File', render: (row) => html`<span class="breaks">${row.file}</span>` };

const Exports = ({ ended, query }) => (query.export ? html`<${OneExport} number=${query.export} />` : html`<${List} title="Exports" note="What was loaded, the latest first." path="/exports" parameters=${{ status: 'loaded' }} ended=${ended} columns=${[
  { key: 'id', label: 'Export', type: 'count', render: (row) => html`<a href=${changed({ export: row.id })}>${row.id}</a>` }, FILE,
  { key: 'feed', label: 'Feed' }, ...NUMBERS,
  { key: 'rejected', label: 'Rejected', type: 'count', render: (row) => (row.rejected ? html`<a href=${link('operations', { part: 'rejects', export: row.id })}>${count(row.rejected)}</a>` : '0') },
  { key: 'first_day', label: 'First day', type: 'day' }, { key: 'last_day', label: 'Last day', type: 'day' },
  { key: 'loaded_at', label: 'Loaded', type: 'time' },
]} />`);

function OneExport({ number }) {
  const state = useLoad(() => get(`/exports/${number}`), [number], 300);
  return html`<${Loaded} state=${state}>${(found) => html`<section class="card"><header><div><h2>Export ${number}</h2><p>${found.file}</p></div><a class="button" href=${changed({ export: '' })}>All exports</a></header>
    <${DataTable} caption=${`Export ${number}`} rows=${Object.entries(found).filter(([, value]) => value !== null).map(([what, value]) => ({ what: what.replaceAll('_', ' '), value: String(value) }))}
      columns=${[{ key: 'what', label: 'What' }, { key: 'value', label: 'Value' }]} /></section>`}<//>`;
}

const Parked = ({ ended }) => html`<${List} title="Parked exports" note="What was not loaded, and why. Put it right and load it again." path="/exports" parameters=${{ status: 'parked' }} ended=${ended} columns=${[
  { key: 'id', label: 'Export', type: 'count' }, FILE, { key: 'reason', label: 'Why' }, { key: 'bytes', label: 'Bytes', type: 'count' }, { key: 'loaded_at', label: 'Came', type: 'time' },
]} />`;

const Rejects = ({ ended, query }) => html`<${List} title=${query.export ? `Rejected rows of export ${query.export}` : 'Rejected rows'} note="Rows of loaded exports that could not be used." path="/rejects" parameters=${query.export ? { export: query.export } : {}} wider=${query.export && changed({ export: '' })} ended=${ended} columns=${[
  { key: 'export', label: 'Export', type: 'count', render: (row) => html`<a href=${link('operations', { part: 'exports', export: row.export })}>${row.export}</a>` },
  { key: 'row', label: 'Row', type: 'count' }, { key: 'column', label: 'Column' }, { key: 'value', label: 'Value' }, { key: 'reason', label: 'Why' },
  { key: 'cells', label: 'Cells', render: (row) => html`<code>${row.cells}</code>` }, FILE,
]} />`;

const Backups = ({ ended }) => html`<${List} title="Backups" note="Taken by the schedule, by hand, and before what takes data away." path="/backups" csv=${false} ended=${ended} columns=${[
  { key: 'backup', label: 'Backup' }, { key: 'taken_at', label: 'Taken', type: 'time' }, { key: 'rows', label: 'Rows', type: 'count' }, { key: 'bytes', label: 'Size', render: (row) => bytes(row.bytes) },
  { key: 'verified_at', label: 'Verified', render: (row) => (row.damage ? html`<span class="down">${row.damage}</span>` : row.verified_at ? moment(row.verified_at) : 'not yet') }, { key: 'why', label: 'Why' },
]} />`;
