import { html, useMemo } from '../lib/preact.js';
import { get, rows } from '../lib/api.js';
import { Chart } from '../lib/chart.js';
import { Choice, Day, FilterBar } from '../lib/filters.js';
import {
  count,
  counted,
  day as dayText,
  decimal,
  percent,
  plus,
  ratio,
  week,
  weekPlus,
  weekday,
} from '../lib/format.js';
import { Loaded, Notice, useLoad } from '../lib/load.js';
import { counts, distinct, heat, line, same, sums } from '../lib/plots.js';
import { DataTable } from '../lib/table.js';
import { Tile } from '../lib/tile.js';
import { why } from '../lib/url.js';

const USUAL_DAYS = 5;
const FEW = 10;

/** How the day goes: output by hour, what is packed, yields beside those of the last weeks, and what is wrong. */
export default function Today({ query, plant }) {
  const day = query.day ?? plant.latest;
  const first = plus(day, -13);
  const load = () =>
    Promise.all([
      rows('/marts/station_hourly', { from: first, to: day }),
      rows('/marts/packing_daily', { from: plus(day, -27), to: day }),
      rows('/marts/station_yield_daily', { from: day, to: day }),
      rows('/marts/station_yield_weekly', { from: plus(day, -28), to: day }),
    ]).then(([hourly, packing, daily, weekly]) => ({
      hourly: hourly.rows,
      packing: packing.rows,
      daily: daily.rows,
      weekly: weekly.rows,
    }));
  const state = useLoad(load, [day], 60);
  return html`
    <${FilterBar}>
      <${Day} value=${day} latest=${plant.latest} />
      <${Choice}
        name="station"
        label="Station"
        all=${false}
        value=${query.station ?? main(plant)}
        options=${distinct(state.data?.hourly ?? [], 'station')}
      />
    <//>
    ${
      !query.day &&
      day !== plant.today &&
      html`
        <${Notice} kind="warn">
          There are no records of today, ${dayText(plant.today)}; this is the latest day with records,${' '}
          ${dayText(day)} ${day.slice(0, 4)}.
        <//>`
    }
    <${Loaded} state=${state} lines=${10}>
      ${(data) => html`<${Board} day=${day} data=${data} plant=${plant} station=${query.station ?? main(plant)} />`}
    <//>`;
}

const main = (plant) => plant.rules.stations.packing?.[0] ?? '';

function Board({ day, data, plant, station }) {
  const today = data.hourly.filter((row) => row.day === day);
  return html`
    <${Tiles} day=${day} data=${data} today=${today} plant=${plant} />
    <div class="grid">
      <div class="wide stack">
        <${OneStation} day=${day} hourly=${data.hourly} station=${station} target=${targetOf(plant, station)} />
        <${AllStations} day=${day} today=${today} />
      </div>
      <div class="third stack">
        <${Yields} day=${day} data=${data} />
        <${Alerts} />
        <${Runs} />
      </div>
    </div>`;
}

const targetOf = (plant, station) => Object.entries(plant.targets).find(([name]) => same(name, station))?.[1] ?? null;

function Tiles({ day, data, today, plant }) {
  const byDay = sums(data.packing, (row) => row.day, ['packed']).sort((a, b) => (a.key < b.key ? -1 : 1));
  const packed = byDay.find((each) => each.key === day)?.packed ?? 0;
  const before = byDay.filter((each) => each.key < day).slice(-USUAL_DAYS);
  const usual = before.length ? before.reduce((sum, each) => sum + each.packed, 0) / before.length : null;
  const yields = sums(data.daily, (row) => row.model, ['passed', 'failed']);
  const models = [...plant.rules.yield_models.filter((model) => data.weekly.some((row) => row.model === model))];
  const records = today.reduce((sum, row) => sum + row.total, 0);
  return html`
    <div class="tiles">
      <${Tile}
        name="packed"
        title="Packed"
        figure=${count(packed)}
        address=${packed ? why('packing_daily', { day }) : null}
        text=${
          weekend(day)
            ? 'weekend output counts on the Friday before'
            : usual === null
              ? 'no earlier days to compare with'
              : `mean of the ${before.length} output days before: ${decimal(usual, 0)}`
        }
      />
      <${Tile}
        name="records"
        title="Station records"
        figure=${count(records)}
        address=${null}
        text=${`at ${counted(distinct(today, 'station').length, 'station')}, any verdict`}
      />
      ${models.map((model) => {
        const sum = yields.find((each) => each.key === model) ?? { passed: 0, failed: 0 };
        const now = ratio(sum.passed, sum.passed + sum.failed);
        const last = ofWeek(data.weekly, model, weekPlus(week(day), -1));
        return html`
          <${Tile}
            name=${`yield-${model}`}
            title=${`Station yield ${model}`}
            figure=${percent(now.value)}
            text=${html`
              ${count(now.numerator)} of ${count(now.denominator)}; ${against(now, last)}`}
          />`;
      })}
    </div>`;
}

