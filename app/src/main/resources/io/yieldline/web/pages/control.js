import { html, useMemo } from '../lib/preact.js';
import { get } from '../lib/api.js';
import { Chart } from '../lib/chart.js';
import { Choice, Days, FilterBar, range } from '../lib/filters.js';
import { BLANK, count, counted, day as dayText, longDay, ratio, ratioText } from '../lib/format.js';
import { judgement, limitsDrawn } from '../lib/limits.js';
import { Loaded, Notice, useLoad } from '../lib/load.js';
import * as says from '../lib/says.js';
import { changed, why } from '../lib/url.js';
import { distinct } from '../maths/groups.js';
import { shareTop } from '../maths/scale.js';

const KEYS = ['model', 'station', 'flow', 'part_number'];
const KINDS = { p: 'p', laney: "Laney P'" };

/** Which days fail more, or less, than chance explains: the failure share by day with its control limits. */
export default function Control({ query, plant }) {
  const { from, to } = range(query, plant);
  const asked = askedOf(query, from, to);
  const state = useLoad(() => get('/control-chart', asked), [asked]);
  const choices = useLoad(() => get('/control-chart/choices', { from, to }), [from, to]);
  const combined = choices.data?.rows ?? [];
  const of = (...names) => combined.filter((row) => names.every((name) => !query[name] || row[name] === query[name]));
  return html`
    <${FilterBar}>
      <${Days} from=${from} to=${to} latest=${plant.latest} presets=${[28, 61, 91]} />
      <${Choice}
        name="model"
        label="Model"
        value=${query.model}
        options=${distinct(combined, 'model')}
        clears=${['station', 'flow', 'part_number']}
      />
      <${Choice}
        name="station"
        label="Station"
        value=${query.station}
        options=${distinct(of('model'), 'station')}
        clears=${['flow', 'part_number']}
      />
      <${Choice}
        name="flow"
        label="Flow"
        value=${query.flow}
        options=${distinct(of('model', 'station', 'part_number'), 'flow')}
      />
      <${Choice}
        name="part_number"
        label="Part number"
        value=${query.part_number}
        options=${distinct(of('model', 'station', 'flow'), 'part_number')}
      />
      <${Choice} name="rules" label="Rules" value=${query.rules} all="1 and 2" options=${['1', '1,2,3,4']} />
      <${Choice} name="run" label="A run is" value=${query.run} all="9 in a row" options=${['7', '8']} />
      <${Choice} name="chart" label="Chart" value=${query.chart} all="By the data" options=${['p', 'laney']} />
    <//>
    <${Loaded} state=${state} lines=${10}>
      ${(found) => html`
        <div class="stack">
          ${!query.station && html`<${Stations} asked=${asked} />`}
          <${Limits} found=${found} query=${query} from=${from} to=${to} />
          <${OutOfControl} found=${found} query=${query} />
        </div>`}
    <//>`;
}

const list = (text) => (text ? text.split(',').filter(Boolean) : undefined);

function askedOf(query, from, to) {
  const keys = Object.fromEntries(KEYS.filter((key) => query[key]).map((key) => [key, query[key]]));
  return {
    from,
    to,
    base_from: query.base_from,
    base_to: query.base_to,
    exclude: list(query.exclude),
    rule: list(query.rules),
    run: query.run,
    chart: query.chart || undefined,
    ...keys,
  };
}

const explained = (query, day) =>
  why('p_chart_daily', {
    day,
    ...Object.fromEntries(KEYS.filter((key) => query[key]).map((key) => [key, query[key]])),
  });
const place = (query) =>
  [query.model, query.station, query.flow, query.part_number].filter(Boolean).join(', ') || 'All models and stations';

