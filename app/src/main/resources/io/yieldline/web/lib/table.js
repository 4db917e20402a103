import { html, useState } from './preact.js';
import * as format from './format.js';
import { rising } from '../maths/groups.js';

const USUAL = 200;

/**
 * A table that can be sorted by every column, with the keyboard too.
 *
 * columns: { key, label, type: text | count | ratio | number | percent | day | stamp | time, render(row), why(row) }; a
 * column without key is not in files. why gives the address that explains the number of a row. total: a last row that
 * stays at the bottom when sorted.
 */
export function DataTable({ caption, columns, rows, total, sort: first, height }) {
  const [sort, setSort] = useState(first ?? null);
  const [most, setMost] = useState(USUAL);
  const shown = sorted(rows, sort).slice(0, most);
  const turn = (key) => setSort(sort?.key === key ? { key, down: !sort.down } : { key, down: isNumber(columns, key) });
  return html`
    <div
      class="scroll"
      tabindex="0"
      role="region"
      aria-label=${caption}
      style=${height ? { maxHeight: `${height}px` } : null}
    >
      <table>
        <caption class="unseen">${caption}</caption>
        <thead>
          <tr>
            ${columns.map((column) => html`<${Head} column=${column} sort=${sort} turn=${turn} />`)}
          </tr>
        </thead>
        <tbody>
          ${shown.map(
            (row) => html`
              <tr>
                ${columns.map((column) => html`<td class=${align(column)}>${cell(column, row)}</td>`)}
              </tr>`,
          )}
          ${
            rows.length === 0 &&
            html`
              <tr>
                <td colspan=${columns.length} class="none">No rows.</td>
              </tr>`
          }
        </tbody>
        ${
          total &&
          html`
            <tfoot>
              <tr>
                ${columns.map((column) => html`<td class=${align(column)}>${cell(column, total, false)}</td>`)}
              </tr>
            </tfoot>`
        }
      </table>
    </div>
    ${
      rows.length > most &&
      html`
        <p class="more">
          ${format.count(most)} of ${format.count(rows.length)} rows.
          <button type="button" onClick=${() => setMost(rows.length)}>Show all</button>
        </p>`
    }`;
}

const Head = ({ column, sort, turn }) => html`
  <th scope="col" class=${align(column)} aria-sort=${state(sort, column)}>
    ${
      column.key && column.sortable !== false
        ? html`
          <button type="button" onClick=${() => turn(column.key)}>
            ${column.label}
            <span aria-hidden="true">${ARROWS[state(sort, column)]}</span>
          </button>`
        : column.label
    }
  </th>`;

const ARROWS = { ascending: ' ↑', descending: ' ↓' };

function state(sort, column) {
  if (!column.key || sort?.key !== column.key) return undefined;
  return sort.down ? 'descending' : 'ascending';
}

const WRITTEN = {
  count: (value) => format.count(value),
  number: (value, digits) => format.decimal(value, digits),
  percent: (value, digits) => format.percent(value, digits),
  day: (value) => format.day(value),
  stamp: (value) => format.stamp(String(value)),
  time: (value) => format.moment(value),
};

/** A value as people read it. */
export function text(column, value) {
  if (column.type === 'ratio') return value ? format.percent(value.value) : format.NONE;
  if (value === null || value === undefined || value === '') return column.type === 'count' ? format.NONE : '';
  return WRITTEN[column.type]?.(value, column.digits) ?? String(value);
}

function cell(column, row, explained = true) {
  if (column.render) return column.render(row);
  const value = row[column.key];
  const shown =
    column.type === 'ratio' && value
      ? html`
        ${text(column, value)}
        <small>${format.count(value.numerator)} of ${format.count(value.denominator)}</small>`
      : text(column, value);
  const address = explained ? column.why?.(row) : null;
  return address ? html`<a class="why" href=${address} title="Why this number?">${shown}</a>` : shown;
}

const NUMBERS = ['count', 'ratio', 'number', 'percent'];
const TIMES = ['day', 'time', 'stamp'];
const isNumber = (columns, key) => NUMBERS.includes(columns.find((column) => column.key === key).type);

function align({ type, key }) {
  if (NUMBERS.includes(type)) return 'right';
  return TIMES.includes(type) || ['week', 'period'].includes(key) ? 'still' : '';
}

/** Rows by a column; ratios by their value, texts in byte order, rows without a value last. */
function sorted(rows, sort) {
  if (!sort) return rows;
  const of = (row) => {
    const found = row[sort.key];
    return found !== null && typeof found === 'object' ? found.value : found;
  };
  const present = rows.filter((row) => of(row) !== null && of(row) !== undefined);
  const absent = rows.filter((row) => !present.includes(row));
  present.sort(rising((row) => (typeof of(row) === 'number' ? of(row) : String(of(row)))));
  return [...(sort.down ? present.reverse() : present), ...absent];
}
