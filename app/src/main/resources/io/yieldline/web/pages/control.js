import { html, useMemo } from '../lib/preact.js';
import { get } from '../lib/api.js';
import { Chart } from '../lib/chart.js';
import { Choice, Days, FilterBar, range } from '../lib/filters.js';
import { BLANK, count, counted, day as dayText, longDay, percent, ratio, ratioText } from '../lib/format.js';
import { Loaded, Notice, useLoad } from '../lib/load.js';
import { distinct, line, shares } from '../lib/plots.js';
import { changed, why } from '../lib/url.js';

const KEYS = ['model', 'station', 'flow', 'part_number'];
const KINDS = { p: 'p', laney: "Laney P'" };

/** Which days fail more, or less, than chance explains: the failure share by day with its control limits. */
export default function Control({ query, plant }) {
  const { from, to } = range(query, plant, 61);
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
          <${Limits} found=${found} query=${query} from=${from} to=${to} />
          <${OutOfControl} found=${found} query=${query} />
          ${!query.station && html`<${Stations} asked=${asked} />`}
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
  const rows = found.rows;
  const top = useMemo(() => highest(found), [found]);
  const option = useMemo(
    () => (colours, width) => ({
      legend: {},
      tooltip: { trigger: 'axis', formatter: (events) => words(rows[events[0].dataIndex], found) },
      grid: { left: 8, right: width < 600 ? 16 : 110, top: 36, bottom: 8, containLabel: true },
      xAxis: { type: 'category', data: rows.map((row) => dayText(row.day)) },
      yAxis: shares({
        scale: false,
        min: 0,
        max: top,
        axisLabel: { formatter: (value) => percent(value, top < 0.1 ? 1 : 0), showMaxLabel: false },
      }),
      series: [
        points(found, top, colours),
        ...(rows[0].upper === null
          ? []
          : [
              limit(
                'Upper limit',
                rows.map((row) => row.upper),
                colours,
                width,
              ),
              limit(
                'Lower limit',
                rows.map((row) => row.lower),
                colours,
                width,
              ),
            ]),
        line(
          'Centre',
          rows.map(() => found.centre.value),
          { symbol: 'none', color: colours.soft, lineStyle: { width: 1 }, endLabel: ending('centre', width) },
        ),
      ],
    }),
    [found, top],
  );
  const explain = (row) => (row.day ? explained(query, row.day) : null);
  return html`
    <${Chart}
      title="Failure share by day"
      name="control-chart"
      rows=${rows}
      option=${option}
      height=${380}
      why=${explain}
      at=${(event) => rows[event.dataIndex]}
      note=${`${place(query)}: failed of passed + failed records in production scope, ${longDay(from)} to ${longDay(to)}; centre ${ratioText(found.centre, 2)}${found.baseline.fixed ? ' of the baseline' : ''}.${found.chart === null ? '' : ` ${found.reason}`} Each day has limits of its own number of records, so no days are merged: a quiet day has wide limits.${few(found)}`}
      columns=${[
        { key: 'day', label: 'Day', type: 'day' },
        { key: 'share', label: 'Failure share', type: 'ratio' },
        { key: 'lower', label: 'Lower limit', type: 'percent', digits: 2 },
        { key: 'upper', label: 'Upper limit', type: 'percent', digits: 2 },
        { key: 'judgement', label: 'Judged', render: (row) => row.judgement ?? judgement(row) },
      ]}
    >
      ${found.total > 0 && html`<${Baseline} found=${found} query=${query} from=${from} to=${to} />`}
    <//>`;
}

const few = ({ baseline, rows }) => {
  const number = rows.filter((row) => !row.enough).length;
  return number && baseline.least_records
    ? ` Hollow: ${counted(number, 'day')} with fewer than ${count(baseline.least_records)} judged records, never called out of control; a triangle stands for more than the picture reaches.`
    : '';
};

const judgement = (row) =>
  row.signals.length ? row.signals.map((each) => each.words).join('; ') : row.enough ? 'in control' : 'too few records';

/** So high that all days with enough records are seen; others may stand above, and are drawn at the edge. */
function highest({ rows, centre }) {
  const judged = rows.filter((row) => row.enough);
  const values = (judged.length ? judged : rows).flatMap((row) => [row.share.value, row.upper ?? 0]);
  return Math.min(1, 1.1 * Math.max(centre.value ?? 0, ...values, 0.001));
}

function points({ rows }, top, colours) {
  const look = (row) => {
    if (row.signals.length) return { symbol: 'diamond', symbolSize: 14, itemStyle: { color: colours.bad } };
    if (row.enough) return { symbol: row.in_baseline ? 'circle' : 'rect', symbolSize: 7 };
    return {
      symbol: row.share.value > top ? 'triangle' : 'circle',
      symbolSize: 8,
      itemStyle: { color: colours.surface, borderColor: colours.soft, borderWidth: 1.5 },
    };
  };
  return line(
    'Failure share',
    rows.map((row) => ({ value: Math.min(row.share.value, top), ...look(row) })),
    { color: colours.good, lineStyle: { width: 1.5 }, z: 3, showAllSymbol: true, clip: false },
  );
}

const limit = (name, data, colours, width) =>
  line(name, data, {
    symbol: 'none',
    step: 'middle',
    color: colours.series[1],
    lineStyle: { width: 1.5, type: 'dashed' },
    endLabel: ending(name.split(' ')[0].toLowerCase(), width),
  });
const ending = (name, width) =>
  width < 600 ? undefined : { show: true, formatter: ({ value }) => `${name} ${percent(value, 1)}` };

