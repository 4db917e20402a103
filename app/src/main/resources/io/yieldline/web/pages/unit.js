import { html } from '../lib/preact.js';
import { get } from '../lib/api.js';
import { Batch } from '../lib/batch.js';
import { Choice, FilterBar } from '../lib/filters.js';
import { BLANK, NONE, count, counted, lasting, longDay } from '../lib/format.js';
import { Empty, Loaded, useLoad } from '../lib/load.js';
import { Tools } from '../lib/sheet.js';
import { Tile } from '../lib/tile.js';
import { change, link } from '../lib/url.js';
import { distinct } from '../maths/groups.js';
import { seconds, steps } from '../maths/journey.js';
import { sum } from '../maths/statistics.js';

const CLEAN = /[^\p{L}\p{N}]/gu;

/** One unit from its first record to its last, or the state of many units. */
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
    ${
      query.serial
        ? html`<${Journey} key=${query.serial} serial=${query.serial} query=${query} />`
        : html`<${Batch} plant=${plant} />`
    }
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
        Check the serial number for a misread character, or wait for the next export.
      <//>`;
  }
  return html`
    <${Loaded} state=${state} lines=${10}>
      ${(found) => html`<${Records} found=${found} query=${query} />`}
    <//>`;
}

function Records({ found, query }) {
  const all = steps(found.rows);
  const shown = all.filter(
    (row) =>
      (!query.station || row.station === query.station) && (query.shown !== 'Failures' || row.verdict === 'fail'),
  );
  return html`
    <${Tiles} found=${found} all=${all} />
    <section class="card">
      <header>
        <div>
          <h2>Journey of ${found.serial_number}</h2>
          <p>
            All feeds together: a test that is in several feeds is one step. Before each step: the time since the
            previous one.
          </p>
        </div>
        <${Tools} name=${`unit-${found.serial_number}`} columns=${COLUMNS} rows=${all} />
      </header>
      <${FilterBar}>
        <${Choice} name="station" label="Station" value=${query.station} options=${distinct(all, 'station')} />
        <${Choice} name="shown" label="Steps" value=${query.shown} options=${['Failures']} />
        <span class="resolved">${counted(shown.length, 'step')}</span>
      <//>
      <ol class="journey">${shown.map((row) => html`<${Step} row=${row} />`)}</ol>
    </section>`;
}

function Tiles({ found, all }) {
  const last = all.at(-1);
  const fails = all.filter((row) => row.verdict === 'fail');
  const failed = fails.at(-1);
  const feeds = new Set(found.rows.map((row) => row.feed)).size;
  const models = [...new Set(all.map((row) => row.model).filter(Boolean))].join(', ');
  const length = seconds(all[0].started_utc ?? all[0].ended_utc, last.ended_utc);
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
        text=${`${counted(found.total, 'record')} of ${counted(feeds, 'feed')}; ${models || 'no model'}`}
      />
      <${Tile}
        name="failures"
        title="Failed steps"
        figure=${count(fails.length)}
        text=${failed ? `last: ${[failed.station ?? BLANK, failed.code].filter(Boolean).join(', ')}` : 'never failed'}
        kind=${failed ? 'bad' : ''}
      />
      <${Tile}
        name="span"
        title="First to last"
        figure=${length === null ? NONE : lasting(length)}
        text=${`${lasting(sum(all.map((row) => row.seconds)))} at stations`}
      />
    </div>`;
}

const Step = ({ row }) => html`
  <li class=${row.verdict ?? 'none'}>
    <div class="gap">${gap(row.gap)}</div>
    <div class="step">
      <header>
        <strong>${row.station ?? BLANK}</strong>${' '}
        <span class="verdict">${row.verdict ?? row.status ?? 'no verdict'}</span>
        ${row.code && html`<a href=${failuresLike(row)}>${row.code}</a>`}
        <span class="soft">
          ${when(row.ended_at)}
          ${row.seconds === null ? '' : `, took ${lasting(row.seconds)}`}
        </span>
      </header>
      ${row.reason && html`<p>${row.reason}</p>`}
      <p class="soft">${details(row)}</p>
      <p class="source">${row.sources.join('; ')}</p>
    </div>
  </li>`;

const failuresLike = ({ code, day }) => link('failures', { focus: code, from: day, to: day });

function gap(value) {
  if (value === null) return '';
  return value < 0 ? 'overlaps' : `+ ${lasting(value)}`;
}

const details = (row) =>
  [
    row.fixture && `fixture ${row.fixture}`,
    row.part_number,
    row.operator,
    row.flow,
    row.excluded ? 'excluded serial number' : row.in_scope === false && 'outside production scope',
    row.shift,
  ]
    .filter(Boolean)
    .join(' · ');

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

const when = (value) => (value ? `${longDay(value.slice(0, 10))} ${value.slice(11, 19)}` : 'no time');
