import { html } from '../lib/preact.js';
import { address, get, rows, send } from '../lib/api.js';
import { day as dayText } from '../lib/format.js';
import { Notes } from '../lib/annotations.js';
import { OfModel, Sure, Wrong, filled, useForm } from '../lib/form.js';
import { Loaded, useLoad } from '../lib/load.js';
import { DataTable } from '../lib/table.js';
import { distinct } from '../maths/groups.js';
import { MEASURES } from '../maths/targets.js';

/** The targets of the plant and the notes on charts: lists, and for operators forms that add to them. */
export default function Targets({ plant }) {
  const state = useLoad(() => get('/rules/targets'), [], 60);
  const operator = ['operator', 'admin'].includes(plant.role);
  return html`
    <div class="stack">
    <section class="card">
      <header>
        <div>
          <h2>Targets</h2>
          <p>
            Charts and reports compare with these. A target without model or station holds for all of them; of several,
            that of the model and station counts, then the newest. They are in rules.yaml; no number depends on them.
          </p>
        </div>
      </header>
      ${operator && html`<${NewTarget} plant=${plant} made=${state.again} />`}
      <${Loaded} state=${state}>
        ${(found) =>
          found.rows.length
            ? html`<${List} targets=${found.rows} operator=${operator} changed=${state.again} />`
            : html`<p class="soft">No targets are set${operator ? '' : '; an operator can set them'}.</p>`}
      <//>
    </section>
    <${Notes} plant=${plant} />
    </div>`;
}

const names = Object.fromEntries(MEASURES);
const amount = (row) => (row.measure === 'packed' ? `${row.target} a day` : `${row.target} %`);
const until = (value, none) => (value ? `${dayText(value)} ${value.slice(0, 4)}` : none);

function List({ targets, operator, changed }) {
  return html`
    <${DataTable}
      caption="Targets"
      rows=${targets.map((row) => ({ ...row, name: names[row.measure] }))}
      columns=${[
        { key: 'name', label: 'For' },
        { key: 'model', label: 'Model', render: (row) => row.model ?? 'all' },
        { key: 'station', label: 'Station', render: (row) => row.station ?? 'all' },
        { key: 'target', label: 'Target', type: 'number', render: amount },
        { key: 'from', label: 'First day', render: (row) => until(row.from, 'always') },
        { key: 'to', label: 'Last day', render: (row) => until(row.to, '') },
        { key: 'in_force', label: 'In force', render: (row) => (row.in_force ? 'yes' : 'no') },
        ...(operator ? [{ label: 'Action', render: (row) => html`<${Remove} row=${row} done=${changed} />` }] : []),
      ]}
    />`;
}

function Remove({ row, done }) {
  const { measure, model, station, from } = row;
  const path = address('/rules/targets', { measure, model, station, from }).slice(address('').length);
  return html`
    <${Sure}
      key=${path}
      label="Remove"
      question="Remove this target?"
      yes="Remove"
      act=${() => send('DELETE', path).then(done)}
    />`;
}

function NewTarget({ plant, made }) {
  const known = useLoad(() => rows('/marts/station_yield_weekly', { from: plant.latest, to: plant.latest }), []);
  const stations = distinct(known.data?.rows ?? [], 'station');
  const [state, submit] = useForm((form) => send('POST', '/rules/targets', filled(form)).then(made));
  return html`
    <form class="filters" aria-label="New target" onSubmit=${submit}>
      <label>
        For
        <select name="measure">
          ${MEASURES.map(([word, words]) => html`<option value=${word}>${words}</option>`)}
        </select>
      </label>
      <${OfModel} plant=${plant} />
      <label>
        Station
        <input name="station" list="stations" placeholder="all" autocomplete="off" />
        <datalist id="stations">${stations.map((station) => html`<option value=${station} />`)}</datalist>
      </label>
      <label>
        Target (% or units)
        <input name="value" type="number" min="0" step="any" required />
      </label>
      <label>
        First day
        <input name="from" type="date" />
      </label>
      <label>
        Last day
        <input name="to" type="date" />
      </label>
      <button type="submit" class="main" disabled=${state.busy}>Set target</button>
    </form>
    <${Wrong} error=${state.error} />`;
}
