import { html, useEffect, useState } from '../lib/preact.js';
import { get, send, sendFile } from '../lib/api.js';
import { Choice, FilterBar } from '../lib/filters.js';
import { BLANK, count, counted, decimal, longDay, NONE } from '../lib/format.js';
import { Empty, Loaded, Notice, useLoad } from '../lib/load.js';
import { Files } from '../lib/sheet.js';
import { DataTable } from '../lib/table.js';
import { change, link } from '../lib/url.js';

const CLEAN = /[^\p{L}\p{N}]/gu;

/** One unit from its first record to its last, or how many units stand. */
export default function Unit({ query, plant }) {
  return html`
    <form class="filters" aria-label="Unit" onSubmit=${asked}>
      <label>
        Serial number
        <input
          key=${query.serial}
          name="serial"
          value=${query.serial ?? ''}
          autofocus=${!query.serial}
          size="22"
          autocomplete="off"
          spellcheck="false"
          required
        />
      </label>
      <button type="submit" class="main">Show</button>
    </form>
    ${query.serial ? html`<${Journey} key=${query.serial} serial=${query.serial} query=${query} />` : html`<${Batch} plant=${plant} />`}
    ${
      query.serial &&
      html`
        <p class="after">
          <a href="/unit">Look up many serial numbers</a>
        </p>`
    }`;
}

function asked(event) {
  event.preventDefault();
  const serial = new FormData(event.target).get('serial').replaceAll(CLEAN, '');
  if (serial) change({ serial });
}

function Journey({ serial, query }) {
  const state = useLoad(() => get(`/units/${encodeURIComponent(serial.replaceAll(CLEAN, ''))}`), [serial]);
  if (state.error?.status === 404) {
    return html`
      <${Empty} title=${`No export has a record of unit ${serial}.`}>
        Look for a character that was read wrong, or wait for the next export.
      <//>`;
  }
  return html`<${Loaded} state=${state} lines=${10}>${(found) => html`<${Records} found=${found} query=${query} />`}<//>`;
}

