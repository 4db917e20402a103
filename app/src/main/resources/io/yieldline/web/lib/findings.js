import { html } from './preact.js';
import { get } from './api.js';
import { day as dayText } from './format.js';
import { Loaded, useLoad } from './load.js';
import { link } from './url.js';

const MOST = 5;

/** The findings that cost most, a sentence each; open alerts have a list of their own. */
export function TopFindings() {
  const state = useLoad(() => get('/findings'), [], 60);
  return html`
    <section class="card" data-card="findings">
      <header>
        <div>
          <h2>Findings</h2>
          ${state.data?.day && html`<p>What the data said on ${dayText(state.data.day)}, the greatest loss first.</p>`}
        </div>
        <a class="button" href=${link('findings')}>All</a>
      </header>
      <${Loaded} state=${state}>
        ${({ rows }) => html`<${List} rows=${rows.filter((row) => row.kind !== 'alert').slice(0, MOST)} />`}
      <//>
    </section>`;
}

const List = ({ rows }) =>
  rows.length
    ? html`<ol class="findings">${rows.map((row) => html`<${Line} key=${row.id} ...${row} />`)}</ol>`
    : html`<p class="soft">None.</p>`;

const Line = ({ id, sentence, state, acknowledged }) => html`
  <li>
    <a href=${link('findings', { id })}>${sentence}</a>
    <small class="soft"> ${acknowledged ? `${state}, acknowledged` : state}</small>
  </li>`;
