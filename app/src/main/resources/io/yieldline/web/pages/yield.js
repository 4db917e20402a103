import { html, useMemo } from '../lib/preact.js';
import { rows } from '../lib/api.js';
import { Chart } from '../lib/chart.js';
import { Choice, Days, FilterBar, Switch, range } from '../lib/filters.js';
import { FirstPass } from '../lib/first-pass.js';
import {
  BLANK,
  count,
  day as dayText,
  decimal,
  monday,
  percent,
  plus,
  ratio,
  ratioText,
  shortDay,
  week,
} from '../lib/format.js';
import { Loaded, useLoad } from '../lib/load.js';
import { distinct, heat, line, ofModel, same, shares, sums } from '../lib/plots.js';
import { why } from '../lib/url.js';

/** Yields of stations, rolled yields of models with where they are lost, and the first-pass views with their definitions. */
export default function Yield({ query, plant }) {
  const { from, to } = range(query, plant, 28);
  const weekly = query.grain === 'week';
  const state = useLoad(
    () =>
      Promise.all([
        rows('/marts/station_yield_daily', { from, to }),
        rows('/marts/station_yield_weekly', { from, to }),
        rows('/views/rolled_yield_weekly', { from, to }),
        rows('/marts/first_pass_weekly', { from, to }),
        rows('/marts/unit_first_pass_daily', { from: monday(week(from)), to: plus(monday(week(to)), 6) }),
      ]).then(([daily, weeks, rolled, first, units]) => ({
        daily: daily.rows,
        weeks: weeks.rows,
        rolled: rolled.rows,
        first: first.rows,
        units: units.rows,
      })),
    [from, to],
  );
  const models = plant.rules.yield_models.filter((model) =>
    (state.data?.weeks ?? []).some((row) => row.model === model),
  );
  return html`
    <${FilterBar}>
      <${Days} from=${from} to=${to} latest=${plant.latest} presets=${[14, 28, 61]} />
      <${Switch}
        name="grain"
        label="Grain"
        value=${weekly ? 'week' : 'day'}
        options=${[
          ['day', 'Day'],
          ['week', 'Week'],
        ]}
      />
      <${Choice} name="model" label="Model" value=${query.model} options=${models} />
      <${Choice}
        name="station"
        label="Station"
        value=${query.station}
        options=${distinct(state.data?.weeks ?? [], 'station')}
      />
    <//>
    <${Loaded} state=${state} lines=${10}>
      ${(data) => {
        const model = query.model ?? models[0];
        const source = (weekly ? data.weeks : data.daily).filter(
          (row) => (!query.model || row.model === query.model) && (!query.station || same(row.station, query.station)),
        );
        return html`
          <div class="grid">
            <${Trend} plant=${plant} rows=${source} weekly=${weekly} query=${query} />
            <${Stations} rows=${source} weekly=${weekly} query=${query} />
            <div class="half stack">
              <${Rolled} plant=${plant} rows=${data.rolled} models=${query.model ? [query.model] : models} />
            </div>
            <div class="half stack">
              <${Losses} data=${data} plant=${plant} model=${model} query=${query} />
            </div>
            <${FirstPass}
              weeks=${data.first}
              units=${data.units}
              models=${query.model ? [query.model] : models}
              query=${query}
            />
          </div>`;
      }}
    <//>`;
}

const period = (weekly) => (weekly ? 'week' : 'day');
const written = (weekly, key) => (weekly ? key : dayText(key));
const mart = (weekly) => `station_yield_${weekly ? 'weekly' : 'daily'}`;
const yieldOf = (sum) => ratio(sum.passed, sum.passed + sum.failed);
const NUMBERS = ['total', 'passed', 'failed', 'unjudged'];

