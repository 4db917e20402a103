import { html, useEffect, useRef, useState } from '../lib/preact.js';
import { get, remembered, send, sendForFile } from '../lib/api.js';
import { Answer } from '../lib/answer.js';
import { sentence } from '../lib/format.js';
import { Lake } from '../lib/lake.js';
import { Loaded, Notice, useLoad } from '../lib/load.js';
import { ParameterFields, usual } from '../lib/query-form.js';
import { History, Saved } from '../lib/saved.js';
import { save, useCopy } from '../lib/sheet.js';
import { SubscribeCard } from '../lib/subscriptions.js';
import { link } from '../lib/url.js';
import { moving, parametersOf } from '../maths/query.js';

const KEPT = 'sql';

/** SQL over the lake. A link has the name of a saved query, or behind # the text, which no server sees. */
export default function Sql({ query, plant }) {
  const state = useLoad(
    () => (query.saved ? get(`/queries/${encodeURIComponent(query.saved)}`) : Promise.resolve({ sql: linked() })),
    [query.saved, location.hash],
    86400,
  );
  return html`
    <${Loaded} state=${state}>
      ${(found) => html`<${Console} key=${found.sql} start=${found} plant=${plant} />`}
    <//>`;
}

function linked() {
  try {
    return location.hash ? decodeURIComponent(location.hash.slice(1)) : (remembered(KEPT) ?? '');
  } catch {
    return '';
  }
}

function Console({ start, plant }) {
  const [text, setText] = useState(start.sql);
  const [filled, fill] = useState({});
  const [state, set] = useState({});
  const lake = useLoad(() => get('/query/tables'), []);
  const editor = useRef(null);
  const parameters = parametersOf(text);
  const values = Object.fromEntries(parameters.map(({ name }) => [name, filled[name] ?? usual(name, plant)]));
  useEffect(() => remembered(KEPT, text) && undefined, [text]);
  // Who leaves the page does not wait for the answer; a window that closes ends its connection, which the server sees.
  const asking = useRef(false);
  useEffect(() => () => asking.current && cancel(), []);
  const given = () => givenValues(parameters, values);
  const body = () => ({ sql: text, ...given() });
  const run = () => {
    if (state.busy || !text.trim()) return;
    set({ busy: true });
    asking.current = true;
    send('POST', '/query', body())
      .finally(() => (asking.current = false))
      .then(
        (found) => set({ found, asked: body(), at: Date.now() }),
        (error) => set({ error, at: Date.now() }),
      );
  };
  const parquet = () =>
    sendForFile('POST', '/query?format=parquet', state.asked).then(
      (file) => save('query.parquet', file),
      (error) => set({ ...state, error }),
    );
  return html`
    <div class="sql">
      <${Loaded} state=${lake} lines=${10}>
        ${(found) => html`<${Lake} lake=${found} insert=${(put) => insert(editor.current, put, setText)} />`}
      <//>
      <div class="stack">
        <${Editor}
          title=${start.title || start.name}
          editor=${editor}
          text=${text}
          write=${setText}
          run=${run}
          busy=${state.busy}
        >
          <${ParameterFields}
            parameters=${parameters}
            values=${values}
            set=${(changed) => fill({ ...filled, ...changed })}
          />
        <//>
        ${state.error && html`<${Notice} kind="error">${sentence(state.error.message)}<//>`}
        ${state.found && html`<${Answer} found=${state.found} parquet=${parquet} />`}
        ${start.name && html`<${ByEmail} name=${start.name} given=${given()} plant=${plant} />`}
        <${Saved} plant=${plant} text=${text} />
        <${History} asked=${state.at} open=${setText} />
      </div>
    </div>`;
}

/** Values and lists as the server takes them. */
function givenValues(parameters, values) {
  const texts = (wanted) =>
    parameters.filter(({ list }) => list === wanted).map(({ name }) => `${name}=${values[name]}`);
  return { param: texts(false), list: texts(true) };
}

/** Subscribes to the saved query with these values; days move along if that is wanted. */
function ByEmail({ name, given, plant }) {
  const moved = given.param.map((each) => moving(each, plant.today));
  return html`
    <${SubscribeCard}
      title="This query by email"
      note="The saved query with the values above: its first rows in the mail, all in a CSV file."
      kind="query"
      subjects=${[[name]]}
      moves=${moved.join() !== given.param.join()}
      body=${(along) => (along ? { ...given, param: moved } : given)}
      plant=${plant}
    />`;
}

function Editor({ title, editor, text, write, run, busy, children }) {
  const [said, copy] = useCopy();
  const keys = (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      run();
    }
  };
  const submit = (event) => {
    event.preventDefault();
    run();
  };
  const share = () => copy(`${location.origin}${link('sql')}#${encodeURIComponent(text)}`, 'Link copied');
  return html`
    <section class="card">
      <header>
        <div>
          <h2>${title || 'Query'}</h2>
          <p>
            One SELECT; it can change nothing. A parameter is written ${'{from}'}, a list in ${'{serials}'}.
          </p>
        </div>
      </header>
      <form class="editor" aria-label="Query" onSubmit=${submit}>
        <textarea
          ref=${editor}
          name="sql"
          aria-label="SQL"
          rows="9"
          maxlength="16000"
          spellcheck="false"
          autocapitalize="off"
          placeholder="select day, sum(passed) as passed from station_yield_daily group by day order by day"
          value=${text}
          onInput=${(event) => write(event.target.value)}
          onKeyDown=${keys}
        ></textarea>
        ${children}
        <div class="tools">
          <button type="submit" class="main" disabled=${busy || !text.trim()}>${busy ? 'Running…' : 'Run'}</button>
          ${busy && html`<button type="button" onClick=${cancel}>Cancel</button>`}
          <button type="button" disabled=${!text.trim()} onClick=${share}>Copy link</button>
          <span class="said" role="status">${said}</span>
          <span class="resolved">Ctrl-Enter runs it.</span>
        </div>
      </form>
    </section>`;
}

/** A query that has ended by itself needs no end. */
const cancel = () => send('DELETE', '/query').catch(() => {});

/** Puts words where the caret is; a whole query only where there is none yet. */
function insert(field, { whole, words }, write) {
  const put = whole && !field.value.trim() ? whole : words;
  field.setRangeText(put, field.selectionStart, field.selectionEnd, 'end');
  field.focus();
  write(field.value);
}
