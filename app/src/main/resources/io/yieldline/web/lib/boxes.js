import { html, useMemo } from './preact.js';
import { Chart } from './chart.js';
import { BLANK, count, counted, hours, sentence } from './format.js';
import { grid, names } from './plots.js';
import * as says from './says.js';
import { changed } from './url.js';
import { rising } from '../maths/groups.js';
import { LEAST_HOURS, box, onAxis } from '../maths/scale.js';
import { sum } from '../maths/statistics.js';

/** What a measure is called in the answers: hours at a station, and hours waited before it. */
export const MEASURES = {
  at: { label: 'Hours at the station', of: (name) => `${name}_hours`, number: 'timed' },
  wait: { label: 'Hours waited before it', of: (name) => `wait_${name}_hours`, number: 'waited' },
};
const VALUES = ['total', 'mean', 'p05', 'q1', 'median', 'q3', 'p95', 'longest'];
const PERCENTILES = 'p5, p25, median, p75, p95';

/** A box plot of the hours of each station; where: which records, in words. */
export function Boxes({ by, query, stations, title, where, name = 'times' }) {
  const table = useMemo(() => boxes(stations, by, query.order), [stations, by, query.order]);
  const log = query.scale !== 'linear';
  const option = useMemo(() => (colours) => boxesDrawn(table, log, colours), [table, log]);
  return html`
    <${Chart}
      title=${title}
      name=${`${name}-${by}`}
      says=${says.longest(table)}
      rows=${table}
      option=${option}
      height=${70 + 24 * table.length}
      note=${`${sentence(where)} ${explained(by, stations)}`}
      columns=${boxColumns(by, query.station)}
    />`;
}

/** The stations with times of the measure, each value under its plain name. */
function boxes(stations, by, order) {
  const measure = MEASURES[by];
  const value = { Median: (row) => -row[measure.of('median')], Name: (row) => row.station }[order];
  return stations
    .filter((row) => row[measure.number] > 0)
    .sort(rising(value ?? ((row) => -row[measure.of('total')])))
    .map((row) => ({
      ...row,
      number: row[measure.number],
      ...Object.fromEntries(VALUES.map((each) => [each, row[measure.of(each)]])),
    }));
}

const boxColumns = (by, station) => [
  {
    key: 'station',
    label: 'Station',
    render: (row) =>
      html`<a href=${changed({ station: row.station === station ? '' : row.station })}>${row.station ?? BLANK}</a>`,
  },
  { key: 'number', label: by === 'at' ? 'Runs' : 'Waits', type: 'count' },
  { key: 'units', label: 'Units', type: 'count' },
  { key: 'total', label: 'Total hours', type: 'number' },
  ...[
    ['mean', 'Mean'],
    ['p05', 'p5'],
    ['q1', 'p25'],
    ['median', 'Median'],
    ['q3', 'p75'],
    ['p95', 'p95'],
    ['longest', 'Longest'],
  ].map(([key, label]) => ({ key, label, type: 'number', digits: 2 })),
  by === 'at'
    ? { key: 'unknown_start', label: 'Unknown start', type: 'count' }
    : { key: 'overlapping', label: 'Overlapping', type: 'count' },
];

const boxesDrawn = (table, log, colours) => ({
  legend: { data: [PERCENTILES, 'Mean'] },
  tooltip: { trigger: 'item', formatter: (event) => words(table[event.dataIndex]) },
  grid: grid({ right: 24, top: 32, bottom: 4 }),
  xAxis: {
    type: log ? 'log' : 'value',
    min: log ? LEAST_HOURS : 0,
    axisLabel: { formatter: hours },
    splitLine: { show: true, lineStyle: { color: colours.line, opacity: 0.6 } },
  },
  yAxis: names(
    table.map((row) => row.station ?? BLANK),
    colours,
  ),
  series: [
    {
      name: PERCENTILES,
      type: 'boxplot',
      boxWidth: [6, 14],
      color: colours.good,
      itemStyle: { color: colours.cool[1], borderColor: colours.good, borderWidth: 1.5 },
      data: table.map((row) => box(row, log)),
    },
    {
      name: 'Mean',
      type: 'scatter',
      symbol: 'diamond',
      symbolSize: 9,
      color: colours.ink,
      data: table.map((row, i) => [onAxis(row.mean, log), i]),
      z: 4,
    },
  ],
});

/** What is in the numbers and what is not. */
function explained(by, stations) {
  const all = (name) => sum(stations.map((row) => row[name]));
  const [unknown, overlapping] = [all('unknown_start'), all('overlapping')];
  const left =
    unknown &&
    `Left out: ${counted(unknown, 'record')} of ${count(all('runs'))} with unknown start (start and end are the same).`;
  const told =
    by === 'at'
      ? [
          'From start to end of each record, with any verdict.',
          'Queue time at the station is included where the plant starts the record on arrival.',
        ]
      : [
          'From the end of the previous record of the unit, at any station and on any day, to the start of this one;',
          'the first record of a unit has no wait.',
          overlapping && `${counted(overlapping, 'record')} that start before the previous one ended count as 0.`,
        ];
  return [...told, left].filter(Boolean).join(' ');
}

const words = (row) =>
  [
    row.station ?? BLANK,
    `${count(row.number)} of ${counted(row.runs, 'record')}, ${counted(row.units, 'unit')}`,
    `median ${hours(row.median)}, p25 to p75: ${hours(row.q1)} to ${hours(row.q3)}`,
    `p5 to p95: ${hours(row.p05)} to ${hours(row.p95)}`,
    `mean ${hours(row.mean)}, longest ${hours(row.longest)}, total ${hours(row.total)}`,
  ].join('\n');
