import { html, useEffect, useState } from './preact.js';
import { count, counted } from './format.js';

/** A new idempotency key: a request that is sent twice with the same one does the work once. */
export const key = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** The events of a job as they happen; a connection that breaks takes up where it was. brief: how it ended in one line. */
export function Follow({ job, done, brief = false }) {
  const [events, set] = useState([]);
  const [lost, lose] = useState('');
  useEffect(() => {
    const source = new EventSource(job.events);
    const hear = (event) => {
      lose('');
      set((before) =>
        before.some((each) => each.id === event.lastEventId)
          ? before
          : [...before, { id: event.lastEventId, kind: event.type, ...JSON.parse(event.data) }],
      );
      if (event.type === 'ended') {
        source.close();
        done();
      }
    };
    ['waiting', 'began', 'part', 'mart', 'planned', 'export', 'note', 'ended'].forEach((kind) =>
      source.addEventListener(kind, hear),
    );
    source.onerror = () => {
      const closed = source.readyState === EventSource.CLOSED;
      lose(
        closed
          ? 'It cannot be followed any more; the list of runs says how it ended.'
          : 'The connection broke; trying again.',
      );
      if (closed) done();
    };
    return () => source.close();
  }, [job.job]);
  const last = events.findLast((each) => ['mart', 'export'].includes(each.kind));
  const found = events.findLast((each) => each.kind === 'export');
  const planned = events.findLast((each) => each.kind === 'planned')?.exports;
  const end = events.find((each) => each.kind === 'ended');
  const loaded = events.filter((each) => each.kind === 'export').length;
  const share = end ? 1 : last?.kind === 'mart' ? last.number / last.count : planned ? loaded / planned : null;
  if (brief)
    return html`
      <p class=${end && end.outcome !== 'done' ? 'down' : ''} data-job=${end ? 'ended' : 'running'}>
        ${end ? ended(end, found) : lost || 'loading'}
      </p>`;
  return html`
    <div class="job" data-job=${end ? 'ended' : 'running'}>
      <p>
        <strong>${job.operation}</strong>${' '}
        <span class=${end && end.outcome !== 'done' ? 'down' : ''}>
          ${end ? `${end.outcome}: ${end.summary}` : lost || 'under way'}
        </span>
      </p>
      <progress value=${share ?? undefined} max="1" aria-label=${`Progress of ${job.operation}`}></progress>
      <ol class="events" role="log">
        ${events.slice(-12).map((each) => html`<li>${said(each)}</li>`)}
      </ol>
    </div>`;
}

/** What became of the one export of a job, or why the job failed with it or without one. */
const ended = (end, found) =>
  found && (found.reason || end.outcome === 'done') ? result(found) : `${end.outcome}: ${end.summary}`;

const result = (event) =>
  event.reason
    ? `${event.outcome}: ${event.reason}`
    : `${event.outcome}, ${counted(event.rows, 'row')}, ${count(event.added)} added, ${count(event.duplicate)} duplicate, ${count(event.revised)} revised, ${count(event.rejected)} rejected`;

function said(event) {
  switch (event.kind) {
    case 'waiting':
      return 'waiting for its turn';
    case 'began':
      return event.run ? `began as run ${event.run}` : 'began';
    case 'part':
      return `${event.part}:`;
    case 'mart':
      return `mart ${event.number} of ${event.count}: ${event.mart}`;
    case 'planned':
      return `${counted(event.exports, 'export')}, ${bytes(event.bytes)}`;
    case 'export':
      return `${event.file}: ${result(event)}`;
    case 'note':
      return event.note;
    default:
      return `${event.outcome}: ${event.summary}`;
  }
}

/** A size as people read it. */
export const bytes = (value) =>
  value < 1e6 ? `${count(Math.ceil(value / 1000))} kB` : `${count(Math.round(value / 1e6))} MB`;
