// The grid of tracks: everything, or what a search finds.

import * as api from '../api.js';
import { cover } from '../cover.js';
import { announce, el } from '../dom.js';
import { playButton } from '../player.js';
import { toTrack, toTracks } from '../router.js';
import { artistOf, count, titleOf } from '../words.js';
import { empty, fillFrom, loading } from './states.js';

const PAGE = 48;

/** The grid for one search; `query` has `q` and `genre`. */
export function trackList(query, signal) {
  const body = el('div', { class: 'list-body' });
  const load = () => api.tracks({ ...query, limit: PAGE }, signal);
  fillFrom(body, loading('grid', 18), signal, load, (page) => drawPage(page, query, signal));
  return el('section', { class: 'list', 'aria-label': 'Tracks' }, heading(query), body);
}

function heading(query) {
  const title = query.q ? `“${query.q}”` : query.genre ? query.genre : 'All tracks';
  return el('div', { class: 'list-head' },
    el('h1', { tabindex: -1 }, title),
    query.q && query.genre && el('span', { class: 'chip' }, query.genre),
    (query.q || query.genre) && el('a', { class: 'quiet', href: '#/' }, 'Show all'));
}

function drawPage(first, query, signal) {
  if (first.total === 0) return nothing(query);
  announce(`${count(first.total, 'track')} found`);
  const known = [];
  const grid = el('ul', { class: 'grid' });
  const more = el('button', { type: 'button', class: 'pill' }, 'Show more');
  const shown = el('p', { class: 'quiet' });
  const add = (page) => {
    known.push(...page.tracks);
    grid.append(...page.tracks.map((track) => card(track, () => known)));
    shown.textContent = known.length < page.total ? `${known.length} of ${count(page.total, 'track')}` : count(page.total, 'track');
    more.hidden = page.next === null;
    more.onclick = async () => {
      more.disabled = true;
      try {
        add(await api.tracks({ ...query, limit: PAGE, after: page.next }, signal));
      } catch (error) {
        if (!signal.aborted) shown.textContent = error.message;
      }
      more.disabled = false;
    };
  };
  add(first);
  return [grid, el('div', { class: 'list-foot' }, more, shown)];
}

function card(track, known) {
  return el('li', { class: 'card', 'data-track': track.track_id },
    el('div', { class: 'card-art' }, cover(track), playButton(track, known)),
    el('a', { class: 'card-title', href: toTrack(track.track_id) }, titleOf(track)),
    el('span', { class: 'card-artist' }, artistOf(track)),
    track.genre && el('a', { class: 'chip', href: toTracks({ genre: track.genre }), 'aria-label': `All ${track.genre} tracks` }, track.genre));
}

function nothing(query) {
  if (query.q || query.genre) {
    return empty('Nothing sounds like that', 'No artist, title or album matches. Try fewer letters, or ',
      el('a', { href: '#/' }, 'look at all tracks'), '.');
  }
  return empty('No music here yet', 'Bring some with ', el('code', {}, './tasteprint import FOLDER'), ' and come back.');
}
