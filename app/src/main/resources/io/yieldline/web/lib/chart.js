import { html, useLayoutEffect, useMemo, useRef, useState } from './preact.js';
import { DataTable, text } from './table.js';
import { Files } from './sheet.js';
import { useColours } from './theme.js';
import { go } from './url.js';

let library;

/** What draws: a megabyte of script, so it is read when a page has asked for its data, and nothing but pictures waits for it. */
export const drawing = () => (library ??= import('/web/vendor/echarts-6.1.0-apache-2.0.mjs'));

/**
 * A chart with its table: the table is what is copied, saved and explained, the picture is drawn of the same rows.
 *
 * title, note: what it shows, and how it is counted. columns, rows, total: as of DataTable. option(colours): what ECharts draws;
 * null for a table only. why(row): the address that explains a row; clicking a point asks at(event), which gives its row.
 */
export function Chart({ title, note, columns, rows, total, option, why, at, height = 300, name, children }) {
  const [asTable, setAsTable] = useState(!option);
  const colours = useColours();
  const chart = useRef(null);
  const file = name ?? title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  const all = total ? [...rows, total] : rows;
  const explained = why
    ? columns.map((column, i) =>
        i === columns.findIndex((each) => each.why || isCount(each)) ? { ...column, why: column.why ?? why } : column,
      )
    : columns;
  const ask = (event) => {
    const row = at?.(event);
    if (row && why?.(row)) go(why(row));
  };
  const first = why && rows.findLast((row) => why(row));
  return html`
    <section class="card chart">
      <header>
        <h2>${title}</h2>
        <div class="tools" role="group" aria-label=${`${title}: tools`}>
          ${option && html`<button type="button" aria-pressed=${asTable} onClick=${() => setAsTable(!asTable)}>Table</button>`}
          ${first && html`<a class="button" href=${why(first)}>Why?</a>`}
          <${Files} title=${title} name=${file} columns=${columns} rows=${all} />
          ${
            option &&
            html`
              <button type="button" disabled=${asTable} onClick=${() => png(chart.current, file, colours)}>
                PNG
              </button>`
          }
        </div>
      </header>
      ${note && html`<p class="note">${note}</p>`}
      ${children}
      ${
        rows.length === 0
          ? html`
            <div class="empty">
              <strong>Nothing to show.</strong>
              <p>No records for these filters; choose other days, or clear a filter.</p>
            </div>`
          : asTable
            ? html`
              <${DataTable}
                caption=${title}
                columns=${explained}
                rows=${rows}
                total=${total}
                height=${option ? Math.max(height, 320) : 620}
              />`
            : html`
              <${Canvas}
                chart=${chart}
                option=${option}
                colours=${colours}
                height=${height}
                label=${summary(title, columns, rows)}
                onPoint=${ask}
              />`
      }
    </section>`;
}

function Canvas({ chart, option, colours, height, label, onPoint }) {
  const place = useRef(null);
  const point = useRef(onPoint);
  point.current = onPoint;
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    let gone = false;
    const watch = new ResizeObserver(() => {
      const now = place.current.clientWidth;
      if (now === chart.current.getWidth()) return;
      chart.current.resize();
      setWidth(now);
    });
    drawing().then(({ init }) => {
      if (gone) return;
      chart.current = init(place.current, null, { renderer: 'canvas' });
      chart.current.on('click', (event) => point.current(event));
      watch.observe(place.current);
      setWidth(place.current.clientWidth);
    });
    return () => {
      gone = true;
      watch.disconnect();
      chart.current?.dispose();
      chart.current = null;
    };
  }, []);
  const drawn = useMemo(() => (width ? dressed(option(colours, width), colours) : null), [option, colours, width]);
  useLayoutEffect(() => {
    if (drawn) chart.current.setOption(drawn, { notMerge: true });
  }, [drawn]);
  useLayoutEffect(() => chart.current?.resize(), [height]);
  return html`<div ref=${place} class="canvas" role="img" aria-label=${label} style=${{ height: `${height}px` }}></div>`;
}

/** An option in the colours of the dashboard. Tooltips are drawn, not written as HTML, which the page's policy would strip of style. */
function dressed(option, colours) {
  const words = { color: colours.ink, fontFamily: FONT };
  const axis = (given) => ({
    axisLine: { lineStyle: { color: colours.line } },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: colours.line, opacity: 0.6 }, show: given.type === 'value' },
    nameTextStyle: { color: colours.soft, fontFamily: FONT, align: 'left' },
    ...given,
    axisLabel: { color: colours.soft, fontFamily: FONT, fontSize: 12, hideOverlap: true, ...given.axisLabel },
  });
  const axes = (given) => given && [].concat(given).map(axis);
  return {
    animation: false,
    color: colours.series,
    textStyle: words,
    grid: { left: 8, right: 16, top: 36, bottom: 8, containLabel: true },
    ...option,
    legend: option.legend && {
      top: 0,
      left: 0,
      itemHeight: 8,
      itemWidth: 14,
      icon: 'roundRect',
      textStyle: words,
      ...option.legend,
    },
    tooltip: {
      renderMode: 'richText',
      confine: true,
      backgroundColor: colours.surface,
      borderColor: colours.line,
      textStyle: { ...words, fontSize: 13 },
      ...option.tooltip,
    },
    series: option.series.map((each) => ({
      ...(each.type === 'bar' && { labelLayout: { hideOverlap: true } }),
      ...each,
      ...(each.endLabel && { endLabel: { color: colours.ink, textBorderWidth: 0, ...each.endLabel } }),
    })),
    xAxis: axes(option.xAxis),
    yAxis: axes(option.yAxis),
  };
}

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';
const isCount = (column) => ['count', 'ratio'].includes(column.type);

function png(chart, file, colours) {
  const url = chart.getDataURL({ pixelRatio: 2, backgroundColor: colours.surface });
  Object.assign(document.createElement('a'), { href: url, download: `${file}.png` }).click();
}

/** What somebody hears who does not see the picture. */
function summary(title, columns, rows) {
  const row = rows.at(-1);
  const last = row
    ? columns
        .filter((column) => column.key)
        .slice(0, 4)
        .map((column) => `${column.label} ${text(column, row[column.key])}`)
        .join(', ')
    : '';
  return `${title}: chart of ${rows.length} rows; the button Table shows them. Last row: ${last}.`;
}
