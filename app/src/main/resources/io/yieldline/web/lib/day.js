import { html, useMemo } from './preact.js';
import { get } from './api.js';
import { Chart } from './chart.js';
import { count, day as dayText, decimal, percent, week, weekPlus } from './format.js';
import { Loaded, useLoad } from './load.js';
import * as says from './says.js';
import { DataTable } from './table.js';
import { changed, link, why } from './url.js';
import { ofWeek, yieldOf } from './winning.js';
import { distinct, same } from '../maths/groups.js';
import { isBelow, targetOf } from '../maths/targets.js';
import { BEFORE, losses, rolledOfUnits } from '../maths/today.js';

// The lists of the page Today: losses, scrapped units, yields, alerts and runs.

const MOST = 3;

/** The stations that lost most units beyond what is expected of them. */
export function TopLosses({ day, data }) {
  const table = useMemo(() => losses(data.units, day), [data.units, day]);
  const explain = (row) => why('unit_first_pass_daily', { day, model: row.model, station: row.station });
  return html`
    <section class="card" data-card="losses">
      <header>
        <div>
          <h2>Most units lost</h2>
          <p>Units that failed their first run on ${dayText(day)}, against the rate of the ${BEFORE} days before.</p>
        </div>
      </header>
      ${table.length > 0 && html`<p class="says">${says.lost(table[0])}</p>`}
      ${
        table.length
          ? html`
            <${DataTable}
              caption="Most units lost"
              rows=${table.slice(0, MOST)}
              columns=${[
                { key: 'station', label: 'Station' },
                { key: 'model', label: 'Model' },
                { key: 'failed', label: 'Failed', type: 'count', why: explain },
                {
                  key: 'expected',
                  label: 'Expected',
                  type: 'number',
                  render: (row) => (row.expected === null ? 'n/a' : decimal(row.expected, 1)),
                },
                { key: 'units', label: 'Units', type: 'count' },
              ]}
            />`
          : html`<p class="soft">No station has more failed units than expected.</p>`
      }
    </section>`;
}

/** The scrapped units, each to its page. */
export const ScrapList = ({ day, units }) => html`
  <section class="card" data-card="scrap">
    <header>
      <h2>Scrapped on ${dayText(day)}</h2>
      <a class="button" href=${changed({ list: '' })}>Close</a>
    </header>
    <${DataTable}
      caption="Scrapped units"
      rows=${units}
      columns=${[
        {
          key: 'serial_number',
          label: 'Serial number',
          render: (row) => html`<a href=${link('unit', { serial: row.serial_number })}>${row.serial_number}</a>`,
        },
        { key: 'model', label: 'Model' },
        { key: 'part_number', label: 'Part number' },
        { key: 'station', label: 'Station' },
        { key: 'ended_at', label: 'At', type: 'time' },
      ]}
    />
  </section>`;

