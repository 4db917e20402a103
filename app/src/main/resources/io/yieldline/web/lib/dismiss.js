import { html } from './preact.js';
import { FILE, List } from './list.js';

const NOTE =
  'Parked exports that need not be loaded. Their bytes stay in the archive; yieldline retry EXPORT loads one ' +
  'after all.';

const COLUMNS = [
  { key: 'id', label: 'Export', type: 'count' },
  FILE,
  { key: 'dismissed_at', label: 'Dismissed', type: 'time' },
  { key: 'dismissed_by', label: 'By' },
  { key: 'dismissed_because', label: 'Why' },
  { key: 'reason', label: 'Reason for parking' },
];

/** Asks why a parked export need not be loaded. */
export function Dismiss({ row, dismiss, cancel }) {
  const submit = (event) => {
    event.preventDefault();
    dismiss({ export: row.sha256, reason: new FormData(event.currentTarget).get('reason') });
  };
  return html`
    <form class="filters card" aria-label="Dismiss an export" onSubmit=${submit}>
      <label>
        Why need export ${row.id}, ${row.file}, not be loaded?
        <input name="reason" maxlength="300" required autocomplete="off" />
      </label>
      <button type="submit">Dismiss export ${row.id}</button>
      <button type="button" onClick=${cancel}>Cancel</button>
    </form>`;
}

/** Who dismissed which export, when and why. */
export function Dismissed({ ended }) {
  return html`
    <${List}
      title="Dismissed exports"
      note=${NOTE}
      path="/exports"
      parameters=${{ status: 'dismissed' }}
      ended=${ended}
      columns=${COLUMNS}
    />`;
}
