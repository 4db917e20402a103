import { html, useMemo } from '../lib/preact.js';
import { choices, get, rows } from '../lib/api.js';
import { Chart } from '../lib/chart.js';
import { advice, adviceColumns } from '../lib/failure-codes.js';
import { Choice, Days, FilterBar, Switch, range } from '../lib/filters.js';
import {
  BLANK,
  count,
  counted,
  day as dayText,
  days as daysOf,
  longDay,
  percent,
  tick,
  plus,
  ratio,
  ratioText,
} from '../lib/format.js';
import { Loaded, Notice, useLoad } from '../lib/load.js';
import { OF_BAR, counts, grid, periods, slanted } from '../lib/plots.js';
import * as says from '../lib/says.js';
import { changed, why } from '../lib/url.js';
import { cellOf, failuresByDay, pareto, vitalFew, withCodes } from '../maths/pareto.js';
import { sum } from '../maths/statistics.js';
import { isBehind } from '../maths/today.js';

const BY = [
  ['code', 'Code'],
  ['fixture', 'Fixture'],
  ['station', 'Station'],
  ['part_number', 'Part number'],
];
const KEYS = ['source', 'model', ...BY.map(([key]) => key)];
const SHOWN = 25;
const LEADERS = 5;
const TREND_DAYS = 28;
const EARLIER = 365;

/** What fails: codes, fixtures, stations or part numbers by their share, since when, and by day. */
export default function Failures({ query, plant }) {
  const { from, to } = range(query, plant);
  const by = BY.find(([key]) => key === query.by)?.[0] ?? 'code';
  const keys = keysOf(query);
  const state = useLoad(
    () =>
      Promise.all([
        rows('/marts/all_failure_daily', {
          from: plus(from, -EARLIER),
          to,
          by: by === 'code' ? ['day', 'code', 'station'] : ['day', by],
          ...keys,
        }),
        choices('/marts/all_failure_daily', { from, to }, KEYS),
        by === 'code' ? get('/failure-codes', { day: to }) : { rows: [] },
      ]).then(([found, named, codes]) => ({
        all: by === 'code' ? withCodes(found.rows) : found.rows,
        named,
        codes: codes.rows,
      })),
    [from, to, by, keys],
  );
  const named = state.data?.named ?? {};
  return html`
    <${FilterBar}>
      <${Switch} name="by" label="Count by" value=${by} options=${BY} />
      <${Days} from=${from} to=${to} latest=${plant.latest} presets=${[1, 7, 14, 28]} />
      <${Choice} name="source" label="Log" value=${query.source} options=${named.source ?? []} />
      <${Choice} name="model" label="Model" value=${query.model} options=${named.model ?? []} />
      ${BY.filter(([key]) => key !== by).map(
        ([key, label]) =>
          html`<${Choice} name=${key} label=${label} value=${query[key]} options=${named[key] ?? []} />`,
      )}
    <//>
    ${
      isBehind(plant.stale, 'all_failure_daily', to) &&
      html`<${Notice}>Loaded, but not brought up to date: failures are missing here until the marts are refreshed.<//>`
    }
    <${Loaded} state=${state} lines=${10}>
      ${({ all, codes }) => html`
        <div class="stack">
          <${Pareto} by=${by} from=${from} to=${to} all=${all} codes=${codes} keys=${keys} focus=${query.focus} />
          <${Trend} by=${by} from=${from} to=${to} all=${all} keys=${keys} focus=${query.focus} />
        </div>`}
    <//>`;
}

const keysOf = (query) =>
  Object.fromEntries(KEYS.filter((key) => query[key]).map((key) => [key, query[key] === BLANK ? '' : query[key]]));
const noun = (by) => BY.find(([key]) => key === by)[1];

/** The Pareto with names as the page shows them. */
const paretoOf = (by, from, to, all) => pareto(all, by, from, to).map((row) => ({ name: row.value ?? BLANK, ...row }));

function Pareto({ by, from, to, all, codes, keys, focus }) {
  const table = useMemo(
    () => paretoOf(by, from, to, all).map((row) => ({ ...row, ...advice(codes, row.value, keys.model) })),
    [by, from, to, all, codes, keys.model],
  );
  const bars = table.slice(0, SHOWN);
  const total = sum(table.map((row) => row.failures));
  const explain = (row) =>
    row.name === undefined
      ? null
      : why('all_failure_daily', {
          ...keys,
          ...cellOf(by, row.value),
          ...(from === to ? { day: from } : { from, to }),
        });
  const option = useMemo(() => (colours, width) => paretoDrawn(bars, focus, colours, width), [bars, focus]);
  return html`
    <${Chart}
      title=${`Failures by ${noun(by).toLowerCase()}`}
      name=${`failures-by-${by}`}
      says=${says.vital(table, noun(by).toLowerCase())}
      rows=${table}
      option=${option}
      height=${340}
      note=${paretoNote(by, from, to, table, total)}
      total=${{ failures: total, share: ratio(total, total) }}
      columns=${[...paretoColumns(by, daysOf(from, to).length, focus, explain), ...adviceColumns(table)]}
      why=${explain}
      at=${(event) => bars[event.dataIndex]}
    />`;
}

function paretoNote(by, from, to, table, total) {
  const vital = vitalFew(table);
  return [
    `${counted(total, 'failure')} of ${counted(table.length, noun(by).toLowerCase())}, a record in both logs once,`,
    `${longDay(from)} to ${longDay(to)}.`,
    table.length > SHOWN && `The chart shows the first ${SHOWN}, the table all.`,
    vital && `The first ${count(vital)} cause 80 %.`,
    'First seen looks back one year.',
  ]
    .filter(Boolean)
    .join(' ');
}

