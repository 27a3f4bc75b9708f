// Pictures of an evaluation: confusion matrix, curves, reliability.

import { el, svg } from '../dom.js';
import { colour } from '../palette.js';

const WIDTH = 420;
const LEFT = 46;
const RIGHT = 12;
const TOP = 12;
const BOTTOM = 44;
const PLOT = WIDTH - LEFT - RIGHT;
const TICKS = [0, 0.25, 0.5, 0.75, 1];

const x = (value) => LEFT + value * PLOT;
const y = (value) => TOP + (1 - value) * PLOT;

/** Which label was taken for which: a row a true label, darker is more often. */
export function confusion(labels, matrix) {
  const side = Math.max(0, ...labels.map((label) => label.length)) * 7 + 12;
  const cell = Math.max(24, Math.min(56, (WIDTH - side) / labels.length));
  const rows = labels.flatMap((truth, row) => {
    const total = matrix[row].reduce((sum, songs) => sum + songs, 0);
    return [
      svg('text', { x: side - 8, y: row * cell + cell / 2 + 4, 'text-anchor': 'end' }, truth),
      ...matrix[row].flatMap((songs, column) => {
        const share = total ? songs / total : 0;
        const place = { x: side + column * cell, y: row * cell };
        return [
          svg('rect', { ...place, width: cell - 2, height: cell - 2, class: 'cell', 'fill-opacity': (0.05 + 0.95 * share).toFixed(3) },
            svg('title', {}, `${truth} taken for ${labels[column]}: ${songs} of ${total}`)),
          songs > 0 && svg('text', { x: place.x + cell / 2 - 1, y: place.y + cell / 2 + 4, 'text-anchor': 'middle', class: share > 0.6 ? 'on-dark' : null }, String(songs)),
        ].filter(Boolean);
      }),
      svg('text', { 'text-anchor': 'end', transform: `translate(${side + row * cell + cell / 2 + 4} ${labels.length * cell + 8}) rotate(-55)` }, truth),
    ];
  });
  const size = side + labels.length * cell;
  const right = matrix.reduce((sum, row, i) => sum + row[i], 0);
  return figure('Confusion matrix: rows are the truth', `0 0 ${size} ${labels.length * cell + side * 0.85 + 12}`,
    `${right} songs on the diagonal of ${labels.length} labels`, rows);
}

/** A curve a label and, stronger, their mean. */
export function curves(title, across, up, all, macro) {
  const lines = all.map((one, i) => line(one, colour(i, all.length), 1.5));
  return figure(`${title}: area ${macro.area.toFixed(3)} in the mean`, `0 0 ${WIDTH} ${PLOT + TOP + BOTTOM}`,
    all.map((one) => `${one.label} ${one.area.toFixed(3)}`).join(', '),
    [...axes(across, up), ...lines, line(macro, 'var(--ink)', 3)], legend([...all.map((one, i) => [colour(i, all.length), one]), ['var(--ink)', macro]]));
}

function line(curve, stroke, width) {
  const points = curve.x.map((value, i) => `${x(value).toFixed(1)},${y(curve.y[i]).toFixed(1)}`).join(' ');
  return svg('polyline', { points, fill: 'none', stroke, 'stroke-width': width, 'stroke-linejoin': 'round' },
    svg('title', {}, `${curve.label}: area ${curve.area.toFixed(3)}`));
}

/** How often answers of each probability are right; on the diagonal they can be believed. */
export function reliability({ bins, expected_calibration_error: error }) {
  const most = Math.max(1, ...bins.map((bin) => bin.n));
  const told = bins.filter((bin) => bin.n > 0);
  return figure(`Reliability: expected calibration error ${error.toFixed(3)}`, `0 0 ${WIDTH} ${PLOT + TOP + BOTTOM}`,
    told.map((bin) => `said ${bin.confidence.toFixed(2)}, right ${bin.accuracy.toFixed(2)}`).join('; '),
    [...axes('Probability of the answer', 'Share right'),
      svg('line', { x1: x(0), y1: y(0), x2: x(1), y2: y(1), class: 'diagonal' }),
      ...told.map((bin) => svg('rect', { x: x(bin.from) + 1, y: y(bin.accuracy), width: PLOT / bins.length - 2, height: y(0) - y(bin.accuracy),
        class: 'cell', 'fill-opacity': (0.25 + 0.65 * bin.n / most).toFixed(3) },
      svg('title', {}, `${bin.n} answers, said ${bin.confidence.toFixed(3)}, right ${bin.accuracy.toFixed(3)}`))),
      ...told.map((bin) => svg('circle', { cx: x(bin.confidence), cy: y(bin.accuracy), r: 4, class: 'mark' }))]);
}

function axes(across, up) {
  return [
    ...TICKS.flatMap((tick) => [
      svg('line', { x1: x(tick), y1: y(0), x2: x(tick), y2: y(1), class: 'grid-line' }),
      svg('line', { x1: x(0), y1: y(tick), x2: x(1), y2: y(tick), class: 'grid-line' }),
      svg('text', { x: x(tick), y: y(0) + 16, 'text-anchor': 'middle' }, String(tick)),
      svg('text', { x: LEFT - 6, y: y(tick) + 4, 'text-anchor': 'end' }, String(tick)),
    ]),
    svg('text', { x: x(0.5), y: y(0) + 36, 'text-anchor': 'middle' }, across),
    svg('text', { 'text-anchor': 'middle', transform: `translate(11 ${y(0.5)}) rotate(-90)` }, up),
  ];
}

function legend(lines) {
  return el('ul', { class: 'legend' }, lines.map(([stroke, { label, area }]) => {
    const swatch = el('span', { class: 'swatch', 'aria-hidden': 'true' });
    swatch.style.setProperty('--swatch', stroke);
    return el('li', {}, swatch, `${label} ${area.toFixed(3)}`);
  }));
}

/** A picture with its caption, and in words for who cannot see it. */
export function figure(caption, viewBox, summary, parts, ...more) {
  return el('figure', { class: 'chart' }, el('figcaption', {}, caption),
    svg('svg', { viewBox, role: 'img', 'aria-label': `${caption}. ${summary}` }, parts), ...more);
}
