import { html, useMemo } from '../lib/preact.js';
import { rows } from '../lib/api.js';
import { Chart } from '../lib/chart.js';
import { Choice, Days, FilterBar, Week, range, week as weekOf } from '../lib/filters.js';
import {
  BLANK,
  count,
  counted,
  day as dayText,
  days,
  decimal,
  longDay,
  monday,
  plus,
  shortDay,
  week,
  weekPlus,
  weekday,
} from '../lib/format.js';
import { Loaded, useLoad } from '../lib/load.js';
import { counts, distinct, line, ofModel, sums, trend } from '../lib/plots.js';
import { csv, save, useCopy, xlsx } from '../lib/sheet.js';
import { why } from '../lib/url.js';

const WEEKS = 12;

/** What was packed: the plant's own table, the days of a week, and the last twelve weeks. */
export default function Packing({ query, plant }) {
  const { from, to } = range(query, plant, 7);
  const chosen = weekOf(query, plant);
  const first = monday(weekPlus(chosen, 1 - WEEKS));
  const begin = from < first ? from : first;
  const end = [to, plus(monday(chosen), 6)].sort().at(-1);
  const state = useLoad(
    () =>
      Promise.all([
        rows('/marts/packing_daily', { from: begin, to: end }),
        rows('/marts/sort_test_daily', { from, to }),
      ]).then(([packing, sort]) => ({ packing: packing.rows, sort: sort.rows })),
    [begin, end, from, to],
  );
  const models = ordered(distinct(state.data?.packing ?? [], 'model'), plant.rules.yield_models);
  return html`
    <${FilterBar}>
      <${Days} from=${from} to=${to} latest=${plant.latest} presets=${[7, 14, 28]} />
      <${Choice} name="model" label="Model" value=${query.model} options=${models} />
    <//>
    <${Loaded} state=${state} lines=${10}>
      ${(data) => {
        const packing = query.model ? data.packing.filter((row) => row.model === query.model) : data.packing;
        const list = query.model ? models.filter((model) => model === query.model) : models;
        return html`
          <div class="grid">
            <${Matrix}
              packing=${packing.filter((row) => row.day >= from && row.day <= to)}
              sort=${data.sort}
              models=${list}
              codes=${plant.rules.sort_codes}
              dates=${days(from, to)}
            />
            <div class="half stack">
              <${OfWeek}
                plant=${plant}
                chosen=${chosen}
                latest=${week(plant.latest)}
                packing=${packing}
                models=${list}
              />
            </div>
            <div class="half stack">
              <${OfWeeks} plant=${plant} chosen=${chosen} packing=${packing} models=${list} />
            </div>
          </div>`;
      }}
    <//>`;
}

/** The models with yields first, as the rules have them, then the others by name. */
const ordered = (models, known) => [
  ...known.filter((model) => models.includes(model)),
  ...models.filter((model) => !known.includes(model)),
];

