// Metrics by day or week: rows of { day or week, thing, counts }.

/** The rows of the last day or week that has any. */
export function latestRows(rows, by) {
  const last = rows.reduce((latest, row) => (row[by] > latest ? row[by] : latest), '');
  return rows.filter((row) => row[by] === last);
}

/** One row for each thing: its counts added up over all days or weeks, in the order in which things occur. */
export function byThing(rows, thing, counts) {
  const sums = new Map();
  for (const row of rows) {
    const sum = sums.get(row[thing]) ?? Object.fromEntries(counts.map((count) => [count, 0]));
    for (const count of counts) sum[count] += row[count];
    sums.set(row[thing], sum);
  }
  return [...sums].map(([name, sum]) => ({ [thing]: name, ...sum }));
}
