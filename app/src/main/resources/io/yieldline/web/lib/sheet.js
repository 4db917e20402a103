import { html, useState } from './preact.js';
import { Menu } from './menu.js';

// Tables as files, made in the browser from what the page shows. A ratio becomes three columns, so that no file holds a
// percentage without its counts.

/** A menu that copies a table or saves it as CSV or XLSX, with what else belongs there. name: of the files. */
export function Files({ title, name, columns, rows, children }) {
  const [said, copy] = useCopy();
  return html`
    <span class="said" role="status">${said}</span>
    <${Menu} label=${`${title}: table and files`}>
    ${children}
    <button type="button" onClick=${() => copy(tabs(columns, rows))}>Copy</button>
    <button type="button" onClick=${() => save(`${name}.csv`, csv(columns, rows))}>CSV</button>
    <button type="button" onClick=${() => save(`${name}.xlsx`, xlsx(title, columns, rows))}>XLSX</button>
    <//>`;
}

/** The same buttons as the tools of a table. */
export const Tools = ({ name, columns, rows }) => html`
  <div class="tools" role="group" aria-label=${`${name}: tools`}>
    <${Files} title=${name} name=${name} columns=${columns} rows=${rows} />
  </div>`;

/** Copies a text: [the outcome in words, for a moment; the function to call]. */
export function useCopy() {
  const [said, say] = useState('');
  const copy = (text, done = 'Copied') =>
    written(text)
      .then((copied) => say(copied ? done : 'The browser does not allow copying here'))
      .then(() => setTimeout(() => say(''), 2500));
  return [said, copy];
}

/** Whether a text is in the clipboard; pages over plain http have none of their own and copy a selection. */
async function written(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return selectedAndCopied(text);
  }
}

function selectedAndCopied(text) {
  const before = document.activeElement;
  // Behind an open dialog nothing can be selected.
  const place = document.querySelector('dialog[open]') ?? document.body;
  const area = place.appendChild(
    Object.assign(document.createElement('textarea'), { value: text, className: 'unseen' }),
  );
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  before?.focus();
  return copied;
}

/** Columns and rows without anything that only a screen can show. */
export function plain(columns, rows) {
  const shown = columns.filter((column) => column.key);
  return {
    head: shown.flatMap((column) =>
      column.type === 'ratio'
        ? [`${column.label} numerator`, `${column.label} denominator`, column.label]
        : [column.label],
    ),
    body: rows.map((row) =>
      shown.flatMap((column) => {
        const value = row[column.key];
        return column.type === 'ratio'
          ? [value?.numerator ?? null, value?.denominator ?? null, value?.value ?? null]
          : [value ?? null];
      }),
    ),
  };
}

/** CSV for spreadsheets; a text that one would take for a formula stays a text. */
export function csv(columns, rows) {
  const { head, body } = plain(columns, rows);
  return [head, ...body].map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}

function cell(value) {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = harmless(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

// Also the full-width signs that some programs take for the same.
const FORMULA = /^\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;
const NUMBER = /^[+-]?\d+(\.\d+)?$/;

const harmless = (value) =>
  typeof value === 'string' && FORMULA.test(value) && !NUMBER.test(value) ? `'${value}` : String(value);

/** Text with tabs, for the clipboard, from where it goes into a spreadsheet as well. */
export function tabs(columns, rows) {
  const { head, body } = plain(columns, rows);
  return [head, ...body]
    .map((row) => row.map((value) => harmless(value ?? '').replaceAll(/[\t\r\n]/g, ' ')).join('\t'))
    .join('\n');
}

/** An Excel workbook with one sheet. */
export function xlsx(name, columns, rows) {
  const { head, body } = plain(columns, rows);
  const sheet =
    `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2"` +
    ' activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<sheetData>${[head, ...body].map(xmlRow).join('')}</sheetData></worksheet>`;
  const title = name.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, 31);
  return zip([
    ['[Content_Types].xml', TYPES],
    ['_rels/.rels', relation('officeDocument', 'xl/workbook.xml')],
    ['xl/workbook.xml', workbook(title)],
    ['xl/_rels/workbook.xml.rels', relation('worksheet', 'worksheets/sheet1.xml')],
    ['xl/worksheets/sheet1.xml', sheet],
  ]);
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const PACKAGE = 'application/vnd.openxmlformats-package';
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const TYPES =
  `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
  `<Default Extension="rels" ContentType="${PACKAGE}.relationships+xml"/>` +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  `<Override PartName="/xl/workbook.xml" ContentType="${EXCEL}.sheet.main+xml"/>` +
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${EXCEL}.worksheet+xml"/></Types>`;

const workbook = (title) =>
  `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>` +
  `<sheet name="${escape(title)}" sheetId="1" r:id="rId1"/></sheets></workbook>`;

const relation = (type, target) =>
  `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
  `<Relationship Id="rId1" Type="${OFFICE}/${type}" Target="${target}"/></Relationships>`;

const xmlRow = (row) =>
  `<row>${row
    .map((value) => {
      if (value === null) return '<c/>';
      return typeof value === 'number'
        ? `<c><v>${value}</v></c>`
        : `<c t="inlineStr"><is><t xml:space="preserve">${escape(value)}</t></is></c>`;
    })
    .join('')}</row>`;

const escape = (value) =>
  String(value)
    .replaceAll(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;');

/** A zip of texts, stored without compression. */
function zip(files) {
  const encoder = new TextEncoder();
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const [name, text] of files) {
    const title = encoder.encode(name);
    const data = encoder.encode(text);
    const sizes = [
      ...uint(crc(data), 4),
      ...uint(data.length, 4),
      ...uint(data.length, 4),
      ...uint(title.length, 2),
      0,
      0,
    ];
    // Version 2.0, no flags, stored, 1 January 2022: the same table makes the same file.
    const common = [20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0x54, ...sizes];
    const header = new Uint8Array([0x50, 0x4b, 3, 4, ...common]);
    directory.push(
      new Uint8Array([0x50, 0x4b, 1, 2, 20, 0, ...common, ...Array(10).fill(0), ...uint(offset, 4)]),
      title,
    );
    parts.push(header, title, data);
    offset += header.length + title.length + data.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = new Uint8Array([
    0x50,
    0x4b,
    5,
    6,
    0,
    0,
    0,
    0,
    ...uint(files.length, 2),
    ...uint(files.length, 2),
    ...uint(size, 4),
    ...uint(offset, 4),
    0,
    0,
  ]);
  return new Blob([...parts, ...directory, end], {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  });
}

const uint = (value, bytes) => Array.from({ length: bytes }, (_, i) => (value >>> (8 * i)) & 255);

const TABLE = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

const crc = (data) => (data.reduce((c, byte) => TABLE[(c ^ byte) & 255] ^ (c >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;

/** Saves something as a file. */
export function save(name, content, type = 'text/csv;charset=utf-8') {
  const url = URL.createObjectURL(content instanceof Blob ? content : new Blob(['\ufeff', content], { type }));
  const anchor = Object.assign(document.createElement('a'), { href: url, download: name });
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}
