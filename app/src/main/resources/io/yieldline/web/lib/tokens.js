import { html, useState } from './preact.js';
import { get, send } from './api.js';
import { Once, Sure, Wrong, useForm } from './form.js';
import { stamp } from './format.js';
import { Loaded, useLoad } from './load.js';
import { DataTable } from './table.js';

const SCOPES = [
  ['read', 'read'],
  ['ingest', 'read and load'],
  ['admin', 'all of its user'],
  ['wall', 'wall screen, without end'],
];

/** API tokens: those of a user, or of all, whose is shown then. */
export function Tokens({ user, all }) {
  const [fresh, show] = useState(null);
  const state = useLoad(
    () => get('/tokens').then((tokens) => tokens.filter((token) => all || token.user === user)),
    [user, all],
    60,
  );
  const made = (token) => {
    show(token);
    state.again();
  };
  return html`
    <section class="card">
      <header>
        <div>
          <h2>API tokens</h2>
          <p>
            Programs send <code>Authorization: Bearer ya_...</code>. A token with scope read looks at what its
            user may see, ingest also loads exports and starts operations, admin does all that its user may, except
            managing users, passwords and tokens, wall only shows <a href="/wall">/wall</a> and has no end.
            It ends with its user, and with a new password. Times are UTC.
          </p>
        </div>
      </header>
      ${fresh && html`<${Once} title="The new token" secret=${fresh} done=${() => show(null)} />`}
      <${NewToken} made=${made} />
      <${Loaded} state=${state}>
        ${(tokens) => html`
          <${DataTable}
            caption="API tokens"
            rows=${tokens}
            columns=${[
              { key: 'id', label: 'Token' },
              ...(all ? [{ key: 'user', label: 'User' }] : []),
              { key: 'title', label: 'What it is for' },
              { key: 'scope', label: 'Scope' },
              { key: 'created_at', label: 'Made', type: 'stamp' },
              { key: 'expires_at', label: 'Ends', type: 'stamp' },
              {
                key: 'used_at',
                label: 'Last used',
                render: (token) => (token.used_at ? stamp(token.used_at) : 'never'),
              },
              {
                label: 'Action',
                render: (token) => html`
                  <${Sure}
                    key=${token.id}
                    label="Revoke"
                    question=${`Revoke token ${token.id}?`}
                    yes="Revoke"
                    act=${() => send('DELETE', `/tokens/${token.id}`).then(state.again)}
                  />`,
              },
            ]}
          />`}
      <//>
    </section>`;
}

function NewToken({ made }) {
  const [state, submit] = useForm((form) =>
    send('POST', '/tokens', { title: form.title, scope: form.scope, days: Number(form.days) }).then((answer) =>
      made(answer.token),
    ),
  );
  return html`
    <form class="filters" aria-label="New token" onSubmit=${submit}>
      <label>
        What it is for
        <input name="title" maxlength="100" required autocomplete="off" />
      </label>
      <label>
        Scope
        <select name="scope">
          ${SCOPES.map(([scope, words]) => html`<option value=${scope}>${words}</option>`)}
        </select>
      </label>
      <label>
        Days
        <input name="days" type="number" min="1" max="366" value="90" required />
      </label>
      <button type="submit" class="main" disabled=${state.busy}>Make a token</button>
    </form>
    <${Wrong} error=${state.error} />`;
}