/** All stations together, a line a model. */
function Trend({ plant, rows: source, weekly, query }) {
  const column = period(weekly);
  const table = useMemo(
    () =>
      sums(source, (row) => `${row[column]}|${row.model}`, NUMBERS)
        .map(({ key, ...sum }) => ({
          when: key.split('|')[0],
          model: key.slice(key.indexOf('|') + 1),
          ...sum,
          yield: yieldOf(sum),
        }))
        .sort((a, b) => (a.when < b.when ? -1 : a.when > b.when ? 1 : a.model < b.model ? -1 : 1)),
    [source],
  );
  const periods = distinct(table, 'when');
  const models = distinct(table, 'model');
  const option = useMemo(
    () => (colours) => ({
      legend: {},
      tooltip: {
        trigger: 'axis',
        formatter: (events) =>
          `${written(weekly, periods[events[0].dataIndex])}\n${table
            .filter((row) => row.when === periods[events[0].dataIndex])
            .map((row) => `${row.model}  ${ratioText(row.yield)}`)
            .join('\n')}`,
      },
      grid: { left: 8, right: 60, top: 36, bottom: 4, containLabel: true },
      xAxis: { type: 'category', data: periods.map((each) => written(weekly, each)) },
      yAxis: shares(),
      series: models.map((model) =>
        line(
          model,
          periods.map((each) => table.find((row) => row.when === each && row.model === model)?.yield.value ?? null),
          {
            color: ofModel(colours, plant, model),
            endLabel: { show: true, formatter: (event) => percent(event.value) },
          },
        ),
      ),
    }),
    [table],
  );
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
      note="Passed of passed + failed records in production scope; records without verdict are in totals, in no yield. The axis does not begin at 0."
      columns=${[
        { key: 'when', label: weekly ? 'Week' : 'Day', type: weekly ? 'text' : 'day' },
        { key: 'model', label: 'Model' },
        { key: 'total', label: 'Records', type: 'count', why: explain },
        { key: 'passed', label: 'Passed', type: 'count' },
        { key: 'failed', label: 'Failed', type: 'count' },
        { key: 'unjudged', label: 'No verdict', type: 'count' },
        { key: 'yield', label: 'Yield', type: 'ratio' },
      ]}
      why=${explain}
      at=${(event) =>
        table.find((row) => row.when === periods[event.dataIndex] && row.model === models[event.seriesIndex])}
    />`;
}

/** Each station and day, the worst station first. */
function Stations({ rows: source, weekly, query }) {
  const column = period(weekly);
  const cells = useMemo(
    () =>
      sums(source, (row) => `${row[column]}|${row.station ?? ''}`, NUMBERS).map(({ key, ...sum }) => ({
        when: key.split('|')[0],
        station: key.slice(key.indexOf('|') + 1),
        ...sum,
        yield: yieldOf(sum),
      })),
    [source],
  );
  const order = useMemo(
    () =>
      sums(source, (row) => row.station ?? '', NUMBERS)
        .map(({ key, ...sum }) => ({ station: key, yield: yieldOf(sum) }))
        .filter((row) => row.yield.denominator > 0)
        .sort((a, b) => a.yield.value - b.yield.value || b.yield.denominator - a.yield.denominator),
    [source],
  );
  const periods = distinct(cells, 'when');
  const drawn = cells.filter((cell) => cell.yield.denominator > 0);
  const place = new Map(order.map((row, i) => [row.station, i]));
  const option = useMemo(
    () => (colours, width) =>
      heat(colours, width, {
        xs: periods.map((each) => (weekly ? each.slice(5) : shortDay(each))),
        ys: order.map((row) => `${row.station || BLANK}  ${percent(row.yield.value)}`),
        cells: drawn.map((cell) => [
          periods.indexOf(cell.when),
          place.get(cell.station),
          cell.yield.value,
          `${cell.station || BLANK}, ${written(weekly, cell.when)}\n${ratioText(cell.yield, 2)}`,
        ]),
        scale: 'warm',
        min: 0.8,
        max: 1,
        labels: 180,
        show: (value) => (value === 1 ? '100' : decimal(100 * value)),
      }),
    [cells],
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
      note="In percent, the lowest station first with its yield over the whole range. The colour begins at 80 % and is pale at 100 %; click a cell for its records."
      columns=${[
        { key: 'when', label: weekly ? 'Week' : 'Day', type: weekly ? 'text' : 'day' },
        { key: 'station', label: 'Station' },
        { key: 'total', label: 'Records', type: 'count', why: explain },
        { key: 'passed', label: 'Passed', type: 'count' },
        { key: 'failed', label: 'Failed', type: 'count' },
        { key: 'unjudged', label: 'No verdict', type: 'count' },
        { key: 'yield', label: 'Yield', type: 'ratio' },
      ]}
      why=${explain}
      at=${(event) => drawn[event.dataIndex]}
    />`;
}

/** Focused and complete rolled yield of each model, by week. */
function Rolled({ plant, rows: source, models }) {
  const table = useMemo(
    () =>
      source
        .filter((row) => models.includes(row.model))
        .map((row) => ({ ...row, yield: row.yield === null ? null : Number(row.yield) }))
        .sort((a, b) =>
          a.week < b.week
            ? -1
            : a.week > b.week
              ? 1
              : a.model < b.model
                ? -1
                : a.model > b.model
                  ? 1
                  : b.kind < a.kind
                    ? -1
                    : 1,
        ),
    [source, models.join()],
  );
  const weeks = distinct(table, 'week');
  const names = models.flatMap((model) => ['focused', 'complete'].map((kind) => ({ model, kind })));
  const find = (name, each) =>
    table.find((row) => row.week === each && row.model === name.model && row.kind === name.kind);
  const option = useMemo(
    () => (colours) => ({
      legend: {},
      tooltip: {
        trigger: 'axis',
        formatter: (events) =>
          `${weeks[events[0].dataIndex]}\n${table
            .filter((row) => row.week === weeks[events[0].dataIndex])
            .map((row) => `${row.model} ${row.kind}  ${percent(row.yield, 2)}  ${stations(row)}`)
            .join('\n')}`,
      },
      grid: { left: 8, right: 60, top: 64, bottom: 4, containLabel: true },
      xAxis: { type: 'category', data: weeks.map((each) => each.slice(5)) },
      yAxis: shares(),
      series: names.map((name) =>
        line(
          `${name.model} ${name.kind}`,
          weeks.map((each) => find(name, each)?.yield ?? null),
          {
            color: ofModel(colours, plant, name.model),
            symbol: name.kind === 'focused' ? 'circle' : 'rect',
            lineStyle: { width: 2, type: name.kind === 'focused' ? 'solid' : 'dashed' },
            endLabel: { show: true, formatter: (event) => percent(event.value) },
          },
        ),
      ),
    }),
    [table],
  );
  return html`
    <${Chart}
      title="Rolled yield by week"
      name="rolled-yield"
      rows=${table}
      option=${option}
      height=${330}
      note="A product of station yields. Focused: the stations of the model's formula, n/a unless all have judged records. Complete: all stations but the excluded ones."
      columns=${[
        { key: 'week', label: 'Week' },
        { key: 'model', label: 'Model' },
        { key: 'kind', label: 'Kind' },
        {
          key: 'yield',
          label: 'Rolled yield',
          type: 'percent',
          digits: 2,
          render: (row) => percent(row.yield, 2),
        },
        { key: 'stations', label: 'Stations', type: 'count' },
        { key: 'needed', label: 'Needed', type: 'count' },
      ]}
      why=${(row) => why('station_yield_weekly', { week: row.week, model: row.model })}
      at=${(event) => find(names[event.seriesIndex], weeks[event.dataIndex])}
    />`;
}

