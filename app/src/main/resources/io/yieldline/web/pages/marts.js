import { html, useMemo } from '../lib/preact.js';
import { get, rows } from '../lib/api.js';
import { Chart } from '../lib/chart.js';
import { Choice, Days, FilterBar, range } from '../lib/filters.js';
import { BLANK, day as dayText, percent } from '../lib/format.js';
import { Empty, Loaded, useLoad } from '../lib/load.js';
import { counts, line, shares } from '../lib/plots.js';
import * as says from '../lib/says.js';
import { why } from '../lib/url.js';
import { distinct } from '../maths/groups.js';
import { countsOf, course } from '../maths/mart.js';

const DAYS = 28;
const WEEKS = 12;

/** The custom marts: a chart and a table each, from the header of its file. */
export default function Marts({ query, plant }) {
  const names = plant.custom_marts.filter((mart) => !mart.problem).map((mart) => mart.name);
  const name = query.mart ?? names[0];
  const state = useLoad(() => get('/marts').then((all) => ({ mart: all.find((mart) => mart.name === name) })), [name]);
  return html`
    <${Refused} marts=${plant.custom_marts} />
    <${Loaded} state=${state} lines=${8}>
      ${({ mart }) =>
        mart
          ? html`<${Shown} key=${name} mart=${mart} names=${names} query=${query} plant=${plant} />`
          : html`<${Empty} title="There is no such mart.">Custom marts are files in the folder marts/<//>`}
    <//>`;
}

/** Marts whose files are refused or removed, each with the reason. */
const Refused = ({ marts }) =>
  marts
    .filter((mart) => mart.problem)
    .map((mart) => html`<p class="notice warn" role="status">${mart.name} is not in use: ${mart.problem}</p>`);

function Shown({ mart, names, query, plant }) {
  const { name: period, weekly } = mart.period;
  const { from, to } = range(query, plant, weekly ? 7 * WEEKS : DAYS);
  const state = useLoad(() => rows(`/marts/${mart.name}`, { from, to }), [from, to]);
  const keys = mart.key.filter((key) => key !== period);
  const found = state.data?.rows ?? [];
  const chosen = found.filter((row) => keys.every((key) => !query[key] || said(row[key]) === query[key]));
  return html`
    <${FilterBar}>
      ${
        names.length > 1 &&
        html`<${Choice} name="mart" label="Mart" value=${mart.name} options=${names} all="" clears=${keys} />`
      }
      <${Days} from=${from} to=${to} latest=${plant.latest} presets=${weekly ? [28, 84, 182] : [7, 14, 28]} />
      ${keys.map(
        (key) => html`
          <${Choice} name=${key} label=${label(key)} value=${query[key]} options=${options(found, key)} />`,
      )}
    <//>
    <${Loaded} state=${state} lines=${10}>
      ${() => html`
        <div class="stack">
          <${Course} mart=${mart} found=${chosen} from=${from} to=${to} />
          <${Rows} mart=${mart} found=${chosen} />
        </div>`}
    <//>`;
}

const said = (value) => (value === null ? BLANK : String(value));
const label = (name) => (name[0].toUpperCase() + name.slice(1)).replaceAll('_', ' ');
const sentence = (text) => `${text[0].toUpperCase()}${text.slice(1)}.`;
const options = (found, key) => [
  ...distinct(found, key).map(String),
  ...(found.some((row) => row[key] === null) ? [BLANK] : []),
];
const countColumns = (mart) => countsOf(mart).map((key) => ({ key, label: label(key), type: 'count' }));
const ratioColumns = (mart) => mart.ratios.map(({ name }) => ({ key: name, label: label(name), type: 'ratio' }));

/** The sums of each day or week: its ratios as lines, or its counts as bars if it has no ratio. */
function Course({ mart, found, from, to }) {
  const { name, weekly } = mart.period;
  const table = useMemo(() => course(mart, found, from, to), [mart, found, from, to]);
  const option = useMemo(() => () => (mart.ratios.length ? lines(mart, table) : bars(mart, table)), [table]);
  return html`
    <${Chart}
      title=${`${mart.title}: ${weekly ? 'weeks' : 'days'}`}
      name=${`${mart.name}-by-${weekly ? 'week' : 'day'}`}
      says=${spoken(mart, table, weekly)}
      note=${mart.ratios.map((each) => `${label(each.name)}: ${each.meaning}.`).join(' ') || sentence(mart.grain)}
      rows=${table}
      columns=${[
        { key: 'period', label: label(name), type: weekly ? 'text' : 'day' },
        ...countColumns(mart),
        ...ratioColumns(mart),
      ]}
      option=${option}
    />`;
}

/** Of the first of what is drawn: between which values a ratio was, or which period has most. */
function spoken(mart, table, weekly) {
  const [first] = mart.ratios;
  if (first) {
    return says.between(
      label(first.name),
      table.map((row) => row[first.name].value),
      (value) => percent(value),
    );
  }
  const [name] = countsOf(mart);
  return says.most(
    table.map((row) => [weekly ? row.period : dayText(row.period), row[name]]),
    label(name).toLowerCase().replace(/s$/, ''),
  );
}

const frame = (mart, table) => ({
  legend: {},
  grid: { left: 8, right: 24, top: 40, bottom: 8, containLabel: true },
  xAxis: {
    type: 'category',
    data: table.map((row) => (mart.period.weekly ? row.period : dayText(row.period))),
  },
});

const lines = (mart, table) => ({
  ...frame(mart, table),
  tooltip: { trigger: 'axis', valueFormatter: (value) => percent(value) },
  yAxis: shares(),
  series: mart.ratios.map(({ name }) =>
    line(
      label(name),
      table.map((row) => row[name].value),
    ),
  ),
});

const bars = (mart, table) => ({
  ...frame(mart, table),
  tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
  yAxis: counts(),
  series: countsOf(mart).map((name) => ({
    name: label(name),
    type: 'bar',
    barMaxWidth: 40,
    data: table.map((row) => row[name]),
  })),
});

/** The rows of the mart as they are, each with the records behind it. */
function Rows({ mart, found }) {
  const ofKey = (key) => ({ key, label: label(key), type: key === 'day' ? 'day' : 'text' });
  return html`
    <${Chart}
      title=${mart.title}
      name=${mart.name}
      note=${sentence(mart.grain)}
      rows=${found}
      columns=${[...mart.key.map(ofKey), ...countColumns(mart), ...ratioColumns(mart)]}
      why=${(row) => why(mart.name, Object.fromEntries(mart.key.map((key) => [key, row[key]])))}
    />`;
}
