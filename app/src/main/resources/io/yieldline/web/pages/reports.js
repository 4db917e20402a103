import { html } from '../lib/preact.js';
import { get } from '../lib/api.js';
import { Choice, FilterBar } from '../lib/filters.js';
import { BLANK, capital, count, counted, percent, stamp } from '../lib/format.js';
import { Empty, Loaded, useLoad } from '../lib/load.js';
import { Tools } from '../lib/sheet.js';
import { Subscriptions } from '../lib/subscriptions.js';
import { DataTable } from '../lib/table.js';
import { changed, link } from '../lib/url.js';

const MOST = 400;

/** The published reports and the subscriptions; with a number, one report with what was restated of it. */
export default function Reports({ query, plant }) {
  const state = useLoad(() => get('/reports', { limit: MOST }).then((found) => found.rows), []);
  return html`
    <${Loaded} state=${state} lines=${10}>
      ${(all) =>
        query.report
          ? html`<${Page} all=${all} number=${query.report} />`
          : html`<${Published} all=${all} query=${query} plant=${plant} />`}
    <//>`;
}

function Published({ all, query, plant }) {
  const listed = all.filter((row) => !query.kind || row.kind === query.kind);
  return html`
    <${FilterBar}>
      <${Choice} name="kind" label="Kind" value=${query.kind} options=${['daily', 'weekly']} />
      <span class="resolved">${counted(listed.length, 'report')}</span>
    <//>
    <div class="stack">
      <section class="card">
        <header>
          <div>
            <h2>Published reports</h2>
            <p>Restated are figures that later reports of the kind showed with other counts.</p>
          </div>
        </header>
        ${
          all.length
            ? html`<${DataTable} caption="Published reports" height=${420} rows=${listed} columns=${REPORTS} />`
            : html`<${Empty} title="No report is published yet.">Run: yieldline report daily<//>`
        }
      </section>
      <${Subscriptions} plant=${plant} />
    </div>`;
}

const REPORTS = [
  {
    key: 'subject',
    label: 'Report',
    render: (row) => html`<a class="breaks" href=${changed({ report: row.id })}>${row.subject}</a>`,
  },
  { key: 'kind', label: 'Kind' },
  { key: 'period', label: 'About' },
  { key: 'made_at', label: 'Published', type: 'stamp' },
  { key: 'restated', label: 'Restated', type: 'count' },
  { key: 'id', label: 'Number' },
];

/** A report before and after it in time is of the same kind. */
function Page({ all, number }) {
  const report = all.find((row) => String(row.id) === number);
  if (!report) {
    return html`<${Empty} title=${`There is no report ${number}.`}><a href=${link('reports')}>All reports</a><//>`;
  }
  const same = all.filter((row) => row.kind === report.kind);
  const place = same.indexOf(report);
  return html`<${One} key=${report.id} report=${report} earlier=${same[place + 1]} later=${same[place - 1]} />`;
}

const Step = ({ to, children }) => to && html`<a class="button" href=${changed({ report: to.id })}>${children}</a>`;

function One({ report, earlier, later }) {
  const address = `/api/v1/reports/${report.id}`;
  const state = useLoad(() => get(`/reports/${report.id}/restatements`).then((found) => found.rows), [report.id]);
  return html`
    <div class="stack">
      <section class="card">
        <header>
          <div>
            <h2>${capital(report.kind)} report of ${report.period}</h2>
            <p>Report ${report.id}, published ${stamp(report.made_at)}. It stays as it was published.</p>
          </div>
          <div class="tools">
            <a class="button" href=${link('reports')}>All reports</a>
            <${Step} to=${earlier}>Earlier<//>
            <${Step} to=${later}>Later<//>
            <a class="button" href=${address} target="_blank">Open alone</a>
          </div>
        </header>
      </section>
      <section class="card">
        <header>
          <div>
            <h2>Restated since</h2>
            <p>Figures of this report that later reports showed with other counts, and why.</p>
          </div>
          ${
            state.data?.length > 0 &&
            html`<${Tools} name=${`restated-${report.id}`} columns=${RESTATED} rows=${state.data} />`
          }
        </header>
        <${Loaded} state=${state} lines=${2}>
          ${(rows) =>
            rows.length
              ? html`<${DataTable} caption="Restated since" height=${420} rows=${rows} columns=${RESTATED} />`
              : html`<p class="soft">No later report changed a figure of this one.</p>`}
        <//>
      </section>
      <section class="card">
        <header>
          <h2>${report.subject}</h2>
        </header>
        <iframe class="report" title=${report.subject} src=${address}></iframe>
      </section>
    </div>`;
}

const share = (numerator, denominator) => (denominator ? ` = ${percent(numerator / denominator)}` : '');

const counts = (numerator, denominator) =>
  denominator === null
    ? count(numerator)
    : `${count(numerator)} of ${count(denominator)}${share(numerator, denominator)}`;

const RESTATED = [
  { key: 'figure', label: 'Figure', render: (row) => row.figure.replaceAll('_', ' ') },
  { key: 'model', label: 'Model', render: (row) => row.model || 'all' },
  { key: 'station', label: 'Station', render: (row) => row.station || BLANK },
  {
    key: 'published_numerator',
    label: 'Before',
    render: (row) => counts(row.published_numerator, row.published_denominator),
  },
  { key: 'numerator', label: 'After', render: (row) => counts(row.numerator, row.denominator) },
  { key: 'made_at', label: 'When', type: 'stamp' },
  { key: 'cause', label: 'Why', render: (row) => row.cause ?? 'not kept; see the report' },
  {
    key: 'report',
    label: 'Named by report',
    render: (row) => html`<a href=${changed({ report: row.report })}>${row.report}, ${row.period}</a>`,
  },
];
