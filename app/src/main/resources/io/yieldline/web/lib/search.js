import { html, useEffect, useLayoutEffect, useRef, useState } from './preact.js';
import { get, rows } from './api.js';
import { along, go, link } from './url.js';

const MOST = 12;

/**
 * Finds a page, a serial number, a fixture or a failure code: Ctrl-K from everywhere. Each opening has a number, so
 * that the browser's late word that one was closed does not close the next.
 */
export function Search({ pages, query }) {
  const [opening, set] = useState(0);
  const open = () => set((last) => last + 1);
  const close = () => set((current) => (current === opening ? 0 : current));
  useEffect(() => {
    const press = (event) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        if (!document.querySelector('dialog.search[open]')) open();
      }
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
  return html`
    <button type="button" class="find" onClick=${open} aria-keyshortcuts="Control+K">
      Search <kbd>Ctrl K</kbd>
    </button>
    ${opening > 0 && html`<${Dialog} key=${opening} pages=${pages} query=${query} close=${close} />`}`;
}

function Dialog({ pages, query, close }) {
  const dialog = useRef(null);
  const [asked, ask] = useState('');
  // Before anything is painted: the next key is already for it.
  useLayoutEffect(() => dialog.current.showModal(), []);
  return html`
    <dialog
      ref=${dialog}
      class="search"
      aria-label="Search"
      onClose=${close}
      onClick=${(event) => event.target === dialog.current && close()}
    >
      <${Found} asked=${asked} ask=${ask} pages=${pages} query=${query} close=${close} />
    </dialog>`;
}

function Found({ asked, ask, pages, query, close }) {
  const names = useNames();
  const [at, move] = useState(0);
  const hits = hitsOf(asked.trim(), pages, query, names).slice(0, MOST);
  const chosen = Math.min(at, hits.length - 1);
  const follow = (hit) => {
    close();
    go(hit.address);
  };
  const press = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      move((chosen + step + hits.length) % Math.max(1, hits.length));
    }
    if (event.key === 'Enter' && hits[chosen]) follow(hits[chosen]);
  };
  return html`
    <input
      type="search"
      role="combobox"
      aria-label="Serial number, fixture, code or page"
      placeholder="Serial number, fixture, code or page"
      aria-expanded="true"
      aria-controls="search-hits"
      aria-activedescendant=${hits.length ? `hit-${chosen}` : undefined}
      autocomplete="off"
      spellcheck="false"
      ref=${(input) => input?.focus()}
      value=${asked}
      onInput=${(event) => {
        ask(event.target.value);
        move(0);
      }}
      onKeyDown=${press}
    />
    <ul id="search-hits" role="listbox" aria-label="Found">
      ${hits.map(
        (hit, i) => html`
          <li id=${`hit-${i}`} role="option" aria-selected=${i === chosen} onClick=${() => follow(hit)}>
            <span>${hit.name}</span> <span class="soft">${hit.kind}</span>
          </li>`,
      )}
    </ul>
    ${hits.length === 0 && html`<p class="soft" role="status">Nothing is called that.</p>`}`;
}

/** The fixtures and codes of the plant. */
function useNames() {
  const [names, set] = useState({ fixtures: [], codes: [] });
  useEffect(() => {
    const of = (mart, by) =>
      rows(`/marts/${mart}`, { by }).then((all) => all.rows.map((row) => row[by]).filter(Boolean));
    Promise.all([of('fixture_daily', 'fixture'), of('all_failure_daily', 'code'), get('/failure-codes')]).then(
      ([fixtures, codes, known]) =>
        set({ fixtures, codes: [...new Set([...codes, ...known.rows.map((row) => row.code)])] }),
      () => {},
    );
  }, []);
  return names;
}

/** What a text can mean: pages first, then names that contain it, and any serial number. */
function hitsOf(text, pages, query, { fixtures, codes }) {
  const has = (name) => name.toLowerCase().includes(text.toLowerCase());
  const page = pages
    .filter((each) => has(each.title))
    .map((each) => ({ name: each.title, kind: 'page', address: along(each.path, query) }));
  if (text === '') return page;
  return [
    ...page,
    ...fixtures
      .filter(has)
      .map((name) => ({ name, kind: 'fixture', address: link('boards', { by: 'fixture', focus: name }) })),
    ...codes.filter(has).map((name) => ({ name, kind: 'failure code', address: link('failures', { focus: name }) })),
    ...(/^[\p{L}\p{N}._-]{4,40}$/u.test(text)
      ? [{ name: text, kind: 'serial number', address: link('unit', { serial: text }) }]
      : []),
  ];
}
