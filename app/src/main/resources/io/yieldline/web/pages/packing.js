import { html, useMemo } from '../lib/preact.js';
import { get, rows } from '../lib/api.js';
import { Chart } from '../lib/chart.js';
import { Choice, Days, FilterBar, Week, range, week as weekOf } from '../lib/filters.js';
import { count, counted, day as dayText, days, longDay, monday, plus, week, weekPlus, weekday } from '../lib/format.js';
import { Loaded, useLoad } from '../lib/load.js';
import { Matrix } from '../lib/matrix.js';
import { OF_BAR, counts, grid, line, ofModel, periods, tops } from '../lib/plots.js';
import * as says from '../lib/says.js';
import { why } from '../lib/url.js';
import { distinct } from '../maths/groups.js';
import { byDay, byWeek } from '../maths/packing.js';
import { sum } from '../maths/statistics.js';
import { packedTarget, targetOf } from '../maths/targets.js';

const WEEKS = 12;

/** What was packed: the plant's own table, the days of a week, and the last twelve weeks. */
export default function Packing({ query, plant }) {
  const { from, to } = range(query, plant);
  const chosen = weekOf(query, plant);
  const first = monday(weekPlus(chosen, 1 - WEEKS));
  const begin = from < first ? from : first;
  const end = [to, plus(monday(chosen), 6)].sort().at(-1);
  const state = useLoad(
    () =>
      Promise.all([
        rows('/marts/packing_daily', { from: begin, to: end }),
        rows('/marts/sort_test_daily', { from, to }),
        rows('/marts/packed_units_daily', { from: monday(chosen), to: plus(monday(chosen), 6) }),
        get('/rules/targets'),
      ]).then(([packing, sort, units, targets]) => ({
        packing: packing.rows,
        sort: sort.rows,
        units: units.rows,
        targets: targets.rows,
      })),
    [begin, end, from, to, chosen],
  );
  const models = ordered(distinct(state.data?.packing ?? [], 'model'), plant.rules.yield_models);
  return html`
    <${FilterBar}>
      <${Days} from=${from} to=${to} latest=${plant.latest} presets=${[7, 14, 28]} />
      <${Choice} name="model" label="Model" value=${query.model} options=${models} />
    <//>
    <${Loaded} state=${state} lines=${10}>
      ${(data) => {
        const packing = query.model ? data.packing.filter((row) => row.model === query.model) : data.packing;
        const list = query.model ? models.filter((model) => model === query.model) : models;
        return html`
          <div class="grid">
            <${Matrix}
              packing=${packing.filter((row) => row.day >= from && row.day <= to)}
              sort=${data.sort}
              models=${list}
              codes=${plant.rules.sort_codes}
              dates=${days(from, to)}
            />
            <div class="half stack">
              <${OfWeek}
                plant=${plant}
                chosen=${chosen}
                latest=${week(plant.latest)}
                packing=${packing}
                units=${data.units.filter((row) => list.includes(row.model))}
                models=${list}
                targets=${data.targets}
                model=${query.model}
              />
            </div>
            <div class="half stack">
              <${OfWeeks} plant=${plant} chosen=${chosen} packing=${packing} models=${list} />
            </div>
          </div>`;
      }}
    <//>`;
}

/** The models with yields first, as the rules have them, then the others by name. */
const ordered = (models, known) => [
  ...known.filter((model) => models.includes(model)),
  ...models.filter((model) => !known.includes(model)),
];

function OfWeek({ plant, chosen, latest, packing, units, models, targets, model = null }) {
  const wanted = (day) => (model ? targetOf(targets, 'packed', { model, day }) : packedTarget(targets, day));
  const table = useMemo(
    () =>
      byDay(packing, models, days(monday(chosen), plus(monday(chosen), 6))).map((row) => ({
        ...row,
        target: WEEKEND.includes(weekday(row.day)) ? null : wanted(row.day),
      })),
    [chosen, packing, models.join(), targets],
  );
  const aimed = table.some((row) => row.target !== null);
  const option = useMemo(() => {
    const labels = table.map((row) => `${dayText(row.day)}${row.day === plant.today ? ', so far' : ''}`);
    return (colours) => withTarget(bars(plant, table, models, labels, colours), aimed ? table : [], colours);
  }, [table]);
  const total = sum(table.map((row) => row.total));
  return html`
    <${Chart}
      title=${`Packed by day, ${chosen}`}
      name=${`packed-${chosen}`}
      says=${weekSays(table, plant.today)}
      note=${[
        `${counted(total, 'packing record')} with a pass in the week of ${longDay(monday(chosen))}, by output day;`,
        `${counted(sum(units.map((row) => row.units)), 'unit')} packed for the first time.`,
      ].join(' ')}
      rows=${table}
      columns=${[
        { key: 'day', label: 'Day', type: 'day' },
        { key: 'total', label: 'Packed', type: 'count' },
        ...(aimed ? [{ key: 'target', label: 'Target', type: 'count' }] : []),
        ...models.map((each) => ({ key: each, label: each, type: 'count' })),
      ]}
      option=${option}
      why=${(row) => (row.total ? why('packing_daily', { day: row.day }) : null)}
      at=${(event) => table[event.dataIndex]}
    >
      <div class="filters">
        <${Week} value=${chosen} latest=${latest} />
      </div>
    <//>`;
}

