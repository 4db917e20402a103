import { html, useEffect, useRef } from './preact.js';
import { address, get } from './api.js';
import { BLANK, capital, count, counted, day, ratio, ratioText } from './format.js';
import { Loaded, Notice, useLoad } from './load.js';
import { DataTable } from './table.js';
import { change, link } from './url.js';

/** "Why this number?": the units and records behind a number, down to the row of the export, and what was left out. */
export function ExplainPanel({ asked }) {
  const panel = useRef(null);
  useEffect(() => {
    panel.current.showModal();
    return () => panel.current?.close();
  }, []);
  const [mart, query] = split(asked);
  const keys = Object.fromEntries(new URLSearchParams(query));
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
      <p class="cell">${words(keys)}</p>
      <${Behind} mart=${mart} keys=${keys} />
    </dialog>`;
}

const split = (asked) => [asked.replace(/\?.*/, ''), asked.replace(/^[^?]*\??/, '')];

/** What the number is about: its days, then its other keys. */
function words({ from, to, day: one, ...keys }) {
  const first = one ?? from;
  const last = one ?? to ?? from;
  return [
    first && (first === last ? day(first) : `${day(first)} to ${day(last)}`),
    ...Object.entries(keys).map(([key, value]) => `${spaced(key)} ${value === '' ? BLANK : value}`),
  ]
    .filter(Boolean)
    .join(' · ');
}

function Behind({ mart, keys }) {
  const state = useLoad(() => get(`/explain/${mart}`, keys), [mart, JSON.stringify(keys)], 3600);
  return html`
    <${Loaded} state=${state} lines=${8}>
      ${(found) => {
        const failed = found.rows.filter((row) => (row.verdict ?? 'fail') === 'fail' && isFailure(row, found));
        return html`
          <p>${inWords(found)}</p>
          ${
            !found.adds_up &&
            html`<${Notice} kind="warn">The records changed after the figures were made; run aggregate.<//>`
          }
          ${failed.length > 0 && html`<${Failed} rows=${failed} found=${found} />`}
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
          <${LeftOut} found=${found} asked=${keys} />
          <${Definition} found=${found} />`;
      }}
    <//>`;
}

/** The counts and ratios as a sentence. */
const inWords = ({ counts, ratios }) =>
  capital(
    [
      counts.map((each) => `${count(each.listed)} ${spaced(each.name)}`).join(', '),
      ...ratios.map(
        ({ name, numerator, denominator }) => `${spaced(name)} ${ratioText(ratio(numerator, denominator))}`,
      ),
    ].join('; '),
  ) + '.';

const FAILED = ['failed', 'failures'];

/** Whether a record adds to the failures that the number counts. */
const isFailure = (row, found) => found.counts.some(({ name }) => FAILED.includes(name) && row[name] > 0);

const WHERE = ['model', 'station', 'fixture', 'error_code', 'code', 'ended_at', 'export', 'row'];

/** The units that failed, each with its last failure and how often it failed. */
function Failed({ rows, found }) {
  const units = [...new Map(rows.map((row) => [row.serial_number, row])).values()].map((row) => ({
    ...row,
    times: rows.filter((each) => each.serial_number === row.serial_number).length,
  }));
  const shown = WHERE.filter((name) => rows.some((row) => (row[name] ?? found.cell[name] ?? '') !== ''));
  return html`
    <h3>${counted(units.length, 'failed unit')}</h3>
    <${DataTable}
      caption="Failed units"
      height=${320}
      rows=${units.map((row) => ({ ...found.cell, ...row }))}
      columns=${[
        { key: 'serial_number', label: 'Serial number', render: unitLink },
        ...shown.map((name) => ({ key: name, label: capital(spaced(name)), type: typeOf(name, units[0][name]) })),
        { key: 'times', label: 'Times failed', type: 'count' },
      ]}
    />`;
}

const COUNTS = [
  { key: 'name', label: 'Count' },
  { key: 'shown', label: 'Mart shows', type: 'count' },
  { key: 'listed', label: 'Records add up to', type: 'count' },
  { key: 'meaning', label: 'Meaning' },
  { key: 'formula', label: 'Formula', render: (row) => html`<code>${row.formula}</code>` },
];

/** How the number is defined, for engineers. */
const Definition = ({ found }) => html`
  <details data-definition>
    <summary>How it is counted</summary>
    <p class="soft">Mart <code>${found.mart}</code>, ${found.title.toLowerCase()}: ${found.grain}.</p>
    <${DataTable} caption="Counts" rows=${found.counts} columns=${COUNTS} />
    ${found.ratios.map((each) => html`<p class="ratio"><strong>${spaced(each.name)}</strong> = ${each.formula}</p>`)}
    ${
      found.scope.length > 0 &&
      html`
        <h3>Which records count</h3>
        <ul>
          ${found.scope.map((each) => html`<li><code>${each}</code></li>`)}
        </ul>`
    }
  </details>`;

const LeftOut = ({ found, asked }) => html`
  <details>
    <summary>${counted(found.left_out_total, 'row')} left out</summary>
    <ul class="reasons">
      ${Object.entries(found.left_out_reasons).map(
        ([reason, number]) => html`<li><strong>${count(number)}</strong> ${reason}</li>`,
      )}
    </ul>
    <${Records} rows=${found.left_out} asked=${asked} />
  </details>`;

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
