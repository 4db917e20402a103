import { html } from '../lib/preact.js';
import { get, rows } from '../lib/api.js';
import { Change } from '../lib/change.js';
import { Choice, Days, FilterBar, Switch, range } from '../lib/filters.js';
import { FirstPass } from '../lib/first-pass.js';
import { monday, plus, week } from '../lib/format.js';
import { Loaded, useLoad } from '../lib/load.js';
import { Losses } from '../lib/losses.js';
import { Rolled } from '../lib/rolled.js';
import { Stations } from '../lib/station-yields.js';
import { OF_FIRST_RUNS, OF_RECORDS, Trend } from '../lib/trend.js';
import { distinct, headline, same } from '../maths/groups.js';

/** Yields of stations, rolled yields of models and where they are lost, and four definitions of first pass. */
export default function Yield({ query, plant }) {
  const { from, to } = range(query, plant);
  const weekly = query.grain === 'week';
  const state = useLoad(() => loaded(from, to), [from, to]);
  const weeks = state.data?.weeks ?? [];
  const models = plant.rules.yield_models.filter((model) => weeks.some((row) => same(row.model, model)));
  return html`
    <${FilterBar}>
      <${Days} from=${from} to=${to} latest=${plant.latest} presets=${[14, 28, 61]} />
      <${Switch} name="grain" label="Grain" value=${weekly ? 'week' : 'day'} options=${GRAINS} />
      <${Choice} name="model" label="Model" value=${query.model} options=${models} />
      <${Choice} name="station" label="Station" value=${query.station} options=${distinct(weeks, 'station')} />
    <//>
    <${Loaded} state=${state} lines=${10}>
      ${(data) => html`<${Parts} ...${{ data, plant, query, models, weekly, from, to }} />`}
    <//>`;
}

const GRAINS = [
  ['day', 'Day'],
  ['week', 'Week'],
];

/** First-pass answers are of whole weeks, so units are read from Monday to Sunday. */
const loaded = (from, to) =>
  Promise.all([
    rows('/marts/station_yield_daily', { from, to }),
    rows('/marts/station_yield_weekly', { from, to }),
    rows('/views/rolled_yield_weekly', { from, to }),
    rows('/views/rolled_yield_factor', { grain: 'week', from, to }),
    rows('/marts/first_pass_weekly', { from, to }),
    rows('/marts/unit_first_pass_daily', { from: monday(week(from)), to: plus(monday(week(to)), 6) }),
    get('/rules/targets'),
  ]).then(([daily, weeks, rolled, factors, first, units, targets]) => ({
    daily: daily.rows,
    weeks: weeks.rows,
    rolled: rolled.rows,
    factors: factors.rows,
    first: first.rows,
    units: units.rows,
    targets: targets.rows,
  }));

function Parts({ data, plant, query, models, weekly, from, to }) {
  const isAsked = (row) =>
    (!query.model || same(row.model, query.model)) && (!query.station || same(row.station, query.station));
  const counted = (all) => (query.station ? all : headline(all, plant));
  const source = (weekly ? data.weeks : data.daily).filter(isAsked);
  const units = data.units
    .filter((row) => isAsked(row) && models.includes(row.model) && (weekly || (row.day >= from && row.day <= to)))
    .map((row) => ({ ...row, week: week(row.day) }));
  const shown = query.model ? [query.model] : models;
  const given = { plant, weekly, query, targets: data.targets };
  return html`
    <div class="grid">
      <${Trend} of=${OF_RECORDS} rows=${counted(source)} ...${given} />
      <div class="half stack">
        <${Rolled} plant=${plant} rows=${data.rolled} models=${shown} targets=${data.targets} />
      </div>
      <div class="half stack">
        <${Losses} data=${data} plant=${plant} model=${query.model ?? models[0]} query=${query} />
      </div>
      <${Change} query=${query} from=${from} to=${to} />
      <${Stations} rows=${source} from=${from} to=${to} ...${given} />
      <${Trend} of=${OF_FIRST_RUNS} rows=${counted(units)} ...${given} />
      <${FirstPass} weeks=${data.first} units=${data.units} models=${shown} query=${query} />
    </div>`;
}
