// Every track of a space on a plane: what is near sounds alike. Coloured by genre; point to hear of a track, click to keep it.

import * as api from '../api.js';
import { cover } from '../cover.js';
import { announce, el } from '../dom.js';
import { genreColours } from '../palette.js';
import { playButton } from '../player.js';
import { toMap, toPath, toTrack } from '../router.js';
import { artistOf, count, titleOf } from '../words.js';
import { plane } from './plane.js';
import { failure, fillFrom, loading } from './states.js';
import { spaceChoice } from './track.js';

const LOOK = 500;

/** The page with the map of one space, or of the default one. */
export function mapPage(space, signal) {
  const body = el('div');
  const load = async () => {
    const status = await api.status(signal);
    const chosen = space || status.default_space || '';
    try {
      return { status, chosen, map: await api.map(chosen, signal) };
    } catch (error) {
      if (error.status === 404) return { status, chosen, map: null };
      throw error;
    }
  };
  const again = () => fillFrom(body, loading('map', 1), signal, load, ({ status, chosen, map }) => [
    el('div', { class: 'neighbours-head' }, el('h1', { tabindex: -1 }, 'Map'),
      status.spaces.length > 1 && spaceChoice(status.spaces, chosen, (event) => { location.hash = toMap(event.target.value); }),
      map && !map.current && drawButton(chosen, 'Draw it anew', again, signal)),
    map ? drawn(map, signal)
      : el('div', { class: 'state' }, el('h2', {}, 'No map yet'),
        el('p', {}, `The space ${chosen} has not been drawn. It takes seconds for hundreds of tracks, and minutes for many thousands.`),
        drawButton(chosen, 'Draw it', again, signal)),
  ]);
  again();
  return el('section', { class: 'page' }, body);
}

function drawn(map, signal) {
  const colours = genreColours(map.places.map((place) => place.genre));
  const card = el('div', { class: 'map-card', 'aria-live': 'polite' }, el('p', { class: 'quiet' }, 'Point at a track to see which it is; click to keep it.'));
  const known = new Map();
  const tell = async (place, kept) => {
    if (!known.has(place.track_id)) known.set(place.track_id, api.track(place.track_id, signal));
    try {
      const track = await known.get(place.track_id);
      if (!signal.aborted && (kept || picture.pointed() === place)) card.replaceChildren(cardOf(track));
    } catch (error) {
      known.delete(place.track_id);
      if (!signal.aborted) card.replaceChildren(failure(error));
    }
  };
  const picture = plane(map.places, colours, tell, signal);
  announce(`A map of ${count(map.places.length, 'track')}`);
  return el('div', { class: 'map-page' },
    el('figure', { class: 'map' }, picture.node, picture.controls,
      el('figcaption', { class: 'visually-hidden' }, `${count(map.places.length, 'track')} of the space ${map.space} in ${count(map.clusters.length, 'cluster')}`)),
    el('aside', { class: 'map-side' },
      card,
      el('h2', {}, 'Clusters'),
      el('ul', { class: 'clusters' }, map.clusters.map((cluster) => el('li', {},
        el('button', { type: 'button', class: 'cluster', on: { click: () => picture.goTo(cluster) } },
          swatch(colours.of(cluster.genre)), `${cluster.genre || 'mixed'} `, el('span', { class: 'quiet' }, count(cluster.tracks, 'track')))))),
      el('h2', {}, 'Genres'),
      el('ul', { class: 'legend' }, colours.legend.map(([genre, colour]) => el('li', {}, swatch(colour), genre || 'unknown')))));
}

function swatch(colour) {
  const node = el('span', { class: 'swatch', 'aria-hidden': 'true' });
  node.style.setProperty('--swatch', colour);
  return node;
}

function cardOf(track) {
  return el('div', { class: 'row', 'data-track': track.track_id },
    el('div', { class: 'row-art' }, cover(track), playButton(track, () => [track])),
    el('div', { class: 'row-text' },
      el('a', { class: 'row-title', href: toTrack(track.track_id) }, titleOf(track)),
      el('span', { class: 'row-artist' }, artistOf(track), track.genre && ` · ${track.genre}`),
      el('a', { class: 'quiet from-here', href: toPath(track.track_id) }, 'A path from here to …')));
}

/** Starts the job that draws a map, and tells how it goes. */
function drawButton(space, words, then, signal) {
  const button = el('button', { type: 'button', class: 'pill small', on: { click: async () => {
    button.disabled = true;
    try {
      let job = await api.startJob('map', { space }, signal);
      while (!['done', 'failed', 'cancelled'].includes(job.state)) {
        button.textContent = job.progress.stage ? `${job.progress.stage} …` : 'Waiting …';
        await new Promise((resolve) => { setTimeout(resolve, LOOK); });
        job = await api.job(job.job_id, signal);
      }
      if (job.state !== 'done') throw new api.ApiError(job.error || 'It was cancelled.', 0);
      then();
    } catch (error) {
      if (!signal.aborted) button.replaceWith(failure(error, then));
    }
  } } }, words);
  return button;
}
