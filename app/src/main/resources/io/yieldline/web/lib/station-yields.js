import { html, useMemo } from './preact.js';
import { get } from './api.js';
import { Chart } from './chart.js';
import { Switch } from './filters.js';
import { BLANK, count, counted, decimal, monday, percent, plus, points, ratioText, shortDay, week } from './format.js';
import { Loaded, useLoad } from './load.js';
import { heat } from './plots.js';
import * as says from './says.js';
import { OF_RECORDS, period, running, written } from './trend.js';
import { changed, why } from './url.js';
import { distinct, headline } from '../maths/groups.js';
import { FEW, judgedCells, lowestFirst, stationCells } from '../maths/heat.js';

// The heat map of yields: each station and period, the station with the lowest yield first.

const BY = [
  ['yield', 'Yield'],
  ['target', 'Target'],
  ['chance', 'Significance'],
];
const START =
  `In percent, the lowest station first with its yield over the whole range. Grey: fewer than ${FEW} judged records, ` +
  'which tell little, and what is not over. ';
const NOTES = {
  yield: 'The colour begins at 80 % and is pale at 100 %. Click a cell for its records.',
  target:
    'Cells with a target have the points above or below it instead, with the sign; the colour begins 10 points below ' +
    'the target and is pale where it is reached. Targets of several models are weighted by their records.',
  chance:
    'Orange: more units failed their first run than those of the same model and part number on the other days of the ' +
    'chart explain; where nothing differs, at most 1 chart in 20 has any orange cell. Stations of repair, debug and ' +
    'scrap are not judged.',
};

/** The yields of stations, coloured by what the switch asks for: by targets where there are any, else by the yield. */
export function Stations({ rows: source, weekly, query, plant, targets, from, to }) {
  const cells = useMemo(() => stationCells(source, weekly, targets), [source, targets]);
  const aimed = cells.some((cell) => cell.beyond !== null);
  const by = BY.find(([key]) => key === query.colour)?.[0] ?? (aimed ? 'target' : 'yield');
  const now = running(weekly, plant);
  const asked = { ...overDays(from, to, weekly, now), model: query.model, station: query.station, by: period(weekly) };
  const state = useLoad(
    () => (by === 'chance' && asked.from <= asked.to ? get('/suspects/periods', asked) : Promise.resolve({ rows: [] })),
    [by, ...Object.values(asked)],
  );
  return html`
    <${Loaded} state=${state} lines=${10}>
      ${(found) => html`
        <${Heat} ...${{ source, cells, weekly, query, plant, now, by, found: found.rows }} />`}
    <//>`;
}

/** The days that the cells of periods that are over are made of. */
function overDays(from, to, weekly, now) {
  const last = plus(weekly ? monday(now) : now, -1);
  const end = weekly ? plus(monday(week(to)), 6) : to;
  return { from: weekly ? monday(week(from)) : from, to: end < last ? end : last };
}

function Heat({ source, cells, weekly, query, plant, now, by, found }) {
  const all = useMemo(() => lowestFirst(source), [source]);
  const losing = all.filter((row) => row.yield.value < 1);
  const order = query.lossless === 'yes' ? all : losing;
  const drawn = cells.filter((cell) => cell.yield.denominator > 0 && order.some((row) => row.station === cell.station));
  const judged = useMemo(() => judgedCells(found), [found]);
  const option = useMemo(
    () => (colours, width) => heat(colours, width, stationsDrawn({ cells, drawn, order, weekly, now, by, judged })),
    [cells, order.length, by, judged],
  );
  const explain = (cell) => {
    const [mart, keys] = OF_RECORDS.cell(cell.when, weekly);
    return why(mart, { ...keys, station: cell.station, ...(query.model ? { model: query.model } : {}) });
  };
  const [first, ...others] = OF_RECORDS.columns;
  return html`
    <${Chart}
      title=${`Yield by station and ${period(weekly)}`}
      name=${`station-yield-by-${period(weekly)}`}
      says=${says.lowest(headline(all, plant), (row) => row.station || BLANK, FEW)}
      rows=${cells}
      option=${option}
      height=${54 + 23 * order.length}
      note=${START + NOTES[by]}
      columns=${[
        { key: 'when', label: weekly ? 'Week' : 'Day', type: weekly ? 'text' : 'day' },
        { key: 'station', label: 'Station' },
        { ...first, why: explain },
        ...others,
        { key: 'yield', label: 'Yield', type: 'ratio' },
      ]}
      why=${explain}
      at=${(event) => drawn[event.dataIndex]}
    >
      <div class="filters">
        <${Switch} name="colour" label="Colour by" value=${by} options=${BY} />
        <${Folded} number=${all.length - losing.length} open=${query.lossless === 'yes'} />
      </div>
    <//>`;
}

/** The stations without a loss, in one line that opens. */
const Folded = ({ number, open }) =>
  number > 0 &&
  html`
    <a class="button" href=${changed({ lossless: open ? '' : 'yes' })}>
      ${counted(number, 'station')} without a loss: ${open ? 'hide' : 'show'}
    </a>`;

function stationsDrawn({ cells, drawn, order, weekly, now, by, judged }) {
  const periods = distinct(cells, 'when');
  const place = new Map(order.map((row, i) => [row.station, i]));
  const short = (each) => `${weekly ? each.slice(5) : shortDay(each)}${each === now ? '\nso far' : ''}`;
  const coloured = colouring(by, judged);
  return {
    xs: periods.map(short),
    ys: order.map((row) => `${row.station || BLANK}  ${percent(row.yield.value)}`),
    cells: drawn.map((cell) => {
      const { value, shown, words } = coloured(cell);
      const few = cell.yield.denominator < FEW || cell.when === now;
      const start = `${cell.station || BLANK}, ${written(weekly, cell.when)}${cell.when === now ? ' so far' : ''}`;
      return [
        periods.indexOf(cell.when),
        place.get(cell.station),
        value,
        [start, ratioText(cell.yield, 2), words].filter(Boolean).join('\n'),
        few,
        shown ?? yieldShown(cell.yield.value),
      ];
    }),
    scale: 'warm',
    ...(by === 'target' ? { min: -0.1, max: 0 } : { min: 0.8, max: 1 }),
    labels: 180,
  };
}

const yieldShown = (value) => (value === 1 ? '100' : percent(value, 1).replace(' %', ''));

/** What a cell is coloured by; shown: what it says instead of its yield. */
function colouring(by, judged) {
  if (by === 'target') {
    return ({ beyond }) =>
      beyond === null
        ? { value: 0, words: 'no target' }
        : {
            value: Math.min(0, beyond),
            shown: points(beyond, 0, 1),
            words: `${points(beyond, 0, 2)} points from target`,
          };
  }
  if (by === 'yield') return (cell) => ({ value: cell.yield.value });
  return (cell) => {
    const own = judged.get(`${cell.when}|${cell.station}`);
    return { value: own?.suspect ? 0.85 : 1, words: own ? chance(own) : 'not judged' };
  };
}

const chance = ({ units, failed, expected, p_value: p }) =>
  [
    `${count(failed)} of ${counted(units, 'unit')} failed their first run,`,
    `${decimal(expected, 1)} expected, p ${p.toPrecision(2)}`,
  ].join(' ');
