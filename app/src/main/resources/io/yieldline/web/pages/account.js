import { html } from '../lib/preact.js';
import { PasswordForm } from '../lib/login.js';
import { Tokens } from '../lib/tokens.js';

/** What everybody may change about themselves: the password and the own tokens. */
export default function Account({ plant }) {
  return html`
    <div class="stack">
      <section class="card">
        <header>
          <div>
            <h2>Password</h2>
            <p>
              You are ${plant.user}, with the role ${plant.role}. A new password ends all your sessions, this one
              too, and revokes all your tokens.
            </p>
          </div>
        </header>
        <${PasswordForm} user=${plant.user} done=${() => location.assign('/today')}><//>
      </section>
      <${Tokens} user=${plant.user} />
      <p>
        <a href="/reference">All routes of the REST API</a>
      </p>
    </div>`;
}
