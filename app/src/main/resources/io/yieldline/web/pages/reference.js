import { html, useMemo } from '../lib/preact.js';
import { get } from '../lib/api.js';
import { Choice, FilterBar } from '../lib/filters.js';
import { counted } from '../lib/format.js';
import { Empty, Loaded, useLoad } from '../lib/load.js';
import { DataTable } from '../lib/table.js';
import { change } from '../lib/url.js';

const ROLES = ['anyone', 'viewer', 'analyst', 'operator', 'admin'];

/** The routes of the REST API, from the document that the server makes of them. */
export default function Reference({ query }) {
  const state = useLoad(() => get('/openapi.json'), [], 3600);
  return html`
    <${Loaded} state=${state} lines=${10}>
      ${(found) => html`<${Routes} document=${found} query=${query} />`}
    <//>`;
}

function Routes({ document: found, query }) {
  const all = useMemo(() => operations(found), [found]);
  const words = (query.find ?? '').toLowerCase();
  const shown = all.filter(
    (each) =>
      (!query.about || each.tag === query.about) &&
      (!query.role || each.role === query.role) &&
      (!words || `${each.method} ${each.path} ${each.summary}`.toLowerCase().includes(words)),
  );
  return html`
    <${FilterBar}>
      <label>
        Find
        <input
          type="search"
          name="find"
          value=${query.find ?? ''}
          onChange=${(event) => change({ find: event.target.value })}
          autocomplete="off"
          spellcheck="false"
        />
      </label>
      <${Choice}
        name="about"
        label="About"
        value=${query.about}
        options=${[...new Set(all.map((each) => each.tag))].sort()}
      />
      <${Choice} name="role" label="Lowest role" value=${query.role} options=${ROLES} />
      <span class="resolved">${counted(shown.length, 'route')}</span>
    <//>
    <p class="note soft">
      Programs send the header <code>Authorization: Bearer ya_...</code> with a token from the${' '}
      <a href="/account">account</a> page. Errors are <code>application/problem+json</code> (RFC 9457). For
      programs: <a href="/api/v1/openapi.json" target="_blank">openapi.json</a>, OpenAPI ${found.openapi}.
    </p>
    <div class="stack">
      ${shown.map((each) => html`<${Route} key=${each.id} route=${each} />`)}
      ${shown.length === 0 && html`<${Empty} title="No route matches.">Find another word, or clear a filter.<//>`}
    </div>`;
}

function Route({ route }) {
  return html`
    <section class="card route" id=${route.id}>
      <header>
        <div>
          <h2>
            <code>${route.method} ${route.path}</code>
          </h2>
          <p>${told(route)}</p>
        </div>
        ${opens(route) && html`<a class="button" href=${route.path} target="_blank">Open</a>`}
      </header>
      ${
        route.parameters.length > 0 &&
        html`
          <${DataTable}
            caption=${`Parameters of ${route.method} ${route.path}`}
            rows=${route.parameters}
            columns=${PARAMETERS}
        />`
      }
    </section>`;
}

/** Whether a browser can open it by its address alone. */
const opens = ({ method, path, needs }) => method === 'GET' && !path.includes('{') && !needs;

const told = ({ summary, role, takes, gives }) =>
  [
    summary,
    `Lowest role: ${role}.`,
    ...(takes.length ? [`Body: ${takes.join(' or ')}.`] : []),
    `Answer: ${gives.join(' or ')}.`,
  ].join(' ');

const PARAMETERS = [
  { key: 'name', label: 'Parameter', render: (row) => html`<code>${row.name}</code>` },
  { key: 'in', label: 'In' },
  { key: 'type', label: 'Type' },
  { key: 'required', label: 'Required' },
  { key: 'meaning', label: 'Meaning' },
];

function operations(found) {
  return Object.entries(found.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, each]) => {
      const parameters = [
        ...each.parameters.map((one) => parameter(one.name, one.in, one.schema, one.required, one.description)),
        ...fields(each),
      ];
      return {
        id: each.operationId,
        method: method.toUpperCase(),
        path,
        tag: each.tags[0],
        role: each['x-role'],
        summary: each.summary,
        parameters,
        needs: parameters.some((one) => one.required),
        takes: Object.keys(each.requestBody?.content ?? {}),
        gives: Object.keys(each.responses['2XX'].content),
      };
    }),
  );
}

/** The fields of a JSON body are parameters like others. */
function fields(operation) {
  const schema = operation.requestBody?.content['application/json']?.schema;
  return Object.entries(schema?.properties ?? {}).map(([name, one]) =>
    parameter(name, 'body', one, schema.required?.includes(name), one.description),
  );
}

const parameter = (name, place, schema, required, meaning) => ({
  name,
  in: place,
  type: type(schema),
  required: required ? 'yes' : '',
  meaning,
});

function type(schema) {
  if (schema.type === 'array') return `several: ${type(schema.items)}`;
  if (schema.enum) return schema.enum.join(', ');
  return schema.pattern ? 'ISO week' : (schema.format ?? schema.type);
}
