import { html, useLayoutEffect, useMemo, useRef, useState } from './preact.js';
import { noted } from './annotations.js';
import { grid } from './plots.js';
import { Files } from './sheet.js';
import { DataTable, text } from './table.js';
import { useColours } from './theme.js';
import { go, whyAll } from './url.js';
import { linesOf } from '../maths/scale.js';

let library;

/** What draws: a megabyte of script, loaded after the data of a page, since only pictures wait for it. */
export const drawing = () => (library ??= import('/web/vendor/echarts-6.1.0-apache-2.0.mjs'));

/**
 * A chart with its table: the table is what is copied, saved and explained, the picture is drawn of the same rows.
 *
 * title, says, note: what it shows, what its figures say in a sentence, and how they are counted. columns, rows, total:
 * as of DataTable. option(colours, width): what ECharts draws, null for a table only. why(row): the address that
 * explains a row; a click on a point explains the row that at(event) gives.
 */
export function Chart({ title, says, note, columns, rows, total, option, why, at, height = 300, name, children }) {
  const [asTable, setAsTable] = useState(!option);
  const colours = useColours();
  const chart = useRef(null);
  const file = name ?? title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  const ask = (event) => {
    const row = at?.(event);
    if (row && why?.(row)) go(why(row));
  };
  return html`
    <section class="card chart">
      <header>
        <h2>${title}</h2>
        <div class="tools" role="group" aria-label=${`${title}: tools`}>
          <${WhyButton} why=${why} rows=${rows} />
          <${Files} title=${title} name=${file} columns=${columns} rows=${total ? [...rows, total] : rows}>
            ${option && html`<${TableButton} pressed=${asTable} turn=${() => setAsTable(!asTable)} />`}
            ${option && html`<${PngButton} disabled=${asTable} save=${() => png(chart.current, file, colours)} />`}
          <//>
        </div>
      </header>
      <${Words} says=${rows.length > 0 && says} note=${note} />
      ${children}
      ${
        rows.length > 0 && !asTable
          ? html`
            <${Canvas}
              chart=${chart}
              option=${option}
              colours=${colours}
              height=${height}
              label=${summary(title, columns, rows)}
              onPoint=${ask}
            />`
          : html`
            <${Table}
              title=${title}
              columns=${columns}
              rows=${rows}
              total=${total}
              why=${why}
              height=${option ? Math.max(height, 320) : 620}
            />`
      }
    </section>`;
}

const Words = ({ says, note }) => html`
  ${says && html`<p class="says">${says}</p>`}
  ${note && html`<p class="note">${note}</p>`}`;

const TableButton = ({ pressed, turn }) =>
  html`<button type="button" onClick=${turn}>${pressed ? 'Chart' : 'Table'}</button>`;

/** Explains what all rows of the chart add up to. */
function WhyButton({ why, rows }) {
  const address = useMemo(() => why && whyAll(rows.map(why).filter(Boolean)), [why, rows]);
  return address ? html`<a class="button" href=${address}>Why?</a>` : null;
}

const PngButton = ({ disabled, save }) => html`<button type="button" disabled=${disabled} onClick=${save}>PNG</button>`;

/** The table of a chart; its first number is explained where no other column is. */
function Table({ title, columns, rows, total, why, height }) {
  if (rows.length === 0) {
    return html`
      <div class="empty">
        <strong>Nothing to show.</strong>
        <p>No records for these filters; choose other days, or clear a filter.</p>
      </div>`;
  }
  const first = columns.findIndex((column) => column.why || isCount(column));
  const explained = columns.map((column, i) => (why && i === first ? { ...column, why: column.why ?? why } : column));
  return html`<${DataTable} caption=${title} columns=${explained} rows=${rows} total=${total} height=${height} />`;
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
  const drawn = useMemo(
    () => (width ? dressed(noted(option(colours, width), colours), colours, width) : null),
    [option, colours, width],
  );
  useLayoutEffect(() => {
    if (drawn) chart.current.setOption(drawn, { notMerge: true });
  }, [drawn]);
  useLayoutEffect(() => chart.current?.resize(), [height]);
  const style = { height: `${height}px` };
  return html`<div ref=${place} class="canvas" role="img" aria-label=${label} style=${style}></div>`;
}

/**
 * An option in the colours of the dashboard. Tooltips are drawn: the policy of the page would strip HTML of its style.
 */
function dressed(option, colours, width) {
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
    ...option,
    grid: belowLegend(grid(option.grid), option, width),
    legend: option.legend && {
      top: 0,
      left: 0,
      itemHeight: 8,
      itemWidth: LEGEND.symbol,
      itemGap: LEGEND.gap,
      textStyle: words,
      ...option.legend,
      data: symbols(option),
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

/** What stands before each name of the legend: a line as it is drawn, with its dashes, or a block of its colour. */
export function symbols({ legend, series }) {
  const drawn = new Map(series.map((each) => [each.name, each]));
  const names = legend.data ?? [...drawn.keys()];
  return names.map((each) => {
    const given = typeof each === 'string' ? { name: each } : each;
    const { type, symbol } = drawn.get(given.name) ?? {};
    if (type !== 'line') return { icon: 'roundRect', ...given };
    return symbol === 'none' ? { ...given, itemStyle: { opacity: 0 } } : given;
  });
}

/** The legend wraps where the chart is narrow; the plot begins below its last line. */
function belowLegend(given, { legend, series }, width) {
  if (!legend) return given;
  const names = legend.data ?? series.map((each) => each.name);
  const widths = names
    .map((each) => each.name ?? each)
    .map((name) => legendWidth(name, legend.itemWidth ?? LEGEND.symbol));
  const lines = linesOf(widths, width - LEGEND.padding, LEGEND.gap);
  return { ...given, top: given.top + Math.max(0, lines - 1) * LEGEND.line };
}

// As ECharts lays out its legend, in pixels.
const LEGEND = { symbol: 22, space: 5, gap: 10, padding: 10, line: 24 };
const pen = document.createElement('canvas').getContext('2d');

function legendWidth(name, symbol) {
  pen.font = `12px ${FONT}`;
  return symbol + LEGEND.space + pen.measureText(name).width;
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
