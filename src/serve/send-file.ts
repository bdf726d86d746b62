import { createReadStream, type Stats, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { contentType } from './content-type.js';

/** Sends one file: type, length, validator, a single range of bytes (RFC 9110, sections 13 and 14). */
export function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  encoding: string,
): void {
  const stat = statSync(path);
  const etag = `W/"${stat.size.toString(36)}-${stat.mtimeMs.toString(36)}"`;
  response.setHeader('Content-Type', contentType(path, encoding));
  response.setHeader('Accept-Ranges', 'bytes');
  response.setHeader('Last-Modified', stat.mtime.toUTCString());
  response.setHeader('ETag', etag);
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304).end();
    return;
  }
  const range = parseRange(request.headers.range, stat);
  if (range === 'beyond') {
    response.writeHead(416, { 'Content-Range': `bytes */${stat.size}` }).end();
    return;
  }
  const { start, end } = range ?? { start: 0, end: stat.size - 1 };
  if (range) response.setHeader('Content-Range', `bytes ${start}-${end}/${stat.size}`);
  response.writeHead(range ? 206 : 200, { 'Content-Length': end - start + 1 });
  if (request.method === 'HEAD' || stat.size === 0) {
    response.end();
    return;
  }
  // A file that vanishes while it is being sent ends this answer, not the server.
  createReadStream(path, { start, end })
    .on('error', () => response.destroy())
    .pipe(response);
}

/** Both ends counted in; `null` for the whole file, which is also the answer to what is no single range of bytes. */
function parseRange(
  header: string | undefined,
  { size }: Stats,
): { start: number; end: number } | 'beyond' | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!match || match[0] === 'bytes=-') return null;
  const [, first = '', last = ''] = match;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (start >= size) return 'beyond';
  return start > end ? null : { start, end };
}
