import type { LiveMessage } from '../live-message.js';

const SOCKET = '/__utterson/live';
const PING = '/__utterson/ping';
/** Milliseconds until the server is looked for again, first and at most. */
const FIRST_WAIT = 250;
const LONGEST_WAIT = 4000;

/** Hears from the server; once it is back after it was gone, the page is loaded anew. */
export function connect(token: string, port: string | null, receive: (message: LiveMessage) => void): void {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
  const host = port === null ? location.host : `${location.hostname}:${port}`;
  const query = new URLSearchParams({ token, page: location.pathname });
  let wasOpen = false;
  let isLeaving = false;
  const socket = new WebSocket(`${scheme}://${host}${SOCKET}?${query}`);
  socket.onopen = () => {
    wasOpen = true;
  };
  socket.onmessage = ({ data }) => receive(JSON.parse(data) as LiveMessage);
  socket.onclose = () => {
    // Refused, by the server or by the site's own policy: asking again would change nothing.
    if (wasOpen && !isLeaving) void reloadWhenBack();
  };
  addEventListener('pagehide', () => {
    isLeaving = true;
  });
  // Taken out of the browser's memory, a page has missed what happened.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload();
  });
}

async function reloadWhenBack(): Promise<void> {
  for (let wait = FIRST_WAIT; ; wait = Math.min(wait * 2, LONGEST_WAIT)) {
    await new Promise((resolve) => setTimeout(resolve, wait));
    const isBack = await fetch(PING).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isBack) {
      location.reload();
      return;
    }
  }
}
