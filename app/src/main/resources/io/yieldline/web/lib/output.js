import { html, useMemo } from './preact.js';
import { Chart } from './chart.js';
import { BLANK, count, counted, day as dayText } from './format.js';
import { counts, grid, heat, line, tops } from './plots.js';
import * as says from './says.js';
import { why } from './url.js';
import { distinct, rising, same, span, sums } from '../maths/groups.js';
import { mean, sum } from '../maths/statistics.js';

/** How many output days before a day it is compared with. */
export const USUAL_DAYS = 5;
const FEW = 10;

/** The records of a station by hour, with the mean of the days before and the target. running: an hour so far. */
export function OneStation({ day, hourly, station, target, running }) {
  const own = hourly.filter((row) => same(row.station, station));
  const earlier = distinct(
    own.filter((row) => row.day < day),
    'day',
  ).slice(-USUAL_DAYS);
  const table = useMemo(() => {
    const hours = span(hourly.filter((row) => row.day === day || earlier.includes(row.day)).map((row) => row.hour));
    return hours.map((hour) => ofHour(own, day, earlier, hour, hour === running));
  }, [day, hourly, station, running]);
  const spelled = own[0]?.station ?? station;
  const option = useMemo(() => (colours) => hoursDrawn(table, earlier.length, target, colours), [table, target]);
  const total = sum(table.map((row) => row.total));
  return html`
    <${Chart}
      title=${`${spelled} by hour`}
      name="output-by-hour"
      says=${says.most(
        table.map((row) => [row.hour, row.total]),
        'record',
      )}
      columns=${[
        { key: 'hour', label: 'Hour' },
        { key: 'total', label: 'Records', type: 'count' },
        { key: 'usual', label: 'Mean before', type: 'number' },
        ...(target ? [{ key: 'target', label: 'Target', type: 'count' }] : []),
      ]}
      rows=${own.length ? table.map((row) => ({ ...row, target })) : []}
      total=${{ hour: 'Total', total, usual: earlier.length ? sum(table.map((row) => row.usual)) : null }}
      note=${[
        `${counted(total, 'record')} with any verdict on ${dayText(day)}, by plant hour of their end.`,
        ...(target ? [] : ['No target is set; to set one: yieldline.yaml, serve: hourly_targets.']),
      ].join(' ')}
      option=${option}
      why=${(row) => (row.total ? why('station_hourly', { day, hour: row.number, station: spelled }) : null)}
      at=${(event) => table[event.dataIndex]}
      height=${280}
    />`;
}

/** The records of an hour of a day, and their mean over earlier days; null without any. */
function ofHour(rows, day, earlier, hour, running) {
  const of = (when) => sum(rows.filter((row) => row.day === when && row.hour === hour).map((row) => row.total));
  const name = `${String(hour).padStart(2, '0')}:00${running ? ', so far' : ''}`;
  return { hour: name, number: hour, total: of(day), usual: mean(earlier.map(of)) };
}

function hoursDrawn(table, days, target, colours) {
  const records = {
    name: 'Records',
    type: 'bar',
    barMaxWidth: 46,
    itemStyle: { color: colours.good },
    data: table.map((row) => row.total),
  };
  const usual = line(
    `Mean of the ${counted(days, 'day')} before`,
    table.map((row) => Math.round(10 * row.usual) / 10),
    { color: colours.soft, symbol: 'none', lineStyle: { type: 'dashed', width: 2 } },
  );
  const goal = line(
    'Target',
    table.map(() => target),
    { color: colours.ink, symbol: 'none', lineStyle: { type: 'dotted', width: 2 } },
  );
  const series = [records, ...(days ? [usual] : []), ...(target ? [goal] : [])];
  const numbers = { ...tops('Records', records.data, colours), silent: true, tooltip: { show: false } };
  return {
    legend: { data: series.map((each) => each.name) },
    tooltip: { trigger: 'axis' },
    grid: grid({ top: 40 }),
    xAxis: { type: 'category', data: table.map((row) => row.hour) },
    yAxis: counts(),
    series: [...series, numbers],
  };
}

/** The records of every station by hour; those with few are left out unless all have few. */
export function AllStations({ day, today: all }) {
  const { table, shown, few } = useMemo(() => busy(all), [all]);
  const hours = span(shown.map((row) => row.hour));
  const option = useMemo(() => (colours, width) => stationsDrawn(table, shown, hours, colours, width), [table]);
  const explain = (row, hour) => why('station_hourly', { day, hour, station: row.station });
  return html`
    <${Chart}
      title="All stations by hour"
      says=${says.most(
        table.map((row) => [row.station ?? BLANK, row.total]),
        'record',
      )}
      note=${[
        'Records with any verdict; the total of the day next to the station.',
        ...(few ? [`${counted(few, 'station')} with fewer than ${FEW} records: see Stations.`] : []),
      ].join(' ')}
      rows=${table}
      option=${option}
      columns=${[
        { key: 'station', label: 'Station' },
        { key: 'total', label: 'Total', type: 'count', why: (row) => explain(row) },
        ...hours.map((hour) => ({
          key: `h${hour}`,
          label: `${hour}:00`,
          type: 'count',
          render: (row) =>
            row[`h${hour}`] ? html`<a class="why" href=${explain(row, hour)}>${count(row[`h${hour}`])}</a>` : '',
        })),
      ]}
      why=${(row) => explain(row, row.hour)}
      at=${(event) => shown[event.dataIndex]}
      height=${40 + 26 * table.length}
    />`;
}

/** The stations with enough records, the busiest first, with their records by hour (h6, h7, ...). */
function busy(all) {
  const stations = sums(all, (row) => row.station, ['total']).sort(rising((each) => -each.total));
  const many = stations.filter((each) => each.total >= FEW);
  const listed = many.length ? many : stations;
  const names = new Set(listed.map((each) => each.key));
  return {
    table: listed.map(({ key, total }) => ({
      station: key,
      total,
      ...Object.fromEntries(all.filter((row) => row.station === key).map((row) => [`h${row.hour}`, row.total])),
    })),
    shown: all.filter((row) => names.has(row.station)),
    few: stations.length - listed.length,
  };
}

const stationsDrawn = (table, shown, hours, colours, width) =>
  heat(colours, width, {
    xs: hours.map((hour) => String(hour).padStart(2, '0')),
    ys: table.map((row) => `${row.station}  ${count(row.total)}`),
    cells: shown.map((row) => [
      hours.indexOf(row.hour),
      table.findIndex((each) => each.station === row.station),
      row.total,
      `${row.station ?? ''} ${row.hour}:00\n${counted(row.total, 'record')}`,
    ]),
    labels: 170,
  });
