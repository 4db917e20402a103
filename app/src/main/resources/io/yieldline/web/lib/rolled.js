import { html, useMemo } from './preact.js';
import { Chart } from './chart.js';
import { Choice, Switch } from './filters.js';
import { percent, points, ratioText } from './format.js';
import { endLabels, grid, line, ofModel, periods, shares, slanted } from './plots.js';
import { why } from './url.js';
import { distinct, rising } from '../maths/groups.js';
import { cascade, factors } from '../maths/losses.js';
import { yieldAxis, yieldFloor } from '../maths/scale.js';

const NOTE =
  'The product of station yields. Focused: the stations of the formula of the model, n/a unless all have judged ' +
  'records. Complete: all stations except the excluded ones. Of units: the product of true first-pass yields.';
const share = (value) => (value === null ? null : Number(value));
const KINDS = ['focused', 'complete'];

/** Focused and complete rolled yield of each model, by week. */
export function Rolled({ plant, rows: source, models }) {
  const table = useMemo(
    () =>
      source
        .filter((row) => models.includes(row.model))
        .map((row) => ({ ...row, yield: share(row.yield), unit_yield: share(row.unit_yield) }))
        .sort(
          rising(
            (row) => row.week,
            (row) => row.model,
            (row) => KINDS.indexOf(row.kind),
          ),
        ),
    [source, models.join()],
  );
  const names = models.flatMap((model) => KINDS.map((kind) => ({ model, kind })));
  const weeks = distinct(table, 'week');
  const find = (name, each) =>
    table.find((row) => row.week === each && row.model === name.model && row.kind === name.kind);
  const option = useMemo(() => (colours) => rolledDrawn(plant, table, names, weeks, colours), [table]);
  return html`
    <${Chart}
      title="Rolled yield by week"
      name="rolled-yield"
      rows=${table}
      option=${option}
      height=${330}
      note=${NOTE}
      columns=${[
        { key: 'week', label: 'Week' },
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
        { key: 'stations', label: 'Stations', type: 'count' },
        { key: 'needed', label: 'Needed', type: 'count' },
      ]}
      why=${(row) => why('station_yield_weekly', { week: row.week, model: row.model })}
      at=${(event) => find(names[event.seriesIndex], weeks[event.dataIndex])}
    />`;
}

function rolledDrawn(plant, table, names, weeks, colours) {
  const axis = yieldAxis(table.map((row) => row.yield));
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
    series: drawn,
  };
}

const ofWeek = (table, week) =>
  [
    week,
    ...table
      .filter((row) => row.week === week)
      .map((row) => `${row.model} ${row.kind}  ${percent(row.yield, 2)}  ${stations(row)}`),
  ].join('\n');

const stations = (row) =>
  row.kind === 'focused' ? `${row.stations} of ${row.needed} stations` : `${row.stations} stations`;

/** From 100 % down to the rolled yield of a week: what each station takes away. */
export function Losses({ data, plant, model, query }) {
  const weeks = distinct(
    data.weeks.filter((row) => row.model === model),
    'week',
  );
  const chosen = weeks.includes(query.lossweek) ? query.lossweek : weeks.at(-1);
  const kind = query.rolled === 'complete' ? 'complete' : 'focused';
  const isChosen = (row) => row.model === model && row.week === chosen && row.kind === kind;
  const table = useMemo(() => {
    const formula = kind === 'focused' ? (plant.rules.focused_rolled_yield[model] ?? []) : null;
    return cascade(factors(data.factors.filter(isChosen), formula));
  }, [data, model, chosen, kind]);
  const known = table.every((row) => row.yield.value !== null);
  const found = data.rolled.find(isChosen)?.yield ?? null;
  const rolled = found === null ? null : Number(found);
  const end = rolled === null ? [] : [{ station: 'Rolled yield', before: rolled, after: 0, end: true }];
  const bars = [...table, ...end];
  const option = useMemo(() => (colours, width) => lossesDrawn(bars, rolled, colours, width), [table]);
  const explain = (row) =>
    row.end ? null : why('station_yield_weekly', { week: chosen, model, station: row.spelled });
  return html`
    <${Chart}
      title=${`Where the ${kind} rolled yield is lost`}
      name=${`losses-${kind}`}
      rows=${table}
      option=${known ? option : null}
      height=${286}
      note=${
        known
          ? `${model}, ${chosen}: points lost at each station in turn, from 100 % to ${percent(rolled, 2)}.`
          : `${model}, ${chosen ?? ''}: n/a, since not every station of the formula has judged records.`
      }
      columns=${[
        { key: 'station', label: 'Station' },
        { key: 'passed', label: 'Passed', type: 'count', why: explain },
        { key: 'failed', label: 'Failed', type: 'count' },
        { key: 'yield', label: 'Yield', type: 'ratio' },
        { key: 'after', label: 'Product so far', type: 'percent', digits: 2 },
      ]}
      why=${explain}
      at=${(event) => bars[event.dataIndex]}
    >
      <div class="filters">
        <${Switch} name="rolled" label="Kind" value=${kind} options=${SWITCH} />
        <${Choice} name="lossweek" label="Week" all=${false} value=${chosen} options=${[...weeks].reverse()} />
      </div>
    <//>`;
}

const SWITCH = [
  ['focused', 'Focused'],
  ['complete', 'Complete'],
];

function lossesDrawn(bars, rolled, colours, width) {
  const floor = yieldFloor(rolled);
  const lost = (row) => (row.end ? percent(rolled, 2) : points(row.after, row.before));
  return {
    tooltip: { formatter: (event) => words(bars[event.dataIndex], rolled) },
    grid: grid({ right: 8, top: 24, bottom: 4 }),
    xAxis: {
      type: 'category',
      data: bars.map((row) => row.station),
      axisLabel: slanted(
        bars.map((row) => row.station),
        width,
      ),
    },
    yAxis: shares({ min: floor, scale: false, interval: floor < 0.65 ? 0.1 : 0.05 }),
    series: [
      {
        type: 'bar',
        stack: 'loss',
        silent: true,
        itemStyle: { color: 'transparent' },
        data: bars.map((row) => (row.end ? 0 : row.after)),
      },
      {
        type: 'bar',
        stack: 'loss',
        barMaxWidth: 46,
        data: bars.map((row) => ({
          value: row.before - row.after,
          itemStyle: { color: row.end ? colours.good : colours.bad },
        })),
        label: {
          show: true,
          position: 'top',
          color: colours.ink,
          formatter: (event) => lost(bars[event.dataIndex]),
        },
      },
    ],
  };
}

const words = (row, rolled) =>
  row.end
    ? `Rolled yield ${percent(rolled, 2)}`
    : [row.station, ratioText(row.yield, 2), `${percent(row.before, 2)} to ${percent(row.after, 2)}`].join('\n');
