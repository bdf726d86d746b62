import { STATUS_CODES } from 'node:http';

/** E.g. `503 Service Unavailable`. The server's own words are not taken: nobody knows what they do to a terminal. */
export function statusText(status: number): string {
  const words = STATUS_CODES[status];
  return words === undefined ? String(status) : `${status} ${words}`;
}
