// The HTTP API, as openapi.yaml describes it.

const API = '/api/v1';

/** What went wrong, in the words of the server's problem document where there is one. */
export class ApiError extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

async function request(path, { query = {}, ...options } = {}) {
  const entries = Object.entries(query).filter(([, value]) => value !== '' && value !== null && value !== undefined);
  const search = entries.length ? `?${new URLSearchParams(entries)}` : '';
  let response;
  try {
    response = await fetch(API + path + search, { headers: { Accept: 'application/json' }, ...options });
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
export const audioUrl = (id) => `${API}/tracks/${segment(id)}/audio`;
export const users = (query, signal) => request('/users', { query, signal });
export const user = (id, signal) => request(`/users/${segment(id)}`, { signal });
export const history = (id, query, signal) => request(`/users/${segment(id)}/history`, { query, signal });
export const recommendations = (id, query, signal) => request(`/users/${segment(id)}/recommendations`, { query, signal });
export const status = (signal) => request('/status', { signal });

const upload = (path, file, query, signal) => {
  const body = new FormData();
  body.append('file', file);
  return request(path, { method: 'POST', body, query, signal });
};

export const classify = (file, signal) => upload('/classify', file, {}, signal);
export const tags = (file, query, signal) => upload('/tags', file, query, signal);
