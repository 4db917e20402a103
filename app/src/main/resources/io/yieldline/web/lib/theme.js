import { useEffect, useState } from './preact.js';

// Light or dark is a choice of the person at the screen, not a part of what is shown: the browser keeps it. A wall
// screen can have it in its address: ?theme=dark.

const KEY = 'yieldline-theme';
const listeners = new Set();

export const THEMES = ['auto', 'light', 'dark'];

/** What was chosen. */
export function theme() {
  const asked = new URLSearchParams(location.search).get('theme') ?? localStorage.getItem(KEY);
  return THEMES.includes(asked) ? asked : 'auto';
}

export function choose(value) {
  localStorage.setItem(KEY, value);
  apply(value);
}

export function apply(value = theme()) {
  document.documentElement.dataset.theme = value;
  listeners.forEach((tell) => tell());
}

/** The colours that charts draw with; they follow a change of the theme. */
export function useColours() {
  const [colours, set] = useState(read);
  useEffect(() => {
    const tell = () => set(read());
    const system = matchMedia('(prefers-color-scheme: dark)');
    listeners.add(tell);
    system.addEventListener('change', tell);
    return () => {
      listeners.delete(tell);
      system.removeEventListener('change', tell);
    };
  }, []);
  return colours;
}

// Okabe and Ito's colours, which stay apart for every kind of colour vision; the dark ones are the same hues, lighter.
// Orange is not among them: on every chart it means a failure or a signal.
export const SERIES = {
  light: ['#0072b2', '#00805e', '#a8508a', '#6a6400', '#3a8fc4', '#5b4bb0', '#666c75'],
  dark: ['#56aee6', '#35c9a0', '#e39ac8', '#d8cf4e', '#9ad2f5', '#b3a6ff', '#a9b1bc'],
};
const COOL = {
  light: ['#f2f6fa', '#c3dbee', '#7fb4dc', '#3a86c0', '#0b4f86'],
  dark: ['#1d2630', '#1d4263', '#226a9e', '#3f97d6', '#9cd2ff'],
};
const WARM = {
  light: ['#8f3a00', '#c75b12', '#ee9a57', '#f8d3b2', '#f4f6f8'],
  dark: ['#ffb27a', '#e07b34', '#a2531c', '#553220', '#1d2630'],
};

function read() {
  const probe = document.body.appendChild(document.createElement('i'));
  const of = (name) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const dark = matchMedia('(prefers-color-scheme: dark)').matches ? theme() !== 'light' : theme() === 'dark';
  const mode = dark ? 'dark' : 'light';
  const colours = {
    dark,
    ink: of('ink'),
    soft: of('soft'),
    line: of('line'),
    surface: of('surface'),
    good: of('blue'),
    bad: of('orange'),
    series: SERIES[mode],
    cool: COOL[mode],
    warm: WARM[mode],
  };
  probe.remove();
  return colours;
}
