import { html, render, useLayoutEffect, useState } from './lib/preact.js';
import { forget, get, noteLogIn, onSessionEnd, wasLoggedIn } from './lib/api.js';
import { Loading, Notice } from './lib/load.js';
import { Login, NewPassword } from './lib/login.js';
import { Shell, askEarly } from './lib/shell.js';
import { apply } from './lib/theme.js';
import { followLinks, here, useHere } from './lib/url.js';
import { Wall } from './lib/wall.js';
import { pages } from './pages.js';

function App() {
  const place = useHere();
  const [state, set] = useState({});
  const ask = () =>
    get('/session').then(
      (me) => {
        if (me.user) noteLogIn(me.user);
        else forget();
        set((before) => (me.user ? { me } : { login: true, ended: before.ended || before.me !== undefined }));
      },
      // An outage is told by the page that is there.
      (error) => set((before) => (before.me ? before : { error })),
    );
  useLayoutEffect(() => {
    ask();
    // A session that ended while the page was open shows in the next answer.
    const stop = onSessionEnd(ask);
    const timer = setInterval(ask, 300000);
    return () => {
      stop();
      clearInterval(timer);
    };
  }, []);
  if (state.error) {
    return html`
      <main class="login">
        <${Notice} kind="error">
          ${state.error.message}${' '}
          <button type="button" onClick=${ask}>Try again</button>
        <//>
      </main>`;
  }
  if (state.login) return html`<${Login} entered=${ask} ended=${state.ended} />`;
  if (!state.me) return html`<${Loading} />`;
  if (state.me.must_change) return html`<${NewPassword} user=${state.me.user} done=${ask} />`;
  return html`<${Shell} me=${state.me} here=${place} left=${ask} />`;
}

apply();
followLinks();
// Somebody who was logged in probably still is: what every page needs is asked for at once.
if (wasLoggedIn()) askEarly();
// The page is read while the server says who asks; what is wrong with it shows when it is drawn.
pages
  .find((page) => page.path === here().page)
  ?.load()
  .catch(() => {});
render(here().page === 'wall' ? html`<${Wall} />` : html`<${App} />`, document.getElementById('app'));
