import { html, useMemo } from './preact.js';
import { address, get, send } from './api.js';
import { Change } from './change.js';
import { Chart } from './chart.js';
import { Wrong, useForm } from './form.js';
import { capital, count, counted, day, decimal, longDay, moment, ratio, ratioText } from './format.js';
import { Loaded, useLoad } from './load.js';
import { grid, line, periods, shares } from './plots.js';
import { Tools } from './sheet.js';
import { SubscribeCard } from './subscriptions.js';
import { DataTable } from './table.js';
import { link } from './url.js';

/** One finding: its sentence, the picture of it, what explains it, its units, its history, and who has seen it. */
export function Finding({ id, plant }) {
  const state = useLoad(() => get(`/findings/${encodeURIComponent(id)}`), [id]);
  return html`
    <${Loaded} state=${state} lines=${10}>
      ${(answer) => html`
        <div class="stack">
          <${Says} finding=${answer.finding} plant=${plant} changed=${state.again} />
          ${answer.series.length > 0 && html`<${ByDay} finding=${answer.finding} series=${answer.series} />`}
          ${answer.candidates.length > 0 && html`<${Candidates} rows=${answer.candidates} />`}
          ${isSplit(answer.finding) && html`<${Split} finding=${answer.finding} />`}
          ${answer.failed_units.length > 0 && html`<${Units} finding=${answer.finding} units=${answer.failed_units} />`}
          ${answer.history.length > 0 && html`<${History} rows=${answer.history} />`}
          ${
            !answer.finding.ended &&
            html`
              <${SubscribeCard}
                title="This finding by email"
                note="Its page as a mail while it lasts."
                kind="finding"
                subjects=${[[id]]}
                plant=${plant}
              />`
          }
        </div>`}
    <//>`;
}

const isSplit = ({ kind, subject }) => kind === 'shift' && !subject.fixture && !subject.error_code;

function Says({ finding, plant, changed }) {
  const operator = ['operator', 'admin'].includes(plant.role);
  return html`
    <section class="card">
      <header>
        <div>
          <h2>${finding.sentence}</h2>
          <p>${standing(finding)}</p>
        </div>
        <div class="tools">
          <a class="button" href=${link('findings')}>All findings</a>
          ${
            finding.kind !== 'alert' &&
            html`<a class="button" href=${address(`/findings/${finding.id}/page`)} download>Save as page</a>`
          }
        </div>
      </header>
      <dl class="facts">
        ${facts(finding).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}
      </dl>
      ${operator && !finding.ended && html`<${Note} finding=${finding} noted=${changed} />`}
    </section>`;
}

const standing = (finding) =>
  [
    `${capital(finding.state)}, since ${longDay(finding.since)}, known with the data of ${day(finding.known)}.`,
    finding.ended && `Ended ${longDay(finding.ended)}.`,
  ]
    .filter(Boolean)
    .join(' ');

function facts(finding) {
  const { subject, acknowledged: note } = finding;
  const days = { from: finding.since, to: finding.seen, model: subject.model, station: subject.station };
  return [
    finding.units > 0 && ['Failed', ratioText(ratio(finding.failed, finding.units), 2)],
    finding.units_before && ['Before', ratioText(ratio(finding.failed_before, finding.units_before), 2)],
    finding.expected !== null && ['Expected', `${decimal(finding.expected, 1)} failed units`],
    finding.p_value && ['By chance', finding.p_value],
    finding.verdict && ['Verdict of retests', finding.verdict],
    finding.ruled_out && ['Looked at', finding.ruled_out],
    subject.station && ['Look further', html`<${Further} finding=${finding} days=${days} />`],
    note && ['Seen by', `${note.by}, ${moment(note.at)}: ${note.note}`],
  ].filter(Boolean);
}

const Further = ({ finding, days }) => html`
  <a href=${link('boards', { ...days, fixture: finding.subject.fixture })}>fixtures</a>,${' '}
  <a href=${link('failures', { ...days, fixture: finding.subject.fixture })}>failures</a>,${' '}
  <a href=${link('control', { model: days.model, station: days.station, to: days.to })}>control chart</a>,${' '}
  <a href=${link('yield', days)}>yield</a>`;

function Note({ finding, noted }) {
  const [state, submit] = useForm((form) => send('POST', `/findings/${finding.id}/acknowledge`, form).then(noted));
  return html`
    <form class="filters" aria-label="Note" onSubmit=${submit}>
      <label>
        What is known or done about it
        <input name="note" required autocomplete="off" size="48" />
      </label>
      <button type="submit" class="main" disabled=${state.busy}>
        ${finding.acknowledged ? 'Change the note' : 'Acknowledge'}
      </button>
    </form>
    <${Wrong} error=${state.error} />`;
}

function ByDay({ finding, series }) {
  const table = useMemo(() => series.map((row) => ({ ...row, share: ratio(row.failed, row.units) })), [series]);
  const option = useMemo(() => (colours) => drawn(finding, table, colours), [table]);
  return html`
    <${Chart}
      title="Failed units by day"
      name="finding"
      rows=${table}
      option=${option}
      height=${280}
      note=${drawnNote(finding)}
      columns=${[
        { key: 'day', label: 'Day', type: 'day' },
        { key: 'units', label: 'Units', type: 'count' },
        { key: 'failed', label: 'Failed', type: 'count' },
        { key: 'share', label: 'Failed', type: 'ratio' },
      ]}
    />`;
}