const weekend = (day) => ['Sat', 'Sun'].includes(weekday(day));

function against(now, last) {
  if (now.value === null || last.value === null) return `last week ${percent(last.value)}`;
  const points = 100 * (now.value - last.value);
  return html`
    <span class=${points < 0 ? 'down' : 'up'}>
      ${points < 0 ? '−' : '+'}
      ${decimal(Math.abs(points))} points
    </span>${' '}
    on last week`;
}

const ofWeek = (weekly, model, key) => {
  const [sum] = sums(
    weekly.filter((row) => row.model === model && row.week === key),
    () => 'all',
    ['passed', 'failed'],
  );
  return sum ? ratio(sum.passed, sum.passed + sum.failed) : ratio(0, 0);
};

function OneStation({ day, hourly, station, target }) {
  const own = hourly.filter((row) => same(row.station, station));
  const earlier = distinct(
    own.filter((row) => row.day < day),
    'day',
  ).slice(-USUAL_DAYS);
  const hours = span(hourly.filter((row) => row.day === day || earlier.includes(row.day)));
  const at = (when, hour) =>
    own.filter((row) => row.day === when && row.hour === hour).reduce((sum, row) => sum + row.total, 0);
  const table = useMemo(
    () =>
      hours.map((hour) => ({
        hour: `${String(hour).padStart(2, '0')}:00`,
        number: hour,
        total: at(day, hour),
        usual: earlier.length ? earlier.reduce((sum, each) => sum + at(each, hour), 0) / earlier.length : null,
        target,
      })),
    [day, hourly, station, target],
  );
  const spelled = own[0]?.station ?? station;
  const option = useMemo(
    () => (colours) => ({
      legend: {},
      tooltip: { trigger: 'axis' },
      grid: { left: 8, right: 16, top: 40, bottom: 8, containLabel: true },
      xAxis: { type: 'category', data: table.map((row) => row.hour) },
      yAxis: counts(),
      series: [
        {
          name: 'Records',
          type: 'bar',
          barMaxWidth: 46,
          itemStyle: { color: colours.good },
          data: table.map((row) => row.total),
          label: {
            show: true,
            position: 'top',
            color: colours.ink,
            formatter: (event) => (event.value ? count(event.value) : ''),
          },
        },
        ...(earlier.length
          ? [
              line(
                `Mean of the ${earlier.length} days before`,
                table.map((row) => Math.round(10 * row.usual) / 10),
                { color: colours.soft, symbol: 'none', lineStyle: { type: 'dashed', width: 2 } },
              ),
            ]
          : []),
        ...(target
          ? [
              line(
                'Target',
                table.map(() => target),
                { color: colours.bad, symbol: 'none' },
              ),
            ]
          : []),
      ],
    }),
    [table],
  );
  const columns = [
    { key: 'hour', label: 'Hour' },
    { key: 'total', label: 'Records', type: 'count' },
    { key: 'usual', label: 'Mean before', type: 'number' },
    ...(target ? [{ key: 'target', label: 'Target', type: 'count' }] : []),
  ];
  const sum = table.reduce((all, row) => all + row.total, 0);
  return html`
    <${Chart}
      title=${`${spelled} by hour`}
      name="output-by-hour"
      columns=${columns}
      rows=${own.length ? table : []}
      total=${{
        hour: 'Total',
        total: sum,
        usual: earlier.length ? table.reduce((all, row) => all + row.usual, 0) : null,
      }}
      note=${`${counted(sum, 'record')} with any verdict on ${dayText(day)}, by plant hour of their end.${target ? '' : ' No target is set; serve: hourly_targets sets one.'}`}
      option=${option}
      why=${(row) => (row.total ? why('station_hourly', { day, hour: row.number, station: spelled }) : null)}
      at=${(event) => table[event.dataIndex]}
      height=${280}
    />`;
}

function span(list) {
  const hours = list.map((row) => row.hour);
  return hours.length
    ? Array.from({ length: Math.max(...hours) - Math.min(...hours) + 1 }, (_, i) => Math.min(...hours) + i)
    : [];
}

