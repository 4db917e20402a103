import { html, useMemo } from '../lib/preact.js';
import { get } from '../lib/api.js';
import { Chart } from '../lib/chart.js';
import { Check, NEVER, good, outcome } from '../lib/check.js';
import { Choice, FilterBar } from '../lib/filters.js';
import { capital, count, counted, decimal, longDay, ratio } from '../lib/format.js';
import { Loaded, useLoad } from '../lib/load.js';
import * as says from '../lib/says.js';
import { DataTable } from '../lib/table.js';
import { Tile } from '../lib/tile.js';
import { changed } from '../lib/url.js';
import { rising } from '../maths/groups.js';

const OUTCOMES = ['could not run', 'failed', 'warned', 'passed'];

/** The data-quality score and its parts, each check with its history, its findings and the failing rows. */
export default function Quality({ query, plant }) {
  const state = useLoad(
    () =>
      Promise.all([get('/checks/score'), get('/checks'), get('/checks/findings')]).then(
        ([scored, checks, findings]) => ({ ...scored, checks, findings: findings.rows }),
      ),
    [],
    120,
  );
  return html`
    <${Loaded} state=${state} lines=${10}>
      ${(data) => html`
        <${Tiles} data=${data} />
        <p class="note soft">
          The score: ${data.formula}.${' '}
          ${
            data.since
              ? `Its oldest result is of ${longDay(data.since.slice(0, 10))} ${data.since.slice(11, 16)}.`
              : 'No check has run; run: yieldline check.'
          }
          ${carried(data.checks)}
        </p>
        <div class="stack">
          <${List} data=${data} query=${query} />
          ${
            query.check
              ? html`
                <${Check}
                  key=${query.check}
                  check=${data.checks.find((each) => each.check === query.check) ?? { check: query.check }}
                  data=${data}
                  plant=${plant}
                />`
              : html`<${Findings} findings=${data.findings} />`
          }
        </div>`}
    <//>`;
}

/** Which checks looked only at what changed, and since when they did not look at everything. */
function carried(checks) {
  const only = checks.filter((each) => each.carried > 0);
  const since = only.map((each) => each.carried_since).sort()[0];
  if (!only.length) {
    return '';
  }
  const look = `${longDay(since.slice(0, 10))} ${since.slice(11, 16)}`;
  return ` ${counted(only.length, 'check')} looked only at what changed since the full look of ${look}.`;
}

function Tiles({ data }) {
  const { score, checks } = data;
  const bad = checks.filter((each) => ['failed', 'could not run'].includes(each.outcome)).length;
  return html`
    <div class="tiles">
      <${Tile}
        name="score"
        title="Score"
        figure=${points(score.points)}
        text=${`from ${count(score.shares.length)} of ${counted(score.checks, 'check')}; ${count(bad)} failed`}
        kind=${bad ? 'bad' : ''}
      />
      ${score.dimensions.map(
        (each) => html`
          <${Tile}
            name=${each.dimension}
            title=${capital(each.dimension)}
            figure=${points(each.points)}
            text=${
              each.weight
                ? `100 × ${decimal(each.earned, 4)} of ${count(each.weight)}; ${counted(each.checks, 'check')}`
                : 'nothing was checked'
            }
          />`,
      )}
    </div>`;
}

const points = (value) => (value === null ? 'n/a' : decimal(value, 2));

function List({ data, query }) {
  const table = useMemo(() => listed(data, query), [data, query.dimension, query.outcome]);
  return html`
    <${Chart}
      title="Checks, each with its latest result over all days"
      name="checks"
      says=${says.checks(table)}
      rows=${table}
      height=${60 + 34 * table.length}
      note=${LIST_NOTE}
      columns=${[
        {
          key: 'check',
          label: 'Check',
          render: (row) => html`<${CheckLink} check=${row.check} chosen=${query.check} />`,
        },
        { key: 'title', label: 'Says that' },
        { key: 'dimension', label: 'Dimension' },
        { key: 'severity', label: 'Severity' },
        { key: 'outcome', label: 'Outcome', render: outcome },
        { key: 'failing', label: 'Failing', type: 'count' },
        { key: 'good', label: 'Good', type: 'ratio', render: good },
        { key: 'weight', label: 'Weight', type: 'count' },
        { key: 'finished_at', label: 'Checked', type: 'time' },
      ]}
    >
      <${FilterBar}>
        <${Choice}
          name="dimension"
          label="Dimension"
          value=${query.dimension}
          options=${data.score.dimensions.map((each) => each.dimension)}
        />
        <${Choice} name="outcome" label="Outcome" value=${query.outcome} options=${[...OUTCOMES, NEVER]} />
      <//>
    <//>`;
}

const LIST_NOTE =
  'Checks that could not run and failed checks come first. Choose a check to see its history and its failing rows. ' +
  'Good: correct rows of the rows that were checked.';

/** The checks that the filters ask for, with their share of the score, the worst outcome first. */
function listed({ score, checks }, query) {
  const parts = new Map(score.shares.map((each) => [each.check, each]));
  const rank = (row) => (OUTCOMES.includes(row.outcome) ? OUTCOMES.indexOf(row.outcome) : OUTCOMES.length);
  return checks
    .filter((row) => !query.dimension || row.dimension === query.dimension)
    .filter((row) => !query.outcome || (row.outcome ?? NEVER) === query.outcome)
    .map((row) => {
      const part = parts.get(row.check);
      return { ...row, weight: part?.weight ?? null, good: part ? ratio(part.good, part.total) : null };
    })
    .sort(rising(rank));
}

const CheckLink = ({ check, chosen }) => html`
  <a href=${changed({ check: check === chosen ? '' : check })} aria-current=${check === chosen ? 'true' : undefined}>
    ${check}
  </a>`;

function Findings({ findings }) {
  return html`
    <section class="card">
      <header>
        <div>
          <h2>What the latest runs found</h2>
        </div>
      </header>
      ${
        findings.length
          ? html`
            <${DataTable}
              caption="Findings"
              rows=${findings}
              columns=${[
                {
                  key: 'check',
                  label: 'Check',
                  render: (row) => html`<a href=${changed({ check: row.check })}>${row.check}</a>`,
                },
                { key: 'severity', label: 'Severity' },
                { key: 'message', label: 'Finding, and what to do' },
              ]}
            />`
          : html`<p class="soft">Nothing.</p>`
      }
    </section>`;
}
