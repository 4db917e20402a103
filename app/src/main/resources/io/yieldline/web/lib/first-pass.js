import { html, useEffect, useMemo, useRef } from './preact.js';
import { address, get } from './api.js';
import { Chart } from './chart.js';
import { Switch } from './filters.js';
import { NOTHING, capital, count, counted, monday, percent, plus, week } from './format.js';
import { Loaded, useLoad } from './load.js';
import { DataTable } from './table.js';
import { changed, link, why } from './url.js';
import { rising, sums } from '../maths/groups.js';

/** Four definitions of first pass side by side, what each counts, and the units that they count differently. */
export function FirstPass({ weeks, units, models, query }) {
  const table = useMemo(() => answers(weeks, units, models), [weeks, units, models.join()]);
  return html`
    <${Chart}
      title="First pass: one question, four answers"
      name="first-pass"
      says=${said(table)}
      rows=${table}
      note=${NOTE}
      columns=${COLUMNS}
    >
      <${Terms} />
    <//>
    ${
      query.differ &&
      html`
        <${Differences}
          key=${query.differ}
          week=${query.differ.slice(0, 8)}
          model=${query.differ.slice(9)}
          reason=${query.reason}
        />`
    }`;
}

const NOTE =
  'Of all ISO weeks that the range touches, each as a whole. The answers differ because they count other units: ' +
  'compare the denominators, then the two columns of units that are counted differently.';

/** A row a week and model, the latest week first. */
function answers(weeks, units, models) {
  const own = units.filter((row) => models.includes(row.model));
  const runs = new Map(
    sums(own, (row) => `${week(row.day)}|${row.model}`, [], ['first_pass_yield', 'final_yield']).map((each) => [
      each.key,
      each,
    ]),
  );
  return weeks
    .filter((row) => models.includes(row.model))
    .map((row) => answersOf(row, runs.get(`${row.week}|${row.model}`)))
    .sort(rising((row) => row.model))
    .sort((a, b) => rising((row) => row.week)(b, a));
}

function answersOf(row, runs = { first_pass_yield: NOTHING, final_yield: NOTHING }) {
  return {
    week: row.week,
    model: row.model,
    started: row.first_pass_of_started,
    finished: row.first_pass_of_finished,
    unit: runs.first_pass_yield,
    final: runs.final_yield,
    limbo: row.limbo,
    both: row.completed + row.failed - row.completed_or_failed,
  };
}

/** The four answers of the newest week for one model. */
function said([first]) {
  if (!first) return null;
  const four = [first.started, first.finished, first.unit, first.final].map((each) => percent(each.value));
  return `${first.week}, ${first.model}: ${four.slice(0, 3).join(', ')} or ${four[3]}, depending on what counts.`;
}

const Terms = () => html`
  <dl class="terms">
    <div>
      <dt>First pass of started</dt>
      <dd>
        Units packed in the week that never failed in it, of all units with any record in the week. Units
        still on their way pull it down.
      </dd>
    </div>
    <div>
      <dt>First pass of finished</dt>
      <dd>
        The same units, of those that were packed or failed in the week. Units neither packed nor failed
        are left out.
      </dd>
    </div>
    <div>
      <dt>True first pass, by station run</dt>
      <dd>
        Units whose first run ever at a station passed, of the units whose first run there was in the
        week; all stations added up, whole history.
      </dd>
    </div>
    <div>
      <dt>Final, by station run</dt>
      <dd>The same units, counted when any of their runs at the station passed.</dd>
    </div>
  </dl>`;

const differing = (row, reason, number) =>
  number
    ? html`
      <a href=${changed({ differ: `${row.week} ${row.model}`, reason })} title="Which units?">
        ${count(number)}
      </a>`
    : '0';

const explain = (row) => why('first_pass_weekly', { week: row.week, model: row.model });
const byRun = (row) =>
  why('unit_first_pass_daily', { model: row.model, from: monday(row.week), to: plus(monday(row.week), 6) });

const COLUMNS = [
  { key: 'week', label: 'Week' },
  { key: 'model', label: 'Model' },
  { key: 'started', label: 'First pass of started', type: 'ratio', why: explain },
  { key: 'finished', label: 'First pass of finished', type: 'ratio', why: explain },
  { key: 'unit', label: 'True first pass, by station run', type: 'ratio', why: byRun },
  { key: 'final', label: 'Final, by station run', type: 'ratio', why: byRun },
  {
    key: 'limbo',
    label: 'Neither packed nor failed',
    type: 'count',
    render: (row) => differing(row, 'neither', row.limbo),
  },
  {
    key: 'both',
    label: 'Packed and failed',
    type: 'count',
    render: (row) => differing(row, 'packed_and_failed', row.both),
  },
  {
    label: 'Units',
    render: (row) =>
      html`<a href=${changed({ differ: `${row.week} ${row.model}`, reason: '' })}>Counted differently</a>`,
  },
];

const NAMES = {
  neither: 'Neither packed nor failed',
  packed_and_failed: 'Packed and failed',
  failed_before: 'Failed in an earlier week',
  failed_again: 'Failed at repeats only',
  no_first_run: 'Repeats only',
};
const LISTED = 1000;

/** The units of a week on which the answers disagree, and why they do. */
function Differences({ week: key, model, reason }) {
  const asked = { week: key, model, ...(reason ? { reason } : {}) };
  const state = useLoad(() => get('/first-pass/units', { ...asked, limit: LISTED }), [asked], 600);
  const place = useRef(null);
  useEffect(() => place.current?.scrollIntoView({ block: 'nearest' }), [state.data !== undefined]);
  return html`
    <section class="card" ref=${place} data-units=${key}>
      <header>
        <div>
          <h2>Units counted differently, ${key}, ${model}</h2>
          <p>What each definition says of the unit; a unit may have several reasons.</p>
        </div>
        <div class="tools">
          <a class="button" download href=${address('/first-pass/units', { ...asked, format: 'csv' })}>CSV</a>
          <a class="button" href=${changed({ differ: '', reason: '' })}>Close</a>
        </div>
      </header>
      <${Loaded} state=${state} lines=${8}>
        ${(found) => html`
          <div class="filters">
            <${Switch}
              name="reason"
              label="Reason"
              value=${reason ?? ''}
              options=${[
                ['', 'All'],
                ...Object.entries(found.counts).map(([name, number]) => [name, `${NAMES[name]} ${count(number)}`]),
              ]}
            />
          </div>
          <p class="note">
            ${reason ? `${capital(found.meanings[reason])}. ` : ''}
            ${
              found.total > found.rows.length
                ? `The first ${count(found.rows.length)} of ${counted(found.total, 'unit')}; the file has all.`
                : `${counted(found.total, 'unit')}.`
            }
          </p>
          <${DataTable}
            caption="Units counted differently"
            rows=${found.rows}
            height=${520}
            columns=${UNITS}
          />`}
      <//>
    </section>`;
}

const UNITS = [
  {
    key: 'serial_number',
    label: 'Unit',
    render: (row) => html`<a href=${link('unit', { serial: row.serial_number })}>${row.serial_number}</a>`,
  },
  { key: 'of_started', label: 'Of started' },
  { key: 'of_finished', label: 'Of finished' },
  { key: 'by_station_run', label: 'By station run' },
  { key: 'packings', label: 'Packing records', type: 'count' },
  { key: 'failures', label: 'Failures', type: 'count' },
  { key: 'failures_before', label: 'Failures in earlier weeks', type: 'count' },
  { key: 'first_runs', label: 'First runs at a station', type: 'count' },
  { key: 'passed_first', label: 'Passed of these', type: 'count' },
];
