import { day as dayText, percent, ratioText, tick } from './format.js';
import { grid, line, periods, shares } from './plots.js';

// The picture of a control chart: days with their limits, from the answer of the server.

/** Why a day is a signal, or that it is none. */
export function judgement(row) {
  if (row.signals.length) return row.signals.map((each) => each.words).join('; ');
  return row.enough ? 'in control' : 'too few records';
}

/** What ECharts draws; top: where the axis ends, days above it are drawn at the edge; scope: model and station. */
export function limitsDrawn(found, top, scope, colours, width) {
  const days = found.rows;
  const limits = [
    ['Upper limit', 'upper'],
    ['Lower limit', 'lower'],
  ].map(([name, key]) =>
    limit(
      name,
      days.map((row) => row[key]),
      top,
      colours,
      width,
    ),
  );
  const drawn = [
    points(days, top, colours),
    ...(days[0].upper === null ? [] : limits),
    line(
      'Centre',
      days.map(() => found.centre.value),
      { symbol: 'none', color: colours.soft, lineStyle: { width: 1 }, endLabel: ending('centre', width) },
    ),
  ];
  return {
    legend: { data: drawn.map((each) => each.name) },
    tooltip: { trigger: 'axis', formatter: (events) => words(days[events[0].dataIndex], found) },
    grid: grid({ right: width < 600 ? 16 : 110 }),
    xAxis: periods(
      days.map((row) => row.day),
      scope,
    ),
    yAxis: shares({
      scale: false,
      min: 0,
      max: top,
      axisLabel: { formatter: tick, showMaxLabel: false },
    }),
    series: drawn,
  };
}

const points = (days, top, colours) =>
  line(
    'Failure share',
    days.map((row) => ({ value: Math.min(row.share.value, top), ...look(row, top, colours) })),
    { color: colours.good, lineStyle: { width: 1.5 }, z: 3, showAllSymbol: true, clip: false },
  );

function look(row, top, colours) {
  if (row.signals.length) return { symbol: 'diamond', symbolSize: 14, itemStyle: { color: colours.bad } };
  if (row.enough) return { symbol: row.in_baseline ? 'circle' : 'rect', symbolSize: 7 };
  return {
    symbol: row.share.value > top ? 'triangle' : 'circle',
    symbolSize: 8,
    itemStyle: { color: colours.surface, borderColor: colours.soft, borderWidth: 1.5 },
  };
}

const limit = (name, data, top, colours, width) =>
  line(name, data, {
    symbol: 'none',
    step: 'middle',
    color: colours.ink,
    lineStyle: { width: 1.5, type: 'dashed' },
    endLabel: data.at(-1) <= top ? ending(name.split(' ')[0].toLowerCase(), width) : undefined,
  });

const ending = (name, width) =>
  width < 600 ? undefined : { show: true, formatter: ({ value }) => `${name} ${percent(value, 1)}` };

const words = (row, found) =>
  [
    dayText(row.day),
    ratioText(row.share, 2),
    row.upper !== null &&
      `limits ${percent(row.lower, 2)} to ${percent(row.upper, 2)}, centre ${percent(found.centre.value, 2)}`,
    judgement(row),
    !row.in_baseline && 'not in the baseline',
  ]
    .filter(Boolean)
    .join('\n');