function Limits({ found, query, from, to }) {
  const days = found.rows;
  const top = useMemo(() => shareTop(days, found.centre.value), [found]);
  const option = useMemo(() => (colours, width) => limitsDrawn(found, top, query, colours, width), [found, top]);
  const explain = (row) => (row.day ? explained(query, row.day) : null);
  return html`
    <${Chart}
      title="Failure share by day"
      name="control-chart"
      says=${found.chart !== null && says.signals(days)}
      rows=${days}
      option=${option}
      height=${380}
      why=${explain}
      at=${(event) => days[event.dataIndex]}
      note=${limitsNote(found, query, from, to)}
      columns=${[
        { key: 'day', label: 'Day', type: 'day' },
        { key: 'share', label: 'Failure share', type: 'ratio' },
        { key: 'lower', label: 'Lower limit', type: 'percent', digits: 2 },
        { key: 'upper', label: 'Upper limit', type: 'percent', digits: 2 },
        { key: 'judgement', label: 'Judgement', render: (row) => row.judgement ?? judgement(row) },
      ]}
    >
      ${found.total > 0 && html`<${Baseline} found=${found} query=${query} from=${from} to=${to} />`}
    <//>`;
}

const limitsNote = (found, query, from, to) =>
  [
    `${place(query)}: failed of the judged records in production scope, ${longDay(from)} to ${longDay(to)};`,
    `centre ${ratioText(found.centre, 2)}${found.baseline.fixed || stable(found.baseline) ? ' of the baseline' : ''}.`,
    found.chart !== null && found.reason,
    'The limits of each day depend on its number of records: a day with few records has wide limits.',
    few(found),
    found.running &&
      `${dayText(found.running.day)} is not over and no point: ${ratioText(found.running.share)} so far.`,
  ]
    .filter(Boolean)
    .join(' ');

function few({ baseline, rows: days }) {
  const number = days.filter((row) => !row.enough).length;
  if (!number || !baseline.least_records) return '';
  return [
    `Hollow: ${counted(number, 'day')} with fewer than ${count(baseline.least_records)} judged records, no signals;`,
    'a triangle is above the top of the chart.',
  ].join(' ');
}

