import { html, useMemo } from './preact.js';
import { Chart } from './chart.js';
import { day as dayText, monday, percent, plus, ratioText, shortDay, week } from './format.js';
import { endLabels, grid, line, ofModel, periods as periodAxis, shares } from './plots.js';
import * as says from './says.js';
import { targetColumn, targetLine } from './targets.js';
import { why } from './url.js';
import { distinct, rising, sums } from '../maths/groups.js';
import { yieldAxis } from '../maths/scale.js';
import { targetOf } from '../maths/targets.js';

// A yield of each model by day or week, beside its target.

export const period = (weekly) => (weekly ? 'week' : 'day');
export const written = (weekly, key) => (weekly ? key : dayText(key));

/** The day or week that is not over. */
export const running = (weekly, plant) => (weekly ? week(plant.today) : plant.today);

const NOTE =
  'All stations are without those of repair, debug and scrap. Dashed: targets. What is not over is in the table ' +
  'only. The axis does not begin at 0.';

/** What is drawn of records: passed of the judged ones. */
export const OF_RECORDS = {
  measure: 'yield',
  title: 'Yield',
  numbers: ['total', 'passed', 'failed', 'unjudged'],
  columns: [
    { key: 'total', label: 'Records', type: 'count' },
    { key: 'passed', label: 'Passed', type: 'count' },
    { key: 'failed', label: 'Failed', type: 'count' },
    { key: 'unjudged', label: 'No verdict', type: 'count' },
  ],
  note: `Passed of the judged records in production scope; unjudged records count in totals only. ${NOTE}`,
  cell: (key, weekly) => [`station_yield_${weekly ? 'weekly' : 'daily'}`, { [period(weekly)]: key }],
};

/** What is drawn of units: those that passed their first run ever at a station. */
export const OF_FIRST_RUNS = {
  measure: 'first_pass_yield',
  title: 'First-pass yield',
  numbers: ['units', 'passed_first'],
  columns: [
    { key: 'units', label: 'Units', type: 'count' },
    { key: 'passed_first', label: 'Passed at first', type: 'count' },
  ],
  note: `Units whose first run ever at a station passed, of those judged at it; stations added up. ${NOTE}`,
  cell: (key, weekly) => [
    'unit_first_pass_daily',
    weekly ? { from: monday(key), to: plus(monday(key), 6) } : { day: key },
  ],
};

/** All rows together, one line a model. rows: of the mart, with day or week. */
export function Trend({ of, plant, rows: source, weekly, query, targets }) {
  const { measure, numbers } = of;
  const table = useMemo(() => added(source, of, weekly, targets, query.station), [source, targets]);
  const over = useMemo(() => table.filter((row) => row.when !== running(weekly, plant)), [table]);
  const periods = distinct(over, 'when');
  const models = distinct(over, 'model');
  const option = useMemo(
    () => (colours) => drawn(over, measure, weekly, query, (model) => ofModel(colours, plant, model)),
    [over],
  );
  const explain = (row) => {
    const [mart, keys] = of.cell(row.when, weekly);
    return why(mart, { ...keys, model: row.model, ...(query.station ? { station: query.station } : {}) });
  };
  const [first, ...others] = of.columns;
  return html`
    <${Chart}
      title=${`${of.title} of ${query.station ?? 'all stations'} by ${period(weekly)}`}
      name=${`${of.title.toLowerCase().replace(' ', '-')}-by-${period(weekly)}`}
      says=${said(over, numbers, measure, weekly)}
      rows=${table}
      option=${option}
      note=${of.note}
      columns=${[
        marked(weekly, plant),
        { key: 'model', label: 'Model' },
        { ...first, why: explain },
        ...others,
        { key: measure, label: of.title, type: 'ratio' },
        ...targetColumn(table, measure),
      ]}
      why=${explain}
      at=${(event) =>
        table.find((row) => row.when === periods[event.dataIndex] && row.model === models[event.seriesIndex])}
    />`;
}

/** A row a period and model. */
const added = (source, { measure, numbers }, weekly, targets, station = null) =>
  sums(source, (row) => `${row[period(weekly)]}|${row.model}`, numbers, [measure])
    .map(({ key, ...sum }) => ({ when: key.split('|')[0], model: key.slice(key.indexOf('|') + 1), ...sum }))
    .map((row) => ({
      ...row,
      target: targetOf(targets, measure, {
        model: row.model,
        station,
        day: weekly ? monday(row.when) : row.when,
      }),
    }))
    .sort(
      rising(
        (row) => row.when,
        (row) => row.model,
      ),
    );

/** All periods of each model together, beside its target if that stays the same. */
function said(over, numbers, measure, weekly) {
  const when = distinct(over, 'when');
  const spoken = (key) => (weekly ? key : shortDay(key));
  const rows = sums(over, (row) => row.model, numbers, [measure]).map(({ key, ...sum }) => {
    const targets = new Set(over.filter((row) => row.model === key).map((row) => row.target));
    return { name: key, yield: sum[measure], target: targets.size === 1 ? [...targets][0] : null };
  });
  return says.yields(when.length > 1 ? `${spoken(when[0])} to ${spoken(when.at(-1))}` : spoken(when[0] ?? ''), rows);
}

/** The period with a mark where it is not over. */
const marked = (weekly, plant) => ({
  key: 'when',
  label: weekly ? 'Week' : 'Day',
  type: weekly ? 'text' : 'day',
  render: (row) => `${written(weekly, row.when)}${row.when === running(weekly, plant) ? ' so far' : ''}`,
});

function drawn(table, measure, weekly, query, colourOf) {
  const periods = distinct(table, 'when');
  const of = (key, model) => table.find((row) => row.when === key && row.model === model);
  const told = (key) =>
    table.filter((row) => row.when === key).map((row) => `${row.model}  ${ratioText(row[measure])}`);
  const models = distinct(table, 'model');
  const axis = yieldAxis(table.flatMap((row) => [row[measure].value, row.target === null ? null : row.target / 100]));
  const last = (model) => table.findLast((row) => row.model === model && row[measure].value !== null)?.[measure].value;
  const moved = endLabels(
    models.map((model) => last(model) ?? 1),
    axis.min,
    240,
  );
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
          periods.map((each) => of(each, model)?.[measure].value ?? null),
          {
            color: colourOf(model),
            endLabel: { show: true, offset: [0, moved[i]], formatter: (event) => percent(event.value) },
          },
        ),
      ),
      ...models.map((model) =>
        targetLine(
          colourOf(model),
          periods.map((each) => of(each, model)?.target ?? null),
        ),
      ),
    ],
  };
}
