import { line } from './plots.js';
import { isBelow } from '../maths/targets.js';

// Targets on charts of yields; a row has a yield and its target in percent, null without one.

/** The column of targets, where there are any; measure: the yield that they are for. */
export const targetColumn = (table, measure) =>
  table.some((row) => row.target !== null)
    ? [
        {
          key: 'target',
          label: 'Target',
          type: 'number',
          render: (row) =>
            row.target === null ? '' : `${row.target} %${isBelow(row[measure], row.target) ? ' BELOW' : ''}`,
        },
      ]
    : [];

/** The step of targets beside a line of yields, in its colour. */
export const targetLine = (color, targets) =>
  line(
    'Target',
    targets.map((target) => (target === null ? null : target / 100)),
    { color, symbol: 'none', silent: true, step: 'middle', lineStyle: { type: 'dashed', width: 1.5 } },
  );
