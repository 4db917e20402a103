import { html, useMemo } from './preact.js';
import { BLANK, count, day as dayText, longDay, shortDay, weekday } from './format.js';
import { Menu } from './menu.js';
import * as says from './says.js';
import { csv, save, tabs, useCopy, xlsx } from './sheet.js';
import { why } from './url.js';
import { matrix } from '../maths/packing.js';

/** A row a part, a column a day, as the plant reads it; a click on a day copies its column. */
export function Matrix({ packing, sort, models, codes, dates }) {
  const [said, toClipboard] = useCopy();
  const table = useMemo(() => matrix(packing, sort, models, codes), [packing, sort, models]);
  const columns = [
    { key: 'model', label: 'Model' },
    { key: 'part', label: 'Part number' },
    ...dates.map((date) => ({ key: date, label: date, type: 'count' })),
    { key: 'total', label: 'Total', type: 'count' },
  ];
  const copy = (date) => {
    const parts = table.filter((row) => row.kind === 'part');
    toClipboard(parts.map((row) => row[date] ?? 0).join('\n'), `Copied ${dayText(date)}`);
  };
  return html`
    <section class="card">
      <header>
        <h2>Packed by part number and day</h2>
        <div class="tools" role="group" aria-label="Packed: tools">
          <span class="said" role="status">${said}</span>
          <${Menu} label="Packed: table and files">
          <button type="button" onClick=${() => toClipboard(tabs(columns, table), 'Copied the table')}>Copy</button>
          <button type="button" onClick=${() => save('packing.csv', csv(columns, table))}>CSV</button>
          <button type="button" onClick=${() => save('packing.xlsx', xlsx('Packing', columns, table))}>
            XLSX
          </button>
          <//>
        </div>
      </header>
      <${Says} table=${table} />
      <p class="note">
        Packing records with a pass; weekend output counts on the Friday before. Sort rows count sort tests of any
        verdict.
      </p>
      ${
        table.length === 1
          ? html`
            <div class="empty">
              <strong>Nothing was packed.</strong>
              <p>Choose other days, or all models.</p>
            </div>`
          : html`<${MatrixTable} table=${table} dates=${dates} copy=${copy} />`
      }
    </section>`;
}

function Says({ table }) {
  const parts = table.filter((row) => row.kind === 'part');
  const words = says.most(
    parts.map((row) => [row.part, row.total]),
    'packing record',
  );
  return words && html`<p class="says">${words}</p>`;
}

const MatrixTable = ({ table, dates, copy }) => html`
  <div class="scroll" tabindex="0" role="region" aria-label="Packed by part number and day">
    <table class="matrix" data-table="packing">
      <thead>
        <tr>
          <th scope="col">Part number</th>
          ${dates.map(
            (date) => html`
              <th scope="col">
                <button type="button" title=${`Copy the column of ${longDay(date)}`} onClick=${() => copy(date)}>
                  ${weekday(date)}
                  <br />
                  ${shortDay(date)} <span class="copy">Copy</span>
                </button>
              </th>`,
          )}
          <th scope="col">Total</th>
        </tr>
      </thead>
      <tbody>
        ${table.map(
          (row) => html`
            ${
              row.first &&
              html`
                <tr class="group-row">
                  <th scope="rowgroup" colspan=${dates.length + 2}>${row.model ?? BLANK}</th>
                </tr>`
            }
            <tr class=${row.kind} data-row=${row.name}>
              <td>${row.part}</td>
              ${dates.map(
                (date) => html`
                  <td class=${['Sat', 'Sun'].includes(weekday(date)) ? 'off' : ''} data-day=${date}>
                    ${number(row, date)}
                  </td>`,
              )}
              <td data-day="total">${count(row.total)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;

/** A number of the matrix, with its records behind it. */
function number(row, day) {
  if (!row[day]) return row.kind === 'sort' ? '' : html`<span class="soft">·</span>`;
  const address =
    row.kind === 'sort'
      ? why('sort_test_daily', { day, sort_code: row.code })
      : why('packing_daily', { day, ...row.keys });
  return html`<a class="why" href=${address}>${count(row[day])}</a>`;
}
