import { html } from '../lib/preact.js';
import { get } from '../lib/api.js';
import { Choice, FilterBar, Switch } from '../lib/filters.js';
import { Finding } from '../lib/finding.js';
import { count, counted, day as dayText, decimal } from '../lib/format.js';
import { Empty, Loaded, useLoad } from '../lib/load.js';
import { Tools } from '../lib/sheet.js';
import { DataTable } from '../lib/table.js';
import { link } from '../lib/url.js';
import { distinct } from '../maths/groups.js';

const WHICH = [
  ['', 'Open'],
  ['yes', 'All'],
];

/** What the data says now, the greatest loss first; with an id, one finding and all that belongs to it. */
export default function Findings({ query, plant }) {
  return query.id
    ? html`<${Finding} key=${query.id} id=${query.id} plant=${plant} />`
    : html`<${List} query=${query} plant=${plant} />`;
}

function List({ query, plant }) {
  const asked = { all: query.all === 'yes' || undefined, kind: query.kind, model: query.model };
  const state = useLoad(() => get('/findings', asked), Object.values(asked));
  const found = state.data?.rows ?? [];
  return html`
    <${FilterBar}>
      <${Switch} name="all" label="Findings" value=${query.all ?? ''} options=${WHICH} />
      <${Choice} name="kind" label="Kind" value=${query.kind} options=${['shift', 'suspect', 'alert']} />
      <${Choice}
        name="model"
        label="Model"
        value=${query.model}
        options=${distinct([...plant.rules.yield_models.map((model) => ({ model })), ...models(found)], 'model')}
      />
    <//>
    <${Loaded} state=${state} lines=${8}>
      ${(answer) => html`
        <div class="stack">
          <${Listed} title=${titled(answer.rows)} told=${told(answer)} rows=${losses(answer.rows)} />
          ${
            better(answer.rows).length > 0 &&
            html`<${Listed} title="What became better" told=${BETTER} rows=${better(answer.rows)} />`
          }
        </div>`}
    <//>`;
}

const BETTER = 'Find out what did it, and keep it; or what is no longer recorded.';
const better = (found) => found.filter((row) => row.improvement);
const losses = (found) => found.filter((row) => !row.improvement);

const Listed = ({ title, told: words, rows }) => html`
  <section class="card">
    <header>
      <div>
        <h2>${title}</h2>
        <p>${words}</p>
      </div>
      ${rows.length > 0 && html`<${Tools} name="findings" columns=${COLUMNS} rows=${rows} />`}
    </header>
    ${
      rows.length
        ? html`<${DataTable} caption=${title} rows=${rows} columns=${COLUMNS} height=${1200} />`
        : html`<${Empty} title="Nothing was found.">No rate shifted, and no fixture fails beyond its mix.<//>`
    }
  </section>`;

const models = (found) => found.map((row) => ({ model: row.subject.model })).filter((row) => row.model);

function titled(found) {
  const open = losses(found).filter((row) => !row.ended);
  const fresh = open.filter((row) => row.state === 'new').length;
  if (open.length === 0) return 'No open findings';
  return `${counted(open.length, 'open finding')}${fresh ? `, ${fresh} new` : ''}`;
}

const told = (answer) =>
  answer.day
    ? `From the data up to ${dayText(answer.day)}: losses by failed units beyond those expected, then alerts.`
    : 'Nobody has looked at the data yet; the next refresh does.';

const COLUMNS = [
  {
    key: 'sentence',
    label: 'Finding',
    render: (row) => html`<a class="sentence" href=${link('findings', { id: row.id })}>${row.sentence}</a>`,
  },
  { key: 'state', label: 'State', render: (row) => html`<span class=${shade(row)}>${row.state}</span>` },
  {
    key: 'size',
    label: 'Beyond expected',
    type: 'count',
    render: (row) => (row.size === null ? '' : decimal(row.size, 1)),
  },
  { key: 'failed', label: 'Failed', type: 'count', render: (row) => (row.units ? count(row.failed) : '') },
  { key: 'units', label: 'Units', type: 'count', render: (row) => (row.units ? count(row.units) : '') },
  { key: 'since', label: 'Since', type: 'day' },
  { key: 'ended', label: 'Ended', render: (row) => (row.ended ? dayText(row.ended) : '') },
  { key: 'note', label: 'Note', render: (row) => row.acknowledged?.note ?? '' },
];

function shade(row) {
  if (row.improvement) return 'up';
  return row.state === 'new' ? 'down' : '';
}
