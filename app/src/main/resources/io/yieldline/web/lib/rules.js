import { html } from './preact.js';
import { get } from './api.js';
import { advice, adviceColumns } from './failure-codes.js';
import { capital } from './format.js';
import { Loaded, useLoad } from './load.js';
import { DataTable } from './table.js';

/** The rules behind all numbers, in words; they are in rules.yaml of the plant. */
export function Rules({ plant }) {
  const rules = plant.rules;
  const state = useLoad(() => get('/failure-codes'), []);
  return html`
    <section class="card">
      <header>
        <div>
          <h2>Rules as they apply</h2>
          <p>
            From rules.yaml. After a change, restart the server; the next aggregate rebuilds what depends on it.
          </p>
        </div>
      </header>
      <dl class="terms rules">
        ${said(rules).map(
          ([term, words]) => html`
            <div>
              <dt>${term}</dt>
              ${[].concat(words).map((each) => html`<dd>${each}</dd>`)}
            </div>`,
        )}
      </dl>
      <h3>Verdicts</h3>
      <${DataTable}
        caption="Verdicts"
        rows=${verdicts(rules)}
        columns=${[
          { key: 'status', label: 'Status' },
          { key: 'verdict', label: 'Verdict' },
        ]}
      />
      <h3>Models</h3>
      <${DataTable}
        caption="Models"
        rows=${models(rules)}
        columns=${[
          { key: 'model', label: 'Model' },
          { key: 'yields', label: 'Station and rolled yields' },
          { key: 'focused', label: 'Focused rolled yield' },
          { key: 'sort', label: 'Sort code' },
        ]}
      />
      <h3>Failure codes</h3>
      <p>
        What to do with a unit that failed. No number depends on it; a code that is not here has no recommended action.
      </p>
      <${Loaded} state=${state}>${({ rows }) => html`<${FailureCodes} codes=${rows} />`}<//>
    </section>`;
}

function FailureCodes({ codes }) {
  const rows = codes.map(({ code }) => ({ code, ...advice(codes, code) }));
  const columns = [{ key: 'code', label: 'Code' }, ...adviceColumns(rows)];
  return html`<${DataTable} caption="Failure codes" rows=${rows} columns=${columns} />`;
}

const listed = (values) => (values?.length ? values.join(', ') : 'none');
const days = (number) => (number === 1 ? '1 day' : `${number} days`);

function said(rules) {
  const scope = rules.production_scope;
  const code = rules.error_code;
  return [
    [
      'Times',
      rules.convert_zones
        ? 'of each feed are converted to plant time by its zone'
        : 'are used as they are in the exports',
    ],
    [
      'Production scope',
      [
        `excluded flows: ${listed(scope.excluded_flows)}`,
        `excluded stations: ${listed(scope.excluded_stations)}`,
        `a blank flow is ${scope.blank_flow ? 'included' : 'excluded'}`,
      ],
    ],
    [
      'Complete rolled yield',
      `all stations of the model except ${listed(rules.complete_rolled_yield_excluded)}; * matches any text`,
    ],
    [
      'Output day',
      Object.entries(rules.output_day_roll).map(([day, back]) => `${capital(day)} counts ${days(back)} earlier`),
    ],
    [
      'Stations',
      Object.entries(rules.stations).map(([role, stations]) => `${role.replaceAll('_', ' ')}: ${listed(stations)}`),
    ],
    [
      'Error code',
      [
        `${code.prefix} and the last ${code.characters} characters of the failure reason`,
        `ignored suffixes: ${listed(code.skipped_suffixes)}`,
        `for a blank reason: ${code.blank ?? 'none'}`,
      ],
    ],
  ];
}

const verdicts = (rules) => [
  ...Object.entries(rules.verdicts).map(([status, verdict]) => ({ status, verdict })),
  { status: '(blank)', verdict: rules.blank_status },
  { status: 'any other', verdict: rules.unknown_status },
];

const models = (rules) =>
  [
    ...new Set([...rules.yield_models, ...Object.keys(rules.focused_rolled_yield), ...Object.keys(rules.sort_codes)]),
  ].map((model) => ({
    model,
    yields: rules.yield_models.includes(model) ? 'yes' : 'no',
    focused: (rules.focused_rolled_yield[model] ?? []).join(' × '),
    sort: rules.sort_codes[model] ?? '',
  }));
