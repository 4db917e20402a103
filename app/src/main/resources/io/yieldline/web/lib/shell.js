import { readNotes } from './annotations.js';
import { Component, html, useEffect, useState } from './preact.js';
import { forget, get, plantTime, send } from './api.js';
import { capital, count, counted, moment, stamp, time } from './format.js';
import { drawing } from './chart.js';
import { ExplainPanel } from './explain.js';
import { Empty, Loaded, Loading, Notice, useLoad } from './load.js';
import { Navigation } from './navigation.js';
import { Outage } from './outage.js';
import { Search } from './search.js';
import { THEMES, choose, theme } from './theme.js';
import { pages } from '../pages.js';

const ROLES = ['viewer', 'analyst', 'operator', 'admin'];

/** What is around every page: navigation, freshness of the data, the user, and the panel that explains a number. */
export function Shell({ me, here, left }) {
  const state = useLoad(() => earlyOrNow().then((found) => plantOf(me, found)), [me.user], 60);
  const shown = pages.filter((page) => ROLES.indexOf(me.role) >= ROLES.indexOf(page.least ?? 'viewer'));
  const page = shown.find((each) => each.path === here.page);
  const offered = shown.filter((each) => each.group && (!each.own || state.data?.custom_marts.length));
  useEffect(() => {
    document.title = `${page?.title ?? 'Not found'} · Yieldline`;
  }, [page]);
  return html`
    <a
      class="skip"
      href="#page"
      onClick=${(event) => {
        event.preventDefault();
        document.getElementById('page').focus();
      }}
    >
      Skip to the page
    </a>
    <header class="top">
      <a class="brand" href="/today">
        <svg viewBox="0 0 32 32" aria-hidden="true">
          <path d="M4 24 11 16 17 20 28 7" />
        </svg>
        <span>Yieldline</span>
      </a>
      <${Search} pages=${offered} query=${here.query} />
      <${Account} me=${me} left=${left} />
    </header>
    <${Navigation} pages=${offered} page=${page} query=${here.query} />
    <main id="page" tabindex="-1">
      <${Outage} />
      ${here.unusable.map((each) => html`<${Notice} kind="warn">${each} and is left out.<//>`)}
      <${Loaded} state=${state} lines=${8}>
        ${(plant) => html`
          <div class="title">
            <h1>${page?.title ?? 'Not found'}</h1>
            <${Freshness} plant=${plant} />
          </div>
          <${Printed} query=${here.query} plant=${plant} />
          <${Boundary} key=${JSON.stringify(here)}>
            <${Content} page=${page} query=${here.query} plant=${plant} />
            ${here.query.why && html`<${ExplainPanel} key=${here.query.why} asked=${here.query.why} />`}
          <//>`}
      <//>
    </main>`;
}

/** Keeps a fault of a page inside the page, and says that there is one. */
class Boundary extends Component {
  componentDidCatch(error) {
    this.setState({ error });
    setTimeout(() => {
      throw error;
    });
  }

  render({ children }, { error }) {
    if (!error) return children;
    return html`
      <${Notice} kind="error">
        This page cannot show these filters. <a href=${location.pathname}>Show it without filters</a>
      <//>`;
  }
}

/** On paper nobody sees the filters of the page: they stand in words, with the time. */
const Printed = ({ query, plant }) => html`
  <p class="printed">
    ${[
      plant.plant,
      plantTime() && `printed ${stamp(plantTime())}`,
      ...Object.entries(query)
        .filter(([name]) => !['why', 'theme'].includes(name))
        .map(([name, value]) => `${capital(name.replaceAll('_', ' '))}: ${value}`),
    ]
      .filter(Boolean)
      .join(' · ')}
  </p>`;

function Content({ page, query, plant }) {
  if (!page) return html`<${Empty} title="There is no such page.">Choose one in the navigation.<//>`;
  if (!plant.latest && !page.bare) return html`<${Nothing} />`;
  return html`<${Page} key=${page.path} page=${page} query=${query} plant=${plant} />`;
}

/** What the server knows of the plant that every page needs. */
const facts = () => Promise.all([get('/status'), get('/rules'), get('/targets'), readNotes()]);

let early = null;

/** Asks for the facts before the login is confirmed, in a browser with an earlier login; when refused, asks again. */
export function askEarly() {
  early = facts();
  early.catch(() => {
    early = null;
  });
}

function earlyOrNow() {
  const asked = early ?? facts();
  early = null;
  return asked;
}

function plantOf(me, [status, rules, targets]) {
  const ends = status.feeds
    .map((feed) => feed.until)
    .filter(Boolean)
    .sort();
  const main = status.feeds.find((feed) => feed.feed === 'workstation')?.until ?? ends.at(-1);
  return { ...status, rules, targets, user: me.user, role: me.role, latest: main?.slice(0, 10) };
}

function Page({ page, query, plant }) {
  const [state, set] = useState({});
  useEffect(() => {
    page.load().then(
      (module) => set({ Content: module.default }),
      (error) => set({ error }),
    );
  }, [page]);
  useEffect(() => {
    if (state.Content) drawing();
  }, [state.Content]);
  if (state.error) {
    return html`
      <${Notice} kind="error">
        <span>This page could not be loaded: the server was updated or cannot be reached.</span>${' '}
        <button type="button" onClick=${() => location.reload()}>Reload</button>
      <//>`;
  }
  return state.Content ? html`<${state.Content} query=${query} plant=${plant} />` : html`<${Loading} lines=${8} />`;
}

/** Up to when each feed has records, stale marts and parked exports. */
function Freshness({ plant }) {
  return html`
    <ul class="badges" aria-label="Freshness">
      ${plant.feeds
        .filter((feed) => feed.until || feed.exports > 0)
        .map(
          (feed) => html`
            <li class=${feed.until?.slice(0, 10) === plant.today ? 'good' : 'old'}>
              ${feed.feed} until${' '}
              ${
                feed.until?.slice(0, 10) === plant.today
                  ? time(feed.until)
                  : `${moment(feed.until)}, ${age(feed.until, plant.today)}`
              }
            </li>`,
        )}
      ${plant.stale.length > 0 && html`<li class="bad">${counted(plant.stale.length, 'stale mart')}</li>`}
      ${plant.parked > 0 && html`<li class="bad">${counted(plant.parked, 'export')} parked</li>`}
      <li class="zone">${plant.plant} · ${plant.zone}</li>
    </ul>`;
}

function age(until, today) {
  if (!until) return 'no records';
  const days = Math.round((Date.parse(today) - Date.parse(until.slice(0, 10))) / 86400000);
  return days === 1 ? 'yesterday' : `${count(days)} days ago`;
}

const Nothing = () => html`
  <${Empty} title="No exports are loaded yet.">
    Put exports into the inbox folder of the plant, or run: yieldline ingest FOLDER.
  <//>`;

function Account({ me, left }) {
  const [chosen, set] = useState(theme());
  const next = THEMES[(THEMES.indexOf(chosen) + 1) % THEMES.length];
  const turn = () => {
    choose(next);
    set(next);
  };
  const out = () =>
    send('DELETE', '/session').finally(() => {
      forget();
      left();
    });
  return html`
    <div class="account">
      <button type="button" onClick=${turn} aria-label=${`Colours: ${chosen}; change to ${next}`}>
        ${capital(chosen)}
      </button>
      <a class="user" href="/account" title=${`Account of ${me.user}, ${me.role}`}>${me.user}</a>
      <button type="button" onClick=${out}>Log out</button>
    </div>`;
}
