import { counted, day as dayText, percent, ratioText, tick } from './format.js';
import { OF_BAR, counts, grid, slanted, tops } from './plots.js';

// The picture of a Pareto of failures.

// Pixels of the whole picture that a bar needs to have its name.
const NEEDED = 24;

/** As many bars as there is room for, and the cumulative share; focus: the name of a bar that stands out. */
export function paretoDrawn(all, focus, colours, width) {
  const bars = all.slice(0, Math.max(5, Math.floor(width / NEEDED)));
  const labels = bars.map((row) => row.name);
  return {
    legend: { data: ['Failures', 'Cumulative share'] },
    tooltip: { ...OF_BAR, formatter: (events) => words(bars[events[0].dataIndex]) },
    grid: grid({ bottom: 4 }),
    xAxis: {
      type: 'category',
      data: labels,
      axisLabel: slanted(labels, width),
    },
    yAxis: [
      counts(),
      {
        type: 'value',
        min: 0,
        max: 1,
        splitLine: { show: false },
        axisLabel: { formatter: tick },
      },
    ],
    series: [
      failureBars(bars, focus, colours),
      {
        name: 'Cumulative share',
        type: 'line',
        yAxisIndex: 1,
        color: colours.soft,
        symbolSize: 5,
        lineStyle: { width: 2 },
        data: bars.map((row) => row.cumulative.value),
      },
      {
        ...tops(
          'Number',
          bars.map((row) => row.failures),
          colours,
        ),
        silent: true,
      },
    ],
  };
}

const failureBars = (bars, focus, colours) => ({
  name: 'Failures',
  type: 'bar',
  color: colours.good,
  barMaxWidth: 42,
  data: bars.map((row) => ({
    value: row.failures,
    itemStyle: row.name === focus ? { color: colours.bad } : {},
  })),
});

const words = (row) =>
  [
    row.name,
    `${counted(row.failures, 'failure')}, ${percent(row.share.value)} of all`,
    `cumulative ${ratioText(row.cumulative)}`,
    `first seen ${dayText(row.first)}${row.fresh ? ' (new)' : ''}`,
    row.action && `recommended: ${row.action}`,
  ]
    .filter(Boolean)
    .join('\n');
