// Places in the page are URL fragments, so that the back button works and a link can be shared.

/** `#/tracks/a%2Fb?q=x` → { place: 'tracks', id: 'a/b', query: URLSearchParams } */
export function whereAmI(hash = location.hash) {
  const [path, search = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const [place, id = ''] = path.split('/', 2);
  return { place: place || 'tracks', id: decoded(id), query: new URLSearchParams(search) };
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export const toTrack = (id) => `#/tracks/${encodeURIComponent(id)}`;
export const toEvaluation = (id) => `#/evaluations/${encodeURIComponent(id)}`;
export const toPath = (id, query = {}) => withQuery(`#/path/${encodeURIComponent(id)}`, query);
export const toMap = (space) => withQuery('#/map', { space });
export const toListener = (id) => `#/listeners/${encodeURIComponent(id)}`;

export const toTracks = (query) => withQuery('#/', query);

function withQuery(place, query) {
  const entries = Object.entries(query).filter(([, value]) => value);
  return entries.length ? `${place}?${new URLSearchParams(entries)}` : place;
}
