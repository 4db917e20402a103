import { html, useEffect, useState } from './preact.js';
import { bytes, count, counted } from './format.js';

/** A new idempotency key: a request that is sent twice with the same one does the work once. */
export const key = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

const KINDS = ['waiting', 'began', 'part', 'result', 'mart', 'planned', 'export', 'note', 'ended'];
const LOST = 'The connection is lost; the list of runs shows the outcome.';

/** The events of a job as they happen; a connection that breaks continues where it was. brief: only the outcome. */
export function Follow({ job, done, brief = false }) {
  const [events, lost] = useEvents(job, done);
  const end = events.find((each) => each.kind === 'ended');
  const bad = end && end.outcome !== 'done' ? 'down' : '';
  const state = end ? 'ended' : 'running';
  const found = events.findLast((each) => each.kind === 'export');
  if (brief) return html`<p class=${bad} data-job=${state}>${end ? ended(end, found) : lost || 'loading'}</p>`;
  return html`
    <div class="job" data-job=${state}>
      <p>
        <strong>${job.operation}</strong>${' '}
        <span class=${bad}>${end ? `${end.outcome}: ${end.summary}` : lost || 'running'}</span>
      </p>
      <progress value=${share(events, end)} max="1" aria-label=${`Progress of ${job.operation}`}></progress>
      <ol class="events" role="log">
        ${lines(events)
          .slice(-12)
          .map((each) => html`<li>${said(each)}</li>`)}
      </ol>
    </div>`;
}

/** The events so far, and what is wrong with the connection in words. */
function useEvents(job, done) {
  const [events, set] = useState([]);
  const [lost, lose] = useState('');
  useEffect(() => {
    const source = new EventSource(job.events);
    const hear = (event) => {
      lose('');
      set((before) => added(before, event));
      if (event.type !== 'ended') return;
      source.close();
      done();
    };
    KINDS.forEach((kind) => source.addEventListener(kind, hear));
    source.onerror = () => {
      const closed = source.readyState === EventSource.CLOSED;
      lose(closed ? LOST : 'The connection broke; trying again.');
      if (closed) done();
    };
    return () => source.close();
  }, [job.job]);
  return [events, lost];
}

/** After a break the server repeats events; each counts once. */
const added = (before, { lastEventId: id, type: kind, data }) =>
  before.some((each) => each.id === id) ? before : [...before, { id, kind, ...JSON.parse(data) }];

/** A part that has ended is one line with its result. */
const lines = (events) =>
  events.filter(
    (each) => each.kind !== 'part' || !events.some((other) => other.kind === 'result' && other.part === each.part),
  );

const latest = (events) => events.findLast((each) => ['mart', 'export'].includes(each.kind));

/** How much of the work is done, from 0 to 1; undefined where it is not known. */
function share(events, end) {
  if (end) return 1;
  const last = latest(events);
  if (last?.kind === 'mart') return last.number / last.count;
  const planned = events.findLast((each) => each.kind === 'planned')?.exports;
  return planned ? events.filter((each) => each.kind === 'export').length / planned : undefined;
}

/** What became of the one export of a job, or why the job failed with it or without one. */
const ended = (end, found) =>
  found && (found.reason || end.outcome === 'done') ? result(found) : `${end.outcome}: ${end.summary}`;

const COUNTS = ['added', 'duplicate', 'revised', 'outdated', 'rejected'];

const result = (event) =>
  event.reason
    ? `${event.outcome}: ${event.reason}`
    : [event.outcome, counted(event.rows, 'row'), ...COUNTS.map((name) => `${count(event[name])} ${name}`)].join(', ');

function said(event) {
  switch (event.kind) {
    case 'waiting':
      return 'waiting for the run before it';
    case 'began':
      return event.run ? `began as run ${event.run}` : 'began';
    case 'part':
      return `${event.part}: running`;
    case 'result':
      return `${event.part}: ${event.result}`;
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
