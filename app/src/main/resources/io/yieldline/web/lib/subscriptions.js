import { html, useState } from './preact.js';
import { get, send } from './api.js';
import { Sure, Wrong, filled, useForm } from './form.js';
import { capital, stamp } from './format.js';
import { Loaded, useLoad } from './load.js';
import { DataTable } from './table.js';
import { link } from './url.js';

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const NO_MAIL =
  'No mail can be sent yet: an admin adds a channel of type email under alerts: channels in yieldline.yaml.';

const when = (rhythm) => (rhythm === 'change' ? 'when it changes' : `every ${capital(rhythm)}`);

/**
 * A form that subscribes to one thing, or to one of several: subjects are pairs of a subject and its words. moves:
 * whether there are days that can move along, of which body is told.
 */
export function Subscribe({ kind, subjects, body = () => ({}), plant, added = () => {}, moves }) {
  const [said, say] = useState('');
  const state = useLoad(() => get('/subscriptions'), []);
  const [form, submit] = useForm(({ moving, ...fields }) =>
    send('POST', '/subscriptions', { kind, subject: subjects[0][0], ...filled(fields), ...body(moving) }).then(
      (made) => {
        say(`Subscription ${made.id}: to ${made.recipient}, ${when(made.rhythm)}.`);
        added();
      },
    ),
  );
  if (state.data && !state.data.mail) return html`<p class="soft">${NO_MAIL}</p>`;
  return html`
    <form class="filters" aria-label="Subscribe" onSubmit=${submit}>
      ${
        subjects.length > 1 &&
        html`
          <label>
            What
            <select name="subject">
              ${subjects.map(([subject, words]) => html`<option value=${subject}>${words}</option>`)}
            </select>
          </label>`
      }
      <label>
        When
        <select name="rhythm">
          ${['change', ...DAYS].map((rhythm) => html`<option value=${rhythm}>${when(rhythm)}</option>`)}
        </select>
      </label>
      <label>
        Email address
        <input
          name="to"
          type="email"
          required
          maxlength="254"
          autocomplete="email"
          defaultValue=${plant.user.includes('@') ? plant.user : ''}
        />
      </label>
      ${
        moves &&
        html`
          <label class="check">
            <input type="checkbox" name="moving" checked />
            Days move along with today
          </label>`
      }
      <button type="submit" class="main" disabled=${form.busy}>Subscribe</button>
      <span class="resolved" role="status">${said}</span>
    </form>
    <${Wrong} error=${form.error} />`;
}

/** A card around the form. */
export const SubscribeCard = ({ title, note, ...rest }) => html`
  <section class="card">
    <header>
      <div>
        <h2>${title}</h2>
        <p>${note} Your subscriptions are on the page <a href=${link('reports')}>Reports</a>.</p>
      </div>
    </header>
    <${Subscribe} ...${rest} />
  </section>`;

const REPORTS = [
  ['daily', 'daily report'],
  ['weekly', 'weekly report'],
];

/** The subscriptions of the user, or of all for an admin, and a form for reports. */
export function Subscriptions({ plant }) {
  const state = useLoad(() => get('/subscriptions'), []);
  return html`
    <section class="card">
      <header>
        <div>
          <h2>Subscriptions</h2>
          <p>
            Reports, findings and saved queries by email. A finding has its form on its page, a saved query on the page
            SQL.
          </p>
        </div>
      </header>
      <${Subscribe} kind="report" subjects=${REPORTS} plant=${plant} added=${state.again} />
      <${Loaded} state=${state}>
        ${(found) =>
          found.rows.length === 0
            ? html`<p class="soft">None yet.</p>`
            : html`<${List} rows=${found.rows} all=${plant.role === 'admin'} changed=${state.again} />`}
      <//>
    </section>`;
}

const List = ({ rows, all, changed }) => html`
  <${DataTable}
    caption="Subscriptions"
    rows=${rows}
    height=${320}
    columns=${[
      { key: 'id', label: 'Number' },
      ...(all ? [{ key: 'owner', label: 'Owner' }] : []),
      { key: 'subject', label: 'What', render: what },
      { key: 'rhythm', label: 'When', render: (row) => when(row.rhythm) },
      { key: 'recipient', label: 'To' },
      { key: 'sent_at', label: 'Last', render: (row) => (row.sent_at ? stamp(row.sent_at) : 'not yet') },
      {
        key: 'problem',
        label: 'State',
        render: (row) => (row.problem ? html`<span class="down">cannot be sent: ${row.problem}</span>` : 'active'),
      },
      { label: 'Action', render: (row) => html`<${Actions} id=${row.id} done=${changed} />` },
    ]}
  />`;

const PLACES = { finding: (subject) => link('findings', { id: subject }), query: (saved) => link('sql', { saved }) };

function what({ kind, subject, param, lists }) {
  const given = [...param, ...lists].join(', ');
  return html`
    ${kind === 'report' ? `${subject} report` : html`${kind} <a href=${PLACES[kind](subject)}>${subject}</a>`}
    ${given && ` (${given})`}`;
}

function Actions({ id, done }) {
  const [error, fail] = useState(null);
  const sendNow = () => send('POST', `/subscriptions/${id}/send`).then(done, (problem) => fail(problem.message));
  return html`
    <span class="tools">
      <button type="button" onClick=${sendNow}>Send now</button>
      <${Sure}
        key=${id}
        label="Remove"
        question=${`Remove subscription ${id}?`}
        yes="Remove"
        act=${() => send('DELETE', `/subscriptions/${id}`).then(done)}
      />
    </span>
    <${Wrong} error=${error} />`;
}
