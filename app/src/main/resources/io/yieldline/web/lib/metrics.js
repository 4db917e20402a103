import { html, useMemo } from './preact.js';
import { get } from './api.js';
import { Chart } from './chart.js';
import { FilterBar, Switch } from './filters.js';
import { day as dayText, decimal, plus, sentence, shortDay } from './format.js';
import { Loaded, Notice, useLoad } from './load.js';
import { grid, line, slanted } from './plots.js';
import * as says from './says.js';
import { DataTable } from './table.js';
import { byThing, latestRows } from '../maths/history.js';

const BY = [
  ['day', 'Days'],
  ['week', 'Weeks'],
];
const LAST = [
  ['14', '14 d'],
  ['28', '28 d'],
  ['91', '91 d'],
  ['364', '364 d'],
];

/** The metrics of the plant by day or week, as the command metrics prints them. */
export function Metrics({ query, ended }) {
  const by = query.by === 'week' ? 'week' : 'day';
  const last = LAST.some(([days]) => days === query.last) ? query.last : '28';
  const state = useLoad(() => get('/metrics', { by, last }), [by, last, ended], 60);
  return html`
    <${FilterBar}>
      <${Switch} name="by" label="By" value=${by} options=${BY} />
      <${Switch} name="last" label="Last days" value=${last} options=${LAST} />
    <//>
    <${Loaded} state=${state} lines=${10}>
      ${(found) => html`
        <div class="stack">
          <${Notice} kind=${isSoon(found) ? 'warn' : 'info'}>${found.disk_words}<//>
          <div class="grid">
            ${CHARTS.map(
              (chart) => html`
                <div class="half">
                  <${OverTime} key=${`${chart.name} ${by}`} chart=${chart} found=${found} />
                </div>`,
            )}
          </div>
          <${Details} found=${found} />
        </div>`}
    <//>`;
}

/** A disk that is full within a month. */
const isSoon = ({ disk, to }) => disk.full_on && disk.full_on < plus(to, 30);

const number = (key, label, digits) => ({ key, label, type: 'number', digits });
const whole = (key, label) => ({ key, label, type: 'count' });

/** bars: stacked; lines: on the same axis; top: the end of the axis. */
const CHARTS = [
  {
    name: 'rows',
    title: 'Rows processed',
    columns: [whole('exports', 'Exports'), whole('rows', 'Rows'), whole('rejected', 'Rejected')],
    bars: ['rows'],
  },
  {
    name: 'errors',
    metric: 'rows',
    title: 'Error rate',
    columns: [whole('rejected', 'Rejected'), whole('rows', 'Rows'), number('error_percent', 'Error rate, %', 2)],
    lines: ['error_percent'],
  },
  {
    name: 'quality',
    title: 'Data-quality score',
    columns: [number('quality_score', 'Score', 2)],
    lines: ['quality_score'],
    top: 100,
  },
  {
    name: 'steps',
    title: 'Time of all runs',
    columns: [whole('runs', 'Runs'), number('run_seconds', 'Seconds', 1)],
    bars: ['run_seconds'],
  },
  {
    name: 'schedule',
    title: 'Scheduled runs',
    columns: [whole('due', 'Due'), number('completed_percent', 'Completion rate, %', 2)],
    lines: ['completed_percent'],
    top: 100,
  },
  {
    name: 'uptime',
    title: 'Uptime of the server',
    columns: [number('uptime_percent', 'Uptime, %', 2)],
    lines: ['uptime_percent'],
    top: 100,
  },
  {
    name: 'responses',
    title: 'Response times',
    columns: [whole('requests', 'Requests'), whole('median_ms', 'Median, ms'), whole('p95_ms', 'p95, ms')],
    lines: ['median_ms', 'p95_ms'],
  },
  {
    name: 'tables',
    title: 'Records',
    columns: [whole('records', 'Records')],
    lines: ['records'],
  },
  {
    name: 'space',
    title: 'Home and free space',
    columns: [whole('home_mb', 'Home, MB'), whole('free_mb', 'Free, MB')],
    lines: ['home_mb', 'free_mb'],
  },
];

