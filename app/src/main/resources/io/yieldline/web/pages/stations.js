import { html, useMemo } from '../lib/preact.js';
import { rows } from '../lib/api.js';
import { Chart } from '../lib/chart.js';
import { Check, Choice, Day, FilterBar, Switch, Week, week as weekOf } from '../lib/filters.js';
import {
  BLANK,
  NOTHING,
  count,
  counted,
  day as dayText,
  days,
  longDay,
  monday,
  percent,
  plus,
  ratioText,
  week,
} from '../lib/format.js';
import { Loaded, useLoad } from '../lib/load.js';
import { OF_BAR, grid, heat, names } from '../lib/plots.js';
import { why } from '../lib/url.js';
import { rising, span, sums } from '../maths/groups.js';
import { failureRate } from '../maths/rates.js';

const LOW = 10;
const REPAIR = /REPAIR|DEBUG/i;
const SPANS = [
  ['day', 'Day'],
  ['week', 'Week'],
];
const ORDERS = [
  ['total', 'Volume'],
  ['rate', 'Failure rate'],
  ['failed', 'Impact'],
  ['station', 'Name'],
];

/** What the stations did on a day or in a week: when, how much, and how well. */
export default function Stations({ query, plant }) {
  const weekly = query.span === 'week';
  const day = query.day ?? plant.latest;
  const chosen = weekOf(query, plant);
  const [from, to] = weekly ? [monday(chosen), plus(monday(chosen), 6)] : [day, day];
  const state = useLoad(
    () =>
      Promise.all([rows('/marts/station_hourly', { from, to }), rows('/marts/station_yield_daily', { from, to })]).then(
        ([hourly, yields]) => ({ hourly: hourly.rows, yields: yields.rows }),
      ),
    [from, to],
  );
  return html`
    <${FilterBar}>
      <${Switch}
        name="span"
        label="Span"
        value=${weekly ? 'week' : 'day'}
        options=${SPANS}
      />
      ${
        weekly
          ? html`<${Week} value=${chosen} latest=${week(plant.latest)} />`
          : html`<${Day} value=${day} latest=${plant.latest} />`
      }
      <${Choice} name="model" label="Model" value=${query.model} options=${plant.rules.yield_models} />
      <${Choice}
        name="order"
        label="Order"
        all=${false}
        value=${ORDERS.find(([key]) => key === query.order)?.[1] ?? 'Volume'}
        options=${ORDERS.map(([, text]) => text)}
      />
      <${Check} name="repair" label="Repair and debug stations" value=${query.repair} />
      <${Check} name="low" label=${`Fewer than ${LOW} records`} value=${query.low} />
    <//>
    <${Loaded} state=${state} lines=${10}>
      ${(data) => html`
        <div class="stack">
          <${Results} query=${query} yields=${data.yields} from=${from} to=${to} />
          <${Hours} query=${query} hourly=${data.hourly} from=${from} to=${to} weekly=${weekly} />
        </div>`}
    <//>`;
}

/** Without repair and with enough records, unless that leaves nothing to look at. */
function visible(query, all) {
  const production = query.repair === 'yes' ? all : all.filter((row) => !REPAIR.test(row.station ?? ''));
  const many = query.low === 'yes' ? production : production.filter((row) => row.total >= LOW);
  return many.length ? many : production;
}

const COUNTS = ['total', 'passed', 'failed', 'unjudged'];

function Results({ query, yields, from, to }) {
  const order = ORDERS.find(([, text]) => text === query.order)?.[0] ?? 'total';
  const all = useMemo(() => {
    const chosen = query.model ? yields.filter((row) => row.model === query.model) : yields;
    return sums(chosen, (row) => row.station, COUNTS, ['yield']).map(({ key, ...own }) => ({
      station: key,
      ...own,
      rate: failureRate(own),
    }));
  }, [yields, query.model]);
  const table = useMemo(() => [...visible(query, all)].sort(ordered(order)), [all, order, query.repair, query.low]);
  const explain = (row) =>
    why('station_yield_daily', {
      station: row.station,
      ...(query.model ? { model: query.model } : {}),
      ...(from === to ? { day: from } : { from, to }),
    });
  const option = useMemo(() => (colours) => resultsDrawn(table, colours), [table]);
  return html`
    <${Chart}
      title="Volume and failures by station"
      name="stations"
      rows=${table}
      option=${option}
      height=${60 + 26 * table.length}
      note=${resultsNote(table, all.length - table.length)}
      columns=${[
        { key: 'station', label: 'Station' },
        { key: 'total', label: 'Records', type: 'count', why: explain },
        { key: 'passed', label: 'Passed', type: 'count' },
        { key: 'failed', label: 'Failed (impact)', type: 'count' },
        { key: 'unjudged', label: 'No verdict', type: 'count' },
        { key: 'rate', label: 'Failure rate', type: 'ratio' },
      ]}
      why=${explain}
      at=${(event) => table[event.dataIndex]}
    />`;
}

function ordered(order) {
  if (order === 'station') return rising((row) => row.station);
  const value = order === 'rate' ? (row) => row.rate.value ?? -1 : (row) => row[order];
  return rising(
    (row) => -value(row),
    (row) => -row.total,
  );
}

function resultsNote(table, hidden) {
  const [all] = sums(table, () => 'all', [], ['rate']);
  return [
    'Records in production scope of the models with yields.',
    `Failure rate: failed of the judged records; of the stations shown, ${ratioText(all?.rate ?? NOTHING, 2)}.`,
    'Impact: the failed records.',
    hidden > 0 && `${counted(hidden, 'station')} hidden.`,
  ]
    .filter(Boolean)
    .join(' ');
}

