import { html } from '../lib/preact.js';
import { address, get, send } from '../lib/api.js';
import { count, day as dayText, ratio } from '../lib/format.js';
import { OfModel, Sure, Wrong, filled, useForm } from '../lib/form.js';
import { Loaded, useLoad } from '../lib/load.js';
import { DataTable } from '../lib/table.js';
import { link } from '../lib/url.js';

const RULES = '/rules/failure-codes';

/** The code library: what each failure code means, what to do, who answers for it, and what the records say of it. */
export default function Codes({ query, plant }) {
  const state = useLoad(() => get('/codes'), [], 60);
  const operator = ['operator', 'admin'].includes(plant.role);
  return html`
    <section class="card">
      <header>
        <div>
          <h2>Failure codes</h2>
          <p>
            Error codes of the test boards and station reasons of the workstations. Outcome is the share of failed
            records whose unit passed its next run at the station, in the last 8 weeks or since the action is in force.
            Description, action and owner are in rules.yaml; no number depends on them.
          </p>
        </div>
      </header>
      <${Loaded} state=${state} lines=${10}>
        ${(found) => html`
          ${
            operator &&
            html`<${SetCode}
            key=${query.code}
            all=${found.rows}
            code=${query.code}
            plant=${plant}
            made=${state.again}
          />`
          }
          <${List} codes=${found.rows} operator=${operator} changed=${state.again} />`}
      <//>
    </section>`;
}

const dated = (value) => value && `${dayText(value)} ${value.slice(0, 4)}`;

function List({ codes, operator, changed }) {
  return html`
    <${DataTable}
      caption="Failure codes"
      rows=${codes.map((row) => ({ ...row, outcome: ratio(row.passed, row.retested) }))}
      columns=${[
        {
          key: 'code',
          label: 'Code',
          render: (row) => html`<a href=${link('failures', { code: row.code })} title="Its failures">${row.code}</a>`,
        },
        { key: 'description', label: 'Meaning' },
        { key: 'action', label: 'Recommended action' },
        { key: 'owner', label: 'Owner' },
        { key: 'from', label: 'In force from', render: (row) => dated(row.from) },
        { key: 'first_seen', label: 'First seen', render: (row) => dated(row.first_seen) },
        { key: 'last_4_weeks', label: 'Last 4 weeks', type: 'count' },
        { key: 'before', label: '4 weeks before', type: 'count', render: trend },
        { key: 'outcome', label: 'Outcome', type: 'ratio' },
        ...(operator ? [{ label: 'Action', render: (row) => html`<${Actions} row=${row} done=${changed} />` }] : []),
      ]}
    />`;
}

/** A code without a recommended action stands in no rules, so that there is nothing to remove. */
const Actions = ({ row, done }) => html`
  <a href=${link('codes', { code: row.code })}>Edit</a>${' '}
  ${row.action && html`<${Remove} row=${row} done=${done} />`}`;

/** Removes the entry that is in force; the one before it, if there is one, takes its place. */
function Remove({ row: { code, from }, done }) {
  const path = address(RULES, { code, from: from ?? undefined }).slice(address('').length);
  return html`
    <${Sure}
      key=${path}
      label="Remove"
      question=${`Remove ${code}${from ? ` from ${dated(from)}` : ''} from the library?`}
      yes="Remove"
      act=${() => send('DELETE', path).then(done)}
    />`;
}

const ARROWS = { '-1': ' ▼', 0: '', 1: ' ▲' };
const trend = (row) => `${count(row.before)}${ARROWS[Math.sign(row.last_4_weeks - row.before)]}`;

function SetCode({ all, code, plant, made }) {
  const known = all.find((each) => each.code === code);
  const [state, submit] = useForm((form) => send('POST', RULES, filled(form)).then(made));
  return html`
    <form class="filters" aria-label="Set failure code" onSubmit=${submit}>
      <label>
        Code
        <input name="code" list="codes" value=${code ?? ''} autocomplete="off" required />
        <datalist id="codes">${all.map((each) => html`<option value=${each.code} />`)}</datalist>
      </label>
      <label>
        Recommended action
        <input name="action" autocomplete="off" required />
      </label>
      <${OfModel} plant=${plant} label="For model" />
      <label>
        Meaning
        <input name="description" value=${known?.description ?? ''} autocomplete="off" />
      </label>
      <label>
        Owner
        <input name="owner" value=${known?.owner ?? ''} autocomplete="off" />
      </label>
      <label>
        First day
        <input name="from" type="date" />
      </label>
      <button type="submit" class="main" disabled=${state.busy}>Set code</button>
    </form>
    <${Wrong} error=${state.error} />`;
}
