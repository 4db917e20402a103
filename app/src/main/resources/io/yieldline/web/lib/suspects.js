import { html, useMemo } from './preact.js';
import { Chart } from './chart.js';
import { count, counted, decimal } from './format.js';
import { OF_BAR, grid, names } from './plots.js';
import * as says from './says.js';
import { link } from './url.js';
import { beyondExpected } from '../maths/rates.js';

const DRAWN = 40;

/** Failed units beyond those that the mix of each fixture explains, the most first. */
export function Suspects({ found, retests, from, to }) {
  const judged = useMemo(() => beyondExpected(found.rows, retests.rows), [found, retests]);
  const shown = useMemo(() => judged.slice(0, DRAWN), [judged]);
  const option = useMemo(() => (colours) => suspectsDrawn(shown, colours), [shown]);
  return html`
    <${Chart}
      title="Failed units against those expected"
      name="suspect-fixtures"
      says=${says.suspects(judged)}
      rows=${judged}
      option=${option}
      height=${66 + 26 * shown.length}
      note=${suspectsNote(found, judged)}
      columns=${suspectsColumns(from, to)}
    />`;
}

function suspectsNote(found, judged) {
  const suspects = judged.filter((row) => row.suspect).length;
  const left = found.rows.length - judged.length;
  return [
    `${counted(found.units, 'unit')} by their first judged run at a station, ${count(found.failed)} failed.`,
    `Expected: as units of the same ${found.stratum} failed. Bars: exact 95 % interval.`,
    suspects
      ? `Orange: ${counted(suspects, 'suspect')} of ${counted(judged.length, 'fixture')}, beyond chance;`
      : `Of ${counted(judged.length, 'fixture')}, none is beyond chance;`,
    'without a bad fixture, at most 1 list in 20 names any.',
    suspects > 0 &&
      'Verdict: fixture, if its failed units pass more often elsewhere than those of others do; board, if less.',
    left > 0 && `${counted(left, 'fixture')} with fewer than 10 units not judged.`,
    judged.length > DRAWN &&
      `The chart shows the ${DRAWN} furthest beyond expectation, the table all ${count(judged.length)}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

const suspectsColumns = (from, to) => [
  { key: 'name', label: 'Fixture' },
  { key: 'units', label: 'Units', type: 'count' },
  {
    key: 'failed',
    label: 'Failed',
    type: 'count',
    render: (row) => html`<a href=${link('failures', { fixture: row.name, from, to })}>${count(row.failed)}</a>`,
  },
  { key: 'expected', label: 'Expected', type: 'count', render: (row) => decimal(row.expected, 2) },
  { key: 'beyond_expected', label: 'Beyond', type: 'count', render: (row) => decimal(row.beyond_expected, 2) },
  { key: 'ratio', label: 'Times', type: 'count', render: (row) => decimal(row.ratio, 1) },
  { key: 'ratio_from', label: '95 % from', type: 'count', render: (row) => decimal(row.ratio_from, 1) },
  { key: 'ratio_to', label: 'to', type: 'count', render: (row) => decimal(row.ratio_to, 1) },
  { key: 'p_value', label: 'p-value', type: 'count', render: (row) => row.p_value.toPrecision(2) },
  { key: 'verdict', label: 'Suspect: verdict', render: (row) => html`<span class="down">${row.verdict}</span>` },
  { key: 'elsewhere', label: 'Passed elsewhere' },
];

const suspectsDrawn = (shown, colours) => ({
  tooltip: { ...OF_BAR, formatter: (events) => suspectWords(shown[events[0].dataIndex]) },
  grid: grid({ right: 190, top: 22, bottom: 4 }),
  xAxis: { type: 'value', min: 0 },
  yAxis: names(
    shown.map((row) => row.name),
    colours,
  ),
  series: [
    ...intervals(
      shown.map((row) => ({
        least: row.ratio_from,
        most: row.ratio_to,
        bad: row.suspect,
        label: `${decimal(row.ratio, 1)} times  ${count(row.failed)}, expected ${decimal(row.expected, 1)}${
          row.suspect ? `  ${row.verdict}` : ''
        }`,
      })),
      colours,
    ),
    {
      name: 'Failed divided by expected',
      type: 'scatter',
      symbolSize: 11,
      data: shown.map((row, i) => ({
        value: [row.ratio, i],
        itemStyle: { color: row.suspect ? colours.bad : colours.good },
      })),
      markLine: {
        silent: true,
        symbol: 'none',
        lineStyle: { color: colours.soft, type: 'dashed' },
        label: { formatter: 'as expected', color: colours.soft, position: 'start' },
        data: [{ xAxis: 1 }],
      },
    },
  ],
});

const suspectWords = (row) =>
  [
    row.name,
    `${count(row.failed)} of ${counted(row.units, 'unit')} failed, ${decimal(row.expected, 2)} expected`,
    `${decimal(row.ratio, 1)} times, 95 % interval ${decimal(row.ratio_from, 1)} to ${decimal(row.ratio_to, 1)}`,
    row.suspect && `Verdict: ${row.verdict}; ${row.elsewhere} passed on another fixture`,
  ]
    .filter(Boolean)
    .join('\n');

/** Intervals with labels: an invisible bar up to the lower end carries the one that stands for the interval. */
export const intervals = (shown, colours) => [
  {
    name: 'from',
    type: 'bar',
    stack: 'interval',
    silent: true,
    itemStyle: { opacity: 0 },
    data: shown.map((row) => row.least),
  },
  {
    name: '95 % interval',
    type: 'bar',
    stack: 'interval',
    barWidth: 5,
    data: shown.map((row) => ({
      value: row.least === null ? null : row.most - row.least,
      itemStyle: { color: row.bad ? colours.bad : colours.line },
    })),
    label: {
      show: true,
      position: 'right',
      color: colours.ink,
      formatter: (event) => shown[event.dataIndex].label,
    },
  },
];