function Records({ found, query }) {
  const all = steps(found.rows);
  const shown = all.filter(
    (row) =>
      (!query.station || row.station === query.station) && (query.shown !== 'Failures' || row.verdict === 'fail'),
  );
  const last = all.at(-1);
  const fails = all.filter((row) => row.verdict === 'fail');
  const models = [...new Set(all.map((row) => row.model).filter(Boolean))].join(', ');
  return html`
    <div class="tiles">
      <${Tile}
        name="state"
        title="Last record"
        figure=${last.station ?? BLANK}
        text=${`${last.verdict ?? 'no verdict'} on ${when(last.ended_at)}`}
        kind=${last.verdict === 'fail' ? 'bad' : ''}
      />
      <${Tile}
        name="steps"
        title="Steps"
        figure=${count(all.length)}
        text=${`${counted(found.total, 'record')} of ${counted(new Set(found.rows.map((row) => row.feed)).size, 'feed')}; ${models || 'no model'}`}
      />
      <${Tile}
        name="failures"
        title="Failed steps"
        figure=${count(fails.length)}
        text=${
          fails.length
            ? `last: ${fails.at(-1).station ?? BLANK}${fails.at(-1).code ? `, ${fails.at(-1).code}` : ''}`
            : 'never failed'
        }
        kind=${fails.length ? 'bad' : ''}
      />
      <${Tile}
        name="span"
        title="First to last"
        figure=${apart(all[0].started_at ?? all[0].ended_at, last.ended_at)}
        text=${`${lasting(all.reduce((sum, row) => sum + (row.seconds ?? 0), 0))} at stations`}
      />
    </div>
    <section class="card">
      <header>
        <div>
          <h2>Journey of ${found.serial_number}</h2>
          <p>
            Both logs as one: a test that stands in several feeds is one step. Before each step, the time
            since the one before.
          </p>
        </div>
        <${Tools} name=${`unit-${found.serial_number}`} columns=${COLUMNS} rows=${all} />
      </header>
      <${FilterBar}>
        <${Choice}
          name="station"
          label="Station"
          value=${query.station}
          options=${[...new Set(all.map((row) => row.station).filter(Boolean))].sort()}
        />
        <${Choice} name="shown" label="Steps" value=${query.shown} options=${['Failures']} />
        <span class="resolved">${counted(shown.length, 'step')}</span>
      <//>
      <ol class="journey">
        ${shown.map(
          (row) => html`
            <li class=${row.verdict ?? 'none'}>
              <div class="gap">
                ${row.gap === null ? '' : row.gap < 0 ? 'overlaps' : `+ ${lasting(row.gap)}`}
              </div>
              <div class="step">
                <header>
                  <strong>${row.station ?? BLANK}</strong>${' '}
                  <span class="verdict">${row.verdict ?? row.status ?? 'no verdict'}</span>
                  ${row.code && html`<a href=${link('failures', { focus: row.code, from: row.day, to: row.day })}>${row.code}</a>`}
                  <span class="soft">
                    ${when(row.ended_at)}
                    ${row.seconds === null ? '' : `, took ${lasting(row.seconds)}`}
                  </span>
                </header>
                ${row.reason && html`<p>${row.reason}</p>`}
                <p class="soft">
                  ${[
                    row.fixture && `fixture ${row.fixture}`,
                    row.part_number,
                    row.operator,
                    row.flow,
                    row.in_scope === false && 'outside production scope',
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
                <p class="source">${row.sources.join('; ')}</p>
              </div>
            </li>`,
        )}
      </ol>
    </section>`;
}

const COLUMNS = [
  { key: 'ended_at', label: 'Ended' },
  { key: 'started_at', label: 'Started' },
  { key: 'station', label: 'Station' },
  { key: 'verdict', label: 'Verdict' },
  { key: 'code', label: 'Code' },
  { key: 'reason', label: 'Reason' },
  { key: 'fixture', label: 'Fixture' },
  { key: 'part_number', label: 'Part number' },
  { key: 'operator', label: 'Operator' },
  { key: 'flow', label: 'Flow' },
  { key: 'seconds', label: 'Seconds' },
  { key: 'gap', label: 'Seconds since the step before' },
  { key: 'source', label: 'Source' },
];

/** The records of all feeds, those of the same test as one. */
function steps(records) {
  const made = [];
  for (const record of records) {
    const own = {
      feeds: [record.feed],
      sources: [`${record.feed}: ${record.file}, row ${record.row_number}`],
      code: record.error_code,
      reason: reasonOf(record),
    };
    const place = made.findIndex((step) => sameTest(step, record));
    if (place < 0) made.push({ ...record, ...own });
    else made[place] = joined(made[place], { ...record, ...own });
  }
  let end = null;
  return made.map((step) => {
    const start = step.started_at ?? step.ended_at;
    const gap = end === null || !start ? null : between(end, start);
    end = step.ended_at ?? end;
    return {
      ...step,
      code: step.code ?? null,
      gap,
      seconds: step.duration_seconds ?? null,
      source: step.sources.join('; '),
    };
  });
}

/** The same station and end with no other verdict; the same feed twice is two tests, however much they look alike. */
const sameTest = (step, record) =>
  step.ended_at !== undefined &&
  step.ended_at === record.ended_at &&
  step.station?.toUpperCase() === record.station?.toUpperCase() &&
  !step.feeds.includes(record.feed) &&
  (step.verdict === undefined || record.verdict === undefined || step.verdict === record.verdict);

const joined = (one, other) => ({
  ...other,
  ...one,
  feeds: [...one.feeds, ...other.feeds],
  sources: [...one.sources, ...other.sources],
  code: one.code ?? other.code,
  reason: one.reason ?? other.reason,
});

const reasonOf = (record) => record.failure_reasons ?? record.station_reason ?? record.error_description;
// Plant times have no zone: the difference of their texts is right but for the two nights a year when clocks change.
const between = (one, other) => (Date.parse(`${other}Z`) - Date.parse(`${one}Z`)) / 1000;
const apart = (one, other) => (one && other ? lasting(between(one, other)) : NONE);
const when = (value) => (value ? `${longDay(value.slice(0, 10))} ${value.slice(11, 19)}` : 'no time');

function lasting(seconds) {
  if (seconds < 60) return `${count(seconds)} s`;
  if (seconds < 3600) return `${count(Math.floor(seconds / 60))} min`;
  return seconds < 172800 ? `${decimal(seconds / 3600)} h` : `${decimal(seconds / 86400)} d`;
}

const Tile = ({ name, title, figure, text, kind }) => html`
  <section class=${`tile ${kind ?? ''}`} data-tile=${name}>
    <h2>${title}</h2>
    <div class="figure">${figure}</div>
    <p>${text}</p>
  </section>`;

const Tools = ({ name, columns, rows }) => html`
  <div class="tools" role="group" aria-label=${`${name}: tools`}>
    <${Files} title=${name} name=${name} columns=${columns} rows=${rows} />
  </div>`;

const STATES = [
  ['passed', 'Passed'],
  ['failed', 'Failed'],
  ['pending', 'Pending'],
  ['shipped', 'Shipped'],
  ['never_seen', 'Never seen'],
];
const ANSWER = [
  {
    key: 'serial_number',
    label: 'Serial number',
    render: (row) =>
      row.state === 'never_seen'
        ? row.serial_number
        : html`<a href=${link('unit', { serial: row.serial_number })}>${row.serial_number}</a>`,
  },
  {
    key: 'state',
    label: 'State',
    render: (row) =>
      html`<span class=${row.state === 'failed' ? 'down' : ''}>${STATES.find(([key]) => key === row.state)[1]}</span>`,
  },
  { key: 'station', label: 'Last judged at' },
  { key: 'ended_at', label: 'Judged', type: 'time' },
  { key: 'error_code', label: 'Code' },
  { key: 'reason', label: 'Reason' },
  { key: 'packed_at', label: 'Packed', type: 'time' },
  { key: 'seen_at', label: 'Last seen', type: 'time' },
];

const MOST_BYTES = 1000000;

/** What cannot be asked, in one line; nothing when it can. */
function unfit(serials, file) {
  if (serials.length > 0 && file.size > 0) return 'Paste serial numbers or choose a file, not both.';
  if (serials.length === 0 && file.size === 0) return 'Paste serial numbers, or choose a file with them.';
  return file.size > MOST_BYTES
    ? `${file.name} has ${count(file.size)} bytes; a list has at most ${count(MOST_BYTES)}: leave only the column of serial numbers, or ask in several parts.`
    : null;
}

/** The answer to a list of serial numbers; it is not kept in the address, which would be too long for it. */
function Batch({ plant }) {
  const [state, set] = useState({});
  const [only, choose] = useState('');
  useEffect(() => choose(''), [state.found]);
  if (plant.role === 'viewer')
    return html`<${Notice}>Looking up many units needs the role analyst; ask an administrator.<//>`;
  const ask = async (event) => {
    event.preventDefault();
    const form = new FormData(event.target);
    const serials = form
      .get('serials')
      .split(/[\s,;]+/)
      .filter(Boolean);
    const station = form
      .get('station')
      .split(',')
      .map((each) => each.trim())
      .filter(Boolean);
    const file = form.get('file');
    const wrong = unfit(serials, file);
    if (wrong) return set({ error: { message: wrong } });
    set({ busy: true });
    const answer = file.size
      ? sendFile('/units/batch', { station }, file, 'text/csv')
      : send('POST', '/units/batch', { serials, ...(station.length ? { station } : {}) });
    return answer.then(
      (found) => set({ found }),
      (error) => set({ error }),
    );
  };
  const rows = (state.found?.rows ?? []).filter((row) => !only || row.state === only);
  return html`
    <section class="card">
      <header>
        <div>
          <h2>Many serial numbers</h2>
          <p>
            Paste up to 10,000, one a line or between commas. A unit is shipped once it was packed with a pass
            and did not fail later; else its latest verdict counts.
          </p>
        </div>
        ${state.found && html`<${Tools} name="units" columns=${ANSWER} rows=${rows} />`}
      </header>
      <form class="batch" onSubmit=${ask}>
        <label>
          Serial numbers<textarea name="serials" rows="7" spellcheck="false"></textarea>
        </label>
        <label>
          or choose a file: a list, or a CSV with a column SN or serial number
          <input type="file" name="file" accept=".csv,.tsv,.txt,text/csv,text/plain" />
        </label>
        <label>
          Judge by these stations only, between commas (may be empty)
          <input name="station" autocomplete="off" />
        </label>
        <button type="submit" class="main" disabled=${state.busy}>Look up</button>
      </form>
      ${state.error && html`<${Notice} kind="error">${state.error.message}<//>`}
      ${
        state.found &&
        html`
          <div class="filters">
            <span class="group" role="group" aria-label="State">
              <button type="button" aria-pressed=${only === ''} onClick=${() => choose('')}>
                All ${count(state.found.total)}
              </button>
              ${STATES.map(
                ([key, label]) => html`
                  <button type="button" aria-pressed=${only === key} onClick=${() => choose(key)}>
                    ${label} ${count(state.found.counts[key])}
                  </button>`,
              )}
            </span>
          </div>
          <${DataTable} caption="Units" rows=${rows} columns=${ANSWER} />`
      }
    </section>`;
}