function AllStations({ day, today: all }) {
  const stations = sums(all, (row) => row.station, ['total']).sort((a, b) => b.total - a.total);
  const few = stations.filter((each) => each.total < FEW).length;
  const today = useMemo(
    () =>
      all.filter((row) =>
        stations.some((each) => each.key === row.station && (each.total >= FEW || few === stations.length)),
      ),
    [all],
  );
  const table = useMemo(
    () =>
      stations
        .filter((each) => today.some((row) => row.station === each.key))
        .map(({ key, total }) => ({
          station: key,
          total,
          ...Object.fromEntries(today.filter((row) => row.station === key).map((row) => [`h${row.hour}`, row.total])),
        })),
    [today],
  );
  const hours = span(today);
  const option = useMemo(
    () => (colours, width) =>
      heat(colours, width, {
        xs: hours.map((hour) => String(hour).padStart(2, '0')),
        ys: table.map((row) => `${row.station}  ${count(row.total)}`),
        cells: today.map((row) => [
          hours.indexOf(row.hour),
          table.findIndex((each) => each.station === row.station),
          row.total,
          `${row.station ?? ''} ${row.hour}:00\n${counted(row.total, 'record')}`,
        ]),
        labels: 170,
      }),
    [table],
  );
  const explain = (hour) => (row) =>
    row[`h${hour}`] ? why('station_hourly', { day, hour, station: row.station }) : null;
  return html`
    <${Chart}
      title="All stations by hour"
      note=${`Records with any verdict; the total of the day beside the station.${few && few < stations.length ? ` ${counted(few, 'station')} with fewer than ${FEW} records: see Stations.` : ''}`}
      rows=${table}
      option=${option}
      columns=${[
        { key: 'station', label: 'Station' },
        {
          key: 'total',
          label: 'Total',
          type: 'count',
          why: (row) => why('station_hourly', { day, station: row.station }),
        },
        ...hours.map((hour) => ({
          key: `h${hour}`,
          label: `${hour}:00`,
          type: 'count',
          render: (row) =>
            row[`h${hour}`] ? html`<a class="why" href=${explain(hour)(row)}>${count(row[`h${hour}`])}</a>` : '',
        })),
      ]}
      why=${(row) => why('station_hourly', { day, hour: row.hour, station: row.station })}
      at=${(event) => today[event.dataIndex]}
      height=${40 + 26 * table.length}
    />`;
}

function Yields({ day, data }) {
  const weeks = [-2, -1, 0].map((back) => weekPlus(week(day), back));
  const models = distinct([...data.weekly, ...data.daily], 'model');
  const ofDay = sums(data.daily, (row) => row.model, ['passed', 'failed']);
  const table = models.map((model) => {
    const now = ofDay.find((each) => each.key === model) ?? { passed: 0, failed: 0 };
    return {
      model,
      day: ratio(now.passed, now.passed + now.failed),
      ...Object.fromEntries(weeks.map((key) => [key, ofWeek(data.weekly, model, key)])),
    };
  });
  const cell = (key) => (row) => html`
    <span title=${`${count(row[key].numerator)} of ${count(row[key].denominator)}`}>
      ${percent(row[key].value)}
    </span>
    <small class="block">${count(row[key].denominator)}</small>`;
  return html`
    <${Chart}
      title="Yield beside the last weeks"
      name="yields"
      note="Passed of passed + failed, over all stations; judged records below."
      rows=${table}
      columns=${[
        { key: 'model', label: 'Model' },
        { key: 'day', label: dayText(day), type: 'ratio', render: cell('day') },
        ...[...weeks].reverse().map((key) => ({ key, label: key.slice(5), type: 'ratio', render: cell(key) })),
      ]}
    />`;
}

function Alerts() {
  const state = useLoad(() => get('/alerts'), [], 60);
  return html`
    <section class="card">
      <header>
        <h2>Open alerts</h2>
      </header>
      <${Loaded} state=${state}>
        ${(found) =>
          found.rows.length
            ? html`
              <${DataTable}
                caption="Open alerts"
                rows=${found.rows}
                columns=${[
                  { key: 'severity', label: 'Severity' },
                  {
                    key: 'title',
                    label: 'Alert',
                    render: (row) => html`<span title=${row.detail ?? ''}>${row.title}</span>`,
                  },
                  { key: 'opened_at', label: 'Since', type: 'time' },
                ]}
              />`
            : html`<p class="soft">None.</p>`}
      <//>
    </section>`;
}

function Runs() {
  const state = useLoad(() => get('/runs', { limit: 6 }), [], 60);
  return html`
    <section class="card">
      <header>
        <h2>Last runs</h2>
      </header>
      <${Loaded} state=${state}>
        ${(found) => html`
          <${DataTable}
            caption="Last runs"
            rows=${found.rows}
            columns=${[
              { key: 'operation', label: 'Operation' },
              { key: 'started_at', label: 'Started', type: 'time' },
              {
                key: 'outcome',
                label: 'Ended',
                render: (row) => html`
                  <span title=${row.error ?? row.summary ?? ''} class=${row.outcome === 'failed' ? 'down' : ''}>
                    ${row.outcome ?? 'running'}
                  </span>`,
              },
            ]}
          />`}
      <//>
    </section>`;
}
