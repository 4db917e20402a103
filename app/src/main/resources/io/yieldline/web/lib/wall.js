import { html, useEffect, useState } from './preact.js';
import { get, plantTime, rows, useToken } from './api.js';
import { NONE, count, counted, day as dayText, percent, plus, ratioText, sentence, time } from './format.js';
import { distinct, headline, rising, same, sums } from '../maths/groups.js';
import { behind, lastHour } from '../maths/wall.js';
import { sum } from '../maths/statistics.js';

// The screen at the wall: no controls, read from four metres. It shows one thing after the other, keeps its last
// picture when the server does not answer, and loads itself again when the program was upgraded.

const TURN_SECONDS = 15;
const REFRESH_SECONDS = 60;
const OLD_SECONDS = 300;
const USUAL_DAYS = 5;
const LOSSES = 5;
const FINDINGS = 3;
const KEPT = 'yieldline-wall';
const BUILD = /\/web\/([0-9a-f]+)\//.exec(import.meta.url)?.[1];

/** The token comes behind # in the address once, which no server and no log sees; then the browser keeps it. */
function takeToken() {
  if (location.hash.length > 1) {
    localStorage.setItem(KEPT, location.hash.slice(1));
    history.replaceState(null, '', location.pathname + location.search);
  }
  useToken(localStorage.getItem(KEPT));
}

export function Wall() {
  const [state, set] = useState({});
  const [, tick] = useState(0);
  useEffect(() => {
    takeToken();
    document.title = 'Wall · Yieldline';
    document.documentElement.classList.add('on-wall');
    const refresh = () =>
      picture().then(
        (data) => set({ data, at: plantTime(), heard: Date.now() }),
        (error) => set((before) => ({ ...before, error })),
      );
    refresh();
    const timers = [
      setInterval(refresh, REFRESH_SECONDS * 1000),
      setInterval(() => tick((number) => number + 1), 1000),
      setInterval(renewed, REFRESH_SECONDS * 1000),
    ];
    return () => timers.forEach(clearInterval);
  }, []);
  if (!state.data) return html`<${Waiting} error=${state.error} />`;
  const screens = [Output, Yields, Losses, ...(state.data.findings.length ? [Findings] : [])];
  const turn = Math.floor(Date.now() / 1000 / TURN_SECONDS) % screens.length;
  const Screen = screens[turn];
  const seconds = (Date.now() - state.heard) / 1000;
  return html`
    <main class=${`wall ${seconds > OLD_SECONDS ? 'aged' : ''}`} data-screen=${turn}>
      <${Screen} data=${state.data} />
      <footer>
        <span>${state.data.plant}</span>
        <span>
          ${dayText(state.data.day)}${state.data.day === state.data.today ? '' : ', the latest day with records'}
        </span>
        <span data-age>
          As of ${time(state.at)}${state.error ? `, ${behind(seconds)} old: ${reason(state.error)}` : ''}
        </span>
      </footer>
    </main>`;
}

const Waiting = ({ error }) => html`
  <main class="wall">
    <h1>Yieldline</h1>
    <p class="large">${error ? sentence(reason(error)) : 'Loading'}</p>
  </main>`;

const reason = (error) =>
  error.status === 401
    ? 'this screen needs a token: open /wall#TOKEN with a token of the scope wall'
    : 'the server cannot be reached';

/** Loads the page again when the server has other files than this one. */
const renewed = () =>
  fetch('/wall', { cache: 'no-store' })
    .then((answer) => (answer.ok ? answer.text() : ''))
    .then((text) => {
      const build = /\/web\/([0-9a-f]+)\/app\.js/.exec(text)?.[1];
      if (build && build !== BUILD) location.reload();
    })
    .catch(() => {});

