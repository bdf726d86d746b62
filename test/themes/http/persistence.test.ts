import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { FetchError } from '../../../src/themes/http/fetch-error.js';
import { waitAfter } from '../../../src/themes/http/retry.js';
import { failureOf, getFrom, listenOn, serve, serveBytes } from './local-server.js';

/** A server that answers the first requests with a status and headers, and the others with `ok`; and how often it was asked. */
async function serveAfter(
  failures: number,
  status: number,
  headers = {},
): Promise<{ origin: string; asked: number }> {
  const server = { origin: '', asked: 0 };
  server.origin = await serve((_, response) => {
    if (server.asked++ < failures) response.writeHead(status, headers).end('busy');
    else response.end('ok');
  });
  return server;
}

test.each([429, 502, 503, 504])('tries again after %i', async (status) => {
  const server = await serveAfter(1, status);
  expect(String((await getFrom(server.origin, { retries: 2 })).body)).toBe('ok');
  expect(server.asked).toBe(2);
});

test('gives up after as many further tries as are wanted', async () => {
  const server = await serveAfter(9, 503, { 'retry-after': '0' });
  expect(await failureOf(getFrom(server.origin, { retries: 2 }))).toMatchObject({
    status: 503,
    message: 'the server answered 503 Service Unavailable',
  });
  expect(server.asked).toBe(3);
});

test.each([400, 403, 404, 410, 500, 501])('does not try again after %i', async (status) => {
  const server = await serveAfter(1, status);
  await getFrom(server.origin, { retries: 2 }).catch(() => {});
  expect(server.asked).toBe(1);
});

test('tries again when the line was cut', async () => {
  let asked = 0;
  const origin = await serveBytes((socket) => {
    if (asked++ === 0) socket.resetAndDestroy();
    else socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok');
  });
  expect(String((await getFrom(origin, { retries: 1 })).body)).toBe('ok');
});

test('tries again when a part of the body is missing, and counts from the start', async () => {
  let asked = 0;
  const origin = await serveBytes((socket) => {
    socket.end(`HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n${asked++ === 0 ? 'ab' : 'abcd'}`);
  });
  const told: number[] = [];
  const answer = await getFrom(origin, { retries: 1, onProgress: (received) => told.push(received) });
  expect(String(answer.body)).toBe('abcd');
  expect(told).toEqual([2, 4]);
});

test('does not try again where nothing listens', async () => {
  const server = createServer();
  const port = await listenOn(server);
  await new Promise((resolve) => server.close(resolve));
  const start = performance.now();
  expect(await failureOf(getFrom(`http://127.0.0.1:${port}`, { retries: 2 }))).toMatchObject({
    message: 'nothing listens there',
    cause: { code: 'ECONNREFUSED' },
  });
  expect(performance.now() - start).toBeLessThan(450);
});

test('tries again after a server that says nothing, then gives up', async () => {
  let asked = 0;
  const origin = await serveBytes(() => asked++);
  const error = await failureOf(getFrom(origin, { retries: 1, patience: 100 }));
  expect(error).toMatchObject({ message: 'the server sent nothing for 0.1 s', status: null });
  expect(asked).toBe(2);
});

test('gives up on a body that stops, and closes the connection', async () => {
  let isClosed = false;
  const origin = await serve((request, response) => {
    request.socket.on('close', () => {
      isClosed = true;
    });
    response.writeHead(200, { 'content-length': 10 }).write('a');
  });
  expect((await failureOf(getFrom(origin, { patience: 100 }))).message).toBe(
    'the server sent nothing for 0.1 s',
  );
  await expect.poll(() => isClosed).toBe(true);
});

test('is patient with a body that comes slowly', async () => {
  const origin = await serve((_, response) => {
    let left = 6;
    const timer = setInterval(() => {
      response.write('a');
      if (--left > 0) return;
      clearInterval(timer);
      response.end();
    }, 100);
  });
  expect(String((await getFrom(origin, { patience: 400 })).body)).toBe('aaaaaa');
});

test('has the same patience for the head and for the body', async () => {
  const origin = await serve((_, response) => {
    setTimeout(() => response.writeHead(200).flushHeaders(), 300);
    setTimeout(() => response.end('a'), 600);
  });
  expect(String((await getFrom(origin, { patience: 500 })).body)).toBe('a');
});

test('is not patient with a head that comes letter by letter', async () => {
  const origin = await serveBytes((socket) => {
    socket.write('HTTP/1.1 200 OK\r\nX-Slow: ');
    const timer = setInterval(() => socket.write('a'), 20);
    socket.on('close', () => clearInterval(timer));
  });
  expect((await failureOf(getFrom(origin, { patience: 200 }))).message).toBe(
    'the server sent nothing for 0.2 s',
  );
});

test('does not wait for ever on a body that never ends', async () => {
  const origin = await serve((request, response) => {
    const timer = setInterval(() => response.write('a'), 20);
    request.socket.on('close', () => clearInterval(timer));
  });
  const error = await failureOf(getFrom(origin, { patience: 1000, longest: 300, retries: 5 }));
  expect(error).toBeInstanceOf(FetchError);
  expect(error.message).toBe('it was not there after 0.3 s');
});

test('does not wait for a further try past the bound', async () => {
  const server = await serveAfter(9, 503, { 'retry-after': '9' });
  const start = performance.now();
  const error = await failureOf(getFrom(server.origin, { retries: 2, longest: 300 }));
  expect(error.message).toBe('it was not there after 0.3 s');
  expect(performance.now() - start).toBeLessThan(3000);
  expect(server.asked).toBe(1);
});

test('waits as long as the server wants', async () => {
  const server = await serveAfter(1, 429, { 'retry-after': '1' });
  const start = performance.now();
  await getFrom(server.origin, { retries: 1 });
  expect(performance.now() - start).toBeGreaterThan(950);
});

test('does not wait longer than ten seconds', async () => {
  const server = await serveAfter(1, 429, { 'retry-after': '11' });
  const start = performance.now();
  expect(await failureOf(getFrom(server.origin, { retries: 1 }))).toMatchObject({ status: 429 });
  expect(performance.now() - start).toBeLessThan(900);
  expect(server.asked).toBe(1);
});

test('waits are short and grow', () => {
  const busy = new FetchError('busy', 'https://gems.test/', 503);
  expect([0, 1, 2].map((round) => waitAfter(busy, round))).toEqual([500, 1000, 2000]);
});

test.each([
  ['0', 0],
  ['10', 10_000],
  ['11', null],
  ['Sun, 29 Nov 2026 20:00:07 GMT', 7000],
  ['Sun, 29 Nov 2026 19:00:00 GMT', 0],
  ['Sun, 29 Nov 2026 21:00:00 GMT', null],
  ['soon', 500],
  ['-5', 500],
])('takes %j as a wait', (after, wait) => {
  const busy = new FetchError('busy', 'https://gems.test/', 503);
  const headers = { 'retry-after': after, date: 'Sun, 29 Nov 2026 20:00:00 GMT' };
  expect(waitAfter(busy, 0, headers)).toBe(wait);
});

test.each([
  ['EAI_AGAIN', 500],
  ['ECONNRESET', 500],
  ['ETIMEDOUT', 500],
  ['ECONNREFUSED', null],
  ['ENOTFOUND', null],
  ['ERR_TLS_CERT_ALTNAME_INVALID', null],
])('knows whether %s may pass', (code, wait) => {
  const cause = Object.assign(new Error('failed'), { code });
  expect(waitAfter(new FetchError('failed', 'https://gems.test/', null, { cause }), 0)).toBe(wait);
});