function OverTime({ chart, found }) {
  const { by, summary } = found;
  const option = useMemo(() => picture(chart, summary, by), [chart, summary]);
  return html`
    <${Chart}
      title=${chart.title}
      name=${`metrics-${chart.name}`}
      says=${said(chart, summary, by)}
      note=${sentence(found.metrics[chart.metric ?? chart.name].definition)}
      rows=${summary}
      columns=${[PERIOD[by], ...chart.columns]}
      option=${option}
      height=${220}
    />`;
}

function said({ columns, bars = [], lines = [] }, rows, by) {
  const [key] = [...bars, ...lines];
  const label = columns.find((column) => column.key === key).label;
  if (bars.length) {
    return says.most(
      rows.map((row) => [by === 'day' ? dayText(row.day) : row.week, row[key]]),
      label.toLowerCase().replace(/s$/, ''),
    );
  }
  return says.between(
    label,
    rows.map((row) => row[key]),
    short,
  );
}

const PERIOD = { day: { key: 'day', label: 'Day', type: 'day' }, week: { key: 'week', label: 'Week' } };

const short = (value) => decimal(value, Number.isInteger(value) ? 0 : 2);

const picture =
  ({ columns, bars = [], lines = [], top }, rows, by) =>
  (colours, width) => {
    const label = (key) => columns.find((column) => column.key === key).label;
    const values = (key) => rows.map((row) => row[key]);
    const names = rows.map((row) => (by === 'day' ? shortDay(row.day) : row.week));
    return {
      legend: bars.length + lines.length > 1 ? {} : undefined,
      grid: grid({ top: bars.length + lines.length > 1 ? 36 : 12 }),
      tooltip: { trigger: 'axis', valueFormatter: short },
      xAxis: { type: 'category', data: names, axisLabel: slanted(names, width) },
      yAxis: { type: 'value', min: 0, max: top, axisLabel: { formatter: short } },
      series: [
        ...bars.map((key) => ({ name: label(key), type: 'bar', data: values(key) })),
        ...lines.map((key) => line(label(key), values(key), { showSymbol: rows.length < 60 })),
      ],
    };
  };

const TRENDS = [
  { key: 'step', label: 'Operation, step or mart' },
  whole('times', 'Times'),
  number('mean_seconds', 'Mean, s', 3),
  number('longest_seconds', 'Longest, s', 3),
  number('percent_a_week', 'Change a week, %', 1),
];
const JOBS = [
  { key: 'job', label: 'Job' },
  whole('due', 'Due'),
  whole('in_time', 'In time'),
  whole('late', 'Late'),
  whole('failed', 'Failed'),
  whole('given_up', 'Given up'),
];
const ROUTES = [
  { key: 'route', label: 'Route', render: (row) => html`<code>${row.route}</code>` },
  whole('requests', 'Requests'),
  whole('median_ms', 'Median, ms'),
  whole('p95_ms', 'p95, ms'),
];
const TABLES = [{ key: 'table', label: 'Table' }, whole('rows', 'Rows'), whole('change', 'Change')];

/** What the charts leave out: each step, job, route and table. */
function Details({ found }) {
  const { by, metrics, trends } = found;
  const routes = latestRows(metrics.responses.rows, by);
  const tables = latestRows(metrics.tables.rows, by);
  const jobs = byThing(metrics.schedule.rows, 'job', ['due', 'in_time', 'late', 'failed', 'given_up']);
  return html`
    <${Detail}
      title="Steps and their trend"
      note="The change a week needs five days."
      rows=${trends}
      columns=${TRENDS}
    />
    <${Detail} title="Scheduled jobs" note=${sentence(metrics.schedule.definition)} rows=${jobs} columns=${JOBS} />
    <${Detail}
      title="Response times by route"
      note=${routes.length ? `Of ${routes[0][by]}, the slowest first.` : 'No request yet.'}
      rows=${routes}
      columns=${ROUTES}
      sort=${{ key: 'p95_ms', down: true }}
    />
    <${Detail}
      title="Rows of tables"
      note=${tables.length ? `At the last sample of ${tables[0][by]}.` : 'No sample yet.'}
      rows=${tables}
      columns=${TABLES}
      sort=${{ key: 'rows', down: true }}
    />`;
}

const Detail = ({ title, note, rows, columns, sort }) => html`
  <section class="card">
    <header>
      <div>
        <h2>${title}</h2>
        <p>${note}</p>
      </div>
    </header>
    <${DataTable} caption=${title} rows=${rows} columns=${columns} sort=${sort} height=${360} />
  </section>`;
