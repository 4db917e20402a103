import { html } from './preact.js';
import { forget, send } from './api.js';
import { Wrong, useForm } from './form.js';

/** Who are you? */
export function Login({ entered, ended }) {
  const [state, submit] = useForm((form) =>
    send('POST', '/session', { user: form.user, password: form.password }).then(entered),
  );
  return html`
    <main class="login">
      <form onSubmit=${submit}>
        <h1>Yieldline</h1>
        ${ended && html`<p class="notice" role="status">Your session has ended. Log in to continue where you were.</p>`}
        <label>
          User
          <input name="user" autocomplete="username" autocapitalize="none" required autofocus />
        </label>
        <label>
          Password
          <input name="password" type="password" autocomplete="current-password" required />
        </label>
        <${Wrong} error=${state.error} />
        <button type="submit" class="main" disabled=${state.busy}>Log in</button>
        <p class="soft">
          The first password of the user admin is in the file that the server named when it started. The file is
          deleted when you have changed the password.
        </p>
      </form>
    </main>`;
}

/** A password that somebody else made has to be changed first. */
export function NewPassword({ user, done }) {
  return html`
    <main class="login">
      <${PasswordForm} user=${user} done=${done} focus>
        <h1>Choose a password</h1>
        <p class="soft">
          The password of ${user} was made by somebody else. Choose your own, of 12 characters or more; then log
          in with it.
        </p>
      <//>
    </main>`;
}

/** Changes the own password, which ends all own sessions. */
export function PasswordForm({ user, done, focus, children }) {
  const [state, submit] = useForm(async (form) => {
    if (form.fresh !== form.again) throw new Error('the two new passwords are not the same');
    await send('PUT', '/me/password', { password: form.password, new_password: form.fresh });
    forget();
    done();
  });
  return html`
    <form class="password" onSubmit=${submit} aria-label="Password">
      ${children}
      <input type="hidden" name="user" autocomplete="username" value=${user} />
      <label>
        Present password
        <input name="password" type="password" autocomplete="current-password" required autofocus=${focus} />
      </label>
      <label>
        New password
        <input name="fresh" type="password" autocomplete="new-password" minlength="12" required />
      </label>
      <label>
        New password again
        <input name="again" type="password" autocomplete="new-password" minlength="12" required />
      </label>
      <${Wrong} error=${state.error} />
      <button type="submit" class="main" disabled=${state.busy}>Change password</button>
    </form>`;
}
