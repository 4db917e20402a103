import { html, useMemo } from './preact.js';
import { Chart } from './chart.js';
import { Choice, Switch } from './filters.js';
import { percent, points, ratioText, week as weekOf } from './format.js';
import { grid, shares, slanted } from './plots.js';
import * as says from './says.js';
import { why } from './url.js';
import { distinct } from '../maths/groups.js';
import { cascade, factors } from '../maths/losses.js';
import { yieldFloor } from '../maths/scale.js';

/** From 100 % down to the rolled yield of a week: what each station takes away. */
export function Losses({ data, plant, model, query }) {
  const { weeks, chosen, spoken } = weekOfLosses(data.weeks, plant, model, query.lossweek);
  const kind = query.rolled === 'complete' ? 'complete' : 'focused';
  const isChosen = (row) => row.model === model && row.week === chosen && row.kind === kind;
  const table = useMemo(() => {
    const formula = kind === 'focused' ? (plant.rules.focused_rolled_yield[model] ?? []) : null;
    return cascade(factors(data.factors.filter(isChosen), formula));
  }, [data, model, chosen, kind]);
  const known = table.every((row) => row.yield.value !== null);
  const rolled = numberOf(data.rolled.find(isChosen)?.yield);
  const end = rolled === null ? [] : [{ station: 'Rolled yield', before: rolled, after: 0, end: true }];
  const bars = [...table, ...end];
  const option = useMemo(() => (colours, width) => lossesDrawn(bars, rolled, colours, width), [table]);
  const explain = (row) =>
    row.end ? null : why('station_yield_weekly', { week: chosen, model, station: row.spelled });
  return html`
    <${Chart}
      title=${`Where the ${kind} rolled yield is lost`}
      name=${`losses-${kind}`}
      says=${known && says.lowest(table, (row) => row.station)}
      rows=${table}
      option=${known ? option : null}
      height=${286}
      note=${
        known
          ? `${spoken}: points lost at each station in turn, from 100 % to ${percent(rolled, 2)}.`
          : `${spoken}: n/a, since not every station of the formula has judged records.`
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

const numberOf = (value) => (value === undefined || value === null ? null : Number(value));

/** The week that is asked for, else the newest that is over. */
function weekOfLosses(rows, plant, model, asked) {
  const running = weekOf(plant.today);
  const weeks = distinct(
    rows.filter((row) => row.model === model),
    'week',
  );
  const newest = weeks.findLast((week) => week !== running) ?? weeks.at(-1);
  const chosen = weeks.includes(asked) ? asked : newest;
  return { weeks, chosen, spoken: `${model}, ${chosen ?? ''}${chosen === running ? ' so far' : ''}` };
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
