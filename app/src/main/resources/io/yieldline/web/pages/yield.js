import { html, useMemo } from '../lib/preact.js';
import { get, rows } from '../lib/api.js';
import { Change } from '../lib/change.js';
import { Chart } from '../lib/chart.js';
import { Choice, Days, FilterBar, Switch, range } from '../lib/filters.js';
import { FirstPass } from '../lib/first-pass.js';
import { BLANK, day as dayText, monday, percent, plus, ratioText, shortDay, week } from '../lib/format.js';
import { Loaded, useLoad } from '../lib/load.js';
import { endLabels, grid, heat, line, ofModel, periods as periodAxis, shares } from '../lib/plots.js';
import { Losses, Rolled } from '../lib/rolled.js';
import { targetColumn, targetLine } from '../lib/targets.js';
import { why } from '../lib/url.js';
import { distinct, headline, rising, same, sums } from '../maths/groups.js';
import { yieldAxis } from '../maths/scale.js';
import { targetOf } from '../maths/targets.js';

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
  const source = (weekly ? data.weeks : data.daily).filter(
    (row) => (!query.model || same(row.model, query.model)) && (!query.station || same(row.station, query.station)),
  );
  const shown = query.model ? [query.model] : models;
  const counted = query.station ? source : headline(source, plant);
  return html`
    <div class="grid">
      <${Trend} plant=${plant} rows=${counted} weekly=${weekly} query=${query} targets=${data.targets} />
      <div class="half stack">
        <${Rolled} plant=${plant} rows=${data.rolled} models=${shown} />
      </div>
      <div class="half stack">
        <${Losses} data=${data} plant=${plant} model=${query.model ?? models[0]} query=${query} />
      </div>
      <${Change} query=${query} from=${from} to=${to} />
      <${Stations} rows=${source} weekly=${weekly} query=${query} />
      <${FirstPass} weeks=${data.first} units=${data.units} models=${shown} query=${query} />
    </div>`;
}

const period = (weekly) => (weekly ? 'week' : 'day');
const written = (weekly, key) => (weekly ? key : dayText(key));
const running = (weekly, plant) => (weekly ? week(plant.today) : plant.today);
const mart = (weekly) => `station_yield_${weekly ? 'weekly' : 'daily'}`;
const NUMBERS = ['total', 'passed', 'failed', 'unjudged'];

/** All stations together, one line per model. */
function Trend({ plant, rows: source, weekly, query, targets }) {
  const column = period(weekly);
  const table = useMemo(
    () =>
      sums(source, (row) => `${row[column]}|${row.model}`, NUMBERS, ['yield'])
        .map(({ key, ...sum }) => ({
          when: key.split('|')[0],
          model: key.slice(key.indexOf('|') + 1),
          ...sum,
        }))
        .map((row) => ({ ...row, target: targetAt(targets, row, weekly, query.station) }))
        .sort(
          rising(
            (row) => row.when,
            (row) => row.model,
          ),
        ),
    [source, targets],
  );
  const over = table.filter((row) => row.when !== running(weekly, plant));
  const periods = distinct(over, 'when');
  const models = distinct(over, 'model');
  const option = useMemo(() => (colours) => trendDrawn(plant, over, weekly, query, colours), [table]);
  const explain = (row) =>
    why(mart(weekly), {
      [column]: row.when,
      model: row.model,
      ...(query.station ? { station: query.station } : {}),
    });
  return html`
    <${Chart}
      title=${`Yield of ${query.station ?? 'all stations'} by ${column}`}
      name=${`yield-by-${column}`}
      rows=${table}
      option=${option}
      note=${TREND_NOTE}
      columns=${[marked(weekly, plant), { key: 'model', label: 'Model' }, ...counted(explain), ...targetColumn(table)]}
      why=${explain}
      at=${(event) =>
        table.find((row) => row.when === periods[event.dataIndex] && row.model === models[event.seriesIndex])}
    />`;
}

/** The target of a model on a day, or on the Monday of a week. */
const targetAt = (targets, { when: at, model }, weekly, station = null) =>
  targetOf(targets, 'yield', { model, station, day: weekly ? monday(at) : at });

const TREND_NOTE =
  'Passed of the judged records in production scope. Unjudged records count in totals, not in yields; all stations ' +
  'are without those of repair, debug and scrap. Dashed: targets. What is not over is in the table only. The axis ' +
  'does not begin at 0.';

/** The period with a mark where it is not over. */
const marked = (weekly, plant) => ({
  ...when(weekly),
  render: (row) => `${written(weekly, row.when)}${row.when === running(weekly, plant) ? ' so far' : ''}`,
});
const when = (weekly) => ({ key: 'when', label: weekly ? 'Week' : 'Day', type: weekly ? 'text' : 'day' });
const counted = (explain) => [
  { key: 'total', label: 'Records', type: 'count', why: explain },
  { key: 'passed', label: 'Passed', type: 'count' },
  { key: 'failed', label: 'Failed', type: 'count' },
  { key: 'unjudged', label: 'No verdict', type: 'count' },
  { key: 'yield', label: 'Yield', type: 'ratio' },
];

