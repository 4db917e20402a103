import { html, useMemo, useState } from '../lib/preact.js';
import { address, get, send, sendForText } from '../lib/api.js';
import { Chart } from '../lib/chart.js';
import { Choice, Days, FilterBar, Switch, range } from '../lib/filters.js';
import { BLANK, count, counted, decimal, longDay } from '../lib/format.js';
import { Loaded, Notice, useLoad } from '../lib/load.js';
import { distinct } from '../lib/plots.js';
import { save } from '../lib/sheet.js';
import { DataTable } from '../lib/table.js';
import { changed, link } from '../lib/url.js';

// What a measure is called in the answers: hours at a station, and hours waited before it.
const MEASURES = {
  at: { label: 'Hours at the station', of: (name) => `${name}_hours`, number: 'timed', unit: 'at_hours' },
  wait: {
    label: 'Hours waited before it',
    of: (name) => `wait_${name}_hours`,
    number: 'waited',
    unit: 'wait_hours',
  },
};
const ORDERS = [
  ['total', 'Total'],
  ['median', 'Median'],
  ['station', 'Name'],
];
const LEAST = 0.001;
const LONGEST = 100;

/** Where the time goes: hours of runs at each station and hours that units waited before, and the units that took longest. */
export default function Times({ query, plant }) {
  const { from, to } = range(query, plant, 7);
  const by = query.by === 'wait' ? 'wait' : 'at';
  const asked = { from, to, model: query.model || undefined };
  const state = useLoad(() => get('/times', asked), [asked]);
  const stations = state.data?.rows ?? [];
  return html`
    <${FilterBar}>
      <${Switch}
        name="by"
        label="Measure"
        value=${by}
        options=${[
          ['at', 'At the station'],
          ['wait', 'Waiting before it'],
        ]}
      />
      <${Days} from=${from} to=${to} latest=${plant.latest} presets=${[1, 7, 28, 61]} />
      <${Choice}
        name="model"
        label="Model"
        value=${query.model}
        options=${plant.rules.yield_models}
        clears=${['station']}
      />
      <${Choice} name="station" label="Station" value=${query.station} options=${distinct(stations, 'station')} />
      <${Choice} name="order" label="Order" all="Total" value=${query.order} options=${['Median', 'Name']} />
      <${Switch}
        name="scale"
        label="Scale"
        value=${query.scale === 'linear' ? 'linear' : 'log'}
        options=${[
          ['log', 'Logarithmic'],
          ['linear', 'Linear'],
        ]}
      />
    <//>
    <div class="stack">
      <${Loaded} state=${state} lines=${10}>
        ${() => html`
          <${Boxes}
            by=${by}
            query=${query}
            stations=${stations.filter((row) => !query.station || row.station === query.station)}
            title=${MEASURES[by].label}
            where=${`records that ended ${longDay(from)} to ${longDay(to)}${query.model ? `, ${query.model}` : ''}`}
          />`}
      <//>
      <${Longest} by=${by} asked=${{ ...asked, station: query.station || undefined }} />
      <${Given} by=${by} query=${query} plant=${plant} />
    </div>`;
}

