// The records of one unit in all feeds, as the steps that it took.

/**
 * The steps of a unit in the order of its records: records of the same test in several feeds are one step, with all
 * sources. gap: seconds from the end of the step before to the start of this one, negative where they overlap, null
 * where one is unknown.
 */
export function steps(records) {
  const made = [];
  for (const record of records) {
    const own = { ...record, ...ofSource(record) };
    const at = made.findIndex((step) => sameTest(step, record));
    if (at < 0) made.push(own);
    else made[at] = joined(made[at], own);
  }
  let end = null;
  return made.map((step) => {
    const gap = seconds(end, step.started_utc ?? step.ended_utc);
    end = step.ended_utc ?? end;
    return {
      ...step,
      code: step.code ?? null,
      gap,
      seconds: step.duration_seconds ?? null,
      source: step.sources.join('; '),
    };
  });
}

const ofSource = (record) => ({
  feeds: [record.feed],
  sources: [`${record.feed}: ${record.file}, row ${record.row_number}`],
  code: record.error_code,
  reason: record.failure_reasons ?? record.station_reason ?? record.error_description,
});

/** The same station and end with no other verdict; the same feed twice is two tests, however much they look alike. */
const sameTest = (step, record) =>
  step.ended_utc !== undefined &&
  step.ended_utc === record.ended_utc &&
  step.station?.toUpperCase() === record.station?.toUpperCase() &&
  !step.feeds.includes(record.feed) &&
  (step.verdict === undefined || record.verdict === undefined || step.verdict === record.verdict);

const joined = (one, other) => ({
  ...other,
  ...one,
  feeds: [...one.feeds, ...other.feeds],
  sources: [...one.sources, ...other.sources],
  code: one.code ?? other.code,
  reason: one.reason ?? other.reason,
});

/** The seconds between two instants, as UTC; null where one is missing. */
export const seconds = (from, to) => (from && to ? (Date.parse(`${to}Z`) - Date.parse(`${from}Z`)) / 1000 : null);
