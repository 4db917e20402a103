import { html, useState } from '../lib/preact.js';
import { get, send } from '../lib/api.js';
import { FilterBar, Switch } from '../lib/filters.js';
import { Once, Sure, Wrong, useForm } from '../lib/form.js';
import { count, counted } from '../lib/format.js';
import { Loaded, Notice, useLoad } from '../lib/load.js';
import { Rules } from '../lib/rules.js';
import { DataTable } from '../lib/table.js';
import { Tokens } from '../lib/tokens.js';
import { changed } from '../lib/url.js';

const PARTS = [
  ['users', 'Users'],
  ['tokens', 'Tokens'],
  ['audit', 'Audit'],
  ['settings', 'Settings'],
  ['rules', 'Rules'],
];
const ROLES = ['viewer', 'analyst', 'operator', 'admin'];
const AUDITED = 200;

/** Users, tokens, audit trail, settings and rules. */
export default function Admin({ query, plant }) {
  const part = PARTS.find(([key]) => key === query.part)?.[0] ?? 'users';
  const Part = { users: Users, tokens: Tokens, audit: Audit, settings: Settings, rules: Rules }[part];
  return html`
    <${FilterBar}>
      <${Switch} name="part" label="Part" value=${part} options=${PARTS} />
    <//>
    <${Part} key=${part} query=${query} plant=${plant} all />`;
}

function Users({ plant }) {
  const [fresh, show] = useState(null);
  const state = useLoad(() => get('/users'), [], 60);
  const made = (answer) => {
    show(answer);
    state.again();
  };
  return html`
    <section class="card">
      <header>
        <div>
          <h2>Users</h2>
          <p>
            A viewer reads; an analyst also looks up many units and rejected rows; an operator also loads exports and
            starts operations; an admin also does what is on this page.
          </p>
        </div>
      </header>
      ${
        fresh &&
        html`<${Once} title=${`First password of ${fresh.name}`} secret=${fresh.password} done=${() => show(null)} />`
      }
      <${NewUser} made=${made} />
      <${Loaded} state=${state}>
        ${(users) => html`
          <${DataTable}
            caption="Users"
            rows=${users}
            columns=${[
              { key: 'name', label: 'User' },
              {
                key: 'role',
                label: 'Role',
                render: (user) => html`<${Role} key=${user.name} user=${user} changed=${state.again} />`,
              },
              {
                key: 'must_change',
                label: 'Password',
                render: (user) => (user.must_change ? 'set by somebody else, not changed yet' : 'own'),
              },
              { key: 'created_at', label: 'Added (UTC)', type: 'time' },
              {
                label: 'Action',
                render: (user) => html`
                  <${Actions} key=${user.name} user=${user} own=${plant.user} made=${made} changed=${state.again} />`,
              },
            ]}
          />`}
      <//>
    </section>`;
}

function Actions({ user: { name }, own, made, changed: done }) {
  const path = `/users/${encodeURIComponent(name)}`;
  return html`
    <span class="row-of">
      <${Sure}
        label="New password"
        question=${`End the sessions of ${name}, revoke the tokens and create a new password?`}
        yes="Create it"
        act=${() => send('POST', `${path}/password`).then(made)}
      />
      ${
        name !== own &&
        html`
          <${Sure}
            label="Remove"
            question=${`Remove ${name} with all tokens?`}
            yes="Remove"
            act=${() => send('DELETE', path).then(done)}
          />`
      }
    </span>`;
}

function NewUser({ made }) {
  const [state, submit] = useForm((form) => send('POST', '/users', { name: form.name, role: form.role }).then(made));
  return html`
    <form class="filters" aria-label="New user" onSubmit=${submit}>
      <label>
        Name
        <input name="name" required autocomplete="off" autocapitalize="none" spellcheck="false" />
      </label>
      <label>
        Role
        <select name="role">
          ${ROLES.map((role) => html`<option value=${role}>${role}</option>`)}
        </select>
      </label>
      <button type="submit" class="main" disabled=${state.busy}>Add a user</button>
    </form>
    <${Wrong} error=${state.error} />`;
}