/** What the limits are computed from, and how to change it. */
function Baseline({ found, query, from, to }) {
  const { baseline } = found;
  const excluded = list(query.exclude) ?? [];
  return html`
    ${found.chart === null && html`<${Notice} kind="warn">${found.reason} Choose more days, or fewer filters.<//>`}
    ${
      baseline.preliminary &&
      html`
        <${Notice}>
          Preliminary limits: the baseline has ${counted(baseline.days, 'day')}; it needs ${baseline.firm_days}.
        <//>`
    }
    <p class="baseline">
      ${
        baseline.fixed
          ? html`
            Baseline: ${longDay(baseline.from)} to ${longDay(baseline.to)}, ${counted(baseline.days, 'day')} with
            enough records. <a href=${changed({ base_from: '', base_to: '' })}>Use the newest stable days</a>`
          : html`
            Baseline: ${chosen(baseline)}, ${counted(baseline.days, 'day')} with enough records.${' '}
            <a href=${changed({ base_from: baseline.from, base_to: baseline.to })}>
              Keep them as the baseline for other days
            </a>
            ${
              stable(baseline) &&
              html`${' '}<a href=${changed({ base_from: from, base_to: to })}>Use the days of the chart</a>`
            }`
      }
      ${excluded.map(
        (day) => html`
          ${' '}
          <span class="soft">Without ${dayText(day)}</span>${' '}
          <a href=${changed({ exclude: excluded.filter((each) => each !== day).join(',') })}>include it again</a>`,
      )}
    </p>`;
}

/** Not all days of the chart. */
const stable = ({ choice }) => choice === 'newest' || choice === 'earlier';

function chosen({ choice, from, to, shift }) {
  if (choice === 'steady') return 'the days of the chart, because their failure share does not shift';
  if (choice === 'all') {
    return 'the days of the chart, because no days between two shifts of the failure share are enough';
  }
  const days = `${longDay(from)} to ${longDay(to)}`;
  return choice === 'newest'
    ? `${days}, the days since the newest shift of the failure share`
    : `${days}, because the days since the shift of ${longDay(shift)} are too few`;
}

function OutOfControl({ found, query }) {
  const out = found.rows.filter((row) => row.signals.length).reverse();
  if (found.chart === null) return null;
  if (out.length === 0) {
    return html`
      <section class="card">
        <header>
          <h2>Days out of control</h2>
        </header>
        <p>
          None: ${counted(found.rows.filter((row) => row.enough).length, 'day')} judged by${' '}
          ${found.rules.length === 1 ? 'rule' : 'rules'} ${found.rules.join(', ')}.
        </p>
      </section>`;
  }
  const table = out.map((row) => ({
    ...row,
    words: row.signals.map((each) => each.words).join('; '),
    numbers: row.signals.map((each) => each.rule).join(', '),
    since: row.signals.map((each) => each.since).sort()[0],
  }));
  return html`
    <${Chart}
      title="Days out of control"
      name="out-of-control"
      rows=${table}
      note=${signalsNote(found, out.length)}
      columns=${[
        { key: 'day', label: 'Day', type: 'day' },
        { key: 'numbers', label: 'Rule' },
        { key: 'words', label: 'Signal' },
        { key: 'since', label: 'Since', type: 'day' },
        { key: 'share', label: 'Failure share', type: 'ratio', why: (row) => explained(query, row.day) },
        { key: 'lower', label: 'Lower limit', type: 'percent', digits: 2 },
        { key: 'upper', label: 'Upper limit', type: 'percent', digits: 2 },
        { label: 'Records', render: (row) => html`<a href=${explained(query, row.day)}>Why?</a>` },
        { label: 'Baseline', render: (row) => inBaseline(row, list(query.exclude) ?? []) },
      ]}
    />`;
}

const signalsNote = (found, number) =>
  [
    `${counted(number, 'day')} of ${count(found.total)}.`,
    `Rule 1: beyond the limits; rule 2: ${found.run} in a row on one side of the centre${
      found.rules.includes(3) ? '; rule 3: 6 in a row rising or falling; rule 4: 14 in a row alternating' : ''
    }.`,
    'Below the centre is a signal too: find out what went better, or what was not recorded.',
    'Exclude a day with a known cause from the baseline.',
  ].join(' ');

function inBaseline(row, excluded) {
  if (row.in_baseline) return html`<a href=${changed({ exclude: [...excluded, row.day].join(',') })}>Exclude</a>`;
  return excluded.includes(row.day) ? 'excluded' : 'other days';
}

const STATIONS_NOTE =
  'All stations together hide what happens at one: choose a station to see its chart. ' +
  'The newest signal stands first. No number: its baseline has too few days with enough records.';

const STATIONS = [
  {
    key: 'station',
    label: 'Station',
    render: (row) => html`<a href=${changed({ model: row.model, station: row.station })}>${row.station ?? BLANK}</a>`,
  },
  { key: 'model', label: 'Model' },
  { key: 'out', label: 'Days out of control', type: 'count', render: daysOut },
  { key: 'days', label: 'Days', type: 'count' },
  { key: 'share', label: 'Failure share', type: 'ratio' },
  { key: 'kind', label: 'Chart' },
  { key: 'sigma_z', label: 'Sigma Z', type: 'number', digits: 2 },
  { key: 'last_out', label: 'Last out', type: 'day' },
  { key: 'signals', label: 'Signals', render: (row) => (row.signals ?? '').replaceAll(/(^|; )\d /g, '$1') },
];

function daysOut(row) {
  if (row.out === null) return '';
  return row.out ? html`<span class="down">${count(row.out)}</span>` : '0';
}

/** The control chart of each station, one row each. */
function Stations({ asked }) {
  const state = useLoad(() => get('/control-chart/stations', asked), [asked]);
  return html`
    <${Loaded} state=${state}>
      ${(found) => html`
        <${Chart}
          title="Stations"
          name="control-charts"
          says=${says.stationsOut(found.rows)}
          note=${STATIONS_NOTE}
          rows=${found.rows.map((row) => ({
            ...row,
            share: ratio(row.failed, row.judged),
            kind: KINDS[row.chart],
          }))}
          columns=${STATIONS}
        />`}
    <//>`;
}
