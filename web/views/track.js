// One track and what sounds like it.

import * as api from '../api.js';
import { cover } from '../cover.js';
import { announce, el, icon } from '../dom.js';
import { playButton, toggle } from '../player.js';
import { toPath, toTrack, toTracks } from '../router.js';
import { albumOf, artistOf, count, titleOf } from '../words.js';
import { empty, fillFrom, loading } from './states.js';

const NEIGHBOURS = 12;
const TRAIL = 5;

let trail = [];
let space = '';

/** The panel of one track. */
export function trackPanel(id, signal) {
  const body = el('div', { class: 'panel-body' });
  fillFrom(body, loading('panel-skeleton', 4), signal, () => api.track(id, signal), (track) => {
    walkedTo(track);
    document.title = `${titleOf(track)} · Tasteprint`;
    const neighbours = el('div', { class: 'neighbours' });
    drawNeighbours(neighbours, track, signal);
    return [head(track), walked(), neighbours];
  });
  return el('aside', { class: 'panel', 'aria-label': 'Track' },
    el('a', { class: 'flat panel-close', href: '#/', 'aria-label': 'Close: back to all tracks' }, icon('close')), body);
}

function head(track) {
  return el('div', { class: 'panel-head', 'data-track': track.track_id },
    el('div', { class: 'panel-art' }, cover(track), playButton(track, () => [track], 'play big')),
    el('div', { class: 'panel-text' },
      el('h2', { tabindex: -1 }, titleOf(track)),
      el('p', {}, el('a', { href: toTracks({ q: track.artist }) }, artistOf(track))),
      albumOf(track) && el('p', { class: 'quiet' }, albumOf(track)),
      el('p', { class: 'chips' },
        track.genre && el('a', { class: 'chip', href: toTracks({ genre: track.genre }) }, track.genre),
        !track.has_audio && el('span', { class: 'chip muted' }, 'no sound file')),
      el('p', { class: 'quiet' }, el('a', { href: toPath(track.track_id) }, 'A path from here to …'))));
}

/** Remembers the way from track to track; coming back to one cuts off what came after it. */
function walkedTo(track) {
  const before = trail.findIndex((known) => known.track_id === track.track_id);
  trail = [...(before < 0 ? trail : trail.slice(0, before)), track].slice(-TRAIL - 1);
}

function walked() {
  if (trail.length < 2) return null;
  return el('nav', { class: 'trail', 'aria-label': 'The way you came' },
    el('span', { class: 'quiet' }, 'You came by'),
    trail.slice(0, -1).map((track) =>
      el('a', { href: toTrack(track.track_id), title: `${titleOf(track)} – ${artistOf(track)}`, 'aria-label': titleOf(track) }, cover(track))));
}

function drawNeighbours(box, track, signal) {
  const load = async () => {
    const status = await api.status(signal);
    const chosen = status.spaces.includes(space) ? space : '';
    return { status, answer: await api.similar(track.track_id, { k: NEIGHBOURS, space: chosen }, signal) };
  };
  fillFrom(box, loading('rows', 6), signal, load, ({ status, answer }) => {
    announce(`${count(answer.results.length, 'track')} sound like ${titleOf(track)}`);
    const tracks = answer.results.map((near) => near.track);
    const again = (event) => {
      space = event.target.value;
      drawNeighbours(box, track, signal);
    };
    return [
      el('div', { class: 'neighbours-head' },
        el('h3', {}, 'Sounds like this'),
        status.spaces.length > 1 && spaceChoice(status.spaces, answer.space, again),
        tracks.some((near) => near.has_audio) && el('button', {
          type: 'button', class: 'pill small', on: { click: () => toggle(tracks.find((near) => near.has_audio), tracks) },
        }, icon('play'), 'Hear them')),
      tracks.length
        ? el('ol', { class: 'rows' }, answer.results.map((near) => row(near, tracks)))
        : empty('Nothing near', 'No other track is in this space yet.'),
    ];
  });
}

/** Which space is meant. */
export function spaceChoice(spaces, chosen, change) {
  return el('label', { class: 'choice' }, el('span', { class: 'visually-hidden' }, 'Compared by'),
    el('select', { on: { change } }, spaces.map((name) => el('option', { value: name, selected: name === chosen }, name))));
}

/** A track with how similar it is to another. */
export function row({ similarity, track }, others) {
  const percent = Math.round(Math.max(0, similarity) * 100);
  const bar = el('span', { class: 'bar', 'aria-hidden': 'true' }, el('span', { class: 'bar-fill' }));
  bar.firstChild.style.setProperty('--share', `${percent}%`);
  return el('li', { class: 'row', 'data-track': track.track_id },
    el('div', { class: 'row-art' }, cover(track), playButton(track, () => others)),
    el('div', { class: 'row-text' },
      el('a', { class: 'row-title', href: toTrack(track.track_id) }, titleOf(track)),
      el('span', { class: 'row-artist' }, artistOf(track), track.genre && ` · ${track.genre}`)),
    el('div', { class: 'row-score', title: `cosine similarity ${similarity.toFixed(3)}` }, bar,
      el('span', {}, `${percent}`, el('span', { class: 'visually-hidden' }, ' percent alike'))));
}
