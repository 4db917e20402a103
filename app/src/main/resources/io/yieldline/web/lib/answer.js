import { html, useMemo } from './preact.js';
import { Chart } from './chart.js';
import { count, counted, shortDay } from './format.js';
import { isNumeric, picture } from '../maths/query.js';

/** The answer to a query: as a chart where one can be drawn, else as a table; both are files, too. */
export function Answer({ found, parquet }) {
  const columns = useMemo(() => found.columns.map(shown), [found]);
  const drawn = useMemo(() => picture(found), [found]);
  return html`
    <${Chart}
      key=${`${found.total} ${columns.map((column) => column.key).join()}`}
      title="Answer"
      name="query"
      rows=${found.rows}
      columns=${columns}
      option=${drawn && ((colours, width) => option(drawn, width))}
      height=${340}
      note=${[
        `${counted(found.total, 'row')}${found.more ? ' of more' : ''} in ${count(found.milliseconds)} ms.`,
        found.more && 'The limit left rows out: ask for fewer, or add a limit of your own.',
      ]
        .filter(Boolean)
        .join(' ')}
    >
      <p class="note"><button type="button" onClick=${parquet}>Parquet file</button></p>
    <//>`;
}

const shown = (column) => ({
  key: column.name,
  label: column.name,
  type: isNumeric(column) ? 'number' : 'text',
  render: (row) => written(row[column.name]),
});

/** Exactly what the engine answered: a rounded number would be another one. */
const written = (value) => (value === null || value === undefined ? '' : String(value));

const option = ({ days, points, series }, width) => ({
  grid: { top: 46, bottom: 28 },
  legend: {},
  tooltip: { trigger: 'axis' },
  xAxis: {
    type: 'category',
    data: points.map(String),
    axisLabel: days ? { formatter: dated } : { width: Math.max(60, width / 10), overflow: 'truncate' },
  },
  yAxis: { type: 'value' },
  series: series.map(({ name, values }) => ({
    name,
    type: days ? 'line' : 'bar',
    symbol: points.length > 40 ? 'none' : 'circle',
    data: values,
  })),
});

const dated = (value) => (/^\d{4}-\d\d-\d\d/.test(value) ? shortDay(value.slice(0, 10)) : value);
