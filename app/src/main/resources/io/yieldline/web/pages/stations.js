import { html, useMemo } from '../lib/preact.js';
import { rows } from '../lib/api.js';
import { Chart } from '../lib/chart.js';
import { Check, Choice, Day, FilterBar, Switch, Week, week as weekOf } from '../lib/filters.js';
import {
  BLANK,
  count,
  counted,
  day as dayText,
  days,
  longDay,
  monday,
  percent,
  plus,
  ratio,
  ratioText,
  week,
} from '../lib/format.js';
import { Loaded, useLoad } from '../lib/load.js';
import { heat, sums } from '../lib/plots.js';
import { why } from '../lib/url.js';

const LOW = 10;
const REPAIR = /REPAIR|DEBUG/i;
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
        options=${[
          ['day', 'Day'],
          ['week', 'Week'],
        ]}
      />
      ${weekly ? html`<${Week} value=${chosen} latest=${week(plant.latest)} />` : html`<${Day} value=${day} latest=${plant.latest} />`}
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

function Results({ query, yields, from, to }) {
  const order = ORDERS.find(([, text]) => text === query.order)?.[0] ?? 'total';
  const all = useMemo(
    () =>
      sums(query.model ? yields.filter((row) => row.model === query.model) : yields, (row) => row.station, [
        'total',
        'passed',
        'failed',
        'unjudged',
      ]).map(({ key, ...sum }) => ({ station: key, ...sum, rate: ratio(sum.failed, sum.passed + sum.failed) })),
    [yields, query.model],
  );
  const of = (row) => (order === 'rate' ? (row.rate.value ?? -1) : row[order]);
  const table = useMemo(
    () =>
      [...visible(query, all)].sort((a, b) =>
        order === 'station' ? (a.station < b.station ? -1 : 1) : of(b) - of(a) || b.total - a.total,
      ),
    [all, order, query.repair, query.low],
  );
  const left = all.length - table.length;
  const failed = table.reduce((sum, row) => sum + row.failed, 0);
  const judged = table.reduce((sum, row) => sum + row.failed + row.passed, 0);
  const explain = (row) =>
    why('station_yield_daily', {
      station: row.station,
      ...(query.model ? { model: query.model } : {}),
      ...(from === to ? { day: from } : { from, to }),
    });
  const option = useMemo(
    () => (colours) => ({
      legend: { data: ['Passed', 'Failed', 'No verdict'] },
      tooltip: {
        trigger: 'axis',
        axisPointer: { type: 'shadow' },
        formatter: (events) => words(table[events[0].dataIndex]),
      },
      grid: { left: 8, right: 150, top: 32, bottom: 4, containLabel: true },
      xAxis: { type: 'value', axisLabel: { formatter: count } },
      yAxis: {
        type: 'category',
        inverse: true,
        data: table.map((row) => row.station ?? BLANK),
        axisLabel: { interval: 0, hideOverlap: false, color: colours.ink },
      },
      series: [
        {
          name: 'Passed',
          type: 'bar',
          stack: 'all',
          color: colours.good,
          barMaxWidth: 18,
          data: table.map((row) => row.passed),
        },
        { name: 'Failed', type: 'bar', stack: 'all', color: colours.bad, data: table.map((row) => row.failed) },
        {
          name: 'No verdict',
          type: 'bar',
          stack: 'all',
          color: colours.soft,
          data: table.map((row) => row.unjudged),
        },
        {
          name: 'rate',
          type: 'bar',
          stack: 'all',
          data: table.map(() => 0),
          label: {
            show: true,
            position: 'right',
            color: colours.ink,
            formatter: (event) => label(table[event.dataIndex]),
          },
        },
      ],
    }),
    [table],
  );
  return html`
    <${Chart}
      title="Volume and failures by station"
      name="stations"
      rows=${table}
      option=${option}
      height=${60 + 26 * table.length}
      note=${`Records in production scope of the models with yields. Failure rate: failed of passed + failed, ${ratioText(ratio(failed, judged), 2)} over those shown. Impact: the failed records.${left ? ` ${counted(left, 'station')} hidden.` : ''}`}
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

const label = (row) =>
  row.rate.value === null
    ? 'n/a'
    : `${percent(row.rate.value)}  ${count(row.failed)} of ${count(row.rate.denominator)}`;
const words = (row) =>
  `${row.station ?? BLANK}\n${counted(row.total, 'record')}: ${count(row.passed)} passed, ${count(row.failed)} failed, ${count(row.unjudged)} without verdict\nfailure rate ${ratioText(row.rate)}`;

function Hours({ query, hourly, from, to, weekly }) {
  const table = useMemo(() => {
    const totals = sums(hourly, (row) => row.station, ['total']).map(({ key, total }) => ({
      station: key,
      total,
    }));
    return [...visible(query, totals)]
      .sort((a, b) => b.total - a.total)
      .map(({ station: key, total }) => ({
        station: key,
        total,
        ...Object.fromEntries(
          hourly.filter((row) => row.station === key).map((row) => [`${row.day} ${row.hour}`, row.total]),
        ),
      }));
  }, [hourly, query.repair, query.low]);
  const shown = hourly.filter((row) => table.some((each) => each.station === row.station));
  const hours = shown.map((row) => row.hour);
  const first = Math.min(...hours);
  const slots =
    shown.length === 0
      ? []
      : days(from, to).flatMap((day) =>
          Array.from({ length: Math.max(...hours) - first + 1 }, (_, i) => ({
            day,
            hour: first + i,
            key: `${day} ${first + i}`,
          })),
        );
  const place = new Map(slots.map((slot, i) => [slot.key, i]));
  const stations = new Map(table.map((row, i) => [row.station, i]));
  const option = useMemo(
    () => (colours, width) => {
      const made = heat(colours, width, {
        xs: slots.map((slot) => (weekly ? slot.key : String(slot.hour).padStart(2, '0'))),
        ys: table.map((row) => `${row.station ?? BLANK}  ${count(row.total)}`),
        cells: shown.map((row) => [
          place.get(`${row.day} ${row.hour}`),
          stations.get(row.station),
          row.total,
          `${row.station ?? BLANK}, ${dayText(row.day)} ${row.hour}:00\n${counted(row.total, 'record')}`,
        ]),
        labels: 190,
      });
      if (weekly) {
        const middle = Math.floor(slots.length / 14);
        made.xAxis.axisLabel = {
          interval: (i) => i % (slots.length / 7) === middle,
          formatter: (key) => dayText(key.slice(0, 10)),
          hideOverlap: true,
        };
        made.series[0].itemStyle.borderWidth = 0.5;
      }
      return made;
    },
    [table, weekly],
  );
  const link = (row) => why('station_hourly', { station: row.station, ...(weekly ? { from, to } : { day: from }) });
  return html`
    <${Chart}
      title="Records by hour"
      name="station-hours"
      rows=${table}
      option=${option}
      height=${40 + 24 * table.length}
      note=${`Records with any verdict, of any model and flow, by plant hour of their end; ${weekly ? `${longDay(from)} to ${longDay(to)}` : longDay(from)}. The total stands beside the station.`}
      columns=${[
        { key: 'station', label: 'Station' },
        { key: 'total', label: 'Total', type: 'count', why: link },
        ...slots
          .filter((slot) => shown.some((row) => `${row.day} ${row.hour}` === slot.key))
          .map((slot) => ({
            key: slot.key,
            label: weekly ? `${slot.day.slice(5)} ${slot.hour}h` : `${slot.hour}:00`,
            type: 'count',
            render: (row) =>
              row[slot.key]
                ? html`
                  <a
                    class="why"
                    href=${why('station_hourly', { day: slot.day, hour: slot.hour, station: row.station })}
                  >
                    ${count(row[slot.key])}
                  </a>`
                : '',
          })),
      ]}
      why=${(row) =>
        row.hour === undefined
          ? link(row)
          : why('station_hourly', { day: row.day, hour: row.hour, station: row.station })}
      at=${(event) => shown[event.dataIndex]}
    />`;
}
