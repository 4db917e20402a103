import { html } from './preact.js';
import { address, get } from './api.js';
import { Chart } from './chart.js';
import { count, moment, percent, ratio, tick } from './format.js';
import { Loaded, Notice, useLoad } from './load.js';
import { grid, shares } from './plots.js';
import * as says from './says.js';
import { DataTable } from './table.js';
import { changed } from './url.js';

/** The outcome of a check that has no result. */
export const NEVER = 'never run';
const HISTORY = 2000;

/** The share of good rows, with two decimals, so that 3 of 15,000 do not look like none. */
export const good = (row) =>
  row.good
    ? html`
      ${percent(row.good.value, 2)}
      <small>${count(row.good.numerator)} of ${count(row.good.denominator)}</small>`
    : 'n/a';
const COLOURS = { 'could not run': 'down', failed: 'down', passed: 'up' };
/** The outcome in its colour. */
export const outcome = (row) => html`<span class=${COLOURS[row.outcome] ?? ''}>${row.outcome ?? NEVER}</span>`;

/** A check by itself. */
export function Check({ check, data, plant }) {
  const state = useLoad(() => get('/checks/history', { check: check.check, limit: HISTORY }), [check.check], 300);
  const own = data.findings.filter((each) => each.check === check.check);
  return html`
    <div class="stack">
      <section class="card">
        <header>
          <div>
            <h2>${check.title ?? check.check}</h2>
            <p>${check.check}, ${check.dimension}, ${check.severity}</p>
          </div>
          <a class="button" href=${changed({ check: '' })}>All checks</a>
        </header>
        ${
          own.length
            ? html`
              <ul class="reasons">
                ${own.map((each) => html`<li>${each.message}</li>`)}
              </ul>`
            : html`<p class="soft">The latest run found nothing.</p>`
        }
      </section>
      <${Loaded} state=${state}>
        ${(found) => html`<${History} check=${check.check} results=${[...found.rows].reverse()} />`}
      <//>
      ${
        plant.role === 'viewer'
          ? html`<${Notice}>Rows of records need the role analyst.<//>`
          : html`<${Rows} check=${check.check} />`
      }
    </div>`;
}

function History({ check, results }) {
  const table = results.map((row) => ({
    ...row,
    good: ratio(Math.max(0, (row.total ?? 0) - row.failing), row.total ?? 0),
  }));
  const all = table.filter((row) => days(row) === '');
  const option = (colours) => historyDrawn(all, colours);
  return html`
    <${Chart}
      title="History"
      name=${`check-${check}`}
      says=${says.between(
        'Good rows',
        all.map((row) => row.good.value),
        (value) => percent(value),
      )}
      rows=${table}
      option=${all.length > 1 ? option : undefined}
      height=${200}
      note="Good rows of the rows that were checked, for each run over all days; runs that did not pass are orange."
      columns=${[
        { key: 'finished_at', label: 'Checked', type: 'time' },
        { key: 'run', label: 'Run' },
        { key: 'outcome', label: 'Outcome', render: outcome },
        { key: 'days', label: 'Days', render: days },
        { key: 'failing', label: 'Failing', type: 'count' },
        { key: 'total', label: 'Checked rows', type: 'count' },
        { key: 'good', label: 'Good', type: 'ratio', render: good },
        { key: 'findings', label: 'Findings', type: 'count' },
      ]}
    />`;
}

/** The days to which a run was limited; blank for all. */
const days = (row) => [...new Set([row.first_day, row.last_day])].filter(Boolean).join(' to ');

const historyDrawn = (table, colours) => ({
  tooltip: { trigger: 'axis', formatter: ([event]) => words(table[event.dataIndex]) },
  grid: grid({ right: 24, top: 12 }),
  xAxis: { type: 'category', data: table.map((row) => moment(row.finished_at)) },
  yAxis: shares({ axisLabel: { formatter: tick } }),
  series: [
    {
      name: 'Good',
      type: 'line',
      symbolSize: 8,
      data: table.map((row) => ({
        value: row.good.value,
        itemStyle: { color: row.outcome === 'passed' ? colours.good : colours.bad },
      })),
    },
  ],
});

const words = (row) =>
  [
    `${moment(row.finished_at)}, run ${row.run}`,
    `${row.outcome}: ${count(row.failing)} failing of ${count(row.total)}`,
  ].join('\n');

function Rows({ check }) {
  const state = useLoad(() => get(`/checks/${check}/rows`), [check], 3600);
  return html`
    <${Loaded} state=${state}>
      ${(found) => html`
        <section class="card">
          <header>
            <div>
              <h2>Failing rows</h2>
              <p>
                ${
                  found.total
                    ? `The first ${count(found.total)} of the latest run.`
                    : 'None: the check passed, or it does not check single rows.'
                }
              </p>
            </div>
            ${
              found.total > 0 &&
              html`
                <a class="button" download href=${address(`/checks/${check}/rows`, { format: 'csv' })}>CSV</a>`
            }
          </header>
          ${
            found.total > 0 &&
            html`
              <${DataTable}
                caption="Failing rows"
                height=${420}
                rows=${found.rows}
                columns=${[
                  {
                    key: 'export_id',
                    label: 'Export',
                    render: (row) =>
                      html`<a href=${`/operations?part=exports&export=${row.export_id}`}>${row.export_id}</a>`,
                  },
                  { key: 'row_number', label: 'Row' },
                  { key: 'cells', label: 'Record', render: (row) => cells(row.cells) },
                ]}
              />`
          }
        </section>`}
    <//>`;
}

/** The cells of a record, the unit as a link. */
function cells(shown) {
  const serial = /serial_number=([\p{L}\p{N}]+)/u.exec(shown);
  if (!serial) return shown;
  const [before, after] = [shown.slice(0, serial.index), shown.slice(serial.index + serial[0].length)];
  return html`
    ${before}
    <a href=${`/unit?serial=${serial[1]}`}>${serial[1]}</a>
    ${after}`;
}
