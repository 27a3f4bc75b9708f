// Many points on a canvas that can be moved and magnified, and the one that is pointed at.

import { el } from '../dom.js';

const SIZE = 1000;
const MARGIN = 24;
const REACH = 14;
const CLOSEST = 40;

/** `tell(place, kept)` is asked when a place is pointed at, or clicked (`kept`). */
export function plane(places, colours, tell, signal) {
  const canvas = el('canvas', { width: SIZE, height: SIZE, role: 'img', 'aria-label': `Map of ${places.length} tracks` });
  const view = { scale: 1, x: 0, y: 0 };
  const radius = Math.max(1.5, Math.min(7, 120 / Math.sqrt(places.length)));
  let pointed = null;
  let kept = null;
  let waiting = 0;
  let drag = null;

  const across = (place) => MARGIN + place.x * (SIZE - 2 * MARGIN);
  const down = (place) => MARGIN + (1 - place.y) * (SIZE - 2 * MARGIN);
  const onScreen = (place) => [across(place) * view.scale + view.x, down(place) * view.scale + view.y];

  function draw() {
    waiting = 0;
    const pen = canvas.getContext('2d');
    pen.clearRect(0, 0, SIZE, SIZE);
    const size = radius * Math.sqrt(view.scale);
    for (const place of places) {
      const [x, y] = onScreen(place);
      if (x < -size || y < -size || x > SIZE + size || y > SIZE + size) continue;
      pen.fillStyle = colours.of(place.genre);
      pen.beginPath();
      pen.arc(x, y, size, 0, 2 * Math.PI);
      pen.fill();
    }
    for (const place of [kept, pointed].filter(Boolean)) {
      pen.lineWidth = 3;
      pen.strokeStyle = getComputedStyle(canvas).color;
      pen.beginPath();
      pen.arc(...onScreen(place), size + 4, 0, 2 * Math.PI);
      pen.stroke();
    }
  }

  const redraw = () => { waiting ||= requestAnimationFrame(draw); };

  /** Canvas coordinates of an event. */
  const at = (event) => {
    const box = canvas.getBoundingClientRect();
    return [(event.clientX - box.left) / box.width * SIZE, (event.clientY - box.top) / box.height * SIZE];
  };

  function nearest([x, y]) {
    let best = null;
    let least = (REACH + radius * Math.sqrt(view.scale)) ** 2;
    for (const place of places) {
      const [px, py] = onScreen(place);
      const distance = (px - x) ** 2 + (py - y) ** 2;
      if (distance < least) [best, least] = [place, distance];
    }
    return best;
  }

  function magnify(by, [x, y] = [SIZE / 2, SIZE / 2]) {
    const scale = Math.min(CLOSEST, Math.max(1, view.scale * by));
    const factor = scale / view.scale;
    Object.assign(view, { scale, x: x - (x - view.x) * factor, y: y - (y - view.y) * factor });
    within();
  }

  /** The map never leaves the frame. */
  function within() {
    const least = SIZE - SIZE * view.scale;
    view.x = Math.min(0, Math.max(least, view.x));
    view.y = Math.min(0, Math.max(least, view.y));
    redraw();
  }

  canvas.addEventListener('wheel', (event) => {
    event.preventDefault();
    magnify(Math.exp(-event.deltaY / 300), at(event));
  }, { passive: false });
  canvas.addEventListener('pointerdown', (event) => {
    drag = { from: at(event), x: view.x, y: view.y, moved: false };
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener('pointermove', (event) => {
    const [x, y] = at(event);
    if (drag) {
      drag.moved ||= Math.hypot(x - drag.from[0], y - drag.from[1]) > 6;
      Object.assign(view, { x: drag.x + x - drag.from[0], y: drag.y + y - drag.from[1] });
      within();
      return;
    }
    const now = nearest([x, y]);
    if (now === pointed) return;
    pointed = now;
    canvas.classList.toggle('pointing', now !== null);
    if (now) tell(now, false);
    else if (kept) tell(kept, true);
    redraw();
  });
  canvas.addEventListener('pointerup', (event) => {
    const moved = drag?.moved;
    drag = null;
    if (moved) return;
    kept = nearest(at(event));
    if (kept) tell(kept, true);
    redraw();
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw, { signal });

  const zoom = (words, label, click) => el('button', { type: 'button', class: 'flat', 'aria-label': label, on: { click } }, words);
  redraw();
  return {
    node: canvas,
    controls: el('div', { class: 'map-controls' },
      zoom('+', 'Closer', () => magnify(1.6)),
      zoom('−', 'Farther', () => magnify(1 / 1.6)),
      zoom('⤢', 'All of it', () => magnify(0))),
    pointed: () => pointed,
    goTo: (place) => {
      view.scale = Math.max(3, view.scale);
      Object.assign(view, { x: SIZE / 2 - across(place) * view.scale, y: SIZE / 2 - down(place) * view.scale });
      within();
    },
  };
}