/** A row a part, a column a day, as the plant reads it; what a header copies is its column. */
function Matrix({ packing, sort, models, codes, dates }) {
  const [said, toClipboard] = useCopy();
  const table = useMemo(() => lines(packing, sort, models, codes, dates), [packing, sort, models, dates]);
  const columns = [
    { key: 'model', label: 'Model' },
    { key: 'part', label: 'Part number' },
    ...dates.map((date) => ({ key: date, label: date, type: 'count' })),
    { key: 'total', label: 'Total', type: 'count' },
  ];
  const copy = (date) => {
    const text = table
      .filter((row) => row.kind === 'part')
      .map((row) => row[date] ?? 0)
      .join('\n');
    toClipboard(text, `Copied ${dayText(date)}`);
  };
  const number = (row, key) => {
    if (row.kind === 'sort')
      return row[key] === undefined
        ? ''
        : html`<a class="why" href=${why('sort_test_daily', { day: key, sort_code: row.code })}>${count(row[key])}</a>`;
    if (!row[key]) return html`<span class="soft">·</span>`;
    return html`<a class="why" href=${why('packing_daily', { day: key, ...row.keys })}>${count(row[key])}</a>`;
  };
  return html`
    <section class="card">
      <header>
        <h2>Packed by part number and day</h2>
        <div class="tools" role="group" aria-label="Packed: tools">
          <span class="said" role="status">${said}</span>
          <button type="button" onClick=${() => save('packing.csv', csv(columns, table))}>CSV</button>
          <button type="button" onClick=${() => save('packing.xlsx', xlsx('Packing', columns, table))}>
            XLSX
          </button>
        </div>
      </header>
      <p class="note">
        Packing records with a pass; weekend work counts on the Friday before. Sort rows count sort tests of any
        verdict.
      </p>
      ${
        table.length === 1
          ? html`
            <div class="empty">
              <strong>Nothing was packed.</strong>
              <p>Choose other days, or all models.</p>
            </div>`
          : html`
            <div class="scroll" tabindex="0" role="region" aria-label="Packed by part number and day">
              <table class="matrix" data-table="packing">
                <thead>
                  <tr>
                    <th scope="col">Part number</th>
                    ${dates.map(
                      (date) => html`
                        <th scope="col">
                          <button
                            type="button"
                            title=${`Copy the column of ${longDay(date)}`}
                            onClick=${() => copy(date)}
                          >
                            ${weekday(date)}
                            <br />
                            ${shortDay(date)} <span class="copy">Copy</span>
                          </button>
                        </th>`,
                    )}
                    <th scope="col">Total</th>
                  </tr>
                </thead>
                <tbody>
                  ${table.map(
                    (row) => html`
                      ${
                        row.first &&
                        html`
                          <tr class="group-row">
                            <th scope="rowgroup" colspan=${dates.length + 2}>${row.model ?? BLANK}</th>
                          </tr>`
                      }
                      <tr class=${row.kind} data-row=${row.name}>
                        <td>${row.part}</td>
                        ${dates.map(
                          (date) => html`
                            <td class=${['Sat', 'Sun'].includes(weekday(date)) ? 'off' : ''} data-day=${date}>
                              ${number(row, date)}
                            </td>`,
                        )}
                        <td data-day="total">${count(row.total)}</td>
                      </tr>`,
                  )}
                </tbody>
              </table>
            </div>`
      }
    </section>`;
}

function lines(packing, sort, models, codes, dates) {
  const all = models.flatMap((model) => {
    const own = packing.filter((row) => row.model === model);
    const parts = distinct(own, 'part_number');
    const made = parts.map((part) =>
      summed(
        'part',
        `${model}/${part}`,
        model,
        part,
        own.filter((row) => row.part_number === part),
        { model, part_number: part },
      ),
    );
    const code = codes[model];
    const sorted = sort.filter((row) => row.sort_code === code);
    return own.length === 0 && (!code || sorted.length === 0)
      ? []
      : [
          ...made.map((row, i) => ({ ...row, first: i === 0 })),
          {
            ...summed('sum', `${model}/total`, model, 'Daily total', own, { model }),
            first: made.length === 0,
          },
          ...(code && sorted.length
            ? [
                {
                  kind: 'sort',
                  name: `${model}/sort`,
                  model,
                  part: `Sort ${code}`,
                  code,
                  total: sorted.reduce((sum, row) => sum + row.total, 0),
                  ...Object.fromEntries(
                    dates
                      .map((date) => [date, sorted.find((row) => row.day === date)?.total])
                      .filter(([, value]) => value !== undefined),
                  ),
                },
              ]
            : []),
        ];
  });
  return [...all, { ...summed('sum', 'all', 'All models', 'Total of the days', packing, {}), first: true }];
}

/** A row that is the sum of rows of the mart. */
function summed(kind, name, model, part, own, keys) {
  const byDay = Object.fromEntries(sums(own, (row) => row.day, ['packed']).map((each) => [each.key, each.packed]));
  return { kind, name, model, part, keys, ...byDay, total: own.reduce((sum, row) => sum + row.packed, 0) };
}

function OfWeek({ plant, chosen, latest, packing, models }) {
  const dates = days(monday(chosen), plus(monday(chosen), 6));
  const table = useMemo(
    () =>
      dates.map((date) => {
        const own = packing.filter((row) => row.day === date);
        return { day: date, ...ofModels(own, models), total: own.reduce((sum, row) => sum + row.packed, 0) };
      }),
    [chosen, packing, models.join()],
  );
  const total = table.reduce((sum, row) => sum + row.total, 0);
  return html`
    <${Chart}
      title=${`Packed by day, ${chosen}`}
      name=${`packed-${chosen}`}
      note=${`${counted(total, 'unit')} packed in the week of ${longDay(dates[0])}, by output day.`}
      rows=${table}
      columns=${[
        { key: 'day', label: 'Day', type: 'day' },
        { key: 'total', label: 'Packed', type: 'count' },
        ...models.map((model) => ({ key: model, label: model, type: 'count' })),
      ]}
      option=${useMemo(
        () =>
          bars(
            plant,
            table,
            models,
            table.map((row) => dayText(row.day)),
          ),
        [table],
      )}
      why=${(row) => (row.total ? why('packing_daily', { day: row.day }) : null)}
      at=${(event) => table[event.dataIndex]}
    >
      <div class="filters">
        <${Week} value=${chosen} latest=${latest} />
      </div>
    <//>`;
}

