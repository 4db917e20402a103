import { html } from './preact.js';

/** One number that matters, with its counts or what it is compared with; address: where it is explained. */
export const Tile = ({ name, title, figure, text, address, kind = '' }) => html`
  <section class=${`tile ${kind}`} data-tile=${name}>
    <h2>${title}</h2>
    <div class="figure">
      ${address ? html`<a href=${address} title="More about this number">${figure}</a>` : figure}
    </div>
    <p>${text}</p>
  </section>`;
