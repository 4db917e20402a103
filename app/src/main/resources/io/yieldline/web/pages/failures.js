import { html, useMemo } from '../lib/preact.js';
import { choices, get, rows } from '../lib/api.js';
import { Chart } from '../lib/chart.js';
import { advice, adviceColumns } from '../lib/failure-codes.js';
import { Check, Choice, Days, FilterBar, Switch, range } from '../lib/filters.js';
import { BLANK, count, counted, day as dayText, days as daysOf, longDay, plus, ratio } from '../lib/format.js';
import { Loaded, Notice, useLoad } from '../lib/load.js';
import { paretoDrawn } from '../lib/pareto.js';
import { counts, grid, periods } from '../lib/plots.js';
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
const FEW = 10;
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
        rows('/marts/all_failure_daily', { from, to, by: 'headline', ...keys, headline: 'no' }),
      ]).then(([found, named, codes, apart]) => ({
        all: by === 'code' ? withCodes(found.rows) : found.rows,
        named,
        codes: codes.rows,
        apart: sum(apart.rows.map((row) => row.failures)),
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
      ${!query.station && html`<${Check} name="repair" label="Repair, scrap and sorting" value=${query.repair} />`}
    <//>
    ${
      isBehind(plant.stale, 'all_failure_daily', to) &&
      html`<${Notice}>Loaded, but not brought up to date: failures are missing here until the marts are refreshed.<//>`
    }
    <${Loaded} state=${state} lines=${10}>
      ${({ all, codes, apart }) => html`
        <div class="stack">
          <${Pareto} ...${{ by, from, to, all, codes, keys, apart: isAll(query) ? null : apart, focus: query.focus }} />
          <${Trend} by=${by} from=${from} to=${to} all=${all} keys=${keys} focus=${query.focus} />
        </div>`}
    <//>`;
}

/** Without a choice, those that count in headline yields; all of a station that is asked for by name. */
const keysOf = (query) => ({
  ...Object.fromEntries(KEYS.filter((key) => query[key]).map((key) => [key, query[key] === BLANK ? '' : query[key]])),
  ...(isAll(query) ? {} : { headline: 'yes' }),
});
const isAll = (query) => query.repair === 'yes' || Boolean(query.station);
const noun = (by) => BY.find(([key]) => key === by)[1];

/** The Pareto with names as the page shows them. */
const paretoOf = (by, from, to, all) => pareto(all, by, from, to).map((row) => ({ name: row.value ?? BLANK, ...row }));

function Pareto({ by, from, to, all, codes, keys, apart, focus }) {
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
      note=${paretoNote(by, from, to, table, apart)}
      total=${{ failures: total, share: ratio(total, total) }}
      columns=${[...paretoColumns(by, daysOf(from, to).length, focus, explain), ...adviceColumns(table)]}
      why=${explain}
      at=${(event) => bars[event.dataIndex]}
    />`;
}

function paretoNote(by, from, to, table, apart) {
  const total = sum(table.map((row) => row.failures));
  const vital = vitalFew(table);
  return [
    `${counted(total, 'failure')} of ${counted(table.length, noun(by).toLowerCase())}, a record in both logs once,`,
    `${longDay(from)} to ${longDay(to)}.`,
    apart === null && 'Every flow and station counts.',
    apart > 0 && `Not shown: ${counted(apart, 'failure')} at repair, debug and scrap, and in flows such as sorting.`,
    table.length > FEW && `The chart shows the first, at most ${SHOWN}; the table has all.`,
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