const ofModels = (own, models) =>
  Object.fromEntries(
    models.map((model) => [model, own.filter((row) => row.model === model).reduce((sum, row) => sum + row.packed, 0)]),
  );

/** Stacked by model, the sum on top. */
const bars =
  (plant, table, models, names, more = []) =>
  (colours) => ({
    legend: { data: [...models, ...(more.length ? ['Mean', 'Trend'] : [])] },
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
    grid: { left: 8, right: 16, top: 44, bottom: 8, containLabel: true },
    xAxis: { type: 'category', data: names },
    yAxis: counts(),
    series: [
      ...models.map((model) => ({
        name: model,
        type: 'bar',
        stack: 'packed',
        color: ofModel(colours, plant, model),
        barMaxWidth: 54,
        data: table.map((row) => row[model]),
      })),
      {
        name: 'Total',
        type: 'line',
        symbol: 'circle',
        symbolSize: 0.1,
        lineStyle: { width: 0 },
        itemStyle: { color: colours.ink },
        data: table.map((row) => row.total),
        label: {
          show: true,
          position: 'top',
          color: colours.ink,
          formatter: (event) => (event.value ? count(event.value) : ''),
        },
      },
      ...more.map((make) => make(colours)),
    ],
  });

function OfWeeks({ plant, chosen, packing, models }) {
  const weeks = Array.from({ length: WEEKS }, (_, i) => weekPlus(chosen, i + 1 - WEEKS));
  const table = useMemo(
    () =>
      weeks.map((each) => {
        const own = packing.filter((row) => week(row.day) === each);
        return { week: each, ...ofModels(own, models), total: own.reduce((sum, row) => sum + row.packed, 0) };
      }),
    [chosen, packing, models.join()],
  );
  const filled = table.filter((row) => row.total > 0);
  const mean = filled.length ? filled.reduce((sum, row) => sum + row.total, 0) / filled.length : null;
  const begin = table.findIndex((row) => row.total > 0);
  const fitted = begin < 0 ? null : trend(table.slice(begin).map((row) => row.total));
  const slope = fitted ? fitted[1] - fitted[0] : null;
  const lined = table.map((row, i) => ({
    ...row,
    mean,
    trend: fitted && i >= begin ? fitted[i - begin] : null,
  }));
  const option = useMemo(
    () =>
      bars(
        plant,
        lined,
        models,
        weeks.map((each) => each.slice(5)),
        [
          (colours) =>
            line(
              'Mean',
              lined.map((row) => (row.total ? Math.round(mean) : null)),
              { color: colours.soft, symbol: 'none', connectNulls: true, lineStyle: { type: 'dashed' } },
            ),
          (colours) =>
            line(
              'Trend',
              lined.map((row) => (row.trend === null ? null : Math.round(row.trend))),
              { color: colours.ink, symbol: 'none', lineStyle: { width: 1.5 } },
            ),
        ],
      ),
    [table],
  );
  return html`
    <${Chart}
      title="Packed by week"
      name="packed-by-week"
      rows=${lined}
      note=${
        mean === null
          ? 'The last twelve ISO weeks.'
          : `The twelve ISO weeks until ${chosen}. Mean of the ${filled.length} weeks with output: ${decimal(mean, 0)}. Trend by least squares: ${slope === null ? 'n/a' : `${slope < 0 ? '−' : '+'}${decimal(Math.abs(slope), 0)} a week`}.`
      }
      columns=${[
        { key: 'week', label: 'Week' },
        {
          key: 'total',
          label: 'Packed',
          type: 'count',
          why: (row) =>
            row.total ? why('packing_daily', { from: monday(row.week), to: plus(monday(row.week), 6) }) : null,
        },
        ...models.map((model) => ({ key: model, label: model, type: 'count' })),
        { key: 'mean', label: 'Mean', type: 'number' },
        { key: 'trend', label: 'Trend', type: 'number' },
      ]}
      option=${option}
      why=${(row) =>
        row.total ? why('packing_daily', { from: monday(row.week), to: plus(monday(row.week), 6) }) : null}
      at=${(event) => table[event.dataIndex]}
      height=${346}
    />`;
}
