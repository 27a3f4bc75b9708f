// What is shown while there is nothing to show.

import * as api from '../api.js';
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

/** What went wrong, in the server's words, and another try; where a key is asked for, the place to enter one. */
export function failure(error, retry) {
  announce(error.message);
  if (error.status === 401) {
    return el('div', { class: 'state error', role: 'alert' },
      el('h2', {}, 'This server asks for a key'),
      el('p', {}, api.key.get() ? 'It does not know yours. ' : '', 'Who runs it makes one with ', el('code', {}, './tasteprint keys create'), '.'),
      keyForm(retry));
  }
  const title = { 403: 'Your key may not do this', 404: 'Not found' }[error.status] ?? 'That did not work';
  return el('div', { class: 'state error', role: 'alert' },
    el('h2', {}, title),
    el('p', {}, error.message),
    error.status === 403 && el('p', {}, el('a', { href: '#/key' }, 'Use another key')),
    retry && el('button', { type: 'button', class: 'pill', on: { click: retry } }, 'Try again'));
}

/** Takes an API key and goes on. */
export function keyForm(then) {
  const box = el('input', { type: 'password', id: 'key', autocomplete: 'off', spellcheck: 'false', placeholder: 'tp_…', required: true });
  return el('form', { class: 'key', on: { submit: (event) => {
    event.preventDefault();
    api.key.set(box.value.trim());
    then();
  } } },
  el('label', { class: 'visually-hidden', for: 'key' }, 'API key'), box,
  el('button', { class: 'pill' }, 'Use it'));
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
