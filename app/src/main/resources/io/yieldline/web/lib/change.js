import { html, useMemo } from './preact.js';
import { get } from './api.js';
import { Chart } from './chart.js';
import { Switch } from './filters.js';
import { BLANK, counted, percent, plus, points, ratio, ratioText, tick } from './format.js';
import { Loaded, useLoad } from './load.js';
import { grid, shares, slanted } from './plots.js';
import { why } from './url.js';
import { steps } from '../maths/change.js';

const DRAWN = 10;
const BEFORE = [
  ['days', 'Days before'],
  ['weeks', '4 weeks before'],
];

/** Why the yield of the days changed: a waterfall by station, or by part number for one station. */
export function Change({ query, from, to }) {
  const asked = {
    from,
    to,
    model: query.model,
    station: query.station,
    ...(query.before === 'weeks' && { before_from: plus(from, -28), before_to: plus(from, -1) }),
  };
  const state = useLoad(() => get('/change', asked), Object.values(asked));
  return html`
    <${Loaded} state=${state} lines=${6}>
      ${(found) => html`<${Waterfall} found=${found} query=${query} from=${from} to=${to} />`}
    <//>`;
}

function Waterfall({ found, query, from, to }) {
  const whole = (query.station && found.stations[0]) || found.whole[0];
  const table = useMemo(
    () =>
      (query.station ? found.groups : found.parts).map((row) => ({
        ...row,
        name: query.station
          ? [!query.model && row.model, row.part_number].filter(Boolean).join(' ') || BLANK
          : row.station || BLANK,
        before: ratio(row.passed_before, row.judged_before),
        after: ratio(row.passed_after, row.judged_after),
        change: row.mix + row.rate + row.new + row.gone,
      })),
    [found],
  );
  const known = whole.change !== null && (!query.station || found.stations.length > 0);
  const bars = useMemo(() => (known ? drawnBars(table, whole) : []), [found]);
  const option = useMemo(() => (colours, width) => waterfall(bars, colours, width), [bars]);
  const explain = (row) =>
    why('station_yield_daily', { from, to, station: query.station ?? row.station, model: query.model ?? row.model });
  return html`
    <${Chart}
      title=${title(whole, known)}
      name="yield-change"
      rows=${table}
      option=${known ? option : null}
      height=${310}
      note=${note(found, whole, known, query.station)}
      columns=${columns(query.station, explain)}
      why=${explain}
      at=${(event) => bars[event.dataIndex]?.row}
    >
      <div class="filters">
        <${Switch} name="before" label="Compared with" value=${query.before ?? 'days'} options=${BEFORE} />
      </div>
    <//>`;
}

function title(whole, known) {
  if (!known) return 'Why the yield changed';
  const by = points(whole.yield_after, whole.yield_before);
  if (whole.change === 0) return 'The yield did not change';
  return `Why the yield ${whole.change > 0 ? 'rose' : 'fell'} by ${by.replace(/^[+−]/, '')} points`;
}

const ZERO = (value) => points(value, 0);

function note(found, whole, known, station) {
  if (!known) return `No judged records in one of the periods, ${found.before} and ${found.after}.`;
  return [
    `From ${percent(whole.yield_before)} (${found.before}) to ${percent(whole.yield_after)} (${found.after}):`,
    `mix ${ZERO(whole.mix)}, rate ${ZERO(whole.rate)}, new ${ZERO(whole.new)}, gone ${ZERO(whole.gone)}.`,
    'Mix: more or fewer records of groups with another yield. Rate: the groups themselves.',
    station ? 'Groups are part numbers.' : 'Groups are stations; choose one for its part numbers.',
  ].join(' ');
}

const columns = (station, explain) => [
  { key: 'name', label: station ? 'Part number' : 'Station' },
  { key: 'before', label: 'Yield before', type: 'ratio' },
  { key: 'after', label: 'Yield after', type: 'ratio', why: explain },
  ...['change', 'mix', 'rate', 'new', 'gone'].map((key) => ({
    key,
    label: { change: 'Points', mix: 'Mix', rate: 'Rate', new: 'New', gone: 'Gone' }[key],
    type: 'count',
    render: (row) => ZERO(row[key]),
  })),
];

const drawnBars = (table, whole) => [
  { name: 'Before', from: 0, to: whole.yield_before, end: true },
  ...steps(table, whole.yield_before, DRAWN).map((step) => ({
    ...step,
    name: step.row?.name ?? counted(step.others, 'other'),
  })),
  { name: 'After', from: 0, to: whole.yield_after, end: true },
];

function waterfall(bars, colours, width) {
  const narrow = width < 600;
  const least = Math.min(...bars.flatMap((bar) => (bar.end ? [bar.to] : [bar.from, bar.to])));
  const most = Math.max(...bars.map((bar) => bar.to), ...bars.map((bar) => bar.from));
  const floor = Math.max(0, Math.floor((least - (most - least) / 4) * 50) / 50);
  return {
    tooltip: { formatter: (event) => words(bars[event.dataIndex]) },
    grid: grid({ left: narrow ? 24 : 8, right: narrow ? 20 : 8, top: 24, bottom: 4 }),
    xAxis: {
      type: 'category',
      data: bars.map((bar) => bar.name),
      axisLabel: slanted(
        bars.map((bar) => bar.name),
        width,
      ),
    },
    yAxis: shares({
      min: floor,
      max: Math.min(1, Math.ceil((most + (most - least) / 8) * 50) / 50),
      scale: false,
      axisLabel: { formatter: tick, show: !narrow },
    }),
    series: [
      {
        type: 'bar',
        stack: 'change',
        silent: true,
        itemStyle: { color: 'transparent' },
        data: bars.map((bar) => (bar.end ? 0 : Math.min(bar.from, bar.to))),
      },
      {
        type: 'bar',
        stack: 'change',
        barMaxWidth: 46,
        data: bars.map((bar) => ({
          value: Math.abs(bar.to - bar.from),
          itemStyle: { color: colourOf(bar, colours) },
        })),
        label: {
          show: true,
          position: 'top',
          minMargin: 4,
          color: colours.ink,
          formatter: (event) => labelOf(bars[event.dataIndex]),
        },
      },
    ],
  };
}

function colourOf(bar, colours) {
  if (bar.end) return colours.soft;
  return bar.by < 0 ? colours.bad : colours.good;
}

const labelOf = (bar) => (bar.end ? percent(bar.to) : ZERO(bar.by));

const words = (bar) =>
  bar.end
    ? `${bar.name}: ${percent(bar.to)}`
    : [
        `${bar.name}: ${ZERO(bar.by)} points`,
        ['mix', 'rate', 'new', 'gone'].map((part, i) => `${part} ${ZERO(bar.parts[i])}`).join(', '),
        bar.row && `${ratioText(bar.row.before, 2)} before, ${ratioText(bar.row.after, 2)} after`,
      ]
        .filter(Boolean)
        .join('\n');
