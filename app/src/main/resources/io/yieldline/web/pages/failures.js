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
  plus,
  ratio,
  ratioText,
} from '../lib/format.js';
import { Loaded, useLoad } from '../lib/load.js';
import { counts, sums } from '../lib/plots.js';
import { changed, why } from '../lib/url.js';

const BY = [
  ['error_code', 'Code'],
  ['fixture', 'Fixture'],
  ['station', 'Station'],
  ['part_number', 'Part number'],
];
const KEYS = ['model', ...BY.map(([key]) => key)];
const SHOWN = 25;
const EARLIER = 365;

/** What fails: codes, fixtures, stations or part numbers by their share, since when, and how it develops. */
export default function Failures({ query, plant }) {
  const { from, to } = range(query, plant, 14);
  const by = BY.find(([key]) => key === query.by)?.[0] ?? 'error_code';
  const keys = keysOf(query);
  const state = useLoad(
    () =>
      Promise.all([
        rows('/marts/failure_daily', { from: plus(from, -EARLIER), to, by: ['day', by], ...keys }),
        choices('/marts/failure_daily', { from, to }, KEYS),
        by === 'error_code' ? get('/failure-codes') : { rows: [] },
      ]).then(([found, named, codes]) => ({ all: found.rows, named, codes: codes.rows })),
    [from, to, by, keys],
  );
  const named = state.data?.named ?? {};
  return html`
    <${FilterBar}>
      <${Switch} name="by" label="Count by" value=${by} options=${BY} />
      <${Days} from=${from} to=${to} latest=${plant.latest} presets=${[1, 7, 14, 28]} />
      <${Choice} name="model" label="Model" value=${query.model} options=${named.model ?? []} />
      ${BY.filter(([key]) => key !== by).map(([key, label]) => html`<${Choice} name=${key} label=${label} value=${query[key]} options=${named[key] ?? []} />`)}
    <//>
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

function Pareto({ by, from, to, all, codes, keys, focus }) {
  const table = useMemo(
    () => pareto(by, from, to, all).map((row) => ({ ...row, ...advice(codes, row.value, keys.model) })),
    [by, from, to, all, codes, keys.model],
  );
  const bars = table.slice(0, SHOWN);
  const total = table.reduce((sum, row) => sum + row.failures, 0);
  const explain = (row) =>
    row.name === undefined
      ? null
      : why('failure_daily', { ...keys, [by]: row.value, ...(from === to ? { day: from } : { from, to }) });
  const option = useMemo(
    () => (colours) => ({
      legend: {},
      tooltip: {
        trigger: 'axis',
        axisPointer: { type: 'shadow' },
        formatter: (events) => words(bars[events[0].dataIndex]),
      },
      grid: { left: 8, right: 16, top: 36, bottom: 4, containLabel: true },
      xAxis: {
        type: 'category',
        data: bars.map((row) => row.name),
        axisLabel: {
          interval: 0,
          hideOverlap: false,
          rotate: bars.some((row) => row.name.length > 7) || bars.length > 16 ? 40 : 0,
        },
      },
      yAxis: [
        counts(),
        {
          type: 'value',
          min: 0,
          max: 1,
          splitLine: { show: false },
          axisLabel: { formatter: (value) => percent(value, 0) },
        },
      ],
      series: [
        {
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
        },
        {
          name: 'Cumulative share',
          type: 'line',
          yAxisIndex: 1,
          color: colours.bad,
          symbolSize: 5,
          lineStyle: { width: 2 },
          data: bars.map((row) => row.cumulative.value),
        },
      ],
    }),
    [bars, focus],
  );
  return html`
    <${Chart}
      title=${`Failures by ${noun(by).toLowerCase()}`}
      name=${`failures-by-${by}`}
      rows=${table}
      option=${option}
      height=${340}
      note=${`${counted(total, 'failed test record')} of ${counted(table.length, noun(by).toLowerCase())}, electrical tests, ${longDay(from)} to ${longDay(to)}.${table.length > SHOWN ? ` The first ${SHOWN} are drawn, the table has all.` : ''} ${vital(table)} First seen looks back a year.`}
      total=${{ failures: total, share: ratio(total, total) }}
      columns=${[
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
        { key: 'before', label: `${daysOf(from, to).length} days before`, type: 'count' },
        {
          key: 'first',
          label: 'First seen',
          render: (row) => row.first && `${longDay(row.first)}${row.fresh ? ', new' : ''}`,
        },
        { key: 'last', label: 'Last seen', type: 'day' },
        ...adviceColumns(table),
      ]}
      why=${explain}
      at=${(event) => bars[event.dataIndex]}
    />`;
}

/** By falling number; ties by name, so that two looks show the same order. */
function pareto(by, from, to, all) {
  const length = daysOf(from, to).length;
  const now = sums(
    all.filter((row) => row.day >= from),
    (row) => row[by],
    ['failures'],
  );
  const total = now.reduce((sum, row) => sum + row.failures, 0);
  let running = 0;
  return now
    .sort((a, b) => b.failures - a.failures || (String(a.key) < String(b.key) ? -1 : 1))
    .map(({ key, failures }) => {
      const own = all.filter((row) => row[by] === key);
      const seen = own.map((row) => row.day).sort();
      running += failures;
      return {
        name: key ?? BLANK,
        value: key,
        failures,
        share: ratio(failures, total),
        cumulative: ratio(running, total),
        before: own
          .filter((row) => row.day < from && row.day >= plus(from, -length))
          .reduce((sum, row) => sum + row.failures, 0),
        first: seen[0],
        fresh: seen[0] >= from,
        last: seen.at(-1),
      };
    });
}

const words = (row) =>
  `${row.name}\n${counted(row.failures, 'failure')}, ${percent(row.share.value)} of all\ncumulative ${ratioText(row.cumulative)}\nfirst seen ${dayText(row.first)}${row.fresh ? ' (new)' : ''}${row.action && `\nrecommended: ${row.action}`}`;

function vital(table) {
  const place = table.findIndex((row) => row.cumulative.value >= 0.8);
  return place < 0 ? '' : `The first ${count(place + 1)} make 80 %.`;
}

function Trend({ by, from, to, all, keys, focus }) {
  const leaders = useMemo(() => {
    const top = pareto(by, from, to, all);
    return (focus ? top.filter((row) => row.name === focus) : top.slice(0, 5)).map((row) => row.value);
  }, [by, from, to, all, focus]);
  const first = plus(to, -27) < from ? plus(to, -27) : from;
  const table = useMemo(
    () =>
      daysOf(first, to).map((day) => {
        const own = all.filter((row) => row.day === day);
        const of = (value) => own.filter((row) => row[by] === value).reduce((sum, row) => sum + row.failures, 0);
        return {
          day,
          total: own.reduce((sum, row) => sum + row.failures, 0),
          ...Object.fromEntries(leaders.map((value, i) => [`s${i}`, of(value)])),
        };
      }),
    [all, by, first, to, leaders],
  );
  const option = useMemo(
    () => (colours) => ({
      legend: {},
      tooltip: { trigger: 'axis' },
      xAxis: { type: 'category', data: table.map((row) => dayText(row.day)) },
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
                data: table.map((row) => row.total - leaders.reduce((sum, _, i) => sum + row[`s${i}`], 0)),
              },
            ]),
      ],
    }),
    [table],
  );
  const explain = (row) =>
    row.total
      ? why('failure_daily', {
          day: row.day,
          ...keys,
          ...(focus && leaders.length ? { [by]: leaders[0] } : {}),
        })
      : null;
  return html`
    <${Chart}
      title=${focus ? `${focus} by day` : 'Failures by day'}
      name="failures-by-day"
      option=${option}
      why=${explain}
      at=${(event) => table[event.dataIndex]}
      height=${260}
      rows=${table.some((row) => row.total) ? table : []}
      note=${
        focus
          ? 'Choose it again in the table above to see all.'
          : `The first five by ${noun(by).toLowerCase()}, and the others. Choose one in the table above to see it alone.`
      }
      columns=${[
        { key: 'day', label: 'Day', type: 'day' },
        { key: 'total', label: 'All', type: 'count' },
        ...leaders.map((value, i) => ({
          key: `s${i}`,
          label: value ?? BLANK,
          type: 'count',
          why: (row) => (row[`s${i}`] ? why('failure_daily', { day: row.day, ...keys, [by]: value }) : null),
        })),
      ]}
    />`;
}
