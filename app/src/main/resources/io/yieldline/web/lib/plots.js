import * as format from './format.js';

// What several pages draw: each gives the option of a chart.

/**
 * A heat map. cells: [x, y, value, words] by place; scale: cool (more is darker) or warm (less is darker). Numbers stand in the
 * cells where there is room.
 */
export function heat(
  colours,
  width,
  { xs, ys, cells, scale = 'cool', min = 0, max, show = format.count, labels = 150 },
) {
  const left = Math.min(labels, Math.round(0.36 * width));
  // A single great number must not make all others pale.
  const most =
    max ??
    Math.max(
      1,
      quantile(
        cells.map((cell) => cell[2]),
        0.98,
      ),
    );
  const room = (width - left) / xs.length;
  const light = (value) => {
    const share = (value - min) / (most - min || 1);
    return scale === 'cool' ? share > (colours.dark ? 0.6 : 0.7) : share < (colours.dark ? 0.4 : 0.32);
  };
  return {
    grid: { left, right: 4, top: 26, bottom: 4 },
    xAxis: {
      type: 'category',
      data: xs,
      position: 'top',
      axisLine: { show: false },
      axisLabel: { fontSize: room < 34 ? 10 : 12 },
    },
    yAxis: {
      type: 'category',
      data: ys,
      inverse: true,
      axisLine: { show: false },
      axisLabel: { width: left - 12, overflow: 'truncate', interval: 0, hideOverlap: false },
    },
    visualMap: { show: false, min, max: most, inRange: { color: colours[scale] } },
    tooltip: { formatter: (event) => cells[event.dataIndex][3] },
    series: [
      {
        type: 'heatmap',
        data: cells.map(([x, y, value]) => ({
          value: [x, y, value],
          label: { show: room > 25, color: light(value) ? (colours.dark ? '#0f141a' : '#fff') : colours.ink },
        })),
        label: { fontSize: room < 44 ? 10 : 12, formatter: (event) => show(event.value[2]) },
        itemStyle: { borderColor: colours.surface, borderWidth: 1 },
        emphasis: { itemStyle: { borderColor: colours.ink } },
      },
    ],
  };
}

const quantile = (values, share) =>
  [...values].sort((a, b) => a - b)[Math.max(0, Math.ceil(share * values.length) - 1)] ?? 0;

/** An axis of shares between 0 and 1. */
export const shares = (given = {}) => ({
  type: 'value',
  axisLabel: { formatter: (value) => format.percent(value, 0) },
  scale: true,
  max: 1,
  ...given,
});

/** An axis of counts. */
export const counts = (given = {}) => ({
  type: 'value',
  minInterval: 1,
  axisLabel: { formatter: format.count },
  ...given,
});

/** A line whose name stands at its end. */
export const line = (name, data, given = {}) => ({
  name,
  type: 'line',
  data,
  symbolSize: 6,
  lineStyle: { width: 2 },
  connectNulls: false,
  labelLayout: { moveOverlap: 'shiftY' },
  ...given,
});

/** The least-squares line through values that stand side by side; null for fewer than two. */
export function trend(values) {
  const n = values.length;
  if (n < 2) return null;
  const meanX = (n - 1) / 2;
  const meanY = values.reduce((sum, y) => sum + y, 0) / n;
  const slope =
    values.reduce((sum, y, x) => sum + (x - meanX) * (y - meanY), 0) /
    values.reduce((sum, _, x) => sum + (x - meanX) ** 2, 0);
  return values.map((_, x) => meanY + slope * (x - meanX));
}

/** Adds up numbers by a key, in the order in which the keys come. */
export function sums(rows, keyOf, names) {
  const found = new Map();
  for (const row of rows) {
    const key = keyOf(row);
    if (!found.has(key)) found.set(key, { key, ...Object.fromEntries(names.map((name) => [name, 0])) });
    const sum = found.get(key);
    names.forEach((name) => {
      sum[name] += row[name] ?? 0;
    });
  }
  return [...found.values()];
}

/** The different values of a column, in byte order; blank ones left out. */
export const distinct = (rows, name) =>
  [...new Set(rows.map((row) => row[name]).filter((value) => value !== null && value !== ''))].sort();

/** The colour of a model, the same on every page: the models with yields first, as the rules have them. */
export function ofModel(colours, plant, model) {
  const place = plant.rules.yield_models.indexOf(model);
  return colours.series[(place < 0 ? plant.rules.yield_models.length : place) % colours.series.length];
}

export const same = (one, other) => String(one).toLowerCase() === String(other).toLowerCase();