const stacked = (name, data, given) => ({ name, type: 'bar', stack: 'all', data, ...given });

const resultsDrawn = (table, colours) => ({
  legend: { data: ['Passed', 'Failed', 'No verdict'] },
  tooltip: { ...OF_BAR, formatter: (events) => words(table[events[0].dataIndex]) },
  grid: grid({ right: 150, top: 32, bottom: 4 }),
  xAxis: { type: 'value', axisLabel: { formatter: count } },
  yAxis: names(
    table.map((row) => row.station ?? BLANK),
    colours,
  ),
  series: [
    stacked(
      'Passed',
      table.map((row) => row.passed),
      { color: colours.good, barMaxWidth: 18 },
    ),
    stacked(
      'Failed',
      table.map((row) => row.failed),
      { color: colours.bad },
    ),
    stacked(
      'No verdict',
      table.map((row) => row.unjudged),
      { color: colours.soft },
    ),
    stacked(
      'rate',
      table.map(() => 0),
      {
        label: {
          show: true,
          position: 'right',
          color: colours.ink,
          formatter: (event) => label(table[event.dataIndex]),
        },
      },
    ),
  ],
});

const label = (row) =>
  row.rate.value === null
    ? 'n/a'
    : `${percent(row.rate.value)}  ${count(row.failed)} of ${count(row.rate.denominator)}`;

const words = (row) =>
  [
    row.station ?? BLANK,
    `${counted(row.total, 'record')}: ${count(row.passed)} passed, ${count(row.failed)} failed,` +
      ` ${count(row.unjudged)} without verdict`,
    `failure rate ${ratioText(row.rate)}`,
  ].join('\n');

function Hours({ query, hourly, from, to, weekly }) {
  const found = useMemo(() => hoursOf(hourly, query, from, to), [hourly, query.repair, query.low]);
  const { table, shown } = found;
  const option = useMemo(() => (colours, width) => hoursDrawn(found, weekly, colours, width), [found, weekly]);
  const ofStation = (row) =>
    why('station_hourly', { station: row.station, ...(weekly ? { from, to } : { day: from }) });
  return html`
    <${Chart}
      title="Records by hour"
      name="station-hours"
      rows=${table}
      option=${option}
      height=${40 + 24 * table.length}
      note=${[
        'Records with any verdict, of any model and flow, by plant hour of their end;',
        `${weekly ? `${longDay(from)} to ${longDay(to)}` : longDay(from)}. The total is next to the station.`,
      ].join(' ')}
      columns=${[
        { key: 'station', label: 'Station' },
        { key: 'total', label: 'Total', type: 'count', why: ofStation },
        ...slotColumns(found, weekly),
      ]}
      why=${(row) => (row.hour === undefined ? ofStation(row) : ofHour(row))}
      at=${(event) => shown[event.dataIndex]}
    />`;
}

const ofHour = ({ day, hour, station }) => why('station_hourly', { day, hour, station });
const keyOf = (row) => `${row.day} ${row.hour}`;

/** The stations with their records by day and hour, the rows that they are from, and all hours of the range. */
function hoursOf(hourly, query, from, to) {
  const totals = sums(hourly, (row) => row.station, ['total']).map(({ key, total }) => ({ station: key, total }));
  const table = [...visible(query, totals)].sort(rising((row) => -row.total)).map((row) => ({
    ...row,
    ...Object.fromEntries(
      hourly.filter((each) => each.station === row.station).map((each) => [keyOf(each), each.total]),
    ),
  }));
  const shown = hourly.filter((row) => table.some((each) => each.station === row.station));
  const hours = span(shown.map((row) => row.hour));
  const slots = days(from, to).flatMap((day) => hours.map((hour) => ({ day, hour, key: keyOf({ day, hour }) })));
  return { table, shown, slots };
}

const slotColumns = ({ shown, slots }, weekly) => {
  const filled = new Set(shown.map(keyOf));
  return slots
    .filter((slot) => filled.has(slot.key))
    .map(({ key, day, hour }) => ({
      key,
      label: weekly ? `${day.slice(5)} ${hour}h` : `${hour}:00`,
      type: 'count',
      render: (row) =>
        row[key] ? html`<a class="why" href=${ofHour({ day, hour, station: row.station })}>${count(row[key])}</a>` : '',
    }));
};

function hoursDrawn({ table, shown, slots }, weekly, colours, width) {
  const place = new Map(slots.map((slot, i) => [slot.key, i]));
  const stations = new Map(table.map((row, i) => [row.station, i]));
  const made = heat(colours, width, {
    xs: slots.map((slot) => (weekly ? slot.key : String(slot.hour).padStart(2, '0'))),
    ys: table.map((row) => `${row.station ?? BLANK}  ${count(row.total)}`),
    cells: shown.map((row) => [
      place.get(keyOf(row)),
      stations.get(row.station),
      row.total,
      `${row.station ?? BLANK}, ${dayText(row.day)} ${row.hour}:00\n${counted(row.total, 'record')}`,
    ]),
    labels: 190,
  });
  return weekly ? byDays(made, slots.length / 7) : made;
}

/** A heat map of many hours with one label a day, in its middle. */
function byDays(made, length) {
  const middle = Math.floor(length / 2);
  made.xAxis.axisLabel = {
    interval: (i) => i % length === middle,
    formatter: (key) => dayText(key.slice(0, 10)),
    hideOverlap: true,
  };
  made.series[0].itemStyle.borderWidth = 0.5;
  return made;
}
