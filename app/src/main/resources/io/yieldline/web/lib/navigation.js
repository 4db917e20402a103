import { html, useEffect, useState } from './preact.js';
import { along } from './url.js';
import { GROUPS } from '../pages.js';

/** The pages in their groups: beside the page where there is room, else behind a button. */
export function Navigation({ pages, page, query }) {
  const [open, set] = useState(false);
  useEffect(() => set(false), [page]);
  return html`
    <div class=${`side ${open ? 'open' : ''}`}>
      <button type="button" class="pages-button" aria-expanded=${open} onClick=${() => set(!open)}>Pages</button>
      <nav aria-label="Pages">
        ${GROUPS.map((group) => [group, pages.filter((each) => each.group === group)])
          .filter(([, own]) => own.length)
          .map(
            ([group, own]) => html`
              <div class="pages">
                <h2>${group}</h2>
                ${own.map(
                  (each) => html`
                    <a href=${along(each.path, query)} aria-current=${each === page ? 'page' : undefined}>
                      ${each.title}
                    </a>`,
                )}
              </div>`,
          )}
      </nav>
      <a class="wall-link" href="/wall" target="_blank">Wall screen</a>
    </div>`;
}
