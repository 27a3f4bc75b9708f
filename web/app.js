// Draws the place that the URL names into the page, and wires what is on every page: search and dropped files.

import { el } from './dom.js';
import { toTracks, whereAmI } from './router.js';
import { dropped, genrePage } from './views/genre.js';
import { evaluationList, evaluationPage } from './views/evaluations.js';
import { keyPage } from './views/key.js';
import { listenerList, listenerPage } from './views/listeners.js';
import { mapPage } from './views/map.js';
import { pathPage } from './views/path.js';
import { empty } from './views/states.js';
import { trackPanel } from './views/track.js';
import { trackList } from './views/tracks.js';

const content = document.getElementById('content');
const search = document.getElementById('search');

let view = new AbortController();
let list = null;
let firstDraw = true;

function draw() {
  const { place, id, query } = whereAmI();
  view.abort();
  view = new AbortController();
  document.title = 'Tasteprint';
  for (const link of document.querySelectorAll('[data-nav]')) {
    link.toggleAttribute('data-here', link.dataset.nav === place);
    if (link.dataset.nav === place) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  const { signal } = view;
  switch (place) {
    case 'tracks': drawTracks(id, { q: query.get('q') ?? '', genre: query.get('genre') ?? '' }, signal); break;
    case 'listeners': content.replaceChildren(id ? listenerPage(id, signal) : listenerList(signal)); break;
    case 'map': content.replaceChildren(mapPage(query.get('space') ?? '', signal)); break;
    case 'path': content.replaceChildren(pathPage(id, Object.fromEntries(query), signal)); break;
    case 'evaluations': content.replaceChildren(id ? evaluationPage(id, signal) : evaluationList(signal)); break;
    case 'key': content.replaceChildren(keyPage(signal)); break;
    case 'genre': content.replaceChildren(genrePage(signal)); break;
    default: content.replaceChildren(empty('There is nothing here', el('a', { href: '#/' }, 'Look at all tracks'), '.'));
  }
  if (!firstDraw && document.activeElement !== search) content.focus({ preventScroll: true });
  firstDraw = false;
}

/** The grid stays as it is, scrolled where it was, while one track after the other opens beside it. */
function drawTracks(id, query, signal) {
  const wanted = id ? list?.query ?? query : query;
  if (!list || JSON.stringify(list.query) !== JSON.stringify(wanted)) {
    list?.control.abort();
    const control = new AbortController();
    list = { query: wanted, control, node: trackList(wanted, control.signal) };
  }
  if (document.activeElement !== search) search.value = wanted.q;
  const panel = id ? [trackPanel(id, signal)] : [];
  if (id) panel[0].querySelector('.panel-close').href = toTracks(list.query);
  const box = el('div', { class: id ? 'tracks with-panel' : 'tracks' }, list.node, ...panel);
  const scroll = window.scrollY;
  content.replaceChildren(box);
  window.scrollTo(0, id && matchMedia('(max-width: 900px)').matches ? 0 : scroll);
  for (const card of list.node.querySelectorAll('.card')) card.classList.toggle('is-open', card.dataset.track === id);
}

let typing = 0;

function find() {
  clearTimeout(typing);
  const target = toTracks({ q: search.value.trim() });
  // Every letter would be a step for the back button: a search that goes on replaces the one before.
  if (whereAmI().place === 'tracks' && !whereAmI().id && list?.query.q) history.replaceState(null, '', target);
  else history.pushState(null, '', target);
  draw();
}

search.addEventListener('input', () => {
  clearTimeout(typing);
  typing = setTimeout(find, 200);
});
search.form.addEventListener('submit', (event) => {
  event.preventDefault();
  find();
});

document.addEventListener('keydown', (event) => {
  const close = content.querySelector('.panel-close');
  if (event.key === 'Escape' && close && event.target !== search) close.click();
});

// Files dropped anywhere.

const drop = document.getElementById('drop');
const bringsFile = (event) => event.dataTransfer?.types.includes('Files');

document.addEventListener('dragover', (event) => {
  if (!bringsFile(event)) return;
  event.preventDefault();
  drop.hidden = false;
});
document.addEventListener('dragleave', (event) => {
  if (event.relatedTarget === null) drop.hidden = true;
});
document.addEventListener('drop', (event) => {
  drop.hidden = true;
  const file = event.dataTransfer?.files[0];
  if (!file) return;
  event.preventDefault();
  dropped(file);
  if (whereAmI().place === 'genre') draw();
  else location.hash = '#/genre';
});

window.addEventListener('hashchange', draw);
draw();
