// All calls of the REST API: an error becomes a Problem, a change carries the header that other sites cannot set, and
// an answer that has not changed is not sent again.

const ROOT = '/api/v1';
const MAX_ROWS = 10000;
const MAX_KEPT = 60;
const KNOWN = 'yieldline-known';
// Other sites cannot make a browser send this header, so the server asks for it before it changes anything.
const OWN = { 'X-Requested-With': 'yieldline' };
const kept = new Map();
const notes = new Map();
const ended = new Set();
let heard = null;
let token = null;
let who = null;

/** Calls a function whenever the server does not know the caller any more; it returns how to stop that. */
export function onSessionEnd(tell) {
  ended.add(tell);
  return () => ended.delete(tell);
}

/** The time in the plant when the server last answered, such as 2025-05-29T14:32:11; null before. */
export const plantTime = () => heard;

/** Shows a token with every call, for a screen at which nobody logs in. */
export function useToken(secret) {
  token = secret;
}

/** An error that the server reports: one line for people, and the id under which its log has the details. */
export class Problem extends Error {
  constructor(status, body) {
    super(body.detail || body.title || `the server answered ${status}`);
    this.status = status;
    this.errorId = body.error_id;
  }
}

/** The address of a route with parameters; a list means several values, undefined none, an empty text blank. */
export function address(path, parameters = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    const given = [value].flat().filter((each) => each !== undefined && each !== null);
    given.forEach((each) => query.append(name, each));
  }
  const text = query.toString();
  return ROOT + path + (text ? `?${text}` : '');
}

/** Reads. */
export async function get(path, parameters) {
  const url = address(path, parameters);
  const before = kept.get(url);
  const answer = await ask(url, { headers: before ? { 'If-None-Match': before.tag } : {} });
  if (answer.status === 304) return before.body;
  const body = await bodyOf(answer);
  keep(url, answer.headers.get('ETag'), body);
  return body;
}

/** Reads all rows of a mart or view, page by page: the answer with all rows in it. */
export async function rows(path, parameters) {
  const first = await get(path, { ...parameters, limit: MAX_ROWS });
  const all = [...first.rows];
  while (all.length < first.total) {
    const next = await get(path, { ...parameters, limit: MAX_ROWS, offset: all.length });
    if (next.rows.length === 0) break;
    all.push(...next.rows);
  }
  return { ...first, rows: all };
}

/** The values of some keys of a mart in a range, to choose from. */
export async function choices(path, parameters, keys) {
  const found = await Promise.all(keys.map((by) => rows(path, { ...parameters, by })));
  return Object.fromEntries(
    keys.map((by, i) => [by, found[i].rows.map((row) => row[by]).filter((value) => value !== null)]),
  );
}

/** Changes something; the body is sent as JSON. */
export async function send(method, path, body, headers) {
  const answer = await ask(ROOT + path, sending(method, body, headers));
  return answer.status === 204 ? null : bodyOf(answer);
}

/** Asks for a file by a body that no address could hold. */
export const sendForText = async (method, path, body) => (await ask(ROOT + path, sending(method, body))).text();

/** The same for a file of bytes. */
export const sendForFile = async (method, path, body) => (await ask(ROOT + path, sending(method, body))).blob();

const sending = (method, body, headers = {}) => ({
  method,
  headers: { ...OWN, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
  body: body === undefined ? undefined : JSON.stringify(body),
});

/** Sends a file as it is and reads the answer. */
export async function sendFile(path, parameters, file, type) {
  return bodyOf(
    await ask(address(path, parameters), {
      method: 'POST',
      headers: { ...OWN, 'Content-Type': type },
      body: file,
    }),
  );
}

const BROKEN_UPLOAD =
  'the upload broke off: the server cannot be reached, or the file is larger than it takes (serve: upload_megabytes)';

/** Uploads an export; moved is told which share of it is sent, which fetch would keep to itself. */
export function upload(file, key, moved) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address('/uploads', { name: file.name }));
    Object.entries({ ...OWN, 'Content-Type': 'application/octet-stream', 'Idempotency-Key': key }).forEach(
      ([name, value]) => request.setRequestHeader(name, value),
    );
    request.upload.onprogress = (event) => moved(event.loaded / event.total);
    request.onload = () => {
      const body = parsed(request.responseText);
      if (request.status === 202) resolve(body);
      else reject(new Problem(request.status, body));
    };
    request.onerror = () => reject(new Problem(0, { detail: BROKEN_UPLOAD }));
    request.send(file);
  });
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

async function ask(url, options) {
  const shown = token ? { Authorization: `Bearer ${token}` } : {};
  let answer;
  try {
    answer = await fetch(url, {
      cache: 'no-store',
      credentials: 'same-origin',
      ...options,
      headers: { ...options.headers, ...shown },
    });
  } catch {
    throw new Problem(0, { detail: 'the server cannot be reached; is it running?' });
  }
  heard = answer.headers.get('Yieldline-Time') ?? heard;
  if (answer.status === 401) ended.forEach((tell) => tell());
  if (!answer.ok && answer.status !== 304) {
    throw new Problem(answer.status, await answer.json().catch(() => ({})));
  }
  return answer;
}

async function bodyOf(answer) {
  try {
    return await answer.json();
  } catch {
    throw new Problem(answer.status, { detail: 'the answer broke off' });
  }
}

function keep(url, tag, body) {
  kept.delete(url);
  if (tag) kept.set(url, { tag, body });
  if (kept.size > MAX_KEPT) kept.delete(kept.keys().next().value);
}

/** Whether somebody was logged in when this browser last heard. */
export const wasLoggedIn = () => localStorage.getItem(KNOWN) !== null;

/** Notes who is logged in; what another user kept is gone. */
export function noteLogIn(user) {
  if (user !== who) notes.clear();
  who = user;
  localStorage.setItem(KNOWN, 'yes');
}

/** Keeps something for the same user, which a page that is opened again finds; without a value, finds it. */
export function remembered(name, ...value) {
  if (value.length) notes.set(name, value[0]);
  return notes.get(name);
}

/** Forgets all answers and who was logged in, as at a logout. */
export function forget() {
  kept.clear();
  localStorage.removeItem(KNOWN);
}
