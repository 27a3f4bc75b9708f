// What a network hears in a file: its likeliest tags, and how strongly it hears each of them while the music goes on.

import { el, svg } from '../dom.js';

const ROW = 20;
const LABEL = 130;
const WIDTH = 600;

/** The top tags of one answer of `/api/v1/tags` as rows of a picture: time runs to the right, darker is more probable. */
export function taggram(answer) {
  const { tags: top, taggram: windows, duration } = answer.results[0];
  const height = top.length * ROW;
  const rows = top.flatMap(({ tag, probability }, row) => {
    const column = windows.tags.indexOf(tag);
    const cells = windows.values.map((window, i) => {
      const from = windows.times[i];
      const to = windows.times[i + 1] ?? duration;
      return svg('rect', { x: LABEL + from / duration * (WIDTH - LABEL), y: row * ROW + 1, height: ROW - 2,
        width: (to - from) / duration * (WIDTH - LABEL), 'fill-opacity': (0.06 + 0.94 * window[column]).toFixed(3) },
      svg('title', {}, `${tag} ${percent(window[column])} at ${Math.round(from)} s`));
    });
    return [svg('text', { x: 0, y: row * ROW + 14 }, `${tag} ${percent(probability)}`), ...cells];
  });
  const summary = top.map(({ tag, probability }) => `${tag} ${percent(probability)}`).join(', ');
  return el('figure', { class: 'taggram' },
    el('figcaption', {}, `What ${answer.model} hears`),
    svg('svg', { viewBox: `0 0 ${WIDTH} ${height}`, role: 'img', 'aria-label': summary }, rows));
}

function percent(probability) {
  return `${Math.round(probability * 100)} %`;
}