/** Another role ends the sessions of the user, so that it applies at once. */
function Role({ user, changed: done }) {
  const [error, fail] = useState(null);
  const set = (event) =>
    send('PUT', `/users/${encodeURIComponent(user.name)}/role`, { role: event.target.value })
      .then(
        () => fail(null),
        (problem) => fail(problem.message),
      )
      .finally(done);
  return html`
    <select aria-label=${`Role of ${user.name}`} value=${user.role} onChange=${set}>
      ${ROLES.map((role) => html`<option value=${role}>${role}</option>`)}
    </select>
    <${Wrong} error=${error} />`;
}

function Audit({ query }) {
  const offset = Math.max(0, Number.parseInt(query.offset, 10) || 0);
  const state = useLoad(() => get('/audit', { limit: AUDITED, offset }), [offset], 60);
  return html`
    <${Loaded} state=${state} lines=${10}>
      ${(found) => html`
        <section class="card">
          <header>
            <div>
              <h2>Audit</h2>
              <p>
                Who did what, the latest first; times are ${found.zone}. Each record holds the hash of the one before
                it.
              </p>
            </div>
            <${Turning} offset=${offset} found=${found} />
          </header>
          ${
            found.flaw
              ? html`<${Notice} kind="error">${found.flaw}<//>`
              : html`<p class="note">${chain(found, offset)}</p>`
          }
          <${DataTable} caption="Audit" rows=${found.rows} columns=${AUDIT} />
        </section>`}
    <//>`;
}

const AUDIT = [
  { key: 'id', label: 'Record' },
  { key: 'happened_at', label: 'When', type: 'stamp' },
  { key: 'user', label: 'User' },
  { key: 'address', label: 'From' },
  { key: 'action', label: 'Action' },
  { key: 'target', label: 'Target' },
  { key: 'detail', label: 'Details' },
];

const Turning = ({ offset, found: { rows, total } }) => html`
  <nav class="tools" aria-label="Parts of the audit">
    ${offset > 0 && html`<a class="button" href=${changed({ offset: Math.max(0, offset - AUDITED) || '' })}>Later</a>`}
    ${offset + rows.length < total && html`<a class="button" href=${changed({ offset: offset + AUDITED })}>Earlier</a>`}
  </nav>`;

function chain({ rows, total }, offset) {
  const all = `${counted(total, 'record')}, the chain of hashes is unbroken.`;
  return total > rows.length ? `${all} Here ${count(offset + 1)} to ${count(offset + rows.length)}.` : all;
}

function Settings() {
  const state = useLoad(() => get('/settings'), [], 300);
  return html`
    <${Loaded} state=${state} lines=${10}>
      ${(found) => html`
        <section class="card">
          <header>
            <div>
              <h2>Settings in force</h2>
              <p>
                From yieldline.yaml, the environment and the command line, with the defaults; secrets are hidden. A
                running server applies changes after a restart.
              </p>
            </div>
          </header>
          <${DataTable}
            caption="Settings"
            rows=${flat(found)}
            columns=${[
              { key: 'name', label: 'Setting', render: (row) => html`<code>${row.name}</code>` },
              { key: 'value', label: 'Value' },
            ]}
          />
        </section>`}
    <//>`;
}

/** Settings within settings as one list; an item of a list goes by its number. */
function flat(node, name = '') {
  if (node === null || typeof node !== 'object') return [{ name, value: node === null ? 'not set' : String(node) }];
  if (Array.isArray(node) && node.every((each) => typeof each !== 'object')) {
    return [{ name, value: node.length ? node.join(', ') : 'none' }];
  }
  const inner = Object.entries(node);
  return inner.length
    ? inner.flatMap(([key, value]) => flat(value, name ? `${name}: ${key}` : key))
    : [{ name, value: 'none' }];
}
