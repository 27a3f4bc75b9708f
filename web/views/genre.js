// Drop a sound file anywhere, or choose one, and see its genre and its tags.

import * as api from '../api.js';
import { announce, el } from '../dom.js';
import { playButton } from '../player.js';
import { failure } from './states.js';
import { taggram } from './taggram.js';

const TAGS = 8;

let asked = null;

/** The page with the place to drop files and, when there is one, the last answer. */
export function genrePage(signal) {
  const answer = el('div', { class: 'verdict', 'aria-live': 'polite' });
  const choose = el('input', { type: 'file', id: 'choose', accept: 'audio/*,.opus,.flac,.m4a', class: 'visually-hidden',
    on: { change: () => choose.files[0] && ask(choose.files[0], answer, signal) } });
  if (asked) ask(asked, answer, signal);
  return el('section', { class: 'page narrow' },
    el('h1', { tabindex: -1 }, 'Which genre is it?'),
    el('p', { class: 'lead' }, 'Drop a song anywhere on this page. It is analysed on this machine and deleted at once.'),
    choose,
    el('label', { class: 'dropzone', for: 'choose' }, el('strong', {}, 'Choose a file'), el('span', {}, 'or drop one here · mp3, ogg, opus, m4a, flac, wav…')),
    answer);
}

/** What was dropped is asked about when the page is drawn. */
export function dropped(file) {
  asked = file;
}

async function ask(file, box, signal) {
  asked = null;
  box.replaceChildren(el('div', { class: 'listening' }, el('span', { class: 'pulse', 'aria-hidden': 'true' }),
    el('p', {}, 'Listening to ', el('strong', {}, file.name), ' …')));
  try {
    const { max_upload_bytes: most, taggers } = await api.status(signal);
    // The server would break off a larger upload half way, which a browser cannot tell from a server that is gone.
    if (file.size > most) throw new Error(`${file.name} is larger than ${Math.floor(most / 2 ** 20)} MB, which is the most that is taken.`);
    const { results } = await api.classify(file, signal);
    if (signal.aborted) return;
    box.replaceChildren(...results.map((result) => verdict(result, file)));
    if (taggers.length) {
      const tagged = await api.tags(file, { top: TAGS }, signal).catch(() => null); // the genre is there in any case
      if (tagged && !signal.aborted) box.append(taggram(tagged));
    }
  } catch (error) {
    if (!signal.aborted) box.replaceChildren(failure(error, () => ask(file, box, signal)));
  }
}

function verdict(result, file) {
  const ranked = Object.entries(result.probabilities).sort(([, a], [, b]) => b - a);
  announce(`${result.file} is ${result.genre}`);
  const localUrl = URL.createObjectURL(file);
  const track = { track_id: `file ${result.file}`, title: result.file, artist: 'Your file', album: '', genre: result.genre, has_audio: true, localUrl };
  return el('article', { class: 'card-verdict', 'data-track': track.track_id },
    el('div', { class: 'verdict-head' }, playButton(track, () => [track], 'play big'),
      el('div', {}, el('p', { class: 'quiet' }, result.file), el('h2', { class: 'verdict-genre' }, result.genre))),
    el('ul', { class: 'probabilities' }, ranked.map(([label, probability]) => share(label, probability, label === result.genre))),
    el('p', { class: 'quiet' }, `${result.segments} ${result.segments === 1 ? 'segment' : 'segments'} heard in ${result.seconds.toFixed(1)} s`));
}

function share(label, probability, best) {
  const percent = (probability * 100).toFixed(probability < 0.1 ? 1 : 0);
  const bar = el('span', { class: 'bar', 'aria-hidden': 'true' }, el('span', { class: 'bar-fill' }));
  bar.firstChild.style.setProperty('--share', `${percent}%`);
  return el('li', { class: best ? 'best' : null }, el('span', { class: 'label' }, label), bar, el('span', { class: 'percent' }, `${percent} %`));
}
