import { html, render, useEffect, useState } from './lib/preact.js';
import { get } from './lib/api.js';
import { Loading, Notice } from './lib/load.js';
import { Login, NewPassword } from './lib/login.js';
import { Shell } from './lib/shell.js';
import { apply } from './lib/theme.js';
import { followLinks, useHere } from './lib/url.js';

function App() {
  const here = useHere();
  const [state, set] = useState({});
  const ask = () => get('/session').then((me) => set(me.user ? { me } : { login: true }), (error) => set({ error }));
  useEffect(() => {
    ask();
    // A session that ended while the page was open shows in the next answer.
    addEventListener('unhandledrejection', (event) => event.reason?.status === 401 && ask());
    const timer = setInterval(ask, 300000);
    return () => clearInterval(timer);
  }, []);
  if (state.error) return html`<main class="login"><${Notice} kind="error">${state.error.message} <button type="button" onClick=${ask}>Try again</button><//></main>`;
  if (state.login) return html`<${Login} entered=${ask} />`;
  if (!state.me) return html`<${Loading} />`;
  if (state.me.must_change) return html`<${NewPassword} user=${state.me.user} done=${ask} />`;
  return html`<${Shell} me=${state.me} here=${here} left=${ask} />`;
}

apply();
followLinks();
render(html`<${App} />`, document.getElementById('app'));
