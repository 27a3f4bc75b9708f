// What goes on in time: for which genre a song is taken from segment to segment, and how a network learned from epoch to epoch.

import { svg } from '../dom.js';
import { colour } from '../palette.js';
import { figure } from './figures.js';

const WIDTH = 420;
const ROW = 20;
const LABEL = 110;
const HEIGHT = 220;
const LEFT = 46;
const TOP = 12;
const FOOT = 44;

/** For which genre the segments of a song were taken: time runs to the right, darker is more probable. */
export function genreTaggram({ track_id: track, truth, answer, labels, probabilities }) {
  const width = (WIDTH - LABEL) / probabilities.length;
  const rows = labels.flatMap((label, row) => [
    svg('text', { x: LABEL - 8, y: row * ROW + 14, 'text-anchor': 'end' }, label),
    ...probabilities.map((segment, i) => svg('rect', { x: (LABEL + i * width).toFixed(1), y: row * ROW + 1, width: width.toFixed(1),
      height: ROW - 2, class: 'cell', 'fill-opacity': (0.05 + 0.95 * segment[row]).toFixed(3) },
    svg('title', {}, `segment ${i + 1}: ${label} ${Math.round(segment[row] * 100)} %`))),
  ]);
  return figure(`${track}: ${truth}, taken for ${answer}`, `0 0 ${WIDTH} ${labels.length * ROW}`,
    `${probabilities.length} segments, each more or less probably of ${labels.length} genres`, rows);
}

/** The cost on songs held out, or in training where none were, a line a training, with a dot at the epoch that was kept. */
export function learning(trainings) {
  const costs = trainings.map(({ epochs }) => epochs.map((epoch) => epoch.validation ?? epoch.training));
  const longest = Math.max(2, ...costs.map((cost) => cost.length));
  const highest = Math.max(...costs.flat());
  const x = (epoch) => LEFT + epoch / (longest - 1) * (WIDTH - LEFT - 12);
  const y = (cost) => TOP + (1 - cost / highest) * HEIGHT;
  const lines = costs.flatMap((cost, i) => [
    svg('polyline', { points: cost.map((value, epoch) => `${x(epoch).toFixed(1)},${y(value).toFixed(1)}`).join(' '), fill: 'none',
      stroke: colour(i, costs.length), 'stroke-width': 1.5 }, svg('title', {}, `training ${i + 1}`)),
    svg('circle', { cx: x(trainings[i].best), cy: y(cost[trainings[i].best]), r: 4, class: 'mark' }),
  ]);
  const ticks = [0, highest / 2, highest].flatMap((tick) => [
    svg('line', { x1: LEFT, y1: y(tick), x2: WIDTH - 12, y2: y(tick), class: 'grid-line' }),
    svg('text', { x: LEFT - 6, y: y(tick) + 4, 'text-anchor': 'end' }, tick.toFixed(2)),
  ]);
  const numbers = [0, longest - 1].map((epoch) => svg('text', { x: x(epoch), y: y(0) + 16, 'text-anchor': epoch ? 'end' : 'start' }, String(epoch + 1)));
  return figure('Learning: cross entropy of songs held out, in nats', `0 0 ${WIDTH} ${TOP + HEIGHT + FOOT}`,
    `${costs.length} trainings of up to ${longest} epochs`,
    [...ticks, ...numbers, svg('text', { x: (LEFT + WIDTH) / 2, y: y(0) + 34, 'text-anchor': 'middle' }, 'Epoch'), ...lines]);
}
