import { html } from '../lib/preact.js';
import { address, get } from '../lib/api.js';
import { Chart } from '../lib/chart.js';
import { Choice, FilterBar } from '../lib/filters.js';
import { count, counted, decimal, longDay, moment, percent, ratio } from '../lib/format.js';
import { Loaded, Notice, useLoad } from '../lib/load.js';
import { shares } from '../lib/plots.js';
import { DataTable } from '../lib/table.js';
import { changed } from '../lib/url.js';

const OUTCOMES = ['failed', 'warned', 'passed', 'skipped'];
const HISTORY = 2000;

/** How good the data is: the score and how it comes about, each check, what it found and the rows that it found it in. */
export default function Quality({ query, plant }) {
  const state = useLoad(
    () =>
      Promise.all([get('/checks/score'), get('/checks'), get('/checks/findings')]).then(
        ([scored, checks, findings]) => ({ ...scored, checks, findings: findings.rows }),
      ),
    [],
    120,
  );
  return html`
    <${Loaded} state=${state} lines=${10}>
      ${(data) => html`
        <${Tiles} data=${data} />
        <p class="note soft">
          The score: ${data.formula}.${' '}
          ${
            data.since
              ? `The oldest result in it is of ${longDay(data.since.slice(0, 10))} ${data.since.slice(11, 16)}.`
              : 'No check has run; run: yieldline check.'
          }
        </p>
        <div class="stack">
          <${List} data=${data} query=${query} />
          ${
            query.check
              ? html`
                <${One}
                  key=${query.check}
                  check=${data.checks.find((each) => each.check === query.check) ?? { check: query.check }}
                  data=${data}
                  plant=${plant}
                />`
              : html`<${Findings} findings=${data.findings} />`
          }
        </div>`}
    <//>`;
}

function Tiles({ data }) {
  const { score, checks } = data;
  const bad = checks.filter((each) => each.outcome === 'failed').length;
  return html`
    <div class="tiles">
      <${Tile}
        name="score"
        title="Score"
        figure=${points(score.points)}
        text=${`mean of ${counted(score.dimensions.filter((each) => each.weight > 0).length, 'dimension')}; ${counted(bad, 'failed check')}`}
        kind=${bad ? 'bad' : ''}
      />
      ${score.dimensions.map(
        (each) => html`
          <${Tile}
            name=${each.dimension}
            title=${each.dimension}
            figure=${points(each.points)}
            text=${
              each.weight
                ? `100 × ${decimal(each.earned, 4)} of ${count(each.weight)}; ${counted(each.checks, 'check')}`
                : 'nothing was looked at'
            }
          />`,
      )}
    </div>`;
}

const points = (value) => (value === null ? 'n/a' : decimal(value, 2));

const Tile = ({ name, title, figure, text, kind }) => html`
  <section class=${`tile ${kind ?? ''}`} data-tile=${name}>
    <h2 class="first">${title}</h2>
    <div class="figure">${figure}</div>
    <p>${text}</p>
  </section>`;

function List({ data, query }) {
  const parts = new Map(data.score.shares.map((each) => [each.check, each]));
  const rank = (row) => (OUTCOMES.includes(row.outcome) ? OUTCOMES.indexOf(row.outcome) : OUTCOMES.length);
  const table = data.checks
    .filter(
      (row) =>
        (!query.dimension || row.dimension === query.dimension) &&
        (!query.outcome || (row.outcome ?? 'never run') === query.outcome),
    )
    .map((row) => {
      const part = parts.get(row.check);
      return { ...row, weight: part?.weight ?? null, good: part ? ratio(part.good, part.total) : null };
    })
    .sort((a, b) => rank(a) - rank(b));
  return html`
    <${Chart}
      title="Checks, each with its latest result"
      name="checks"
      rows=${table}
      height=${60 + 34 * table.length}
      note="What failed comes first. Choose a check to see its history and its failing rows. Good: rows that were right, of those that it looked at."
      columns=${[
        {
          key: 'check',
          label: 'Check',
          render: (row) => html`
            <a
              href=${changed({ check: row.check === query.check ? '' : row.check })}
              aria-current=${row.check === query.check ? 'true' : undefined}
            >
              ${row.check}
            </a>`,
        },
        { key: 'title', label: 'Says that' },
        { key: 'dimension', label: 'Dimension' },
        { key: 'severity', label: 'Severity' },
        { key: 'outcome', label: 'Outcome', render: outcome },
        { key: 'failing', label: 'Failing', type: 'count' },
        { key: 'good', label: 'Good', type: 'ratio', render: good },
        { key: 'weight', label: 'Weight', type: 'count' },
        { key: 'finished_at', label: 'Checked', type: 'time' },
      ]}
    >
      <${FilterBar}>
        <${Choice}
          name="dimension"
          label="Dimension"
          value=${query.dimension}
          options=${data.score.dimensions.map((each) => each.dimension)}
        />
        <${Choice} name="outcome" label="Outcome" value=${query.outcome} options=${[...OUTCOMES, 'never run']} />
      <//>
    <//>`;
}

