// One player for the whole page: an audio element, a queue, and the bar at the bottom.

import * as api from './api.js';
import { cover } from './cover.js';
import { announce, el, icon } from './dom.js';
import { toTrack } from './router.js';
import { artistOf, titleOf } from './words.js';

const audio = new Audio();
audio.preload = 'metadata';

let queue = [];
let position = -1;
let fetched = '';

const current = () => queue[position] ?? null;

/** Plays a track now; `others` are what comes after and before it. A track that is playing already pauses. */
export function toggle(track, others = [track]) {
  if (current()?.track_id === track.track_id && !audio.ended) {
    enqueue(track, others);
    return audio.paused ? audio.play().catch(failed) : audio.pause();
  }
  enqueue(track, others);
  return start();
}

/** A round button that plays one track out of a list. */
export function playButton(track, others, className = 'play') {
  if (!track.has_audio) return null;
  const name = `${titleOf(track)} by ${artistOf(track)}`;
  const button = el('button', { type: 'button', class: className, 'data-play': track.track_id, 'data-name': name,
    on: { click: (event) => { event.preventDefault(); toggle(track, others()); } } });
  show(button);
  return button;
}

function enqueue(track, others) {
  queue = others.filter((other) => other.has_audio);
  position = queue.findIndex((other) => other.track_id === track.track_id);
  if (position < 0) {
    queue = [track, ...queue];
    position = 0;
  }
}

async function start() {
  const track = current();
  drawTrack(track);
  try {
    const url = track.localUrl ?? await api.audioUrl(track.track_id);
    if (current() !== track) return; // somebody has gone on while the sound was fetched
    if (fetched) URL.revokeObjectURL(fetched);
    fetched = track.localUrl || !url.startsWith('blob:') ? '' : url;
    audio.src = url;
    await audio.play();
  } catch (error) {
    failed(error);
  }
}

function step(by) {
  if (by < 0 && audio.currentTime > 3) {
    audio.currentTime = 0;
  } else if (queue[position + by]) {
    position += by;
    start();
  }
}

function failed(error) {
  if (error.name === 'AbortError') return;
  const text = `${titleOf(current())} cannot be played: your browser does not know its format, or the file is gone.`;
  parts.message.textContent = text;
  announce(text);
  drawState();
}

// The bar.

const bar = document.getElementById('player');
const parts = {
  art: el('div', { class: 'player-art' }),
  title: el('a', { class: 'player-title' }),
  artist: el('span', { class: 'player-artist' }),
  previous: el('button', { type: 'button', class: 'flat', 'aria-label': 'Previous track', on: { click: () => step(-1) } }, icon('previous')),
  play: el('button', { type: 'button', class: 'play big', on: { click: () => (audio.paused ? audio.play().catch(failed) : audio.pause()) } }),
  next: el('button', { type: 'button', class: 'flat', 'aria-label': 'Next track', on: { click: () => step(1) } }, icon('next')),
  time: el('span', { class: 'player-time' }, '0:00'),
  seek: el('input', { type: 'range', min: 0, max: 0, value: 0, step: 0.1, 'aria-label': 'Position', on: { input: seek } }),
  duration: el('span', { class: 'player-time' }, '0:00'),
  message: el('p', { class: 'player-message' }),
};
bar.append(
  el('div', { class: 'player-track' }, parts.art, el('div', { class: 'player-text' }, parts.title, parts.artist)),
  el('div', { class: 'player-controls' }, parts.previous, parts.play, parts.next),
  el('div', { class: 'player-seek' }, parts.time, parts.seek, parts.duration),
  parts.message);

function seek() {
  audio.currentTime = Number(parts.seek.value);
}

function drawTrack(track) {
  bar.hidden = false;
  document.body.classList.add('has-player');
  parts.message.textContent = '';
  parts.art.replaceChildren(cover(track));
  parts.title.textContent = titleOf(track);
  parts.title.href = track.localUrl ? '#/genre' : toTrack(track.track_id);
  parts.artist.textContent = artistOf(track);
  drawTime();
  if ('mediaSession' in navigator) {
    navigator.mediaSession.metadata = new MediaMetadata({ title: titleOf(track), artist: artistOf(track), album: track.album });
  }
}

function drawTime() {
  const duration = Number.isFinite(audio.duration) ? audio.duration : 0;
  parts.seek.max = duration;
  parts.seek.value = audio.currentTime;
  parts.seek.style.setProperty('--done', duration ? `${(audio.currentTime / duration) * 100}%` : '0%');
  parts.seek.setAttribute('aria-valuetext', `${clock(audio.currentTime)} of ${clock(duration)}`);
  parts.time.textContent = clock(audio.currentTime);
  parts.duration.textContent = clock(duration);
}

const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

function drawState() {
  parts.previous.disabled = position <= 0 && audio.currentTime <= 3;
  parts.next.disabled = position + 1 >= queue.length;
  parts.play.replaceChildren(icon(audio.paused ? 'play' : 'pause'));
  parts.play.setAttribute('aria-label', audio.paused ? 'Play' : 'Pause');
  document.querySelectorAll('[data-play]').forEach(show);
}

/** Shows on a track's button whether it is the one that plays. */
function show(button) {
  const playing = current()?.track_id === button.dataset.play && !audio.paused;
  button.replaceChildren(icon(playing ? 'pause' : 'play'));
  button.setAttribute('aria-label', `${playing ? 'Pause' : 'Play'} ${button.dataset.name}`);
  button.classList.toggle('playing', playing);
  button.closest('[data-track]')?.classList.toggle('is-playing', playing);
}

for (const event of ['play', 'pause', 'loadstart']) audio.addEventListener(event, drawState);
for (const event of ['timeupdate', 'durationchange', 'seeked']) audio.addEventListener(event, drawTime);
audio.addEventListener('ended', () => (queue[position + 1] ? step(1) : drawState()));

if ('mediaSession' in navigator) {
  navigator.mediaSession.setActionHandler('previoustrack', () => step(-1));
  navigator.mediaSession.setActionHandler('nexttrack', () => step(1));
}

// The space bar plays and pauses wherever it has no other meaning.
document.addEventListener('keydown', (event) => {
  const taken = event.target.closest('button, a, input, select, textarea, summary, label');
  if (event.key === ' ' && current() && !taken && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    toggle(current(), queue);
  }
});
