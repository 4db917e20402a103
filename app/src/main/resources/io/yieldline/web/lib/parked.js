import { html, useState } from './preact.js';
import { send } from './api.js';
import { Dismiss, Dismissed } from './dismiss.js';
import { Follow, key } from './job.js';
import { FILE, List } from './list.js';
import { Notice } from './load.js';

const NOTE =
  'Exports that were not loaded, with the reason. After a change of feeds, rules or thresholds and a restart of the ' +
  'server, try them again from the archive; otherwise put a corrected export into the inbox, and dismiss the parked ' +
  'one.';

const COLUMNS = [
  { key: 'id', label: 'Export', type: 'count' },
  FILE,
  { key: 'reason', label: 'Reason' },
  { key: 'bytes', label: 'Bytes', type: 'count' },
  { key: 'loaded_at', label: 'Received', type: 'time' },
];

/** What can be done with a parked export. */
const choices = (busy, retry, ask) => ({
  label: 'Again',
  render: (row) => html`
    <button
      type="button"
      disabled=${busy}
      aria-label=${`Try again: export ${row.id}`}
      onClick=${() => retry({ export: row.sha256 })}
    >
      Try again
    </button>
    <button type="button" disabled=${busy} aria-label=${`Dismiss: export ${row.id}`} onClick=${() => ask(row)}>
      Dismiss
    </button>`,
});

/**
 * Exports that could not be loaded, to try again or to dismiss.
 * A second try has another number but the same hash, which names it.
 */
export function Parked({ ended, mayStart }) {
  const [job, set] = useState(null);
  const [error, fail] = useState(null);
  const [tried, again] = useState(0);
  const busy = job !== null && !job.over;
  const [asked, ask] = useState(null);
  const start = (operation, body) => {
    fail(null);
    ask(null);
    send('POST', `/operations/${operation}`, body, { 'Idempotency-Key': key() }).then(set, fail);
  };
  const retry = (exports) => start('retry', exports);
  const over = () => {
    set((before) => ({ ...before, over: true }));
    again((before) => before + 1);
  };
  return html`
    <div class="stack">
      ${error && html`<${Notice} kind="error">${error.message}<//>`}
      ${
        job &&
        html`
          <section class="card">
            <${Follow} key=${job.job} job=${job} done=${over} />
          </section>`
      }
      ${
        asked && html`<${Dismiss} row=${asked} dismiss=${(body) => start('dismiss', body)} cancel=${() => ask(null)} />`
      }
      <${List}
        title="Parked exports"
        note=${NOTE}
        path="/exports"
        parameters=${{ status: 'parked' }}
        ended=${`${ended}/${tried}`}
        columns=${mayStart ? [choices(busy, retry, ask), ...COLUMNS] : COLUMNS}
        more=${(found) =>
          mayStart &&
          found.total > 0 &&
          html`<button type="button" disabled=${busy} onClick=${() => retry({})}>Try all again</button>`}
      />
      <${Dismissed} ended=${`${ended}/${tried}`} />
    </div>`;
}
