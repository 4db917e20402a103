import { heatTop, place, spread } from '../maths/scale.js';
import * as format from './format.js';

// What several pages draw: each gives the option of a chart, or a part of it.

/**
 * A heat map. cells: [x, y, value, words, few, shown] by place; few cells are grey, they tell little; shown: what
 * a cell says instead of its value; scale: cool (more is darker) or warm (less is darker). The cells show their
 * numbers where there is room.
 */
export function heat(colours, width, { xs, ys, cells, scale = 'cool', min = 0, max, labels = 150 }) {
  const narrow = width < 600;
  const left = roomOfNames(ys, width, labels);
  const top = max ?? heatTop(cells.map((cell) => cell[2]));
  const room = (width - left) / xs.length;
  const inks = inksOn(colours, scale);
  const tall = xs.some((each) => each.includes('\n'));
  return {
    grid: { left, right: 4, top: tall ? 40 : 26, bottom: 4, outerBoundsMode: 'none' },
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
      axisLabel: {
        width: left - 12,
        overflow: 'truncate',
        interval: 0,
        hideOverlap: false,
        ...(narrow && { fontSize: 10 }),
      },
    },
    visualMap: { show: false, min, max: top, inRange: { color: colours[scale] } },
    tooltip: { formatter: (event) => cells[event.dataIndex][3] },
    series: [
      {
        type: 'heatmap',
        data: cells.map(([x, y, value, , few]) => ({
          value: [x, y, value],
          label: { show: room > 25, color: few ? colours.soft : inks(place(value, min, top)) },
          ...(few && { visualMap: false, itemStyle: { color: colours.line } }),
        })),
        label: {
          fontSize: room < 44 ? 10 : 12,
          formatter: (event) => cells[event.dataIndex][5] ?? format.count(event.value[2]),
        },
        itemStyle: { borderColor: colours.surface, borderWidth: 1 },
        emphasis: { itemStyle: { borderColor: colours.ink } },
      },
    ],
  };
}

/**
 * How wide the names down the left side are, at most so wide and a part of the chart; they are smaller where it is
 * narrow.
 */
function roomOfNames(ys, width, most) {
  const [size, part] = width < 600 ? [6.2, 0.42] : [7.5, 0.36];
  return Math.round(Math.min(most, part * width, Math.max(0, ...ys.map((each) => each.length)) * size + 16));
}

/** The colour of the number in a cell that stands at a place of the scale: the paper's on strong colours. */
function inksOn(colours, scale) {
  const paper = colours.dark ? '#0f141a' : '#fff';
  const strong = scale === 'cool' ? (at) => at > (colours.dark ? 0.6 : 0.7) : (at) => at < (colours.dark ? 0.4 : 0.32);
  return (at) => (strong(at) ? paper : colours.ink);
}

/** An axis of days or weeks, which has the notes on them; scope: the model and station that the chart is about. */
export const periods = (keys, scope, label = format.day) => ({ type: 'category', data: keys.map(label), keys, scope });

/** An axis of shares between 0 and 1. */
export const shares = (given = {}) => ({
  type: 'value',
  axisLabel: { formatter: format.tick },
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

/** A line with a label at its end where one is given. */
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

/** The colour of a model, the same on every page: the models with yields first, as the rules have them. */
export function ofModel(colours, plant, model) {
  const { yield_models: known } = plant.rules;
  const at = known.indexOf(model);
  return colours.series[(at < 0 ? known.length : at) % colours.series.length];
}

/** A tooltip for all series of a bar. */
export const OF_BAR = { trigger: 'axis', axisPointer: { type: 'shadow' } };

/** The grid of a chart whose axes have labels; room to the right for labels of points. */
export const grid = (given = {}) => ({
  left: 8,
  right: 16,
  top: 36,
  bottom: 8,
  outerBoundsMode: 'same',
  outerBoundsContain: 'axisLabel',
  ...given,
});

/** A category axis down the left side, its first value on top and every label shown. */
export const names = (data, colours) => ({
  type: 'category',
  inverse: true,
  data,
  axisLabel: { interval: 0, hideOverlap: false, color: colours.ink },
});

/**
 * How far labels at the ends of lines move down so that they do not overlap; values from min to 1 over a height in
 * pixels.
 */
export function endLabels(values, min, height) {
  const places = values.map((value) => ((1 - value) / (1 - min)) * height);
  return spread(places, LABEL).map((moved, i) => moved - places[i]);
}

const LABEL = 15;

/**
 * Labels of a category axis: side by side, slanted where they are too wide for it, upright where there is less room,
 * and not all of them where there is hardly any.
 */
export function slanted(labels, width) {
  const longest = Math.max(0, ...labels.map((each) => each.length));
  const step = (width - 80) / labels.length;
  const rotate = step < SLANT ? 90 : 40;
  return {
    interval: Math.max(0, Math.ceil(LABEL / step) - 1),
    hideOverlap: false,
    rotate: longest * 7 + 10 > step ? rotate : 0,
  };
}

// So far apart, in pixels, labels slanted by 40 degrees do not touch.
const SLANT = 20;

/** The numbers on top of bars, above every line that crosses them; labels that would overlap are left out. */
export const tops = (name, data, colours) => ({
  name,
  type: 'line',
  z: 5,
  symbol: 'circle',
  symbolSize: 0.1,
  lineStyle: { width: 0 },
  itemStyle: { color: colours.ink },
  data,
  labelLayout: { hideOverlap: true },
  label: {
    show: true,
    position: 'top',
    distance: 3,
    padding: [1, 2],
    minMargin: 3,
    color: colours.ink,
    backgroundColor: colours.surface,
    formatter: (event) => (event.value ? format.count(event.value) : ''),
  },
});
