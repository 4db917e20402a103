import { html, useState } from './preact.js';
import { useCopy } from './sheet.js';

/** A form that sends its fields: [state with busy and error, what to do at submit]; it is cleared on success. */
export function useForm(work) {
  const [state, set] = useState({});
  const submit = async (event) => {
    event.preventDefault();
    const form = event.target;
    set({ busy: true });
    try {
      await work(Object.fromEntries(new FormData(form)));
      form.reset();
      set({});
    } catch (error) {
      set({ error: error.message });
    }
  };
  return [state, submit];
}

/** The fields of a form that somebody filled in. */
export const filled = (form) => Object.fromEntries(Object.entries(form).filter(([, value]) => value));

/** For which model: one of those with yields, or all. */
export const OfModel = ({ plant, label = 'Model' }) => html`
  <label>
    ${label}
    <select name="model">
      <option value="">all</option>
      ${plant.rules.yield_models.map((model) => html`<option>${model}</option>`)}
    </select>
  </label>`;

/** What went wrong with a form. */
export const Wrong = ({ error }) => error && html`<p class="notice error" role="alert">${error}</p>`;

/** A button for an action that cannot be undone: it asks first, in its place. */
export function Sure({ label, question, yes, act }) {
  const [asked, ask] = useState(false);
  const [error, fail] = useState(null);
  const go = () =>
    act()
      .catch((problem) => fail(problem.message))
      .finally(() => ask(false));
  if (error) return html`<${Wrong} error=${error} />`;
  return asked
    ? html`
      <span class="sure" role="group" aria-label=${question}>
        ${question}${' '}
        <button type="button" class="danger" onClick=${go} autofocus>${yes}</button>${' '}
        <button type="button" onClick=${() => ask(false)}>Keep</button>
      </span>`
    : html`<button type="button" onClick=${() => ask(true)}>${label}</button>`;
}

/** A secret that the server will not show again. */
export function Once({ title, secret, done }) {
  const [said, copy] = useCopy();
  return html`
    <div class="notice once" role="status" data-once>
      <span>
        ${title}, shown once: <code>${secret}</code>
      </span>
      <span class="tools">
        <span class="said">${said}</span>
        <button type="button" onClick=${() => copy(secret)}>Copy</button>
        <button type="button" onClick=${done}>Done</button>
      </span>
    </div>`;
}