function words(row, found) {
  const limits =
    row.upper === null
      ? ''
      : `\nlimits ${percent(row.lower, 2)} to ${percent(row.upper, 2)}, centre ${percent(found.centre.value, 2)}`;
  return `${dayText(row.day)}\n${ratioText(row.share, 2)}${limits}\n${judgement(row)}${row.in_baseline ? '' : '\nno part of the baseline'}`;
}

/** What the limits are made of, and how to change it. */
function Baseline({ found, query, from, to }) {
  const { baseline } = found;
  const excluded = list(query.exclude) ?? [];
  return html`
    ${found.chart === null && html`<${Notice} kind="warn">${found.reason} Choose more days, or fewer filters.<//>`}
    ${
      baseline.preliminary &&
      html`
        <${Notice}>
          Preliminary: the limits are made of ${counted(baseline.days, 'day')}; with ${baseline.firm_days} they
          are firm.
        <//>`
    }
    <p class="baseline">
      ${
        baseline.fixed
          ? html`
            Baseline: ${longDay(baseline.from)} to ${longDay(baseline.to)}, ${counted(baseline.days, 'day')} with
            enough records. <a href=${changed({ base_from: '', base_to: '' })}>Use the days of the chart</a>`
          : html`
            Baseline: the days of the chart, ${count(baseline.days)} of them with enough records.${' '}
            <a href=${changed({ base_from: from, base_to: to })}>Keep them as the baseline of other days</a>`
      }
      ${excluded.map(
        (day) => html`
          ${' '}
          <span class="soft">Without ${dayText(day)}</span>${' '}
          <a href=${changed({ exclude: excluded.filter((each) => each !== day).join(',') })}>take it back</a>`,
      )}
    </p>`;
}

function OutOfControl({ found, query }) {
  const out = found.rows.filter((row) => row.signals.length);
  if (found.chart === null) return null;
  if (out.length === 0) {
    return html`
      <section class="card">
        <header>
          <h2>What is out of control</h2>
        </header>
        <p>
          Nothing: ${counted(found.rows.filter((row) => row.enough).length, 'day')} judged by${' '}
          ${found.rules.length === 1 ? 'rule' : 'rules'} ${found.rules.join(', ')}.
        </p>
      </section>`;
  }
  const excluded = list(query.exclude) ?? [];
  return html`
    <${Chart}
      title="What is out of control"
      name="out-of-control"
      rows=${out.map((row) => ({
        ...row,
        words: row.signals.map((each) => each.words).join('; '),
        numbers: row.signals.map((each) => each.rule).join(', '),
        since: row.signals.map((each) => each.since).sort()[0],
      }))}
      note=${`${counted(out.length, 'day')} of ${count(found.total)}. Rule 1: beyond the limits; rule 2: ${found.run} in a row on one side of the centre${found.rules.includes(3) ? '; rule 3: 6 in a row that rise or fall; rule 4: 14 that do so in turn' : ''}. Below the centre is out of control too: find out what went better, or what was not recorded. A day with a known reason can be left out of the baseline.`}
      columns=${[
        { key: 'day', label: 'Day', type: 'day' },
        { key: 'numbers', label: 'Rule' },
        { key: 'words', label: 'What' },
        { key: 'since', label: 'Since', type: 'day' },
        { key: 'share', label: 'Failure share', type: 'ratio', why: (row) => explained(query, row.day) },
        { key: 'lower', label: 'Lower limit', type: 'percent', digits: 2 },
        { key: 'upper', label: 'Upper limit', type: 'percent', digits: 2 },
        { label: 'Records', render: (row) => html`<a href=${explained(query, row.day)}>Why?</a>` },
        {
          label: 'Baseline',
          render: (row) =>
            row.in_baseline
              ? html`<a href=${changed({ exclude: [...excluded, row.day].join(',') })}>Leave out</a>`
              : excluded.includes(row.day)
                ? 'left out'
                : 'other days',
        },
      ]}
    />`;
}

/** The same chart of each station, in a line. */
function Stations({ asked }) {
  const state = useLoad(() => get('/control-chart/stations', asked), [asked]);
  return html`
    <${Loaded} state=${state}>
      ${(found) => html`
        <${Chart}
          title="Stations"
          name="control-charts"
          note="A chart of each station; all stations together hide what happens at one. Choose one to see its chart. No number: its baseline has too few days with enough records."
          rows=${[...found.rows]
            .sort((a, b) => (b.out ?? -1) - (a.out ?? -1) || b.judged - a.judged)
            .map((row) => ({ ...row, share: ratio(row.failed, row.judged), kind: KINDS[row.chart] }))}
          columns=${[
            {
              key: 'station',
              label: 'Station',
              render: (row) =>
                html`<a href=${changed({ model: row.model, station: row.station })}>${row.station ?? BLANK}</a>`,
            },
            { key: 'model', label: 'Model' },
            {
              key: 'out',
              label: 'Days out of control',
              type: 'count',
              render: (row) =>
                row.out === null ? '' : row.out ? html`<span class="down">${count(row.out)}</span>` : '0',
            },
            { key: 'days', label: 'Days', type: 'count' },
            { key: 'share', label: 'Failure share', type: 'ratio' },
            { key: 'kind', label: 'Chart' },
            { key: 'sigma_z', label: 'Sigma Z', type: 'number', digits: 2 },
            { key: 'last_out', label: 'Last out', type: 'day' },
            {
              key: 'signals',
              label: 'Why',
              render: (row) => (row.signals ?? '').replaceAll(/(^|; )\d /g, '$1'),
            },
          ]}
        />`}
    <//>`;
}
