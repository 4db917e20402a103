import { html, useState } from './preact.js';
import { counted, stamp } from './format.js';
import { Empty } from './load.js';

/** The tables of the lake with what they say; a choice puts a name into the query. */
export function Lake({ lake, insert }) {
  const [wanted, want] = useState('');
  if (lake.tables.length === 0) {
    return html`
      <section class="card lake">
        <${Empty} title="There is no lake to query yet.">The next refresh of the marts writes it.<//>
      </section>`;
  }
  const shown = lake.tables.filter((table) => matches(table, wanted.toLowerCase()));
  return html`
    <section class="card lake" aria-label="Tables">
      <header>
        <div>
          <h2>Tables</h2>
          <p>As of ${stamp(lake.taken_at)}. Choose a name to put it into the query.</p>
        </div>
      </header>
      <input
        type="search"
        aria-label="Search tables and columns"
        placeholder="Search tables and columns"
        value=${wanted}
        onInput=${(event) => want(event.target.value)}
      />
      <div class="tables">
        ${shown.map((table) => html`<${Table} key=${table.name} table=${table} insert=${insert} />`)}
        ${shown.length === 0 && html`<${Empty} title="Nothing has that name." />`}
      </div>
    </section>`;
}

const matches = (table, wanted) =>
  [table.name, table.title, ...table.columns.map((column) => column.name)].some((text) =>
    text.toLowerCase().includes(wanted),
  );

const Table = ({ table, insert }) => html`
  <details>
    <summary><code>${table.name}</code> <span class="soft">${table.title}</span></summary>
    <p class="note">
      ${[table.kind, table.grain && `a row is ${table.grain}`, table.rows !== null && counted(table.rows, 'row')]
        .filter(Boolean)
        .join('; ')}
    </p>
    <dl>
      <dt><${Name} name=${table.name} insert=${() => insert(all(table))} /></dt>
      <dd>all columns</dd>
      ${table.columns.map(
        (column) => html`
          <dt><${Name} name=${column.name} insert=${() => insert({ words: column.name })} /></dt>
          <dd>${column.meaning} <span class="soft">${column.type.toLowerCase()}</span></dd>`,
      )}
      ${table.ratios.map(
        (ratio) => html`
          <dt><${Name} name=${ratio.name} insert=${() => insert({ words: formula(ratio) })} /></dt>
          <dd>${ratio.meaning} <span class="soft">${ratio.numerator} of ${ratio.denominator}</span></dd>`,
      )}
    </dl>
  </details>`;

const all = ({ name }) => ({ whole: `select * from ${name} limit 100`, words: name });

const Name = ({ name, insert }) => html`
  <button type="button" class="name" title="Put into the query" onClick=${insert}><code>${name}</code></button>`;

/** A ratio of sums, which has no value where there is nothing to divide by. */
const formula = ({ name, numerator, denominator }) =>
  `sum(${numerator}) * 1.0 / nullif(sum(${denominator}), 0) as ${name}`;
