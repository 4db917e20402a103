import { week } from '../lib/format.js';
import { distinct, sums } from './groups.js';
import { mean, sum, trend } from './statistics.js';

// What was packed, from the rows of packing_daily, arranged as the plant reads it.

const packedOf = (rows) => sum(rows.map((row) => row.packed));

/** The packed units of each model, by its name. */
const ofModels = (rows, models) =>
  Object.fromEntries(models.map((model) => [model, packedOf(rows.filter((row) => row.model === model))]));

/** The packed units of each day, by model and in total. */
export const byDay = (packing, models, dates) =>
  dates.map((day) => {
    const own = packing.filter((row) => row.day === day);
    return { day, ...ofModels(own, models), total: packedOf(own) };
  });

/**
 * The packed units of each ISO week, by model and in total: rows with the mean of the weeks with output, and the least-
 * squares trend from the first of them; slope: units a week, null for fewer than two weeks. running: the week that is
 * not over, if it is the last one; it has neither mean nor trend, and no say in them.
 */
export function byWeek(packing, models, weeks, running) {
  const rows = weeks.map((each) => {
    const own = packing.filter((row) => week(row.day) === each);
    return { week: each, ...ofModels(own, models), total: packedOf(own) };
  });
  const over = rows.filter((row) => row.week !== running);
  const filled = over.map((row) => row.total).filter((total) => total > 0);
  const begin = over.findIndex((row) => row.total > 0);
  const fitted = begin < 0 ? null : trend(over.slice(begin).map((row) => row.total));
  return {
    rows: rows.map((row, i) => ({
      ...row,
      mean: row.week === running ? null : mean(filled),
      trend: (i >= begin ? fitted?.[i - begin] : null) ?? null,
    })),
    filled: filled.length,
    mean: mean(filled),
    slope: fitted ? fitted[1] - fitted[0] : null,
  };
}

/**
 * The plant's own table: a row for each part number, a total for each model, its sort tests where it has a sort code,
 * and the total of all. A row holds its number of each day under the day; kind says what it is: part, sum or sort.
 */
export function matrix(packing, sort, models, codes) {
  const rows = models.flatMap((model) => {
    const made = parts(packing, model);
    const tests = sort.filter((row) => row.sort_code === codes[model]);
    const sorted = codes[model] && tests.length ? [sortRow(model, codes[model], tests)] : [];
    const own = packing.filter((row) => row.model === model);
    if (own.length === 0 && sorted.length === 0) return [];
    const total = { ...summed(own, { model }), kind: 'sum', name: `${model}/total`, model, part: 'Daily total' };
    return [...made, total, ...sorted].map((row, i) => ({ ...row, first: i === 0 }));
  });
  const all = { ...summed(packing, {}), kind: 'sum', name: 'all', model: 'All models', part: 'Total of the days' };
  return [...rows, { ...all, first: true }];
}

const parts = (packing, model) => {
  const own = packing.filter((row) => row.model === model);
  return distinct(own, 'part_number').map((part) => ({
    ...summed(
      own.filter((row) => row.part_number === part),
      { model, part_number: part },
    ),
    kind: 'part',
    name: `${model}/${part}`,
    model,
    part,
  }));
};

const sortRow = (model, code, tests) => ({
  ...Object.fromEntries(tests.map((row) => [row.day, row.total])),
  kind: 'sort',
  name: `${model}/sort`,
  model,
  part: `Sort ${code}`,
  code,
  total: sum(tests.map((row) => row.total)),
});

/** The sum of rows of the mart: by day, in total, and the keys that select them. */
const summed = (rows, keys) => ({
  ...Object.fromEntries(sums(rows, (row) => row.day, ['packed']).map((each) => [each.key, each.packed])),
  keys,
  total: packedOf(rows),
});
