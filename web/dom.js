// Elements from data. Text only ever becomes text nodes and attributes, so nothing in a tag or a file name can become markup.

const SVG = 'http://www.w3.org/2000/svg';

/** An HTML element: attributes by name, listeners in `on`, false and null left out. */
export function el(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** The same for SVG. */
export function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(node, { on = {}, ...attributes }, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false && value !== null && value !== undefined) {
      node.setAttribute(name, value === true ? '' : String(value));
    }
  }
  for (const [event, listener] of Object.entries(on)) node.addEventListener(event, listener);
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

const ICONS = {
  play: 'M8 5.2v13.6c0 .9 1 1.4 1.7.9l10-6.8c.6-.4.6-1.4 0-1.8l-10-6.8C9 3.8 8 4.3 8 5.2z',
  pause: 'M7 4.5h3.2v15H7zM13.8 4.5H17v15h-3.2z',
  next: 'M5 5.3v13.4c0 .8.9 1.3 1.6.8L15 14v5.5h3v-15h-3V10L6.6 4.5C5.9 4 5 4.5 5 5.3z',
  previous: 'M19 5.3v13.4c0 .8-.9 1.3-1.6.8L9 14v5.5H6v-15h3V10l8.4-5.5c.7-.5 1.6 0 1.6.8z',
  close: 'M6.4 5 12 10.6 17.6 5 19 6.4 13.4 12 19 17.6 17.6 19 12 13.4 6.4 19 5 17.6 10.6 12 5 6.4z',
  heart: 'M12 20.5S3.5 15.3 3.5 9.3A4.7 4.7 0 0 1 12 6.5a4.7 4.7 0 0 1 8.5 2.8c0 6-8.5 11.2-8.5 11.2z',
};

/** A picture beside words: hidden from screen readers. */
export function icon(name) {
  return svg('svg', { viewBox: '0 0 24 24', class: 'icon', 'aria-hidden': 'true' }, svg('path', { d: ICONS[name], fill: 'currentColor' }));
}

/** Says something to screen readers without moving the focus. */
export function announce(text) {
  document.getElementById('announcer').textContent = text;
}
