// A cover for a track that has none: always the same for the same track, in the colours of its genre.

import { svg } from './dom.js';

const SIZE = 200;
const TURN = 2 * Math.PI;

let gradients = 0;

/** A square SVG; decoration, so hidden from screen readers. */
export function cover(track) {
  return draw(track.track_id, track.genre || track.artist || track.track_id, MOTIFS);
}

/** The same for a listener: rings, like a fingerprint. */
export function portrait(user) {
  return draw(user.user_id, user.user_id, [rings]);
}

// Pairs of colours that go together, in the order of the rainbow.
const PALETTES = [
  ['#f6c453', '#c2473d'], ['#ffae5c', '#a8324e'], ['#ff8360', '#6a2c70'], ['#eba27a', '#6b3344'], ['#ff9a8b', '#5a3fa0'],
  ['#f4809a', '#7a1e4d'], ['#ee6fa0', '#3b1f5b'], ['#b472c4', '#2b1d5c'], ['#7f7bf0', '#251a5e'], ['#5b86ff', '#1a1c56'],
  ['#8fb8fa', '#46419a'], ['#3aaed0', '#1b2a6b'], ['#43c6ac', '#184d8d'], ['#74dcae', '#125a6e'], ['#9bc653', '#1f5f4a'],
];

function draw(id, family, motifs) {
  const random = numbers(hash(id));
  const neighbour = Math.floor(random() * 3) - 1;
  const [light, dark] = PALETTES[(hash(`art ${family}`) + neighbour + PALETTES.length) % PALETTES.length];
  const gradient = `cover-${gradients++}`;
  const motif = motifs[Math.floor(random() * motifs.length)];
  const angle = random() * TURN;
  return svg('svg', { viewBox: `0 0 ${SIZE} ${SIZE}`, class: 'cover', 'aria-hidden': 'true', focusable: 'false' },
    svg('defs', {},
      svg('linearGradient', {
        id: gradient,
        x1: 0.5 + Math.cos(angle) / 2, y1: 0.5 + Math.sin(angle) / 2,
        x2: 0.5 - Math.cos(angle) / 2, y2: 0.5 - Math.sin(angle) / 2,
      },
      svg('stop', { offset: 0, 'stop-color': light }),
      svg('stop', { offset: 1, 'stop-color': dark }))),
    svg('rect', { width: SIZE, height: SIZE, fill: `url(#${gradient})` }),
    motif(random, '#fff4e6'));
}

const MOTIFS = [rings, waves, discs, bars, rays];

/** Closed lines around one point, each bent the same way: the ridges of a fingerprint. */
function rings(random, ink) {
  const x = 50 + random() * 100;
  const y = 60 + random() * 90;
  const lobes = 2 + Math.floor(random() * 4);
  const bend = 0.06 + random() * 0.16;
  const turn = random() * TURN;
  const gap = 11 + random() * 7;
  return range(12).map((ring) => {
    const radius = 8 + ring * gap;
    const points = range(73).map((step) => {
      const angle = step / 72 * TURN;
      const distance = radius * (1 + bend * Math.sin(lobes * angle + turn + ring * 0.22));
      return `${(x + distance * Math.cos(angle)).toFixed(1)} ${(y + distance * Math.sin(angle) * 1.1).toFixed(1)}`;
    });
    return svg('path', { d: `M${points.join('L')}Z`, fill: 'none', stroke: ink, 'stroke-width': 2.6, opacity: 0.85 - ring * 0.06 });
  });
}

/** Swell, filled from the bottom. */
function waves(random, ink) {
  const periods = 0.7 + random() * 1.6;
  const height = 12 + random() * 22;
  return range(6).map((wave) => {
    const base = 62 + wave * 25;
    const phase = random() * TURN;
    const points = range(41).map((step) =>
      `${step * 5} ${(base + height * Math.sin(step / 40 * TURN * periods + phase)).toFixed(1)}`);
    return svg('path', { d: `M${points.join('L')}L200 200L0 200Z`, fill: ink, opacity: 0.13 + wave * 0.035 });
  });
}

/** A few overlapping circles. */
function discs(random, ink) {
  return range(5).map((disc) => svg('circle', {
    cx: 20 + random() * 160, cy: 20 + random() * 160, r: 22 + random() * 55,
    fill: disc % 2 ? ink : 'none', stroke: ink, 'stroke-width': 3, opacity: 0.2 + random() * 0.35,
  }));
}

/** Levels of a spectrum. */
function bars(random, ink) {
  const centre = random() * 16;
  return range(16).map((bar) => {
    const level = Math.exp(-((bar - centre) ** 2) / 40) * (90 + random() * 60) + 12 + random() * 18;
    return svg('rect', {
      x: 12 + bar * 11.1, y: 100 - level / 2, width: 6.2, height: level, rx: 3.1, fill: ink, opacity: 0.55 + random() * 0.35,
    });
  });
}

/** Light from a corner. */
function rays(random, ink) {
  const x = random() < 0.5 ? 0 : SIZE;
  const y = random() < 0.5 ? 0 : SIZE;
  const count = 7 + Math.floor(random() * 6);
  const centre = Math.atan2(100 - y, 100 - x);
  return range(count).map((ray) => {
    const from = centre - 0.8 + (ray / count) * 1.6;
    const to = from + 0.8 / count + random() * 0.03;
    const point = (angle) => `${(x + 300 * Math.cos(angle)).toFixed(1)} ${(y + 300 * Math.sin(angle)).toFixed(1)}`;
    return svg('path', { d: `M${x} ${y}L${point(from)}L${point(to)}Z`, fill: ink, opacity: 0.16 + random() * 0.4 });
  });
}

const range = (count) => Array.from({ length: count }, (_, index) => index);

/** FNV-1a over UTF-16 code units, then stirred: ids that differ in their last digit only still look different. */
function hash(text) {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  return (h ^ (h >>> 13)) >>> 0;
}

/** Numbers in 0..1, the same for the same seed (mulberry32). */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
