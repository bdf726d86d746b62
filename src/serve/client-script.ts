/** Where the script and the socket live; no page of a site starts with this. */
export const CLIENT_PATH = '/__utterson/client.js';
export const SOCKET_PATH = '/__utterson/live';

/** What the server tells the browser. */
export type LiveMessage =
  | { readonly type: 'reload' }
  /** Paths from the root of the server, e.g. `/blog/site.css`. */
  | { readonly type: 'styles'; readonly paths: readonly string[] }
  /** Shows the overlay; `html` is its whole content. */
  | { readonly type: 'error'; readonly html: string }
  | { readonly type: 'fixed' };

/**
 * The script that pages get while serving: swaps style sheets, reloads, shows the overlay. It loads a changed style sheet beside the
 * old one and removes that when the new one is there, so the page never stands unstyled and keeps its state.
 *
 * @param port of the socket when it is not the page's own
 */
export function clientScript(port: number | null): string {
  return `(() => {
  const host = ${port === null ? 'location.host' : `location.hostname + ':${port}'`};
  const url = (location.protocol === 'https:' ? 'wss://' : 'ws://') + host + '${SOCKET_PATH}';
  let wasConnected = false;
  let wait = 250;
  const connect = () => {
    const socket = new WebSocket(url);
    socket.onopen = () => {
      if (wasConnected) location.reload();
      wasConnected = true;
      wait = 250;
    };
    socket.onmessage = (event) => receive(JSON.parse(event.data));
    socket.onclose = () => {
      setTimeout(connect, wait);
      wait = Math.min(wait * 2, 4000);
    };
  };
  const receive = (message) => {
    if (message.type === 'reload') location.reload();
    if (message.type === 'styles') message.paths.forEach(swap);
    if (message.type === 'error') show(message.html);
    if (message.type === 'fixed') hide();
  };
  const swap = (path) => {
    for (const link of document.querySelectorAll('link[rel~="stylesheet"]')) {
      const address = new URL(link.href);
      if (address.host !== location.host || address.pathname !== path) continue;
      address.searchParams.set('utterson', Date.now());
      const fresh = link.cloneNode();
      fresh.href = address.href;
      fresh.onload = () => link.remove();
      link.after(fresh);
    }
  };
  const hide = () => document.querySelector('utterson-error')?.remove();
  const show = (html) => {
    hide();
    const box = document.createElement('utterson-error');
    box.attachShadow({ mode: 'open' }).innerHTML = html;
    box.shadowRoot.querySelector('button').onclick = hide;
    document.documentElement.append(box);
  };
  connect();
})();
`;
}
