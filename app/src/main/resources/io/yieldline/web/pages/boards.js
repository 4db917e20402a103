import { html, useMemo } from '../lib/preact.js';
import { choices, get, rows } from '../lib/api.js';
import { Chart } from '../lib/chart.js';
import { Check, Choice, Days, FilterBar, Switch, range } from '../lib/filters.js';
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
  ratioText,
} from '../lib/format.js';
import { Loaded, useLoad } from '../lib/load.js';
import { OF_BAR, grid, names, periods, shares } from '../lib/plots.js';
import * as says from '../lib/says.js';
import { Suspects, intervals } from '../lib/suspects.js';
import { changed, link, why } from '../lib/url.js';
import { comparedRates, failureRate } from '../maths/rates.js';

const BY = [
  ['fixture', 'Fixture'],
  ['station', 'Station'],
];
const LOW = 10;
const DRAWN = 40;

/** Electrical tests: which fixtures fail more than their mix explains, and the failure rates by fixture or station. */
export default function Boards({ query, plant }) {
  const { from, to } = range(query, plant);
  const by = query.by === 'station' ? 'station' : 'fixture';
  const length = daysOf(from, to).length;
  const other = by === 'fixture' ? 'station' : 'fixture';
  const named = ['model', other, 'part_number'];
  const keys = keysOf(query, named);
  const focus = query.focus === BLANK ? '' : query.focus;
  const sum = (parameters) => rows('/marts/fixture_daily', { ...keys, ...parameters }).then((found) => found.rows);
  const state = useLoad(
    () =>
      Promise.all([
        sum({ from, to, by }),
        sum({ from: plus(from, -length), to: plus(from, -1), by }),
        sum({ from, to, by: 'day' }),
        query.focus ? sum({ from, to, by: 'day', [by]: focus }) : [],
        choices('/marts/fixture_daily', { from, to }, named),
        by === 'fixture' ? get('/suspects', { ...keys, of: by, from, to }) : null,
        by === 'fixture' ? get('/retests', { ...keys, from, to }) : null,
      ]).then(([now, before, days, focused, options, suspects, retests]) => ({
        now,
        before,
        days,
        focused,
        options,
        suspects,
        retests,
      })),
    [from, to, by, keys, focus],
  );
  const options = state.data?.options ?? {};
  return html`
    <${FilterBar}>
      <${Switch} name="by" label="Compare" value=${by} options=${BY} />
      <${Days} from=${from} to=${to} latest=${plant.latest} presets=${[1, 7, 14, 28]} />
      <${Choice} name="model" label="Model" value=${query.model} options=${options.model ?? []} />
      <${Choice}
        name=${other}
        label=${other === 'station' ? 'Station' : 'Fixture'}
        value=${query[other]}
        options=${options[other] ?? []}
      />
      <${Choice}
        name="part_number"
        label="Part number"
        value=${query.part_number}
        options=${options.part_number ?? []}
      />
      <${Check} name="low" label=${`Fewer than ${LOW} tests`} value=${query.low} />
    <//>
    <${Loaded} state=${state} lines=${10}>
      ${({ now, before, days, focused, suspects, retests }) => html`
        <div class="stack">
          ${suspects && html`<${Suspects} found=${suspects} retests=${retests} from=${from} to=${to} />`}
          <${Rates} by=${by} from=${from} to=${to} now=${now} before=${before} keys=${keys} query=${query} />
          <${ByDay} by=${by} from=${from} to=${to} whole=${days} focused=${focused} keys=${keys} focus=${query.focus} />
        </div>`}
    <//>`;
}

const keysOf = (query, named) => Object.fromEntries(named.filter((key) => query[key]).map((key) => [key, query[key]]));

function Rates({ by, from, to, now, before, keys, query }) {
  const least = query.low === 'yes' ? 0 : LOW;
  const found = useMemo(() => comparedRates(by, now, before, least), [by, now, before, least]);
  const shown = useMemo(() => found.listed.slice(0, DRAWN), [found]);
  const explain = (row) =>
    row.name === undefined
      ? null
      : why('fixture_daily', { ...keys, [by]: row.value, ...(from === to ? { day: from } : { from, to }) });
  const option = useMemo(() => (colours) => ratesDrawn(shown, found.whole, colours), [shown]);
  const { total, whole } = found;
  return html`
    <${Chart}
      title=${`Failure rate by ${by}`}
      name=${`failure-rate-by-${by}`}
      says=${says.half(
        now.map((row) => row.failed),
        by,
        'failed test',
      )}
      rows=${found.listed}
      option=${option}
      height=${66 + 26 * shown.length}
      note=${ratesNote(by, from, to, found)}
      total=${total && { total: total.total, passed: total.passed, failed: total.failed, rate: whole }}
      columns=${ratesColumns(by, from, to, query, explain)}
      why=${explain}
      at=${(event) => shown[event.dataIndex]}
    />`;
}