const stations = (row) =>
  row.kind === 'focused' ? `${row.stations} of ${row.needed} stations` : `${row.stations} stations`;

/** From 100 % down to the rolled yield of a week: what each station takes away. */
function Losses({ data, plant, model, query }) {
  const weeks = distinct(
    data.weeks.filter((row) => row.model === model),
    'week',
  );
  const chosen = weeks.includes(query.lossweek) ? query.lossweek : weeks.at(-1);
  const kind = query.rolled === 'complete' ? 'complete' : 'focused';
  const table = useMemo(
    () =>
      losses(
        data.weeks.filter((row) => row.model === model && row.week === chosen),
        plant.rules,
        model,
        kind,
      ),
    [data, model, chosen, kind],
  );
  const known = table.every((row) => row.yield.value !== null);
  const rolled = known ? (table.at(-1)?.after ?? null) : null;
  const bars = [
    ...table,
    ...(rolled === null ? [] : [{ station: 'Rolled yield', before: rolled, after: 0, end: true }]),
  ];
  const lowest = Math.max(0, Math.floor(10 * ((rolled ?? 0) - 0.02)) / 10);
  const option = useMemo(
    () => (colours) => ({
      tooltip: {
        formatter: (event) =>
          bars[event.dataIndex].end ? `Rolled yield ${percent(rolled, 2)}` : words(bars[event.dataIndex]),
      },
      grid: { left: 8, right: 8, top: 24, bottom: 4, containLabel: true },
      xAxis: {
        type: 'category',
        data: bars.map((row) => row.station),
        axisLabel: { interval: 0, rotate: bars.length > 7 ? 45 : 0, hideOverlap: false },
      },
      yAxis: shares({ min: lowest, scale: false, interval: lowest < 0.65 ? 0.1 : 0.05 }),
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
            formatter: (event) =>
              bars[event.dataIndex].end
                ? percent(rolled, 2)
                : `−${decimal(100 * (bars[event.dataIndex].before - bars[event.dataIndex].after), 2)}`,
          },
        },
      ],
    }),
    [table],
  );
  const explain = (row) =>
    row.end ? null : why('station_yield_weekly', { week: chosen, model, station: row.station });
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
        <${Switch}
          name="rolled"
          label="Kind"
          value=${kind}
          options=${[
            ['focused', 'Focused'],
            ['complete', 'Complete'],
          ]}
        />
        <${Choice} name="lossweek" label="Week" all=${false} value=${chosen} options=${[...weeks].reverse()} />
      </div>
    <//>`;
}

const words = (row) =>
  `${row.station}\n${ratioText(row.yield, 2)}\n${percent(row.before, 2)} to ${percent(row.after, 2)}`;

/** The stations of a rolled yield in the order of the formula, or by how much they take away. */
function losses(weeks, rules, model, kind) {
  const merged = sums(weeks, (row) => (row.station ?? '').toUpperCase(), ['passed', 'failed']).map(
    ({ key, ...sum }) => ({ station: key, ...sum, yield: yieldOf(sum) }),
  );
  const chosen =
    kind === 'focused'
      ? (rules.focused_rolled_yield[model] ?? []).map(
          (station) =>
            merged.find((row) => same(row.station, station)) ?? {
              station,
              passed: 0,
              failed: 0,
              yield: ratio(0, 0),
            },
        )
      : merged
          .filter(
            (row) =>
              row.yield.denominator > 0 &&
              !rules.complete_rolled_yield_excluded.some((pattern) => matches(pattern, row.station)),
          )
          .sort((a, b) => a.yield.value - b.yield.value);
  let product = 1;
  return chosen.map((row) => {
    const before = product;
    product *= row.yield.value ?? 1;
    return { ...row, before, after: product };
  });
}

/** A * of the rules stands for any text. */
const matches = (pattern, station) =>
  new RegExp(
    `^${pattern
      .split('*')
      .map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
    'i',
  ).test(station);