function trendDrawn(plant, table, weekly, query, colours) {
  const periods = distinct(table, 'when');
  const of = (key, model) => table.find((row) => row.when === key && row.model === model);
  const told = (key) => table.filter((row) => row.when === key).map((row) => `${row.model}  ${ratioText(row.yield)}`);
  const models = distinct(table, 'model');
  const axis = yieldAxis(table.flatMap((row) => [row.yield.value, row.target === null ? null : row.target / 100]));
  const last = (model) => table.findLast((row) => row.model === model && row.yield.value !== null)?.yield.value ?? 1;
  const moved = endLabels(models.map(last), axis.min, 240);
  return {
    legend: { data: models },
    tooltip: {
      trigger: 'axis',
      formatter: ([{ dataIndex }]) => [written(weekly, periods[dataIndex]), ...told(periods[dataIndex])].join('\n'),
    },
    grid: grid({ right: 60, bottom: 4 }),
    xAxis: periodAxis(periods, query, (each) => written(weekly, each)),
    yAxis: shares(axis),
    series: [
      ...models.map((model, i) =>
        line(
          model,
          periods.map((each) => of(each, model)?.yield.value ?? null),
          {
            color: ofModel(colours, plant, model),
            endLabel: { show: true, offset: [0, moved[i]], formatter: (event) => percent(event.value) },
          },
        ),
      ),
      ...models.map((model) =>
        targetLine(
          ofModel(colours, plant, model),
          periods.map((each) => of(each, model)?.target ?? null),
        ),
      ),
    ],
  };
}

/** Each station and period, the station with the lowest yield first. */
function Stations({ rows: source, weekly, query }) {
  const column = period(weekly);
  const cells = useMemo(
    () =>
      sums(source, (row) => `${row[column]}|${row.station ?? ''}`, NUMBERS, ['yield']).map(({ key, ...sum }) => ({
        when: key.split('|')[0],
        station: key.slice(key.indexOf('|') + 1),
        ...sum,
      })),
    [source],
  );
  const all = useMemo(() => lowestFirst(source), [source]);
  const losing = all.filter((row) => row.yield.value < 1);
  const order = query.lossless === 'yes' ? all : losing;
  const drawn = cells.filter((cell) => cell.yield.denominator > 0 && order.some((row) => row.station === cell.station));
  const option = useMemo(
    () => (colours, width) => heat(colours, width, stationsDrawn(cells, drawn, order, weekly)),
    [cells, order.length],
  );
  const explain = (cell) =>
    why(mart(weekly), {
      [column]: cell.when,
      station: cell.station,
      ...(query.model ? { model: query.model } : {}),
    });
  return html`
    <${Chart}
      title=${`Yield by station and ${column}`}
      name=${`station-yield-by-${column}`}
      rows=${cells}
      option=${option}
      height=${40 + 23 * order.length}
      note=${STATIONS_NOTE}
      columns=${[when(weekly), { key: 'station', label: 'Station' }, ...counted(explain)]}
      why=${explain}
      at=${(event) => drawn[event.dataIndex]}
    >
      <div class="filters">
        <${Switch}
          name="lossless"
          label="Stations"
          value=${query.lossless ?? ''}
          options=${[
            ['', `With losses, ${losing.length}`],
            ['yes', `All, ${all.length}`],
          ]}
        />
      </div>
    <//>`;
}

const FEW = 30;
const STATIONS_NOTE =
  'In percent, the lowest station first with its yield over the whole range. The colour begins at 80 % and is pale ' +
  `at 100 %; grey: fewer than ${FEW} judged records, which tell little. Click a cell for its records.`;

const lowestFirst = (source) =>
  sums(source, (row) => row.station ?? '', [], ['yield'])
    .map(({ key, ...sum }) => ({ station: key, yield: sum.yield }))
    .filter((row) => row.yield.denominator > 0)
    .sort(
      rising(
        (row) => row.yield.value,
        (row) => -row.yield.denominator,
      ),
    );

function stationsDrawn(cells, drawn, order, weekly) {
  const periods = distinct(cells, 'when');
  const place = new Map(order.map((row, i) => [row.station, i]));
  return {
    xs: periods.map((each) => (weekly ? each.slice(5) : shortDay(each))),
    ys: order.map((row) => `${row.station || BLANK}  ${percent(row.yield.value)}`),
    cells: drawn.map((cell) => [
      periods.indexOf(cell.when),
      place.get(cell.station),
      cell.yield.value,
      `${cell.station || BLANK}, ${written(weekly, cell.when)}\n${ratioText(cell.yield, 2)}`,
      cell.yield.denominator < FEW,
    ]),
    scale: 'warm',
    min: 0.8,
    max: 1,
    labels: 180,
    show: (value) => (value === 1 ? '100' : percent(value, 1).replace(' %', '')),
  };
}