function Boxes({ by, query, stations, title, where, name = 'times' }) {
  const measure = MEASURES[by];
  const order = ORDERS.find(([, text]) => text === query.order)?.[0] ?? 'total';
  const rows = useMemo(
    () =>
      stations
        .filter((row) => row[measure.number] > 0)
        .sort((a, b) =>
          order === 'station' ? (a.station < b.station ? -1 : 1) : b[measure.of(order)] - a[measure.of(order)],
        )
        .map((row) => ({
          ...row,
          number: row[measure.number],
          ...Object.fromEntries(
            ['total', 'mean', 'p05', 'q1', 'median', 'q3', 'p95', 'longest'].map((each) => [
              each,
              row[measure.of(each)],
            ]),
          ),
        })),
    [stations, by, order],
  );
  const log = query.scale !== 'linear';
  const option = useMemo(
    () => (colours) => {
      const drawn = (value) => (log ? Math.max(value, LEAST) : value);
      return {
        legend: { data: ['5, 25, 50, 75, 95 of 100', 'Mean'] },
        tooltip: { trigger: 'item', formatter: (event) => words(rows[event.dataIndex]) },
        grid: { left: 8, right: 24, top: 32, bottom: 4, containLabel: true },
        xAxis: {
          type: log ? 'log' : 'value',
          min: log ? LEAST : 0,
          axisLabel: { formatter: hours },
          splitLine: { show: true, lineStyle: { color: colours.line, opacity: 0.6 } },
        },
        yAxis: {
          type: 'category',
          inverse: true,
          data: rows.map((row) => row.station ?? BLANK),
          axisLabel: { interval: 0, hideOverlap: false, color: colours.ink },
        },
        series: [
          {
            name: '5, 25, 50, 75, 95 of 100',
            type: 'boxplot',
            boxWidth: [6, 14],
            color: colours.good,
            itemStyle: { color: colours.cool[1], borderColor: colours.good, borderWidth: 1.5 },
            data: rows.map((row) => [row.p05, row.q1, row.median, row.q3, row.p95].map(drawn)),
          },
          {
            name: 'Mean',
            type: 'scatter',
            symbol: 'diamond',
            symbolSize: 9,
            color: colours.bad,
            data: rows.map((row, i) => [drawn(row.mean), i]),
            z: 4,
          },
        ],
      };
    },
    [rows, log],
  );
  return html`
    <${Chart}
      title=${title}
      name=${`${name}-${by}`}
      rows=${rows}
      option=${option}
      height=${70 + 24 * rows.length}
      note=${`${sentence(where)}. ${explained(by, stations)}`}
      columns=${[
        {
          key: 'station',
          label: 'Station',
          render: (row) => html`
            <a href=${changed({ station: row.station === query.station ? '' : row.station })}>
              ${row.station ?? BLANK}
            </a>`,
        },
        { key: 'number', label: by === 'at' ? 'Runs' : 'Waits', type: 'count' },
        { key: 'units', label: 'Units', type: 'count' },
        { key: 'total', label: 'Total hours', type: 'number' },
        { key: 'mean', label: 'Mean', type: 'number', digits: 2 },
        { key: 'p05', label: '5 of 100', type: 'number', digits: 2 },
        { key: 'q1', label: 'First quartile', type: 'number', digits: 2 },
        { key: 'median', label: 'Median', type: 'number', digits: 2 },
        { key: 'q3', label: 'Third quartile', type: 'number', digits: 2 },
        { key: 'p95', label: '95 of 100', type: 'number', digits: 2 },
        { key: 'longest', label: 'Longest', type: 'number', digits: 2 },
        by === 'at'
          ? { key: 'unknown_start', label: 'Unknown start', type: 'count' }
          : { key: 'overlapping', label: 'Overlapping', type: 'count' },
      ]}
    />`;
}

/** What is in the numbers and what is not. */
function explained(by, stations) {
  const sum = (name) => stations.reduce((total, row) => total + row[name], 0);
  const unknown = sum('unknown_start')
    ? ` ${counted(sum('unknown_start'), 'record')} of ${count(sum('runs'))} start when they end: their start is unknown, and they are left out.`
    : '';
  return by === 'at'
    ? `From start to end of each record, whatever its verdict; waiting in the queue of a station is in it where the plant starts the record then.${unknown}`
    : `From the end of the unit's record before, at any station and on any day, to the start of this one; a unit's first record has no wait.${sum('overlapping') ? ` ${counted(sum('overlapping'), 'record')} that start before the one before ended count as 0.` : ''}${unknown}`;
}

const sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** Hours as people say them. */
function hours(value) {
  if (value === 0) return '0';
  if (value < 1 / 60) return `${decimal(value * 3600, 0)} s`;
  if (value < 1) return `${decimal(value * 60, 0)} min`;
  return value < 100 ? `${decimal(value, value < 10 && value % 1 ? 1 : 0)} h` : `${count(value)} h`;
}

const words = (row) =>
  `${row.station ?? BLANK}\n${count(row.number)} of ${counted(row.runs, 'record')}, ${counted(row.units, 'unit')}\nmedian ${hours(row.median)}, half between ${hours(row.q1)} and ${hours(row.q3)}\n5 to 95 of 100: ${hours(row.p05)} to ${hours(row.p95)}\nmean ${hours(row.mean)}, longest ${hours(row.longest)}, total ${hours(row.total)}`;

