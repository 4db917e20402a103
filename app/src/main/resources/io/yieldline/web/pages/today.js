import { html } from '../lib/preact.js';
import { get, rows } from '../lib/api.js';
import { Chart } from '../lib/chart.js';
import { Choice, Day, FilterBar } from '../lib/filters.js';
import {
  NOTHING,
  count,
  counted,
  day as dayText,
  percent,
  plus,
  points,
  week,
  weekPlus,
  weekday,
} from '../lib/format.js';
import { Loaded, Notice, useLoad } from '../lib/load.js';
import { AllStations, OneStation, USUAL_DAYS } from '../lib/output.js';
import { DataTable } from '../lib/table.js';
import { Tile } from '../lib/tile.js';
import { why } from '../lib/url.js';
import { distinct, headline, rising, same, sums } from '../maths/groups.js';
import { mean, sum } from '../maths/statistics.js';

/** How the day goes: output by hour, units packed, yields against the last weeks, open alerts and last runs. */
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
      daily: headline(daily.rows, plant),
      repair: daily.rows.filter((row) => !headline([row], plant).length),
      weekly: headline(weekly.rows, plant),
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
    ${day === plant.today && html`<${Notice}>${dayText(day)} is not over: its numbers are those so far.<//>`}
    ${
      !query.day &&
      day !== plant.today &&
      html`
        <${Notice} kind="warn">
          No records for today, ${dayText(plant.today)}; showing the latest day with records,${' '}
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
        <${Yields} day=${day} data=${data} plant=${plant} />
        <${Alerts} />
        <${Runs} />
      </div>
    </div>`;
}

const targetOf = (plant, station) => Object.entries(plant.targets).find(([name]) => same(name, station))?.[1] ?? null;

function Tiles({ day, data, today, plant }) {
  const models = plant.rules.yield_models.filter((model) => data.weekly.some((row) => same(row.model, model)));
  const lastWeek = weekPlus(week(day), -1);
  return html`
    <div class="tiles">
      <${Packed} day=${day} packing=${data.packing} />
      <${Tile}
        name="records"
        title="Station records"
        figure=${count(sum(today.map((row) => row.total)))}
        address=${null}
        text=${`at ${counted(distinct(today, 'station').length, 'station')}, any verdict`}
      />
      ${models.map((model) => {
        const now = yieldOf(data.daily, model);
        const change = against(now, ofWeek(data.weekly, model, lastWeek));
        return html`
          <${Tile}
            name=${`yield-${model}`}
            title=${`Station yield ${model}`}
            figure=${percent(now.value)}
            text=${html`${count(now.numerator)} of ${count(now.denominator)}; ${change}`}
          />`;
      })}
      <${Repair} rows=${data.repair} />
    </div>`;
}

/** What stations of repair, debug and scrap did: part of no yield above. */
function Repair({ rows: all }) {
  const failed = sum(all.map((row) => row.failed));
  const judged = failed + sum(all.map((row) => row.passed));
  return html`
    <${Tile}
      name="repair"
      title="Failed at repair and scrap"
      figure=${count(failed)}
      address=${null}
      text=${`of ${counted(judged, 'judged record')}; in no yield here`}
    />`;
}

function Packed({ day, packing }) {
  const days = sums(packing, (row) => row.day, ['packed']).sort(rising((each) => each.key));
  const packed = days.find((each) => each.key === day)?.packed ?? 0;
  const before = days.filter((each) => each.key < day).slice(-USUAL_DAYS);
  return html`
    <${Tile}
      name="packed"
      title="Packed"
      figure=${count(packed)}
      address=${packed ? why('packing_daily', { day }) : null}
      text=${usual(day, before)}
    />`;
}

function usual(day, before) {
  if (weekend(day)) return 'weekend output counts on the Friday before';
  if (before.length === 0) return 'no earlier days to compare with';
  const usually = mean(before.map((each) => each.packed));
  return `mean of the previous ${counted(before.length, 'output day')}: ${count(usually)}`;
}

const weekend = (day) => ['Sat', 'Sun'].includes(weekday(day));

function against(now, last) {
  if (now.value === null || last.value === null) return `last week ${percent(last.value)}`;
  return html`
    <span class=${now.value < last.value ? 'down' : 'up'}>${points(now.value, last.value)} points</span>${' '}
    against last week`;
}

const ofWeek = (weekly, model, key) =>
  yieldOf(
    weekly.filter((row) => row.week === key),
    model,
  );

const yieldOf = (list, model) => {
  const [found] = sums(
    list.filter((row) => same(row.model, model)),
    () => 'all',
    [],
    ['yield'],
  );
  return found?.yield ?? NOTHING;
};

function Yields({ day, data, plant }) {
  const weeks = [-2, -1, 0].map((back) => weekPlus(week(day), back));
  const models = distinct([...data.weekly, ...data.daily], 'model');
  const table = models.map((model) => ({
    model,
    day: yieldOf(data.daily, model),
    ...Object.fromEntries(weeks.map((key) => [key, ofWeek(data.weekly, model, key)])),
  }));
  const cell = (key) => (row) => html`
    <span title=${`${count(row[key].numerator)} of ${count(row[key].denominator)}`}>
      ${percent(row[key].value)}
    </span>
    <small class="block">${count(row[key].denominator)}</small>`;
  return html`
    <${Chart}
      title="Yield against the last weeks"
      name="yields"
      note=${`Passed of the judged records, without stations of repair, debug and scrap; judged below the yield.${
        week(day) === week(plant.today) ? ' The present week is not over.' : ''
      }`}
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
                    render: (row) => html`
                      <span title=${row.detail ?? ''}>${row.title}</span>
                      ${row.deliveries && html`<p class="soft">told: ${row.deliveries}</p>`}`,
                  },
                  { key: 'opened_at', label: 'Since', type: 'time' },
                  { key: 'link', label: 'Next' },
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
