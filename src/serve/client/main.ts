/** What pages get while serving: the connection to the server, and what its messages do to the page. Runs first in the `<head>`. */

import type { LiveMessage } from '../live-message.js';
import { connect } from './connection.js';
import { EditorLinks } from './editor-links.js';
import { LivePage } from './live-page.js';
import { Panels } from './panels.js';

const script = document.currentScript as HTMLScriptElement;
const { token = '', port = null } = script.dataset;
// Nobody else on the page needs the token, and the page is compared with what the server sends.
script.remove();

const isOwnPage = document.documentElement.hasAttribute('data-utterson-own');
const editor = new EditorLinks(token);
const panels = new Panels(editor);
const page = new LivePage();
let states = 0;

if (isOwnPage) editor.listenIn(document);
connect(token, port, receive);

function receive(message: LiveMessage): void {
  if (message.type === 'changed') {
    page.apply(message);
    return;
  }
  states++;
  if (!isOwnPage) panels.show(message);
  // A page of ours shows how the site fares itself: it is asked for anew, but for steps on the way.
  else if (message.progress !== null) showProgress(message.progress);
  else if (states > 1 || document.querySelector('[data-progress]')) page.refresh();
}

function showProgress(text: string): void {
  const place = document.querySelector('[data-progress]');
  if (place) place.textContent = text;
  else page.refresh();
}
