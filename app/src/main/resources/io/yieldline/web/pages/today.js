import { html } from '../lib/preact.js';
import { get, rows } from '../lib/api.js';
import { Alerts, Runs, ScrapList, TopLosses, Yields } from '../lib/day.js';
import { Choice, Day, FilterBar } from '../lib/filters.js';
import { TopFindings } from '../lib/findings.js';
import { day as dayText, moment, plus } from '../lib/format.js';
import { Loaded, Notice, useLoad } from '../lib/load.js';
import { AllStations, OneStation } from '../lib/output.js';
import { Tiles } from '../lib/winning.js';
import { distinct, headline, same } from '../maths/groups.js';
import { BEFORE } from '../maths/today.js';

/** Are we winning? What a day packed and will end at, its yields and scrap, then what was found and lost. */
export default function Today({ query, plant }) {
  const day = query.day ?? plant.latest;
  const state = useLoad(() => loaded(day, plant), [day], 60);
  const station = query.station ?? plant.rules.stations.packing?.[0] ?? '';
  return html`
    <${FilterBar}>
      <${Day} value=${day} latest=${plant.latest} />
      <${Choice}
        name="station"
        label="Station"
        all=${false}
        value=${station}
        options=${distinct(state.data?.hourly ?? [], 'station')}
      />
    <//>
    <${State} day=${day} asked=${query.day} plant=${plant} forecast=${state.data?.forecast} />
    <${Loaded} state=${state} lines=${10}>
      ${(data) => html`<${Board} day=${day} data=${data} plant=${plant} station=${station} list=${query.list} />`}
    <//>`;
}

/** Until when a day that runs is known, in plant time; and which day it is if there is nothing of today. */
function State({ day, asked, plant, forecast }) {
  if (day === plant.today) {
    return html`
      <${Notice}>
        ${dayText(day)} is not over: its numbers are those so far${
          forecast?.as_of ? `, until the newest record at ${moment(forecast.as_of)} plant time` : ''
        }.
      <//>`;
  }
  if (asked) return null;
  return html`
    <${Notice} kind="warn">
      No records for today, ${dayText(plant.today)}; showing the latest day with records,${' '}
      ${dayText(day)} ${day.slice(0, 4)}.
    <//>`;
}

/** All that the page shows of a day. */
async function loaded(day, plant) {
  const from = plus(day, -BEFORE);
  const [forecast, targets, hourly, packing, daily, weekly, rolled, units, scrap] = await Promise.all([
    get('/forecast', { day }),
    get('/rules/targets'),
    rows('/marts/station_hourly', { from: plus(day, -13), to: day }),
    rows('/marts/packing_daily', { from, to: day }),
    rows('/marts/station_yield_daily', { from: day, to: day }),
    rows('/marts/station_yield_weekly', { from, to: day }),
    rows('/views/rolled_yield', { grain: 'day', from: day, to: day }),
    rows('/marts/unit_first_pass_daily', { from, to: day }),
    get('/scrap', { from, to: day }),
  ]);
  const counted = headline(daily.rows, plant);
  return {
    forecast,
    targets: targets.rows,
    hourly: hourly.rows,
    packing: packing.rows,
    daily: counted,
    repair: daily.rows.filter((row) => !counted.includes(row)),
    weekly: headline(weekly.rows, plant),
    rolled: rolled.rows.filter((row) => row.period === day),
    units: headline(units.rows, plant),
    scrap: scrapOf(day, scrap.rows, packing.rows),
  };
}

/** The scrapped units of a day, and how many there are usually: on the days with output before it. */
function scrapOf(day, units, packing) {
  const days = distinct(packing, 'day').filter((each) => each < day).length;
  const before = units.filter((row) => row.day < day).length;
  return { units: units.filter((row) => row.day === day), usual: days ? before / days : null };
}

function Board({ day, data, plant, station, list }) {
  const today = data.hourly.filter((row) => row.day === day);
  return html`
    <${Tiles} day=${day} data=${data} plant=${plant} />
    ${list === 'scrap' && html`<${ScrapList} day=${day} units=${data.scrap.units} />`}
    <div class="grid">
      <div class="half stack">
        <${TopFindings} />
        <${TopLosses} day=${day} data=${data} />
      </div>
      <div class="half stack">
        <${OneStation}
          day=${day}
          hourly=${data.hourly}
          station=${station}
          target=${hourlyTarget(plant, station)}
          running=${data.forecast.over ? null : hourOf(data.forecast)}
        />
      </div>
      <${Yields} day=${day} data=${data} plant=${plant} />
      <div class="wide stack">
        <${AllStations} day=${day} today=${today} />
      </div>
      <div class="third stack">
        <${Alerts} />
        <${Runs} />
      </div>
    </div>`;
}

/** The hour of the newest record, which is not over. */
const hourOf = ({ as_of: asOf }) => (asOf ? Number(asOf.slice(11, 13)) : null);

const hourlyTarget = (plant, station) =>
  Object.entries(plant.targets).find(([name]) => same(name, station))?.[1] ?? null;
