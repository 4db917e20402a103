import { html, useEffect, useRef } from './preact.js';

/** Buttons that are seldom needed, behind one that opens them. */
export function Menu({ label, children }) {
  const menu = useRef(null);
  useEffect(() => {
    const close = (event) => {
      if (event.type === 'keydown' ? event.key === 'Escape' : !menu.current.contains(event.target)) {
        menu.current.open = false;
      }
    };
    document.addEventListener('click', close);
    document.addEventListener('keydown', close);
    return () => {
      document.removeEventListener('click', close);
      document.removeEventListener('keydown', close);
    };
  }, []);
  const done = (event) => {
    if (event.target.closest('button')) menu.current.open = false;
  };
  return html`
    <details class="menu" ref=${menu}>
      <summary aria-label=${label} title="Table and files">⋯</summary>
      <div class="items" onClick=${done}>${children}</div>
    </details>`;
}