const drawnNote = (finding) =>
  'Units by their first judged run at a station; the dashed line is what was usual, the solid one what is since ' +
  `${day(finding.since)}.`;

/** What was usual: the rate before a shift; for a suspect, what its mix lets expect. */
const usual = (finding) =>
  finding.units_before ? finding.failed_before / finding.units_before : finding.expected / finding.units;

function drawn(finding, table, colours) {
  const days = table.map((row) => row.day);
  const since = (row) => row.day >= finding.since && (!finding.ended || row.day < finding.ended);
  const level = (name, value, on, type) =>
    line(
      name,
      table.map((row) => (on(row) ? value : null)),
      { symbol: 'none', color: type === 'dashed' ? colours.soft : colours.bad, lineStyle: { width: 2, type } },
    );
  const series = [
    line(
      'Failed units',
      table.map((row) => row.share.value),
      { color: colours.series[0], connectNulls: true },
    ),
    level('Usual', usual(finding), () => true, 'dashed'),
    level('Since the finding', finding.failed / finding.units, since, 'solid'),
  ];
  return {
    legend: { data: series.map((each) => each.name), icon: 'inherit', itemWidth: 26 },
    tooltip: { trigger: 'axis', formatter: ([event]) => words(table[event.dataIndex]) },
    grid: grid({ bottom: 4 }),
    xAxis: periods(days, finding.subject),
    yAxis: shares({ scale: false, min: 0, max: undefined }),
    series,
  };
}

const words = (row) => [day(row.day), ratioText(row.share, 2)].join('\n');

const Split = ({ finding: { subject, since, seen } }) =>
  html`<${Change} query=${{ ...subject, before: 'weeks' }} from=${since} to=${seen} />`;

const CANDIDATES = [
  { key: 'verdict', label: 'Verdict', render: (row) => html`<span class=${shade(row)}>${row.verdict}</span>` },
  { key: 'candidate', label: 'Candidate' },
  { key: 'name', label: 'Name', render: (row) => row.name || 'none' },
  { key: 'units', label: 'Units', type: 'count' },
  { key: 'failed', label: 'Failed', type: 'count' },
  { key: 'expected', label: 'Expected', type: 'count', render: (row) => decimal(row.expected, 1) },
  { key: 'p_value', label: 'By chance' },
];

const shade = (row) => (row.verdict === 'suspect' ? 'down' : 'soft');

/** How many candidates of each verdict, such as "2 suspects, 30 ruled out". */
const verdicts = (rows) =>
  ['suspect', 'not shown', 'ruled out', 'too few', 'not compared']
    .map((verdict) => [verdict, rows.filter((row) => row.verdict === verdict).length])
    .filter(([, number]) => number > 0)
    .map(([verdict, number]) => (verdict === 'suspect' ? counted(number, verdict) : `${count(number)} ${verdict}`))
    .join(', ');

const Candidates = ({ rows }) => html`
  <section class="card">
    <header>
      <div>
        <h2>Suspects and what was ruled out</h2>
        <p>
          ${capital(verdicts(rows))}: units since it began, against the same work on others. A suspect differs by more
          than chance; of what is not shown more failed than expected, but no more than by chance; what is ruled out did
          no worse than the others; fewer than 10 units are not tested.
        </p>
      </div>
      <${Tools} name="finding-candidates" columns=${CANDIDATES} rows=${rows} />
    </header>
    <${DataTable} caption="Suspects and what was ruled out" rows=${rows} columns=${CANDIDATES} height=${420} />
  </section>`;

const UNITS = [
  { key: 'day', label: 'Day', type: 'day' },
  {
    key: 'serial_number',
    label: 'Serial number',
    render: (row) => html`<a href=${link('unit', { serial: row.serial_number })}>${row.serial_number}</a>`,
  },
  { key: 'model', label: 'Model' },
  { key: 'part_number', label: 'Part number' },
  { key: 'station', label: 'Station' },
  { key: 'fixture', label: 'Fixture' },
  { key: 'error_code', label: 'Code' },
  { key: 'file', label: 'Export' },
  { key: 'row', label: 'Row', type: 'count' },
];

const Units = ({ finding, units }) => html`
  <section class="card">
    <header>
      <div>
        <h2>Failed units</h2>
        <p>
          ${
            units.length < finding.failed
              ? `The newest ${count(units.length)} of ${count(finding.failed)}, each with its export and row.`
              : 'The newest first, each with its export and row.'
          }
        </p>
      </div>
      <${Tools} name="finding-units" columns=${UNITS} rows=${units} />
    </header>
    <${DataTable} caption="Failed units" rows=${units} columns=${UNITS} height=${420} />
  </section>`;

const History = ({ rows }) => html`
  <section class="card">
    <header>
      <div>
        <h2>What was known when</h2>
        <p>A line for each look at the data that changed it.</p>
      </div>
    </header>
    <${DataTable}
      caption="What was known when"
      rows=${rows}
      columns=${[
        { key: 'day', label: 'Data until', type: 'day' },
        { key: 'refreshed_at', label: 'Looked at', render: (row) => moment(row.refreshed_at) },
        { key: 'since', label: 'Since', type: 'day' },
        { key: 'failed', label: 'Failed', type: 'count' },
        { key: 'units', label: 'Units', type: 'count' },
        { key: 'sentence', label: 'Finding', render: (row) => html`<span class="sentence">${row.sentence}</span>` },
      ]}
      height=${420}
    />
  </section>`;
