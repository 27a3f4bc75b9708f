// The HTTP API, as openapi.yaml describes it.

const API = '/api/v1';
const KEY = 'tasteprint-key';

/** The API key, kept for this tab and until it is closed; other tabs and the disk never see it. */
export const key = {
  get: () => sessionStorage.getItem(KEY) ?? '',
  set: (secret) => (secret ? sessionStorage.setItem(KEY, secret) : sessionStorage.removeItem(KEY)),
};

const authorization = () => (key.get() ? { Authorization: `Bearer ${key.get()}` } : {});

/** What went wrong, in the words of the server's problem document where there is one. */
export class ApiError extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

async function request(path, { query = {}, headers = {}, ...options } = {}) {
  const entries = Object.entries(query).filter(([, value]) => value !== '' && value !== null && value !== undefined);
  const search = entries.length ? `?${new URLSearchParams(entries)}` : '';
  let response;
  try {
    response = await fetch(API + path + search, { headers: { Accept: 'application/json', ...authorization(), ...headers }, ...options });
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new ApiError('The server does not answer. Is it still running?', 0);
  }
  const body = await response.json().catch(() => null);
  if (response.ok && body !== null) return body;
  throw new ApiError(body?.detail ?? `The server answered ${response.status} and nothing more.`, response.status);
}

const segment = encodeURIComponent;

export const tracks = (query, signal) => request('/tracks', { query, signal });
export const track = (id, signal) => request(`/tracks/${segment(id)}`, { signal });
export const similar = (id, query, signal) => request(`/tracks/${segment(id)}/similar`, { query, signal });
export const path = (query, signal) => request('/path', { query, signal });
export const map = (space, signal) => request(`/spaces/${segment(space)}/map`, { signal });
export const evaluations = (query, signal) => request('/evaluations', { query, signal });
export const evaluation = (id, signal) => request(`/evaluations/${segment(id)}`, { signal });
export const job = (id, signal) => request(`/jobs/${id}`, { signal });
export const users = (query, signal) => request('/users', { query, signal });
export const user = (id, signal) => request(`/users/${segment(id)}`, { signal });
export const history = (id, query, signal) => request(`/users/${segment(id)}/history`, { query, signal });
export const recommendations = (id, query, signal) => request(`/users/${segment(id)}/recommendations`, { query, signal });
export const status = (signal) => request('/status', { signal });

/** Where an audio element finds the sound of a track. It cannot send a key, so that with one the sound is fetched here. */
export async function audioUrl(id, signal) {
  const url = `${API}/tracks/${segment(id)}/audio`;
  if (!key.get()) return url;
  const response = await fetch(url, { headers: authorization(), signal });
  if (!response.ok) throw new ApiError(`The server answered ${response.status} and no sound.`, response.status);
  return URL.createObjectURL(await response.blob());
}

export const startJob = (kind, parameters, signal) => request('/jobs', {
  method: 'POST', body: JSON.stringify({ kind, parameters }), headers: { 'Content-Type': 'application/json' }, signal });

const upload = (path, file, query, signal) => {
  const body = new FormData();
  body.append('file', file);
  return request(path, { method: 'POST', body, query, signal });
};

export const classify = (file, signal) => upload('/classify', file, {}, signal);
export const tags = (file, query, signal) => upload('/tags', file, query, signal);
