import { html, useEffect, useRef } from './preact.js';
import { address, get, rows as allRows } from './api.js';
import { BLANK, count, counted, day, percent, ratio } from './format.js';
import { Loaded, Notice, useLoad } from './load.js';
import { DataTable } from './table.js';
import { change, link, why } from './url.js';
import { sum } from '../maths/statistics.js';

/** "Why this number?": the records behind a cell of a mart, down to the row of the export, and what was left out. */
export function ExplainPanel({ asked }) {
  const panel = useRef(null);
  useEffect(() => {
    panel.current.showModal();
    return () => panel.current?.close();
  }, []);
  const [mart, query] = split(asked);
  const { from, to, ...keys } = Object.fromEntries(new URLSearchParams(query));
  const close = () => change({ why: '' });
  return html`
    <dialog
      ref=${panel}
      class="panel"
      aria-labelledby="why-title"
      onCancel=${(event) => {
        event.preventDefault();
        close();
      }}
      onClick=${(event) => event.target === panel.current && close()}
    >
      <header>
        <h2 id="why-title">Why this number?</h2>
        <button type="button" onClick=${close}>Close</button>
      </header>
      <p class="cell">${words(mart, keys, from, to)}</p>
      ${
        from
          ? html`<${Sum} mart=${mart} keys=${keys} from=${from} to=${to} />`
          : html`<${Cell} mart=${mart} keys=${keys} />`
      }
    </dialog>`;
}

const split = (asked) => [asked.replace(/\?.*/, ''), asked.replace(/^[^?]*\??/, '')];

const words = (mart, keys, from, to) =>
  [
    mart,
    ...Object.entries(keys).map(([key, value]) => `${key} ${value === '' ? BLANK : value}`),
    from && (from === to ? day(from) : `${from} to ${to}`),
  ]
    .filter(Boolean)
    .join(' · ');

function Cell({ mart, keys }) {
  const state = useLoad(() => get(`/explain/${mart}`, keys), [mart, JSON.stringify(keys)], 3600);
  return html`
    <${Loaded} state=${state} lines=${8}>
      ${(found) => html`
        <p class="soft">${found.title}: ${found.grain}.</p>
        ${
          !found.adds_up &&
          html`<${Notice} kind="warn">The records changed after the mart was built; run aggregate.<//>`
        }
        <${DataTable} caption="Counts" rows=${found.counts} columns=${COUNTS} />
        ${found.ratios.map((each) => html`<${Ratio} ratio=${each} />`)}
        ${found.scope.length > 0 && html`<${Scope} conditions=${found.scope} />`}
        <header class="row">
          <h3>${counted(found.total, 'record')}</h3>
          <a class="button" download href=${address(`/explain/${mart}`, { ...keys, format: 'csv' })}>
            All as CSV
          </a>
        </header>
        <${Records} rows=${found.rows} asked=${keys} />
        ${
          found.total > found.rows.length &&
          html`<p class="soft">The table shows the first ${count(found.rows.length)}, the file all.</p>`
        }
        <${LeftOut} found=${found} asked=${keys} />`}
    <//>`;
}

const COUNTS = [
  { key: 'name', label: 'Count' },
  { key: 'shown', label: 'Mart shows', type: 'count' },
  { key: 'listed', label: 'Records add up to', type: 'count' },
  { key: 'meaning', label: 'Meaning' },
  { key: 'formula', label: 'Formula', render: (row) => html`<code>${row.formula}</code>` },
];

const Ratio = ({ ratio: { name, numerator, denominator, formula } }) => html`
  <p class="ratio">
    <strong>${name}</strong> ${percent(ratio(numerator, denominator).value, 2)}
    <span class="soft">${' '}= ${count(numerator)} of ${count(denominator)}; ${formula}</span>
  </p>`;

const Scope = ({ conditions }) => html`
  <details>
    <summary>Which records count</summary>
    <ul>
      ${conditions.map((each) => html`<li><code>${each}</code></li>`)}
    </ul>
  </details>`;

const LeftOut = ({ found, asked }) => html`
  <h3>${counted(found.left_out_total, 'row')} left out</h3>
  <ul class="reasons">
    ${Object.entries(found.left_out_reasons).map(
      ([reason, number]) => html`<li><strong>${count(number)}</strong> ${reason}</li>`,
    )}
  </ul>
  ${
    found.left_out.length > 0 &&
    html`
      <details>
        <summary>List them</summary>
        <${Records} rows=${found.left_out} asked=${asked} />
      </details>`
  }`;

/** The rows of the mart that add up to a number over several days, each of which can be explained. */
function Sum({ mart, keys, from, to }) {
  const state = useLoad(
    () => allRows(`/marts/${mart}`, { ...keys, from, to }),
    [mart, JSON.stringify(keys), from, to],
    3600,
  );
  const marts = useLoad(() => get('/marts'), [], 3600);
  return html`
    <${Loaded} state=${state} lines=${8}>
      ${(found) => html`
        <${Loaded} state=${marts}>
          ${(all) => html`<${Addends} mart=${all.find((each) => each.name === mart)} found=${found} />`}
        <//>`}
    <//>`;
}

function Addends({ mart: { name: mart, key, columns }, found }) {
  const numbers = columns.map((each) => each.name).filter((name) => !key.includes(name));
  const total = Object.fromEntries(numbers.map((name) => [name, sum(found.rows.map((row) => row[name]))]));
  const explain = (row) => why(mart, Object.fromEntries(key.map((name) => [name, row[name]])));
  return html`
    <p class="soft">
      The sum of ${counted(found.rows.length, 'row')} of ${found.title.toLowerCase()}. Choose one to see its records.
    </p>
    <${DataTable}
      caption="Rows of the mart"
      rows=${found.rows}
      total=${{ ...total, [key[0]]: null }}
      columns=${[
        ...key.map((name) => ({ key: name, label: spaced(name), type: name === 'day' ? 'stamp' : 'text' })),
        ...numbers.map((name, i) => ({
          key: name,
          label: spaced(name),
          type: 'count',
          why: i === 0 ? explain : null,
        })),
      ]}
    />`;
}

const spaced = (name) => name.replaceAll('_', ' ');

/** Columns with the same value in all rows, which were asked for, are left out. */
function Records({ rows, asked }) {
  if (rows.length === 0) return html`<p class="soft">None.</p>`;
  const names = [...Object.keys(rows[0]).filter((name) => name !== 'file'), 'file'].filter(
    (name) => !(name in asked) && rows.some((row) => row[name] !== null && row[name] !== undefined),
  );
  return html`
    <${DataTable}
      caption="Records"
      height=${420}
      rows=${rows}
      columns=${names.map((name) => ({
        key: name,
        label: spaced(name),
        type: typeOf(name, rows.find((row) => row[name] !== null)?.[name]),
        render: name === 'serial_number' ? unitLink : undefined,
      }))}
    />`;
}

const unitLink = ({ serial_number: serial }) => html`<a href=${link('unit', { serial })}>${serial}</a>`;

function typeOf(name, value) {
  if (typeof value === 'number') return ['export', 'row'].includes(name) ? 'text' : 'count';
  return /^\d{4}-\d\d-\d\d/.test(value) ? 'stamp' : 'text';
}
