import { html } from '../lib/preact.js';
import { get } from '../lib/api.js';
import { Choice, FilterBar } from '../lib/filters.js';
import { BLANK, count, counted } from '../lib/format.js';
import { Empty, Loaded, useLoad } from '../lib/load.js';
import { DataTable } from '../lib/table.js';
import { changed } from '../lib/url.js';

const MOST = 400;

/** The published reports, and one of them with the figures that later reports changed. */
export default function Reports({ query }) {
  const state = useLoad(() => get('/reports', { limit: MOST }).then((found) => found.rows), []);
  return html`
    <${Loaded} state=${state} lines=${10}>
      ${(all) =>
        all.length
          ? html`<${Published} all=${all} query=${query} />`
          : html`<${Empty} title="No report is published yet.">Run: yieldline report daily<//>`}
    <//>`;
}

function Published({ all, query }) {
  const listed = all.filter((row) => !query.kind || row.kind === query.kind);
  const chosen = all.find((row) => String(row.id) === query.report) ?? listed[0];
  return html`
    <${FilterBar}>
      <${Choice} name="kind" label="Kind" value=${query.kind} options=${['daily', 'weekly']} clears=${['report']} />
      <span class="resolved">${counted(listed.length, 'report')}</span>
    <//>
    <div class="stack">
      <section class="card">
        <header><h2>Published reports</h2></header>
        <${DataTable} caption="Published reports" height=${260} rows=${listed} columns=${columns(chosen)} />
      </section>
      ${chosen && html`<${One} key=${chosen.id} report=${chosen} />`}
    </div>`;
}

const columns = (chosen) => [
  {
    key: 'subject',
    label: 'Report',
    render: (row) => html`
      <a href=${changed({ report: row.id })} aria-current=${row === chosen ? 'true' : undefined}>${row.subject}</a>`,
  },
  { key: 'kind', label: 'Kind' },
  { key: 'period', label: 'About' },
  { key: 'made_at', label: 'Published', type: 'stamp' },
  { key: 'id', label: 'Number' },
];

function One({ report }) {
  const address = `/api/v1/reports/${report.id}`;
  const state = useLoad(() => get(`/reports/${report.id}/restatements`).then((found) => found.rows), [report.id]);
  return html`
    <section class="card">
      <header>
        <h2>Restated since</h2>
      </header>
      <${Loaded} state=${state} lines=${2}>
        ${(rows) =>
          rows.length
            ? html`<${DataTable} caption="Restated since" height=${320} rows=${rows} columns=${RESTATED} />`
            : html`<p class="soft">No later report changed a figure of this one.</p>`}
      <//>
    </section>
    <section class="card">
      <header>
        <h2>${report.subject}</h2>
        <div class="tools"><a class="button" href=${address} target="_blank">Open alone</a></div>
      </header>
      <iframe class="report" title=${report.subject} src=${address}></iframe>
    </section>`;
}

const counts = (numerator, denominator) =>
  denominator === null ? count(numerator) : `${count(numerator)} of ${count(denominator)}`;

const RESTATED = [
  { key: 'figure', label: 'Figure', render: (row) => row.figure.replaceAll('_', ' ') },
  { key: 'model', label: 'Model', render: (row) => row.model || 'all' },
  { key: 'station', label: 'Station', render: (row) => row.station || BLANK },
  {
    key: 'published_numerator',
    label: 'Published',
    render: (row) => counts(row.published_numerator, row.published_denominator),
  },
  { key: 'numerator', label: 'Now', render: (row) => counts(row.numerator, row.denominator) },
  {
    key: 'report',
    label: 'Named by report',
    render: (row) => html`<a href=${changed({ report: row.report })}>${row.report}, ${row.period}</a>`,
  },
];
