import { html, useMemo } from './preact.js';
import { Chart } from './chart.js';
import { BLANK, count, counted, day as dayText, days, longDay } from './format.js';
import { heat } from './plots.js';
import * as says from './says.js';
import { why } from './url.js';
import { rising, span, sums } from '../maths/groups.js';

// When the stations worked: their records by hour.

/** Stations with fewer records are left out unless they are asked for. */
export const LOW = 10;
const REPAIR = /REPAIR|DEBUG/i;

/** Without repair and with enough records, unless that leaves nothing to look at. */
export function visible(query, all) {
  const production = query.repair === 'yes' ? all : all.filter((row) => !REPAIR.test(row.station ?? ''));
  const many = query.low === 'yes' ? production : production.filter((row) => row.total >= LOW);
  return many.length ? many : production;
}

/** The records of each station by hour, of a day or of the days of a week. */
export function Hours({ query, hourly, from, to, weekly }) {
  const found = useMemo(() => hoursOf(hourly, query, from, to), [hourly, query.repair, query.low]);
  const { table, shown } = found;
  const option = useMemo(() => (colours, width) => hoursDrawn(found, weekly, colours, width), [found, weekly]);
  const ofStation = (row) =>
    why('station_hourly', { station: row.station, ...(weekly ? { from, to } : { day: from }) });
  return html`
    <${Chart}
      title="Records by hour"
      name="station-hours"
      says=${busiest(shown, weekly)}
      rows=${table}
      option=${option}
      height=${40 + 24 * table.length}
      note=${[
        'Records with any verdict, of any model and flow, by plant hour of their end;',
        `${weekly ? `${longDay(from)} to ${longDay(to)}` : longDay(from)}. The total is next to the station.`,
      ].join(' ')}
      columns=${[
        { key: 'station', label: 'Station' },
        { key: 'total', label: 'Total', type: 'count', why: ofStation },
        ...slotColumns(found, weekly),
      ]}
      why=${(row) => (row.hour === undefined ? ofStation(row) : ofHour(row))}
      at=${(event) => shown[event.dataIndex]}
    />`;
}

/** The hour, or the day of a week, with most records. */
function busiest(shown, weekly) {
  const name = (key) => (weekly ? dayText(key) : `${String(key).padStart(2, '0')}:00`);
  const all = sums(shown, (row) => (weekly ? row.day : row.hour), ['total']);
  return says.most(
    all.map(({ key, total }) => [name(key), total]),
    'record',
  );
}

const ofHour = ({ day, hour, station }) => why('station_hourly', { day, hour, station });
const keyOf = (row) => `${row.day} ${row.hour}`;

/** The stations with their records by day and hour, the rows that they are from, and all hours of the range. */
function hoursOf(hourly, query, from, to) {
  const totals = sums(hourly, (row) => row.station, ['total']).map(({ key, total }) => ({ station: key, total }));
  const table = [...visible(query, totals)].sort(rising((row) => -row.total)).map((row) => ({
    ...row,
    ...Object.fromEntries(
      hourly.filter((each) => each.station === row.station).map((each) => [keyOf(each), each.total]),
    ),
  }));
  const shown = hourly.filter((row) => table.some((each) => each.station === row.station));
  const hours = span(shown.map((row) => row.hour));
  const slots = days(from, to).flatMap((day) => hours.map((hour) => ({ day, hour, key: keyOf({ day, hour }) })));
  return { table, shown, slots };
}

const slotColumns = ({ shown, slots }, weekly) => {
  const filled = new Set(shown.map(keyOf));
  return slots
    .filter((slot) => filled.has(slot.key))
    .map(({ key, day, hour }) => ({
      key,
      label: weekly ? `${day.slice(5)} ${hour}h` : `${hour}:00`,
      type: 'count',
      render: (row) =>
        row[key] ? html`<a class="why" href=${ofHour({ day, hour, station: row.station })}>${count(row[key])}</a>` : '',
    }));
};

function hoursDrawn({ table, shown, slots }, weekly, colours, width) {
  const place = new Map(slots.map((slot, i) => [slot.key, i]));
  const stations = new Map(table.map((row, i) => [row.station, i]));
  const made = heat(colours, width, {
    xs: slots.map((slot) => (weekly ? slot.key : String(slot.hour).padStart(2, '0'))),
    ys: table.map((row) => `${row.station ?? BLANK}  ${count(row.total)}`),
    cells: shown.map((row) => [
      place.get(keyOf(row)),
      stations.get(row.station),
      row.total,
      `${row.station ?? BLANK}, ${dayText(row.day)} ${row.hour}:00\n${counted(row.total, 'record')}`,
    ]),
    labels: 190,
  });
  return weekly ? byDays(made, slots.length / 7) : made;
}

/** A heat map of many hours with one label a day, in its middle. */
function byDays(made, length) {
  const middle = Math.floor(length / 2);
  made.xAxis.axisLabel = {
    interval: (i) => i % length === middle,
    formatter: (key) => dayText(key.slice(0, 10)),
    hideOverlap: true,
  };
  made.series[0].itemStyle.borderWidth = 0.5;
  return made;
}
