// What the unit tests of the dashboard's modules need: a test fails by throwing.

const written = (value) => JSON.stringify(value, (_, each) => (Number.isNaN(each) ? 'NaN' : each));

/** Fails unless both are the same as JSON, in which nothing (undefined) and null are told apart at the top. */
export function equal(actual, expected) {
  if (written(actual) !== written(expected)) {
    throw new Error(`expected ${written(expected)}, but was ${written(actual)}`);
  }
}

/** Fails unless all numbers agree to so many decimals. */
export function close(actual, expected, digits) {
  const rounded = (list) => [].concat(list).map((each) => Number(each.toFixed(digits)));
  equal(rounded(actual), rounded(expected));
}