/** The yields of each model: the day, its week so far, the weeks before, and the rolled yields of the day. */
export function Yields({ day, data, plant }) {
  const weeks = [0, -1, -2].map((back) => weekPlus(week(day), back));
  const rolled = (model, kind) => {
    const found = data.rolled.find((row) => same(row.model, model) && row.kind === kind)?.yield ?? null;
    return found === null ? null : Number(found);
  };
  const table = distinct([...data.weekly, ...data.daily], 'model').map((model) => ({
    model,
    day: yieldOf(data.daily, model),
    target: targetOf(data.targets, 'yield', { model, day }),
    focused: rolled(model, 'focused'),
    complete: rolled(model, 'complete'),
    rolledTarget: targetOf(data.targets, 'rolled_yield', { model, day }),
    units: rolledOfUnits(data.units.filter((row) => row.day === day && same(row.model, model))),
    ...Object.fromEntries(weeks.map((key) => [key, ofWeek(data.weekly, model, key)])),
  }));
  return html`
    <${Chart}
      title="Yields against target and the last weeks"
      name="yields"
      says=${says.yields(
        dayText(day),
        table.map((row) => ({ name: row.model, yield: row.day, target: row.target })),
      )}
      note=${YIELDS_NOTE}
      rows=${table}
      columns=${[
        { key: 'model', label: 'Model' },
        {
          key: 'day',
          label: dayText(day),
          type: 'ratio',
          render: (row) => cell(row.day, isBelow(row.day, row.target)),
        },
        {
          key: 'target',
          label: 'Target',
          type: 'number',
          render: (row) => (row.target === null ? '' : `${row.target} %`),
        },
        {
          key: 'focused',
          label: 'Rolled, focused',
          type: 'percent',
          digits: 2,
          render: (row) => shareCell(row.focused, row.rolledTarget),
        },
        { key: 'complete', label: 'Complete', type: 'percent', digits: 2 },
        { key: 'units', label: 'Of units', type: 'percent', digits: 2 },
        ...weeks.map((key) => ({
          key,
          label: `${key.slice(5)}${key === week(plant.today) ? ' so far' : ''}`,
          type: 'ratio',
          render: (row) => cell(row[key], null),
        })),
      ]}
      why=${(row) => (row.day.denominator ? why('station_yield_daily', { day, model: row.model }) : null)}
    />`;
}

const YIELDS_NOTE =
  'Passed of the judged records below the yield, without stations of repair, debug and scrap. Rolled: the product of ' +
  'the station yields of records, focused (with the target) or of all stations; of units: the product of their ' +
  'first-pass yields.';

const cell = (ratio, below) => html`
  <span class=${below ? 'down' : ''}>${percent(ratio.value)}${below ? ' BELOW' : ''}</span>
  <small class="block">${count(ratio.denominator)}</small>`;

const shareCell = (share, target) => {
  const below = share !== null && target !== null && 100 * share < target;
  return html`
    <span class=${below ? 'down' : ''}>${percent(share)}${below ? ' BELOW' : ''}</span>
    ${target !== null && html`<small class="block">target ${target} %</small>`}`;
};

/** The alerts that are open; findings have a list of their own. */
export function Alerts() {
  const state = useLoad(
    () => get('/alerts').then((found) => ({ rows: found.rows.filter((row) => row.rule !== 'finding') })),
    [],
    60,
  );
  return html`
    <section class="card">
      <header>
        <h2>Open alerts</h2>
      </header>
      <${Loaded} state=${state}>
        ${(found) =>
          found.rows.length
            ? html`
              <${DataTable}
                caption="Open alerts"
                rows=${found.rows}
                columns=${[
                  { key: 'severity', label: 'Severity' },
                  {
                    key: 'title',
                    label: 'Alert',
                    render: (row) => html`
                      <span title=${row.detail ?? ''}>${row.title}</span>
                      ${row.deliveries && html`<p class="soft">told: ${row.deliveries}</p>`}`,
                  },
                  { key: 'opened_at', label: 'Since', type: 'time' },
                  { key: 'link', label: 'Next' },
                ]}
              />`
            : html`<p class="soft">None.</p>`}
      <//>
    </section>`;
}

/** The latest runs. */
export function Runs() {
  const state = useLoad(() => get('/runs', { limit: 6 }), [], 60);
  return html`
    <section class="card">
      <header>
        <h2>Last runs</h2>
      </header>
      <${Loaded} state=${state}>
        ${(found) => html`
          <${DataTable}
            caption="Last runs"
            rows=${found.rows}
            columns=${[
              { key: 'operation', label: 'Operation' },
              { key: 'started_at', label: 'Started', type: 'time' },
              {
                key: 'outcome',
                label: 'Ended',
                render: (row) => html`
                  <span title=${row.error ?? row.summary ?? ''} class=${row.outcome === 'failed' ? 'down' : ''}>
                    ${row.outcome ?? 'running'}
                  </span>`,
              },
            ]}
          />`}
      <//>
    </section>`;
}