const WEEKEND = ['Sat', 'Sun'];

const weekSays = (table, today) =>
  [
    says.most(
      table.map((row) => [dayText(row.day), row.total]),
      'packing record',
    ),
    says.reached(table.filter((row) => row.day < today)),
  ]
    .filter(Boolean)
    .join(' ');

/** The same with the target of each day as a step. */
const withTarget = (drawn, table, colours) =>
  table.length === 0
    ? drawn
    : {
        ...drawn,
        legend: { data: [...drawn.legend.data, 'Target'] },
        series: [
          ...drawn.series,
          line(
            'Target',
            table.map((row) => row.target),
            { color: colours.ink, symbol: 'none', step: 'middle', lineStyle: { type: 'dashed', width: 2 } },
          ),
        ],
      };

/** Stacked by model, the sum on top. */
const bars = (plant, table, models, labels, colours) => ({
  legend: { data: models },
  tooltip: OF_BAR,
  grid: grid({ top: 44 }),
  xAxis: periods(
    table.map((row) => row.day ?? row.week),
    {},
    (_, i) => labels[i],
  ),
  yAxis: counts(),
  series: [
    ...models.map((model) => ({
      name: model,
      type: 'bar',
      stack: 'packed',
      color: ofModel(colours, plant, model),
      barMaxWidth: 54,
      data: table.map((row) => row[model]),
    })),
    tops(
      'Total',
      table.map((row) => row.total),
      colours,
    ),
  ],
});

const rounded = (value) => (value === null ? null : Math.round(value));

function ofWeeksDrawn(plant, table, models, colours) {
  const labels = table.map((row) => `${row.week.slice(5)}${row.week === week(plant.today) ? ', so far' : ''}`);
  const drawn = bars(plant, table, models, labels, colours);
  return {
    ...drawn,
    legend: { data: [...models, 'Mean', 'Trend'] },
    series: [
      ...drawn.series,
      line(
        'Mean',
        table.map((row) => (row.total ? rounded(row.mean) : null)),
        { color: colours.soft, symbol: 'none', connectNulls: true, lineStyle: { type: 'dashed' } },
      ),
      line(
        'Trend',
        table.map((row) => rounded(row.trend)),
        { color: colours.ink, symbol: 'none', lineStyle: { width: 1.5 } },
      ),
    ],
  };
}

function OfWeeks({ plant, chosen, packing, models }) {
  const found = useMemo(() => {
    const weeks = Array.from({ length: WEEKS }, (_, i) => weekPlus(chosen, i + 1 - WEEKS));
    return byWeek(packing, models, weeks, week(plant.today));
  }, [chosen, packing, models.join()]);
  const option = useMemo(() => (colours) => ofWeeksDrawn(plant, found.rows, models, colours), [found]);
  const explain = (row) =>
    row.total ? why('packing_daily', { from: monday(row.week), to: plus(monday(row.week), 6) }) : null;
  return html`
    <${Chart}
      title="Packed by week"
      name="packed-by-week"
      says=${says.most(
        found.rows.map((row) => [`${row.week}${row.week === week(plant.today) ? ', so far,' : ''}`, row.total]),
        'packing record',
      )}
      rows=${found.rows}
      note=${weeksNote(chosen, found)}
      columns=${[
        { key: 'week', label: 'Week' },
        { key: 'total', label: 'Packed', type: 'count', why: explain },
        ...models.map((model) => ({ key: model, label: model, type: 'count' })),
        { key: 'mean', label: 'Mean', type: 'number' },
        { key: 'trend', label: 'Trend', type: 'number' },
      ]}
      option=${option}
      why=${explain}
      at=${(event) => found.rows[event.dataIndex]}
      height=${346}
    />`;
}

function weeksNote(chosen, { mean, filled, slope }) {
  if (mean === null) return 'The last twelve ISO weeks.';
  const trend = slope === null ? 'n/a' : `${slope < 0 ? '−' : '+'}${count(Math.abs(slope))} a week`;
  return [
    `The twelve ISO weeks up to ${chosen}.`,
    `Mean of the ${counted(filled, 'week')} with output: ${count(mean)}.`,
    `Least-squares trend: ${trend}.`,
  ].join(' ');
}
