// What is shown while there is nothing to show.

import { announce, el } from '../dom.js';

/** Placeholders of the shape of what comes. */
export function loading(className, amount) {
  return el('div', { class: `${className} loading`, 'aria-hidden': 'true' },
    Array.from({ length: amount }, () => el('div', { class: 'skeleton' })));
}

/** Nothing there, and what to do about it. */
export function empty(title, ...hints) {
  return el('div', { class: 'state' }, el('h2', {}, title), el('p', {}, ...hints));
}

/** What went wrong, in the server's words, and another try. */
export function failure(error, retry) {
  announce(error.message);
  return el('div', { class: 'state error', role: 'alert' },
    el('h2', {}, error.status === 404 ? 'Not found' : 'That did not work'),
    el('p', {}, error.message),
    retry && el('button', { type: 'button', class: 'pill', on: { click: retry } }, 'Try again'));
}

/** Draws what `load` brings into `box`; an answer that comes after its view has gone is dropped. */
export async function fillFrom(box, placeholder, signal, load, draw) {
  box.replaceChildren(placeholder);
  box.setAttribute('aria-busy', 'true');
  try {
    const answer = await load();
    if (!signal.aborted) box.replaceChildren(...[draw(answer)].flat().filter(Boolean));
  } catch (error) {
    if (signal.aborted || error.name === 'AbortError') return;
    box.replaceChildren(failure(error, () => fillFrom(box, placeholder, signal, load, draw)));
  } finally {
    if (!signal.aborted) box.removeAttribute('aria-busy');
  }
}