function ratesNote(by, from, to, { listed, hidden, whole }) {
  return [
    `Failed of the judged electrical tests, with retests, ${longDay(from)} to ${longDay(to)}.`,
    `All: ${ratioText(whole, 2)}.`,
    `Each ${by} tests something else, so the rates say nothing about whether one is bad.`,
    "Bars: Wilson's 95 % interval.",
    hidden > 0 && `${counted(hidden, by)} with fewer than ${LOW} tests hidden.`,
    listed.length > DRAWN &&
      `The chart shows the ${DRAWN} with the highest rates, the table all ${count(listed.length)}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

const ratesColumns = (by, from, to, query, explain) => [
  {
    key: 'name',
    label: by === 'fixture' ? 'Fixture' : 'Station',
    render: (row) =>
      row.name && html`<a href=${changed({ focus: row.name === query.focus ? '' : row.name })}>${row.name}</a>`,
  },
  { key: 'total', label: 'Tests', type: 'count', why: explain },
  { key: 'passed', label: 'Passed', type: 'count' },
  {
    key: 'failed',
    label: 'Failed',
    type: 'count',
    render: (row) =>
      row.failed && row.name
        ? html`
          <a href=${link('failures', { [by]: row.name, from, to })} title="What failed?">
            ${count(row.failed)}
          </a>`
        : count(row.failed),
  },
  { key: 'rate', label: 'Failure rate', type: 'ratio' },
  { key: 'least', label: '95 % from', type: 'percent' },
  { key: 'most', label: 'to', type: 'percent' },
  { key: 'before', label: `${counted(daysOf(from, to).length, 'day')} before`, type: 'ratio' },
];

const ratesDrawn = (shown, whole, colours) => ({
  tooltip: { ...OF_BAR, formatter: (events) => words(shown[events[0].dataIndex], whole) },
  grid: grid({ right: 130, top: 22, bottom: 4 }),
  xAxis: { type: 'value', min: 0, axisLabel: { formatter: tick } },
  yAxis: names(
    shown.map((row) => row.name),
    colours,
  ),
  series: [
    ...intervals(
      shown.map((row) => ({ ...row, label: label(row) })),
      colours,
    ),
    ratePoints(shown, whole, colours),
  ],
});

const ratePoints = (shown, whole, colours) => ({
  name: 'Failure rate',
  type: 'scatter',
  symbolSize: 11,
  data: shown.map((row, i) => ({
    value: [row.rate.value, i],
    itemStyle: { color: colours.good },
  })),
  markLine:
    whole.value === null
      ? undefined
      : {
          silent: true,
          symbol: 'none',
          lineStyle: { color: colours.soft, type: 'dashed' },
          label: { formatter: `all: ${percent(whole.value)}`, color: colours.soft, position: 'start' },
          data: [{ xAxis: whole.value }],
        },
});

const label = (row) => `${percent(row.rate.value)}  ${count(row.rate.numerator)} of ${count(row.rate.denominator)}`;
const words = (row, whole) =>
  [
    row.name,
    `failure rate ${ratioText(row.rate, 2)}`,
    `95 % interval ${percent(row.least)} to ${percent(row.most)}`,
    `all ${percent(whole.value, 2)}; before ${ratioText(row.before)}`,
  ].join('\n');

function ByDay({ by, from, to, whole, focused, keys, focus }) {
  const table = useMemo(
    () =>
      daysOf(from, to).map((day) => ({
        day,
        whole: failureRate(whole.find((row) => row.day === day)),
        one: failureRate(focused.find((row) => row.day === day)),
      })),
    [from, to, whole, focused],
  );
  const option = useMemo(() => () => byDayDrawn(table, focus, keys), [table]);
  const explain = (row) => (row.whole.denominator ? why('fixture_daily', { ...keys, day: row.day }) : null);
  return html`
    <${Chart}
      title="Failure rate by day"
      name="failure-rate-by-day"
      says=${says.most(
        table.map((row) => [dayText(row.day), row.whole.numerator]),
        'failed test',
      )}
      option=${option}
      height=${240}
      why=${explain}
      at=${(event) => table[event.dataIndex]}
      rows=${table.some((row) => row.whole.denominator) ? table : []}
      note=${
        focus
          ? `${focus} next to all.`
          : `Choose a ${by} in the table above to see it next to all. Days without tests are skipped.`
      }
      columns=${[
        { key: 'day', label: 'Day', type: 'day' },
        { key: 'whole', label: 'All', type: 'ratio' },
        ...(focus ? [{ key: 'one', label: focus, type: 'ratio' }] : []),
      ]}
    />`;
}

const byDayDrawn = (table, focus, keys) => ({
  legend: { data: ['All', ...(focus ? [focus] : [])] },
  tooltip: { trigger: 'axis', formatter: ([event]) => dayWords(table[event.dataIndex], focus) },
  xAxis: periods(
    table.map((row) => row.day),
    keys,
  ),
  yAxis: shares({ scale: false, min: 0, max: undefined }),
  series: [
    { name: 'All', type: 'line', connectNulls: true, data: table.map((row) => row.whole.value) },
    ...(focus ? [{ name: focus, type: 'line', connectNulls: true, data: table.map((row) => row.one.value) }] : []),
  ],
});

const dayWords = (row, focus) =>
  [dayText(row.day), `all ${ratioText(row.whole)}`, ...(focus ? [`${focus} ${ratioText(row.one)}`] : [])].join('\n');
