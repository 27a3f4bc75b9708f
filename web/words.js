// How things are called when the catalogue does not say.

export const titleOf = (track) => track.title || track.track_id;
export const artistOf = (track) => track.artist || 'Unknown artist';
export const albumOf = (track) => [track.album, track.year].filter(Boolean).join(' · ');

export function count(number, one, many = `${one}s`) {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}