// Two decimals, so that three of fifteen thousand do not look like none.
const good = (row) =>
  row.good
    ? html`
      ${percent(row.good.value, 2)}
      <small>${count(row.good.numerator)} of ${count(row.good.denominator)}</small>`
    : 'n/a';
const outcome = (row) => html`
  <span class=${row.outcome === 'failed' ? 'down' : row.outcome === 'passed' ? 'up' : ''}>
    ${row.outcome ?? 'never run'}
  </span>`;

function Findings({ findings }) {
  return html`
    <section class="card">
      <header>
        <div>
          <h2>What the latest runs found</h2>
        </div>
      </header>
      ${
        findings.length
          ? html`
            <${DataTable}
              caption="Findings"
              rows=${findings}
              columns=${[
                {
                  key: 'check',
                  label: 'Check',
                  render: (row) => html`<a href=${changed({ check: row.check })}>${row.check}</a>`,
                },
                { key: 'severity', label: 'Severity' },
                { key: 'message', label: 'Finding, and what to do' },
              ]}
            />`
          : html`<p class="soft">Nothing.</p>`
      }
    </section>`;
}

/** A check by itself. */
function One({ check, data, plant }) {
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
      ${plant.role === 'viewer' ? html`<${Notice}>Rows of records need the role analyst.<//>` : html`<${Rows} check=${check.check} />`}
    </div>`;
}

function History({ check, results }) {
  const table = results.map((row) => ({
    ...row,
    good: ratio(Math.max(0, (row.total ?? 0) - row.failing), row.total ?? 0),
  }));
  const option = (colours) => ({
    tooltip: {
      trigger: 'axis',
      formatter: ([event]) =>
        `${moment(table[event.dataIndex].finished_at)}, run ${table[event.dataIndex].run}\n${table[event.dataIndex].outcome}: ${count(table[event.dataIndex].failing)} failing of ${count(table[event.dataIndex].total)}`,
    },
    grid: { left: 8, right: 24, top: 12, bottom: 8, containLabel: true },
    xAxis: { type: 'category', data: table.map((row) => moment(row.finished_at)) },
    yAxis: shares({ axisLabel: { formatter: (value) => percent(value, 2) } }),
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
  return html`
    <${Chart}
      title="History"
      name=${`check-${check}`}
      rows=${table}
      option=${table.length > 1 ? option : undefined}
      height=${200}
      note="Good rows of those that it looked at, at each run; runs that did not pass are orange."
      columns=${[
        { key: 'finished_at', label: 'Checked', type: 'time' },
        { key: 'run', label: 'Run' },
        { key: 'outcome', label: 'Outcome', render: outcome },
        { key: 'failing', label: 'Failing', type: 'count' },
        { key: 'total', label: 'Looked at', type: 'count' },
        { key: 'good', label: 'Good', type: 'ratio', render: good },
        { key: 'findings', label: 'Findings', type: 'count' },
      ]}
    />`;
}

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
                    ? `The first ${count(found.total)} that were kept of the latest run.`
                    : 'None were kept: it passed, or it does not look at single rows.'
                }
              </p>
            </div>
            ${found.total > 0 && html`<a class="button" download href=${address(`/checks/${check}/rows`, { format: 'csv' })}>CSV</a>`}
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

/** The cells as they were kept, the unit as a link. */
function cells(shown) {
  const serial = /serial_number=([\p{L}\p{N}]+)/u.exec(shown);
  if (!serial) return shown;
  const [before, after] = [shown.slice(0, serial.index), shown.slice(serial.index + serial[0].length)];
  return html`
    ${before}
    <a href=${`/unit?serial=${serial[1]}`}>${serial[1]}</a>
    ${after}`;
}
