/**
 * What the rules say of an error code: its meaning, and the action for units of a model; without a model the action for
 * all, and the exceptions. Blank where they say nothing. codes: what /failure-codes lists.
 */
export function advice(codes, code, model) {
  const known = codes.find((each) => each.code === code);
  return { meaning: known?.description ?? '', action: known ? actions(known, model) : '' };
}

function actions({ action, models }, model) {
  if (model) return models[model] ?? action;
  return [action, ...Object.entries(models).map(([name, own]) => `${name}: ${own}`)].join('; ');
}

/** The columns of a table whose rows have advice; those that say nothing are left out. */
export const adviceColumns = (rows) =>
  [
    { key: 'meaning', label: 'Meaning' },
    { key: 'action', label: 'Recommended action' },
  ].filter(({ key }) => rows.some((row) => row[key]));