const UNIT = [
  {
    key: 'serial_number',
    label: 'Serial number',
    render: (row) =>
      row.runs
        ? html`<a href=${link('unit', { serial: row.serial_number })}>${row.serial_number}</a>`
        : row.serial_number,
  },
  { key: 'station', label: 'Station' },
  { key: 'at_hours', label: 'Hours at the station', type: 'number', digits: 2 },
  { key: 'wait_hours', label: 'Hours waited before', type: 'number', digits: 2 },
  { key: 'runs', label: 'Runs', type: 'count' },
  { key: 'unknown_start', label: 'Unknown start', type: 'count' },
  { key: 'first_at', label: 'First start', type: 'stamp' },
  { key: 'last_at', label: 'Last end', type: 'stamp' },
];

function Longest({ by, asked }) {
  const wanted = { ...asked, by };
  const state = useLoad(() => get('/times/units', { ...wanted, limit: LONGEST }), [wanted]);
  return html`
    <${Loaded} state=${state}>
      ${(found) => html`
        <${Chart}
          title=${by === 'at' ? 'Units that took longest' : 'Units that waited longest'}
          name="longest"
          rows=${found.rows}
          columns=${UNIT}
          note=${`All runs of a unit at ${asked.station ?? 'a station'} added up; the first ${count(found.rows.length)} of ${count(found.total)}. Choose a serial number to see its journey.`}
        >
          <p class="after">
            <a class="button" download href=${address('/times/units', { ...wanted, format: 'csv' })}>
              All as CSV
            </a>
          </p>
        <//>`}
    <//>`;
}

/** Times of units that somebody has a list of; it is not kept in the address, which would be too long for it. */
function Given({ by, query, plant }) {
  const [state, set] = useState({});
  const [serials, write] = useState('');
  if (plant.role === 'viewer')
    return html`<${Notice}>Times of a list of units need the role analyst; ask an administrator.<//>`;
  const read = (event) => event.target.files[0]?.text().then(write);
  const ask = (event) => {
    event.preventDefault();
    const body = { serials: serials.split(/[\s,;]+/).filter(Boolean) };
    set({ busy: true });
    send('POST', '/units/times?limit=10000', body).then(
      (found) => set({ found, body }),
      (error) => set({ error }),
    );
  };
  const file = () =>
    sendForText('POST', '/units/times?format=csv', state.body).then(
      (text) => save('unit-times.csv', text),
      (error) => set({ ...state, error }),
    );
  return html`
    <section class="card">
      <header>
        <div>
          <h2>Times of given units</h2>
          <p>Paste up to 10,000 serial numbers, or choose a text or CSV file of them; of any days.</p>
        </div>
      </header>
      <form class="batch" onSubmit=${ask}>
        <label>
          Serial numbers
          <textarea
            name="serials"
            rows="5"
            required
            spellcheck="false"
            value=${serials}
            onInput=${(event) => write(event.target.value)}
          ></textarea>
        </label>
        <label>
          From a file
          <input type="file" accept=".txt,.csv,.tsv,text/plain,text/csv" onChange=${read} />
        </label>
        <button type="submit" class="main" disabled=${state.busy}>Show times</button>
      </form>
      ${state.error && html`<${Notice} kind="error">${sentence(state.error.message)}.<//>`}
      ${
        state.found &&
        html`
          <p class="note">
            ${counted(state.found.total, 'row')} of unit and station
            ${
              state.found.total > state.found.rows.length
                ? `; the first ${count(state.found.rows.length)} are listed, the file has all`
                : ''
            }
            .${' '}
            <button type="button" onClick=${file}>CSV</button>
          </p>
          <${DataTable} caption="Times of given units" rows=${state.found.rows} columns=${UNIT} height=${420} />`
      }
    </section>
    ${
      state.found &&
      html`
        <${Boxes}
          by=${by}
          query=${query}
          stations=${state.found.stations}
          title=${`${MEASURES[by].label}, given units`}
          where="the given units, of any days"
          name="given-times"
        />`
    }`;
}
