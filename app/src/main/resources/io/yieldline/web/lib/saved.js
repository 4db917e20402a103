import { html } from './preact.js';
import { get, send } from './api.js';
import { stamp } from './format.js';
import { Sure, Wrong, useForm } from './form.js';
import { Loaded, useLoad } from './load.js';
import { DataTable } from './table.js';
import { link } from './url.js';

/** The queries that have a name, and a form that gives the present one a name. */
export function Saved({ plant, text }) {
  const state = useLoad(() => get('/queries'), []);
  const [form, submit] = useForm(({ name, title }) =>
    send('PUT', `/queries/${encodeURIComponent(name)}`, { sql: text, title }).then(state.again),
  );
  const mine = (row) => row.owner === plant.user || ['operator', 'admin'].includes(plant.role);
  return html`
    <section class="card">
      <header>
        <div>
          <h2>Saved queries</h2>
          <p>For everybody who may query. A name again saves over the query that has it.</p>
        </div>
      </header>
      <form class="filters" aria-label="Save this query" onSubmit=${submit}>
        <label>
          Name
          <input name="name" required pattern="[a-z0-9][a-z0-9_\\-]*" maxlength="60" placeholder="worst-stations" />
        </label>
        <label>
          Title
          <input name="title" maxlength="200" placeholder="Stations with the lowest yield" />
        </label>
        <button type="submit" class="main" disabled=${form.busy || !text.trim()}>Save this query</button>
      </form>
      <${Wrong} error=${form.error} />
      <${Loaded} state=${state}>
        ${(found) =>
          found.rows.length === 0
            ? html`<p class="soft">None yet.</p>`
            : html`
              <${DataTable}
                caption="Saved queries"
                rows=${found.rows}
                columns=${[
                  {
                    key: 'name',
                    label: 'Name',
                    render: (row) => html`<a href=${link('sql', { saved: row.name })}>${row.name}</a>`,
                  },
                  { key: 'title', label: 'Title' },
                  { key: 'owner', label: 'Owner' },
                  { key: 'changed', label: 'Changed', render: (row) => stamp(row.changed) },
                  {
                    label: 'Action',
                    render: (row) => mine(row) && html`<${Remove} name=${row.name} done=${state.again} />`,
                  },
                ]}
              />`}
      <//>
    </section>`;
}

const Remove = ({ name, done }) => html`
  <${Sure}
    key=${name}
    label="Remove"
    question="Remove this query?"
    yes="Remove"
    act=${() => send('DELETE', `/queries/${name}`).then(done)}
  />`;

/** What the user asked before, newest first. */
export function History({ asked, open }) {
  const state = useLoad(() => get('/query/history'), [asked]);
  return html`
    <section class="card">
      <header>
        <div>
          <h2>What you asked</h2>
          <p>Your last hundred queries.</p>
        </div>
      </header>
      <${Loaded} state=${state}>
        ${(found) => html`
          <${DataTable}
            caption="What you asked"
            rows=${found.rows}
            height=${320}
            columns=${[
              { key: 'asked_at', label: 'At', render: (row) => stamp(row.asked_at) },
              {
                key: 'sql',
                label: 'Query',
                render: (row) => html`
                  <button type="button" class="name asked" onClick=${() => open(row.sql)}>
                    <code>${row.sql}</code>
                  </button>`,
              },
              { key: 'outcome', label: 'Outcome', render: (row) => row.error ?? row.outcome },
              { key: 'rows', label: 'Rows', type: 'count' },
              { key: 'milliseconds', label: 'ms', type: 'count' },
            ]}
          />`}
      <//>
    </section>`;
}
