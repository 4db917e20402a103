import { html, useMemo } from '../lib/preact.js';
import { rows } from '../lib/api.js';
import { Chart } from '../lib/chart.js';
import { Check, Choice, Day, FilterBar, Switch, Week, week as weekOf } from '../lib/filters.js';
import { BLANK, NOTHING, count, counted, monday, percent, plus, ratioText, week } from '../lib/format.js';
import { Loaded, useLoad } from '../lib/load.js';
import { Hours, LOW, visible } from '../lib/hours.js';
import { OF_BAR, grid, names } from '../lib/plots.js';
import * as says from '../lib/says.js';
import { why } from '../lib/url.js';
import { rising, sums } from '../maths/groups.js';
import { failureRate } from '../maths/rates.js';

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
      says=${says.most(
        table.map((row) => [row.station ?? BLANK, row.failed]),
        'failed record',
      )}
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
