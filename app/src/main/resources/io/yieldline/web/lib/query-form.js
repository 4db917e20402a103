import { html } from './preact.js';
import { plus } from './format.js';

const DAY = /^(from|to|day|until|since)$|_day$/;

/** What a parameter is before somebody says: the usual days, else nothing. */
export function usual(name, plant) {
  if (!DAY.test(name)) return '';
  return name === 'from' || name === 'since' ? plus(plant.latest ?? plant.today, -27) : (plant.latest ?? plant.today);
}

/** A field for each parameter; a list is pasted, or read from a file. */
export const ParameterFields = ({ parameters, values, set }) =>
  parameters.length > 0 &&
  html`
    <div class="filters parameters">
      ${parameters.map(({ name, list }) =>
        list
          ? html`<${ListField} key=${name} name=${name} value=${values[name] ?? ''} set=${set} />`
          : html`
            <label key=${name}>
              ${name}
              <input
                name=${name}
                type=${DAY.test(name) ? 'date' : 'text'}
                autocomplete="off"
                value=${values[name] ?? ''}
                onInput=${(event) => set({ [name]: event.target.value })}
              />
            </label>`,
      )}
    </div>`;

const ListField = ({ name, value, set }) => html`
  <label class="listed">
    ${name}: a list
    <textarea
      name=${name}
      rows="3"
      spellcheck="false"
      placeholder="One value in each line"
      value=${value}
      onInput=${(event) => set({ [name]: event.target.value })}
    ></textarea>
  </label>
  <label>
    ${name} from a file
    <input
      type="file"
      accept=".txt,.csv,.tsv,text/plain,text/csv"
      onChange=${(event) => event.target.files[0]?.text().then((text) => set({ [name]: text }))}
    />
  </label>`;
