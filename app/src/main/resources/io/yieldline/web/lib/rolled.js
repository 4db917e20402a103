import { html, useMemo } from './preact.js';
import { Chart } from './chart.js';
import { monday, percent, week as weekOf } from './format.js';
import { endLabels, grid, line, ofModel, periods, shares } from './plots.js';
import * as says from './says.js';
import { targetLine } from './targets.js';
import { why } from './url.js';
import { distinct, rising } from '../maths/groups.js';
import { yieldAxis } from '../maths/scale.js';
import { targetOf } from '../maths/targets.js';

const NOTE =
  'The product of station yields. Focused: the stations of the formula of the model, n/a unless all have judged ' +
  'records. Complete: all stations except the excluded ones. Of units: the product of true first-pass yields. ' +
  'Dotted: targets of the focused yield. A week that is not over is in the table only.';
const share = (value) => (value === null ? null : Number(value));
const KINDS = ['focused', 'complete'];

/** Focused and complete rolled yield of each model, by week; the target is one of the focused yield. */
export function Rolled({ plant, rows: source, models, targets }) {
  const running = weekOf(plant.today);
  const table = useMemo(() => listed(source, models, targets), [source, models.join(), targets]);
  const over = table.filter((row) => row.week !== running);
  const names = models.flatMap((model) => KINDS.map((kind) => ({ model, kind })));
  const weeks = distinct(over, 'week');
  const find = (name, each) =>
    table.find((row) => row.week === each && row.model === name.model && row.kind === name.kind);
  const option = useMemo(() => (colours) => rolledDrawn(plant, over, names, weeks, colours), [table]);
  return html`
    <${Chart}
      title="Rolled yield by week"
      name="rolled-yield"
      says=${said(over, weeks.at(-1))}
      rows=${table}
      option=${weeks.length ? option : null}
      height=${330}
      note=${NOTE}
      columns=${[
        {
          key: 'week',
          label: 'Week',
          render: (row) => `${row.week}${row.week === running ? ' so far' : ''}`,
        },
        { key: 'model', label: 'Model' },
        { key: 'kind', label: 'Kind' },
        { key: 'yield', label: 'Rolled yield', type: 'percent', digits: 2, render: (row) => percent(row.yield, 2) },
        {
          key: 'unit_yield',
          label: 'Of units',
          type: 'percent',
          digits: 2,
          render: (row) => percent(row.unit_yield, 2),
        },
        ...targetsOf(table),
        { key: 'stations', label: 'Stations', type: 'count' },
        { key: 'needed', label: 'Needed', type: 'count' },
      ]}
      why=${(row) => why('station_yield_weekly', { week: row.week, model: row.model })}
      at=${(event) => find(names[event.seriesIndex], weeks[event.dataIndex])}
    />`;
}

const listed = (source, models, targets) =>
  source
    .filter((row) => models.includes(row.model))
    .map((row) => ({
      ...row,
      yield: share(row.yield),
      unit_yield: share(row.unit_yield),
      target:
        row.kind === 'focused' ? targetOf(targets, 'rolled_yield', { model: row.model, day: monday(row.week) }) : null,
    }))
    .sort(
      rising(
        (row) => row.week,
        (row) => row.model,
        (row) => KINDS.indexOf(row.kind),
      ),
    );

/** The focused yields of the newest week that is over. */
function said(over, last) {
  const focused = over.filter((row) => row.week === last && row.kind === 'focused');
  return says.rolled(
    `${last}, focused`,
    focused.map((row) => ({ ...row, name: row.model })),
  );
}

/** The column of targets, where there are any. */
const targetsOf = (table) =>
  table.some((row) => row.target !== null)
    ? [
        {
          key: 'target',
          label: 'Target',
          type: 'number',
          render: (row) =>
            row.target === null
              ? ''
              : `${row.target} %${row.yield !== null && 100 * row.yield < row.target ? ' BELOW' : ''}`,
        },
      ]
    : [];

function rolledDrawn(plant, table, names, weeks, colours) {
  const axis = yieldAxis(table.flatMap((row) => [row.yield, row.target === null ? null : row.target / 100]));
  const last = (name) => table.findLast((row) => row.model === name.model && row.kind === name.kind)?.yield ?? 1;
  const moved = endLabels(names.map(last), axis.min, 210);
  const drawn = names.map(({ model, kind }, i) => {
    const own = new Map(table.filter((row) => row.model === model && row.kind === kind).map((row) => [row.week, row]));
    return line(
      `${model} ${kind}`,
      weeks.map((week) => own.get(week)?.yield ?? null),
      {
        color: ofModel(colours, plant, model),
        symbol: kind === 'focused' ? 'circle' : 'rect',
        lineStyle: { width: 2, type: kind === 'focused' ? 'solid' : 'dashed' },
        endLabel: { show: true, offset: [0, moved[i]], formatter: (event) => percent(event.value) },
      },
    );
  });
  return {
    legend: { data: drawn.map((each) => each.name), icon: 'inherit', itemWidth: 26 },
    tooltip: { trigger: 'axis', formatter: (events) => ofWeek(table, weeks[events[0].dataIndex]) },
    grid: grid({ right: 60, bottom: 4 }),
    xAxis: periods(weeks, {}, (week) => week.slice(5)),
    yAxis: shares(axis),
    series: [...drawn, ...rolledTargets(plant, table, weeks, colours)],
  };
}

const rolledTargets = (plant, table, weeks, colours) =>
  distinct(table, 'model').map((model) => ({
    ...targetLine(
      ofModel(colours, plant, model),
      weeks.map(
        (week) => table.find((row) => row.week === week && row.model === model && row.target !== null)?.target ?? null,
      ),
    ),
    lineStyle: { type: 'dotted', width: 2 },
  }));

const ofWeek = (table, week) =>
  [
    week,
    ...table
      .filter((row) => row.week === week)
      .map((row) => `${row.model} ${row.kind}  ${percent(row.yield, 2)}  ${stations(row)}`),
  ].join('\n');

const stations = (row) =>
  row.kind === 'focused' ? `${row.stations} of ${row.needed} stations` : `${row.stations} stations`;
