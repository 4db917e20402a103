import { html } from './preact.js';
import { address, get } from './api.js';
import { count } from './format.js';
import { Loaded, useLoad } from './load.js';
import { DataTable } from './table.js';

const LISTED = 500;

/** The column of a file name, which may break anywhere. */
export const FILE = { key: 'file', label: 'File', render: (row) => html`<span class="breaks">${row.file}</span>` };

/** A list from the server with its number of rows; one without a CSV is short and read whole. */
export function List({ title, note, path, parameters = {}, columns, ended, csv = true, wider, more }) {
  const state = useLoad(
    () => get(path, csv ? { limit: LISTED, ...parameters } : parameters),
    [path, JSON.stringify(parameters), ended],
    30,
  );
  return html`
    <${Loaded} state=${state} lines=${8}>
      ${(found) => html`
        <section class="card">
          <header>
            <div>
              <h2>${title}</h2>
              <p>
                ${note}${' '}
                ${
                  found.total > found.rows.length
                    ? `The latest ${count(found.rows.length)} of ${count(found.total)}.`
                    : `${count(found.total)} in all.`
                }
              </p>
            </div>
            ${more?.(found)}
            ${wider && html`<a class="button" href=${wider}>All</a>`}
            ${csv && html`<a class="button" download href=${address(path, { ...parameters, format: 'csv' })}>CSV</a>`}
          </header>
          <${DataTable} caption=${title} rows=${found.rows} columns=${columns} />
        </section>`}
    <//>`;
}
