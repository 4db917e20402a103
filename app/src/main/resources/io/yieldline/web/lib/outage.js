import { html, useEffect, useState } from './preact.js';
import { sentence, time } from './format.js';

// One outage is one message: what cannot be loaded because the server does not answer is told at the top of the page,
// once, and the parts of the page keep still.

const troubles = new Map();
const listeners = new Set();

/** Whether an error says that nobody answers, rather than what is wrong with a question. */
export const isOutage = (error) => error !== undefined && (error.status === 0 || error.status >= 502);

/** Notes the trouble of a part of the page, or that it has none any more. */
export function note(part, trouble) {
  if (trouble) troubles.set(part, trouble);
  else if (!troubles.delete(part)) return;
  listeners.forEach((tell) => tell());
}

/** The one message about all parts that could not be loaded. */
export function Outage() {
  const [all, set] = useState([]);
  useEffect(() => {
    const tell = () => set([...troubles.values()]);
    listeners.add(tell);
    tell();
    return () => listeners.delete(tell);
  }, []);
  if (all.length === 0) return null;
  const oldest = all
    .map((each) => each.at)
    .filter(Boolean)
    .sort()[0];
  return html`
    <div class=${`notice ${oldest ? 'warn' : 'error'}`} role="alert" data-outage>
      <span>
        ${oldest && `As of ${time(oldest)}; refresh failed: `}${sentence(all[0].error.message)}
      </span>
      <button type="button" onClick=${() => all.forEach((each) => each.again())}>Try again</button>
    </div>`;
}
