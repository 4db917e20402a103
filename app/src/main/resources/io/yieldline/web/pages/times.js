import { html, useState } from '../lib/preact.js';
import { address, get, send, sendForText } from '../lib/api.js';
import { Boxes, MEASURES } from '../lib/boxes.js';
import { Chart } from '../lib/chart.js';
import { Choice, Days, FilterBar, Switch, range } from '../lib/filters.js';
import { count, counted, longDay, sentence } from '../lib/format.js';
import { Loaded, Notice, useLoad } from '../lib/load.js';
import * as says from '../lib/says.js';
import { save } from '../lib/sheet.js';
import { DataTable } from '../lib/table.js';
import { link } from '../lib/url.js';
import { distinct } from '../maths/groups.js';

const LONGEST = 100;
const BY = [
  ['at', 'At the station'],
  ['wait', 'Waiting before it'],
];
const SCALES = [
  ['log', 'Logarithmic'],
  ['linear', 'Linear'],
];

/** Where the time goes: hours at each station, hours waited before it, and the units that took longest. */
export default function Times({ query, plant }) {
  const { from, to } = range(query, plant);
  const by = query.by === 'wait' ? 'wait' : 'at';
  const asked = { from, to, model: query.model || undefined };
  const state = useLoad(() => get('/times', asked), [asked]);
  const stations = state.data?.rows ?? [];
  return html`
    <${FilterBar}>
      <${Switch} name="by" label="Measure" value=${by} options=${BY} />
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
      <${Switch} name="scale" label="Scale" value=${query.scale === 'linear' ? 'linear' : 'log'} options=${SCALES} />
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
          says=${says.unit(found.rows[0], by)}
          rows=${found.rows}
          columns=${UNIT}
          note=${[
            `All runs of a unit at ${asked.station ?? 'a station'} added up;`,
            `the first ${count(found.rows.length)} of ${count(found.total)}.`,
            'Choose a serial number to see its journey.',
          ].join(' ')}
        >
          <p class="after">
            <a class="button" download href=${address('/times/units', { ...wanted, format: 'csv' })}>All as CSV</a>
          </p>
        <//>`}
    <//>`;
}

/** Times of units that somebody has a list of; it is not kept in the address, which would be too long for it. */
function Given({ by, query, plant }) {
  const [state, set] = useState({});
  if (plant.role === 'viewer') {
    return html`<${Notice}>Times of a list of units need the role analyst; ask an administrator.<//>`;
  }
  const ask = (serials) => {
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
          <p>Paste up to 10,000 serial numbers, or choose a text or CSV file with them. All days are included.</p>
        </div>
      </header>
      <${Serials} busy=${state.busy} ask=${ask} />
      ${state.error && html`<${Notice} kind="error">${sentence(state.error.message)}<//>`}
      ${state.found && html`<${GivenTimes} found=${state.found} file=${file} />`}
    </section>
    ${
      state.found &&
      html`
        <${Boxes}
          by=${by}
          query=${query}
          stations=${state.found.stations}
          title=${`${MEASURES[by].label}, given units`}
          where="the given units, all days"
          name="given-times"
        />`
    }`;
}

function Serials({ busy, ask }) {
  const [serials, write] = useState('');
  const read = (event) => event.target.files[0]?.text().then(write);
  const submit = (event) => {
    event.preventDefault();
    ask(serials);
  };
  return html`
    <form class="batch" onSubmit=${submit}>
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
      <button type="submit" class="main" disabled=${busy}>Show times</button>
    </form>`;
}

const GivenTimes = ({ found, file }) => html`
  <p class="note">
    ${counted(found.total, 'row')} by unit and station${
      found.total > found.rows.length ? `; the table shows the first ${count(found.rows.length)}, the file all` : ''
    }. <button type="button" onClick=${file}>CSV</button>
  </p>
  <${DataTable} caption="Times of given units" rows=${found.rows} columns=${UNIT} height=${420} />`;