async function picture() {
  const [status, rules, targets] = await Promise.all([get('/status'), get('/rules'), get('/targets')]);
  const ends = status.feeds.map((feed) => feed.until).filter(Boolean);
  const day = (
    status.feeds.find((feed) => feed.feed === 'workstation')?.until ??
    ends.sort().at(-1) ??
    status.today
  ).slice(0, 10);
  const station = rules.stations.packing?.[0] ?? '';
  const [hourly, yields, findings] = await Promise.all([
    rows('/marts/station_hourly', { from: plus(day, -13), to: day, station }),
    rows('/marts/station_yield_daily', { from: plus(day, -7), to: day }),
    get('/findings'),
  ]);
  return {
    plant: status.plant,
    today: status.today,
    day,
    station,
    models: rules.yield_models,
    target: Object.entries(targets).find(([name]) => same(name, station))?.[1] ?? null,
    findings: findings.rows.slice(0, FINDINGS),
    hourly: hourly.rows,
    yields: headline(yields.rows, { rules }),
  };
}

/** How much was packed, against the usual by the same hour and the target, and hour by hour. */
function Output({ data: { day, today, hourly, station, target } }) {
  const own = hourly.filter((row) => row.day === day);
  const last = own.length ? Math.max(...own.map((row) => row.hour)) : lastHour(day, today, plantTime());
  const total = sum(own.map((row) => row.total));
  const before = distinct(
    hourly.filter((row) => row.day < day),
    'day',
  ).slice(-USUAL_DAYS);
  const usual = before.length
    ? sum(hourly.filter((row) => before.includes(row.day) && row.hour <= last).map((row) => row.total)) / before.length
    : null;
  const most = Math.max(1, target ?? 0, ...own.map((row) => row.total));
  return html`
    <h1>${station} ${day === today ? 'today' : 'on the latest day'}</h1>
    <p class=${`huge ${usual !== null && total < usual ? 'behind' : ''}`}>${count(total)}</p>
    <p class="large">
      ${usual === null ? '' : `Usual by ${last}:59: ${count(Math.round(usual))}`}
      ${target ? ` · Target ${count(target)} an hour` : ''}
    </p>
    <ol class="bars" aria-label="Records by hour">
      ${[...own].sort(rising((row) => row.hour)).map(
        (row) => html`
          <li>
            <span>${count(row.total)}</span>
            <i
              class=${target && row.total < target ? 'short' : ''}
              style=${{ height: `${(22 * row.total) / most}vh` }}
            ></i>
            <span>${row.hour}</span>
          </li>`,
      )}
    </ol>`;
}

/** The yield of each model on the day, beside the seven days before. */
function Yields({ data: { day, yields, models } }) {
  const of = (list) => sums(list, (row) => row.model, [], ['yield']);
  const now = of(yields.filter((row) => row.day === day));
  const before = of(yields.filter((row) => row.day < day));
  const find = (list, model) => list.find((each) => same(each.key, model))?.yield;
  return html`
    <h1>Station yield</h1>
    <div class="figures">
      ${models.map((model) => {
        const [one, other] = [find(now, model), find(before, model)];
        return html`
          <section>
            <h2>${model}</h2>
            <p class=${`huge ${one && other && one.value < other.value ? 'behind' : ''}`}>
              ${one ? percent(one.value, 1) : NONE}
            </p>
            <p>${one ? `${count(one.numerator)} of ${count(one.denominator)}` : 'no records'}</p>
            <p>7 days before: ${other ? percent(other.value, 1) : NONE}</p>
          </section>`;
      })}
    </div>`;
}

/** Where most records failed on the day. */
function Losses({ data: { day, yields } }) {
  const list = sums(
    yields.filter((row) => row.day === day),
    (row) => row.station,
    ['failed'],
    ['yield'],
  )
    .filter((each) => each.failed)
    .sort(rising((each) => -each.failed))
    .slice(0, LOSSES);
  return html`
    <h1>Top losses</h1>
    ${list.length === 0 && html`<p class="large">No record failed.</p>`}
    <ol class="losses">
      ${list.map(
        (each) => html`
          <li>
            <strong>${each.key}</strong>
            <span>${counted(each.failed, 'failure')}</span>
            <span>yield ${ratioText(each.yield, 1)}</span>
          </li>`,
      )}
    </ol>`;
}

/** What the data says now, the greatest loss first. */
const Findings = ({ data: { findings } }) => html`
  <h1>Findings</h1>
  <ol class="told">
    ${findings.map((each) => html`<li>${each.sentence}</li>`)}
  </ol>`;
