import { html, useMemo } from '../lib/preact.js';
import { choices, rows } from '../lib/api.js';
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
  plus,
  ratio,
  ratioText,
} from '../lib/format.js';
import { Loaded, useLoad } from '../lib/load.js';
import { shares, sums } from '../lib/plots.js';
import { changed, link, why } from '../lib/url.js';

const BY = [
  ['fixture', 'Fixture'],
  ['station', 'Station'],
];
const LOW = 10;
const DRAWN = 40;
const Z = 1.959964;

/** Electrical tests: how often they fail at each fixture or station, and which differ from the others by more than chance. */
export default function Boards({ query, plant }) {
  const { from, to } = range(query, plant, 14);
  const by = BY.find(([key]) => key === query.by)?.[0] ?? 'fixture';
  const length = daysOf(from, to).length;
  const other = by === 'fixture' ? 'station' : 'fixture';
  const named = ['model', other, 'part_number'];
  const keys = Object.fromEntries(named.filter((key) => query[key]).map((key) => [key, query[key]]));
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
      ]).then(([now, before, days, focused, options]) => ({ now, before, days, focused, options })),
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
      ${({ now, before, days, focused }) => html`
        <div class="stack">
          <${Rates} by=${by} from=${from} to=${to} now=${now} before=${before} keys=${keys} query=${query} />
          <${ByDay} by=${by} from=${from} to=${to} whole=${days} focused=${focused} keys=${keys} focus=${query.focus} />
        </div>`}
    <//>`;
}

/** Wilson's interval of 95 %: between which shares the true one lies, also where there are few tests or no failures. */
export function wilson(failed, judged) {
  if (judged === 0) return null;
  const share = failed / judged;
  const square = Z * Z;
  const middle = (share + square / (2 * judged)) / (1 + square / judged);
  const half = (Z / (1 + square / judged)) * Math.sqrt((share * (1 - share)) / judged + square / (4 * judged * judged));
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}

const COUNTS = ['total', 'passed', 'failed'];
const rateOf = (row) => (row ? ratio(row.failed, row.passed + row.failed) : ratio(0, 0));

function compared(by, now, earlier, low) {
  const before = new Map(earlier.map((row) => [row[by], rateOf(row)]));
  const [total] = sums(now, () => 'all', COUNTS);
  const whole = rateOf(total);
  const listed = now.map((row) => {
    const rate = rateOf(row);
    const [least, most] = wilson(rate.numerator, rate.denominator) ?? [null, null];
    return {
      name: row[by] ?? BLANK,
      value: row[by],
      total: row.total,
      passed: row.passed,
      failed: row.failed,
      rate,
      least,
      most,
      before: before.get(row[by]) ?? ratio(0, 0),
      verdict: against(least, most, whole.value),
    };
  });
  const shown = listed
    .filter((row) => low || row.total >= LOW)
    .sort((a, b) => (b.rate.value ?? -1) - (a.rate.value ?? -1) || b.total - a.total || (a.name < b.name ? -1 : 1));
  return { shown, hidden: listed.length - shown.length, whole, total };
}

function against(least, most, whole) {
  if (least === null || whole === null) return '';
  return least > whole ? 'above' : most < whole ? 'below' : '';
}