const paretoColumns = (by, length, focus, explain) => [
  {
    key: 'name',
    label: noun(by),
    render: (row) =>
      row.name &&
      html`
        <a
          href=${changed({ focus: row.name === focus ? '' : row.name })}
          title=${row.name === focus ? 'Show all by day' : 'Show its days'}
        >
          ${row.name}
        </a>`,
  },
  { key: 'failures', label: 'Failures', type: 'count', why: explain },
  { key: 'share', label: 'Share', type: 'ratio' },
  { key: 'cumulative', label: 'Cumulative', type: 'ratio' },
  { key: 'before', label: `${counted(length, 'day')} before`, type: 'count' },
  {
    key: 'first',
    label: 'First seen',
    render: (row) => row.first && `${longDay(row.first)}${row.fresh ? ', new' : ''}`,
  },
  { key: 'last', label: 'Last seen', type: 'day' },
];

function paretoDrawn(bars, focus, colours, width) {
  const labels = bars.map((row) => row.name);
  return {
    legend: { data: ['Failures', 'Cumulative share'] },
    tooltip: { ...OF_BAR, formatter: (events) => words(bars[events[0].dataIndex]) },
    grid: grid({ bottom: 4 }),
    xAxis: {
      type: 'category',
      data: labels,
      axisLabel: slanted(labels, width),
    },
    yAxis: [
      counts(),
      {
        type: 'value',
        min: 0,
        max: 1,
        splitLine: { show: false },
        axisLabel: { formatter: tick },
      },
    ],
    series: [
      failureBars(bars, focus, colours),
      {
        name: 'Cumulative share',
        type: 'line',
        yAxisIndex: 1,
        color: colours.soft,
        symbolSize: 5,
        lineStyle: { width: 2 },
        data: bars.map((row) => row.cumulative.value),
      },
    ],
  };
}

const failureBars = (bars, focus, colours) => ({
  name: 'Failures',
  type: 'bar',
  color: colours.good,
  barMaxWidth: 42,
  data: bars.map((row) => ({
    value: row.failures,
    itemStyle: row.name === focus ? { color: colours.bad } : {},
  })),
  z: 3,
  label: {
    show: true,
    position: 'top',
    distance: 2,
    padding: [0, 2],
    color: colours.ink,
    backgroundColor: colours.surface,
    formatter: (event) => count(event.value),
  },
});

const words = (row) =>
  [
    row.name,
    `${counted(row.failures, 'failure')}, ${percent(row.share.value)} of all`,
    `cumulative ${ratioText(row.cumulative)}`,
    `first seen ${dayText(row.first)}${row.fresh ? ' (new)' : ''}`,
    row.action && `recommended: ${row.action}`,
  ]
    .filter(Boolean)
    .join('\n');

function Trend({ by, from, to, all, keys, focus }) {
  const leaders = useMemo(() => {
    const table = paretoOf(by, from, to, all);
    return (focus ? table.filter((row) => row.name === focus) : table.slice(0, LEADERS)).map((row) => row.value);
  }, [by, from, to, all, focus]);
  const first = [plus(to, 1 - TREND_DAYS), from].sort()[0];
  const table = useMemo(() => failuresByDay(all, by, leaders, first, to), [all, by, first, to, leaders]);
  const option = useMemo(() => (colours) => trendDrawn(table, leaders, focus, colours), [table]);
  const explain = (row, value) =>
    why('all_failure_daily', { day: row.day, ...keys, ...(value === undefined ? {} : cellOf(by, value)) });
  return html`
    <${Chart}
      title=${focus ? `${focus} by day` : 'Failures by day'}
      name="failures-by-day"
      says=${says.most(
        table.map((row) => [dayText(row.day), focus ? row.s0 : row.total]),
        'failure',
      )}
      option=${option}
      why=${(row) => (row.total ? explain(row, focus ? leaders[0] : undefined) : null)}
      at=${(event) => table[event.dataIndex]}
      height=${260}
      rows=${table.some((row) => row.total) ? table : []}
      note=${
        focus
          ? 'Choose it again in the table above to see all.'
          : `The first ${LEADERS} by ${noun(by).toLowerCase()}, and the others. Choose one in the table to see it.`
      }
      columns=${[
        { key: 'day', label: 'Day', type: 'day' },
        { key: 'total', label: 'All', type: 'count' },
        ...leaders.map((value, i) => ({
          key: `s${i}`,
          label: value ?? BLANK,
          type: 'count',
          why: (row) => (row[`s${i}`] ? explain(row, value) : null),
        })),
      ]}
    />`;
}

const trendDrawn = (table, leaders, focus, colours) => ({
  legend: { data: [...leaders.map((value) => value ?? BLANK), ...(focus ? [] : ['Others'])] },
  tooltip: { trigger: 'axis' },
  grid: grid(),
  xAxis: periods(table.map((row) => row.day)),
  yAxis: counts(),
  series: [
    ...leaders.map((value, i) => ({
      name: value ?? BLANK,
      type: 'bar',
      stack: 'all',
      barMaxWidth: 30,
      data: table.map((row) => row[`s${i}`]),
    })),
    ...(focus
      ? []
      : [
          {
            name: 'Others',
            type: 'bar',
            stack: 'all',
            color: colours.line,
            data: table.map((row) => row.total - sum(leaders.map((_, i) => row[`s${i}`]))),
          },
        ]),
  ],
});
