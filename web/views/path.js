// A path from one track to another, step by step.

import * as api from '../api.js';
import { cover } from '../cover.js';
import { announce, el, icon } from '../dom.js';
import { toggle } from '../player.js';
import { toPath, toTrack } from '../router.js';
import { artistOf, count, titleOf } from '../words.js';
import { fillFrom, loading } from './states.js';
import { row, spaceChoice } from './track.js';

const FOUND = 8;
const STEPS = 8;
const MOST_STEPS = 24;

/** The page of a path; `query` has `to`, `steps` and `space` where they are chosen. */
export function pathPage(from, query, signal) {
  const body = el('div');
  fillFrom(body, loading('rows', 8), signal, () => api.track(from, signal), (start) =>
    (query.to ? drawn(start, query, signal) : [heading(start), target(start, query, signal)]));
  return el('section', { class: 'page narrow' }, body);
}

function heading(start, end) {
  document.title = `Path from ${titleOf(start)} · Tasteprint`;
  return el('h1', { tabindex: -1 }, 'From ', el('a', { href: toTrack(start.track_id) }, titleOf(start)), ' to ',
    end ? el('a', { href: toTrack(end.track_id) }, titleOf(end)) : '…');
}

/** Finds the track where the path is to end. */
function target(start, query, signal) {
  const found = el('ul', { class: 'rows' });
  let typing = 0;
  const search = () => fillFrom(found, loading('rows', 4), signal, () => api.tracks({ q: box.value.trim(), limit: FOUND }, signal), (page) => {
    announce(`${count(page.total, 'track')} found`);
    return page.tracks.filter((track) => track.track_id !== start.track_id).map((track) => el('li', { class: 'row' },
      el('div', { class: 'row-art' }, cover(track)),
      el('div', { class: 'row-text' },
        el('a', { class: 'row-title', href: toPath(start.track_id, { ...query, to: track.track_id }) }, titleOf(track)),
        el('span', { class: 'row-artist' }, artistOf(track), track.genre && ` · ${track.genre}`))));
  });
  const box = el('input', { type: 'search', id: 'find-target', placeholder: 'Where to?', autocomplete: 'off',
    on: { input: () => { clearTimeout(typing); typing = setTimeout(search, 200); } } });
  search();
  return el('div', {}, el('div', { class: 'search inline' },
    el('label', { class: 'visually-hidden', for: 'find-target' }, 'Where to?'), box), found);
}

function drawn(start, query, signal) {
  const box = el('div');
  const load = async () => ({
    status: await api.status(signal),
    answer: await api.path({ from: start.track_id, to: query.to, steps: query.steps || STEPS, space: query.space }, signal),
  });
  fillFrom(box, loading('rows', STEPS), signal, load, ({ status, answer }) => {
    const tracks = answer.results.map((step) => step.track);
    announce(`A path over ${count(tracks.length, 'track')}`);
    const steps = el('input', { type: 'range', min: 2, max: MOST_STEPS, value: query.steps || STEPS, id: 'steps',
      on: { change: () => { location.hash = toPath(start.track_id, { ...query, steps: steps.value }); } } });
    return [
      heading(start, tracks.at(-1)),
      el('div', { class: 'neighbours-head' },
        el('a', { class: 'quiet', href: toPath(start.track_id) }, 'Somewhere else'),
        el('label', { class: 'quiet steps', for: 'steps' }, `${query.steps || STEPS} steps`, steps),
        status.spaces.length > 1 && spaceChoice(status.spaces, answer.space,
          (event) => { location.hash = toPath(start.track_id, { ...query, space: event.target.value }); }),
        tracks.some((track) => track.has_audio) && el('button', {
          type: 'button', class: 'pill small', on: { click: () => toggle(tracks.find((track) => track.has_audio), tracks) },
        }, icon('play'), 'Hear them')),
      el('ol', { class: 'rows way' }, answer.results.map((step) => row(step, tracks))),
    ];
  });
  return box;
}
