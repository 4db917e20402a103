import { html, useEffect, useState } from './preact.js';
import { upload } from './api.js';
import { bytes, count } from './format.js';
import { Follow, key } from './job.js';

/** Uploads exports from this machine: chosen or dropped, sent and loaded one after the other. */
export function Upload({ done }) {
  const [files, set] = useState([]);
  const [turn, go] = useState(0);
  const [over, hover] = useState(false);
  const take = (list) => set((before) => [...before, ...Array.from(list, (file) => ({ file, key: key() }))]);
  const next = () => {
    go((before) => before + 1);
    done();
  };
  const drop = (event) => {
    event.preventDefault();
    hover(false);
    take(event.dataTransfer.files);
  };
  const drag = (event) => {
    event.preventDefault();
    hover(true);
  };
  const choose = (event) => {
    take(event.target.files);
    event.target.value = '';
  };
  return html`
    <section class="card" onDrop=${drop} onDragOver=${drag} onDragLeave=${() => hover(false)}>
      <header>
        <div>
          <h2>Load exports</h2>
          <p>Each export is loaded whole, or parked with the reason. The same file counts once.</p>
        </div>
      </header>
      <label class=${over ? 'drop over' : 'drop'}>
        Choose exports, or drop them here
        <input type="file" multiple onChange=${choose} />
      </label>
      <ol class="uploads" aria-label="Uploads">
        ${files.map(
          (each, place) => html`
            <li key=${each.key}>
              <strong>${each.file.name}</strong> <span class="soft">${bytes(each.file.size)}</span>
              ${
                place <= turn
                  ? html`<${Sent} file=${each.file} name=${each.key} done=${next} />`
                  : html`<p class="soft">waiting</p>`
              }
            </li>`,
        )}
      </ol>
    </section>`;
}

/** One file on its way: its bytes first, then what becomes of them. */
function Sent({ file, name, done }) {
  const [share, move] = useState(0);
  const [job, set] = useState(null);
  const [error, fail] = useState(null);
  useEffect(() => {
    upload(file, name, move).then(set, (problem) => {
      fail(problem);
      done();
    });
  }, [name]);
  if (error) return html`<p class="down" data-job="refused">${error.message}</p>`;
  return html`
    ${
      !job &&
      html`
        <p>${count(Math.floor(share * 100))} % sent</p>
        <progress value=${share} max="1" aria-label=${`Upload of ${file.name}`}></progress>`
    }
    ${job && html`<${Follow} job=${job} done=${done} brief />`}`;
}
