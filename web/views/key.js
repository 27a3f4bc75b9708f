// The API key that this tab sends.

import * as api from '../api.js';
import { announce, el } from '../dom.js';
import { keyForm } from './states.js';

/** The page to enter a key, or to forget it. */
export function keyPage(signal) {
  const state = el('p', { role: 'status' });
  const forget = el('button', { type: 'button', class: 'pill small', on: { click: () => { api.key.set(''); tell(); } } }, 'Forget it');
  const tell = async () => {
    forget.hidden = !api.key.get();
    state.textContent = 'Asking the server …';
    state.textContent = await answer(signal);
    announce(state.textContent);
  };
  tell();
  return el('section', { class: 'page narrow' },
    el('h1', { tabindex: -1 }, 'Key'),
    el('p', { class: 'lead' }, 'A server that other machines can reach asks for an API key. It is kept in this tab until you close it, and sent to this server alone.'),
    keyForm(tell), state, forget);
}

async function answer(signal) {
  const have = api.key.get() !== '';
  try {
    await api.status(signal);
    return have ? 'The server takes your key.' : 'The server needs no key here.';
  } catch (error) {
    if (error.status === 401) return have ? 'The server does not know this key.' : 'The server asks for a key, and none is set.';
    return error.message;
  }
}
