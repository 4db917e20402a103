// Why a yield changed, as the steps of a waterfall from the yield before to the yield after.

const PARTS = ['mix', 'rate', 'new', 'gone'];

/** What a group contributes to the change, as a share. */
const sum = (row) => PARTS.reduce((all, part) => all + row[part], 0);

/**
 * The groups that contribute most, then all others in one step; from and to are the yield around each step. A group
 * keeps its row.
 */
export function steps(groups, before, most) {
  const sorted = groups
    .map((row) => ({ row, by: sum(row), parts: PARTS.map((part) => row[part]) }))
    .filter((step) => step.parts.some((part) => part !== 0))
    .sort((one, other) => Math.abs(other.by) - Math.abs(one.by));
  const shown = sorted.length > most ? [...sorted.slice(0, most - 1), others(sorted.slice(most - 1))] : sorted;
  let at = before;
  return shown.map((step) => {
    const from = at;
    at += step.by;
    return { ...step, from, to: at };
  });
}

const others = (left) => ({
  others: left.length,
  by: left.reduce((all, step) => all + step.by, 0),
  parts: PARTS.map((_, i) => left.reduce((all, step) => all + step.parts[i], 0)),
});
