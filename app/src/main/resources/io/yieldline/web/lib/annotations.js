import { html } from './preact.js';
import { address, get, send } from './api.js';
import { day as dayText } from './format.js';
import { OfModel, Sure, Wrong, filled, useForm } from './form.js';
import { Loaded, useLoad } from './load.js';
import { DataTable } from './table.js';
import { notesOn } from '../maths/annotations.js';

const PATH = '/rules/annotations';
let known = [];

/** Reads the notes that stand on charts. */
export const readNotes = () =>
  get(PATH).then((found) => {
    known = found.rows;
  });

/** The option of a chart with the notes of its days; an axis of periods() knows them. */
export function noted(option, colours) {
  const axis = option.xAxis;
  const notes = axis?.keys ? notesOn(known, axis.keys, axis.scope) : [];
  if (notes.length === 0) return option;
  return { ...option, series: [...option.series, line(notes, colours)] };
}

const line = (notes, colours) => ({
  type: 'line',
  data: [],
  markLine: {
    symbol: 'none',
    silent: true,
    lineStyle: { color: colours.soft, type: 'dotted' },
    data: notes.map(({ at, note }) => ({
      xAxis: at,
      label: {
        formatter: note,
        color: colours.soft,
        position: 'insideStartTop',
        textBorderColor: colours.surface,
        textBorderWidth: 3,
      },
    })),
  },
});

/** The notes: a list, and for operators a form that adds one. */
export function Notes({ plant }) {
  const state = useLoad(() => get(PATH), [], 60);
  const operator = ['operator', 'admin'].includes(plant.role);
  const changed = () => readNotes().then(state.again);
  return html`
    <section class="card">
      <header>
        <div>
          <h2>Notes on charts</h2>
          <p>
            What people know about some days: a holiday, a new firmware. A note stands on every chart of its days, and
            of its model and station if it has them.
          </p>
        </div>
      </header>
      ${operator && html`<${NewNote} plant=${plant} made=${changed} />`}
      <${Loaded} state=${state}>
        ${(found) =>
          found.rows.length
            ? html`<${List} notes=${found.rows} operator=${operator} changed=${changed} />`
            : html`<p class="soft">There are no notes.</p>`}
      <//>
    </section>`;
}

const dated = (value) => `${dayText(value)} ${value.slice(0, 4)}`;

const List = ({ notes, operator, changed }) => html`
  <${DataTable}
    caption="Notes on charts"
    rows=${notes}
    columns=${[
      { key: 'from', label: 'First day', render: (row) => dated(row.from) },
      { key: 'to', label: 'Last day', render: (row) => dated(row.to) },
      { key: 'model', label: 'Model', render: (row) => row.model ?? 'all' },
      { key: 'station', label: 'Station', render: (row) => row.station ?? 'all' },
      { key: 'note', label: 'Note' },
      ...(operator ? [{ label: 'Action', render: (row) => html`<${Remove} row=${row} done=${changed} />` }] : []),
    ]}
  />`;

function Remove({ row, done }) {
  const path = address(PATH, row).slice(address('').length);
  return html`
    <${Sure}
      key=${path}
      label="Remove"
      question="Remove this note?"
      yes="Remove"
      act=${() => send('DELETE', path).then(done)}
    />`;
}

function NewNote({ plant, made }) {
  const [state, submit] = useForm((form) => send('POST', PATH, filled(form)).then(made));
  return html`
    <form class="filters" aria-label="New note" onSubmit=${submit}>
      <label>
        First day
        <input name="from" type="date" required />
      </label>
      <label>
        Last day
        <input name="to" type="date" />
      </label>
      <${OfModel} plant=${plant} />
      <label>
        Station
        <input name="station" placeholder="all" autocomplete="off" />
      </label>
      <label>
        Note
        <input name="note" maxlength="80" required autocomplete="off" />
      </label>
      <button type="submit" class="main" disabled=${state.busy}>Add note</button>
    </form>
    <${Wrong} error=${state.error} />`;
}
