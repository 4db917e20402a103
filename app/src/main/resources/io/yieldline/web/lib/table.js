import { html, useState } from './preact.js';
import * as format from './format.js';

const USUAL = 200;

/**
 * A table that can be sorted by every column, with the keyboard too.
 *
 * columns: { key, label, type: text | count | ratio | day | time | number, render(row), why(row) }; a column without key is no
 * part of files. why gives the address that explains the number of a row. total: a last row that stays below when sorted.
 */
export function DataTable({ caption, columns, rows, total, sort: first, height }) {
  const [sort, setSort] = useState(first ?? null);
  const [most, setMost] = useState(USUAL);
  const shown = sorted(columns, rows, sort).slice(0, most);
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
            ${columns.map(
              (column) => html`
                <th scope="col" class=${align(column)} aria-sort=${state(sort, column)}>
                  ${
                    column.key && column.sortable !== false
                      ? html`
                        <button type="button" onClick=${() => turn(column.key)}>
                          ${column.label}
                          <span aria-hidden="true">${arrow(sort, column)}</span>
                        </button>`
                      : column.label
                  }
                </th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${shown.map(
            (row) => html`
              <tr>
                ${columns.map((column) => html`<td class=${align(column)}>${value(column, row)}</td>`)}
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
                ${columns.map((column) => html`<td class=${align(column)}>${value({ ...column, why: null }, total)}</td>`)}
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

/** A value as people read it. */
export function text(column, value) {
  if (column.type === 'ratio') return value ? format.percent(value.value) : format.NONE;
  if (value === null || value === undefined || value === '') return column.type === 'count' ? format.NONE : '';
  switch (column.type) {
    case 'count':
      return format.count(value);
    case 'number':
      return format.decimal(value, column.digits ?? 1);
    case 'percent':
      return format.percent(value, column.digits ?? 1);
    case 'day':
      return format.day(value);
    case 'stamp':
      return String(value).replace('T', ' ');
    case 'time':
      return format.moment(value);
    default:
      return String(value);
  }
}

function value(column, row) {
  if (column.render) return column.render(row);
  const shown =
    column.type === 'ratio' && row[column.key]
      ? html`
        ${text(column, row[column.key])}
        <small>${format.count(row[column.key].numerator)} of ${format.count(row[column.key].denominator)}</small>`
      : text(column, row[column.key]);
  const address = column.why?.(row);
  return address ? html`<a class="why" href=${address} title="Why this number?">${shown}</a>` : shown;
}

const NUMBERS = ['count', 'ratio', 'number', 'percent'];
const isNumber = (columns, key) => NUMBERS.includes(columns.find((column) => column.key === key).type);
const align = (column) =>
  NUMBERS.includes(column.type)
    ? 'right'
    : ['day', 'time', 'stamp'].includes(column.type) || column.key === 'week'
      ? 'still'
      : '';
const arrow = (sort, column) => (sort?.key !== column.key ? '' : sort.down ? ' ↓' : ' ↑');

function state(sort, column) {
  if (sort?.key !== column.key || !column.key) return undefined;
  return sort.down ? 'descending' : 'ascending';
}

function sorted(columns, rows, sort) {
  if (!sort) return rows;
  const of = (row) => {
    const found = row[sort.key];
    return found !== null && typeof found === 'object' ? found.value : found;
  };
  const present = rows.filter((row) => of(row) !== null && of(row) !== undefined);
  const absent = rows.filter((row) => !present.includes(row));
  present.sort((a, b) =>
    typeof of(a) === 'number' ? of(a) - of(b) : String(of(a)) < String(of(b)) ? -1 : of(a) === of(b) ? 0 : 1,
  );
  return [...(sort.down ? present.reverse() : present), ...absent];
}