function Rates({ by, from, to, now, before, keys, query }) {
  const {
    shown: listed,
    hidden,
    whole,
    total,
  } = useMemo(() => compared(by, now, before, query.low === 'yes'), [by, now, before, query.low]);
  const shown = useMemo(() => listed.slice(0, DRAWN), [listed]);
  const above = listed.filter((row) => row.verdict === 'above').length;
  const explain = (row) =>
    row.name === undefined
      ? null
      : why('fixture_daily', { ...keys, [by]: row.value, ...(from === to ? { day: from } : { from, to }) });
  const option = useMemo(
    () => (colours) => ({
      tooltip: {
        trigger: 'axis',
        axisPointer: { type: 'shadow' },
        formatter: (events) => words(shown[events[0].dataIndex], whole),
      },
      grid: { left: 8, right: 130, top: 22, bottom: 4, containLabel: true },
      xAxis: { type: 'value', min: 0, axisLabel: { formatter: (value) => percent(value, 0) } },
      yAxis: {
        type: 'category',
        inverse: true,
        data: shown.map((row) => row.name),
        axisLabel: { interval: 0, hideOverlap: false, color: colours.ink },
      },
      series: [
        // An invisible bar up to the lower end carries the one that stands for the interval.
        {
          name: 'from',
          type: 'bar',
          stack: 'interval',
          silent: true,
          itemStyle: { opacity: 0 },
          data: shown.map((row) => row.least),
        },
        {
          name: '95 % interval',
          type: 'bar',
          stack: 'interval',
          barWidth: 5,
          data: shown.map((row) => ({
            value: row.least === null ? null : row.most - row.least,
            itemStyle: { color: row.verdict === 'above' ? colours.bad : colours.line },
          })),
          label: {
            show: true,
            position: 'right',
            color: colours.ink,
            formatter: (event) => label(shown[event.dataIndex]),
          },
        },
        {
          name: 'Failure rate',
          type: 'scatter',
          symbolSize: 11,
          data: shown.map((row, i) => ({
            value: [row.rate.value, i],
            itemStyle: { color: row.verdict === 'above' ? colours.bad : colours.good },
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
        },
      ],
    }),
    [shown],
  );
  return html`
    <${Chart}
      title=${`Failure rate by ${by}`}
      name=${`failure-rate-by-${by}`}
      rows=${listed}
      option=${option}
      height=${66 + 26 * shown.length}
      note=${`Failed of passed + failed electrical tests, ${longDay(from)} to ${longDay(to)}; all: ${ratioText(whole, 2)}. Bars: Wilson's 95 % interval. ${above ? `${counted(above, by)} above the whole by more than chance, orange.` : `No ${by} is above the whole by more than chance.`}${hidden ? ` ${counted(hidden, by)} with fewer than ${LOW} tests hidden.` : ''}${listed.length > DRAWN ? ` The ${DRAWN} with the highest rates are drawn, the table has all ${count(listed.length)}.` : ''}`}
      total=${total && { total: total.total, passed: total.passed, failed: total.failed, rate: whole }}
      columns=${[
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
        { key: 'before', label: `${daysOf(from, to).length} days before`, type: 'ratio' },
        {
          key: 'verdict',
          label: 'Against all',
          render: (row) => html`<span class=${row.verdict === 'above' ? 'down' : 'up'}>${row.verdict}</span>`,
        },
      ]}
      why=${explain}
      at=${(event) => shown[event.dataIndex]}
    />`;
}

const label = (row) => `${percent(row.rate.value)}  ${count(row.rate.numerator)} of ${count(row.rate.denominator)}`;
const words = (row, whole) =>
  `${row.name}\nfailure rate ${ratioText(row.rate, 2)}\n95 % interval ${percent(row.least)} to ${percent(row.most)}\nall ${percent(whole.value, 2)}; before ${ratioText(row.before)}`;

function ByDay({ by, from, to, whole, focused, keys, focus }) {
  const table = useMemo(
    () =>
      daysOf(from, to).map((day) => ({
        day,
        whole: rateOf(whole.find((row) => row.day === day)),
        one: rateOf(focused.find((row) => row.day === day)),
      })),
    [from, to, whole, focused],
  );
  const option = useMemo(
    () => () => ({
      legend: {},
      tooltip: {
        trigger: 'axis',
        formatter: ([event]) =>
          `${dayText(table[event.dataIndex].day)}\nall ${ratioText(table[event.dataIndex].whole)}${focus ? `\n${focus} ${ratioText(table[event.dataIndex].one)}` : ''}`,
      },
      xAxis: { type: 'category', data: table.map((row) => dayText(row.day)) },
      yAxis: shares({ scale: false, min: 0, max: undefined }),
      series: [
        { name: 'All', type: 'line', connectNulls: true, data: table.map((row) => row.whole.value) },
        ...(focus ? [{ name: focus, type: 'line', connectNulls: true, data: table.map((row) => row.one.value) }] : []),
      ],
    }),
    [table],
  );
  const explain = (row) => (row.whole.denominator ? why('fixture_daily', { ...keys, day: row.day }) : null);
  return html`
    <${Chart}
      title="Failure rate by day"
      name="failure-rate-by-day"
      option=${option}
      height=${240}
      why=${explain}
      at=${(event) => table[event.dataIndex]}
      rows=${table.some((row) => row.whole.denominator) ? table : []}
      note=${
        focus
          ? `${focus} beside all.`
          : `Choose a ${by} in the table above to see it beside all. Days without tests are skipped.`
      }
      columns=${[
        { key: 'day', label: 'Day', type: 'day' },
        { key: 'whole', label: 'All', type: 'ratio' },
        ...(focus ? [{ key: 'one', label: focus, type: 'ratio' }] : []),
      ]}
    />`;
}
