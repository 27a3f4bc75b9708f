// The listeners, and what one of them may like next.

import * as api from '../api.js';
import { cover, portrait } from '../cover.js';
import { announce, el, icon } from '../dom.js';
import { playButton, toggle } from '../player.js';
import { toListener, toTrack } from '../router.js';
import { artistOf, count, titleOf } from '../words.js';
import { empty, fillFrom, loading } from './states.js';

const PAGE = 60;
const RECOMMENDED = 20;
const HEARD = 12;

/** All listeners, with a box to find one. */
export function listenerList(signal) {
  const body = el('div');
  let typing = 0;
  const search = () => fillFrom(body, loading('people', 12), signal,
    () => api.users({ q: box.value.trim(), limit: PAGE }, signal), drawListeners);
  const box = el('input', { type: 'search', id: 'find-listener', placeholder: 'Find a listener', autocomplete: 'off',
    on: { input: () => { clearTimeout(typing); typing = setTimeout(search, 200); } } });
  search();
  return el('section', { class: 'page' },
    el('h1', { tabindex: -1 }, 'Listeners'),
    el('p', { class: 'lead' }, 'Whose ears do you want to borrow? Pick a listener and see what they may like next.'),
    el('div', { class: 'search inline' }, el('label', { class: 'visually-hidden', for: 'find-listener' }, 'Find a listener'), box),
    body);
}

function drawListeners(page) {
  announce(`${count(page.total, 'listener')} found`);
  if (page.total === 0) {
    return empty('Nobody here', 'Bring listeners with ', el('code', {}, './tasteprint import listens FILE'), '.');
  }
  return [
    el('ul', { class: 'people' }, page.users.map((user) => el('li', {},
      el('a', { class: 'person', href: toListener(user.user_id) },
        el('span', { class: 'portrait' }, portrait(user)),
        el('span', { class: 'person-text' }, el('strong', {}, user.user_id), el('span', { class: 'quiet' }, about(user))))))),
    el('p', { class: 'quiet' }, page.next === null ? count(page.total, 'listener')
      : `The first ${page.users.length} of ${count(page.total, 'listener')}: type to find others.`),
  ];
}

const about = (user) => Object.values(user.attributes).slice(0, 3).join(' · ');

/** One listener: what they heard beside what they may like. */
export function listenerPage(id, signal) {
  const body = el('div');
  fillFrom(body, loading('rows', 8), signal, () => api.user(id, signal), (user) => {
    document.title = `${user.user_id} · Tasteprint`;
    const next = el('div');
    const heard = el('div');
    fillFrom(next, loading('rows', 8), signal, () => api.recommendations(id, { k: RECOMMENDED }, signal), drawRecommended);
    fillFrom(heard, loading('rows', 5), signal, () => api.history(id, { limit: HEARD }, signal), drawHeard);
    return [
      el('div', { class: 'listener-head' },
        el('span', { class: 'portrait large' }, portrait(user)),
        el('div', {}, el('h1', { tabindex: -1 }, user.user_id),
          el('p', { class: 'chips' }, Object.entries(user.attributes).map(([name, value]) =>
            el('span', { class: 'chip muted' }, `${name.replaceAll('_', ' ')}: ${value}`))))),
      el('div', { class: 'columns' },
        el('section', { 'aria-label': 'Recommendations' }, next),
        el('section', { 'aria-label': 'What they heard' }, heard)),
    ];
  });
  return el('section', { class: 'page' }, el('a', { class: 'quiet back', href: '#/listeners' }, '← All listeners'), body);
}

function drawRecommended({ results }) {
  announce(count(results.length, 'recommendation'));
  const tracks = results.map((result) => result.track);
  return [
    el('div', { class: 'neighbours-head' }, el('h2', {}, 'May like next'),
      tracks.some((track) => track.has_audio) && el('button', {
        type: 'button', class: 'pill small', on: { click: () => toggle(tracks.find((track) => track.has_audio), tracks) },
      }, icon('play'), 'Hear them')),
    results.length
      ? el('ol', { class: 'rows' }, results.map((result) => row(result.track, tracks, el('span', { class: 'why' }, result.why))))
      : empty('Nothing to recommend yet', 'Train first: ', el('code', {}, './tasteprint train taste'), '.'),
  ];
}

function drawHeard({ results, total }) {
  const tracks = results.map((result) => result.track);
  return [
    el('div', { class: 'neighbours-head' }, el('h2', {}, 'Heard so far'), el('span', { class: 'quiet' }, count(total, 'track'))),
    results.length
      ? el('ul', { class: 'rows' }, results.map((heard) => row(heard.track, tracks, reaction(heard))))
      : el('p', { class: 'quiet' }, 'No track of this catalogue yet.'),
  ];
}

function reaction({ liked, disliked, plays }) {
  if (liked) return el('span', { class: 'reaction liked' }, icon('heart'), 'liked it');
  if (disliked) return el('span', { class: 'reaction' }, 'did not like it');
  return el('span', { class: 'reaction' }, plays ? `played ${plays === 1 ? 'once' : `${plays} times`}` : 'skipped it');
}

function row(track, others, note) {
  return el('li', { class: 'row', 'data-track': track.track_id },
    el('div', { class: 'row-art' }, cover(track), playButton(track, () => others)),
    el('div', { class: 'row-text' },
      el('a', { class: 'row-title', href: toTrack(track.track_id) }, titleOf(track)),
      el('span', { class: 'row-artist' }, artistOf(track), track.genre && ` · ${track.genre}`),
      note));
}
