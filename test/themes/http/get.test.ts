import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { FetchError } from '../../../src/themes/http/fetch-error.js';
import { get } from '../../../src/themes/http/get.js';
import { failureOf, getFrom, serve, serveBytes } from './local-server.js';

test('brings the bytes of an answer, and where they are from', async () => {
  const bytes = Buffer.from([0, 255, 13, 10, 128]);
  const origin = await serve((_, response) => response.end(bytes));
  expect(await getFrom(`${origin}/info/minima?a=b`)).toEqual({
    status: 200,
    url: `${origin}/info/minima?a=b`,
    body: bytes,
  });
});

test('brings an empty answer', async () => {
  const origin = await serve((_, response) => response.writeHead(204).end());
  expect(await getFrom(origin)).toMatchObject({ status: 204, body: Buffer.alloc(0) });
});

test('brings a 404 as an answer', async () => {
  const origin = await serve((_, response) => response.writeHead(404).end('no such gem'));
  expect(await getFrom(origin)).toMatchObject({ status: 404, body: Buffer.from('no such gem') });
});

test.each([
  [304, '304 Not Modified'],
  [401, '401 Unauthorized'],
  [403, '403 Forbidden'],
  [410, '410 Gone'],
  [500, '500 Internal Server Error'],
  [599, '599'],
])('fails with %i', async (status, words) => {
  const origin = await serve((_, response) => response.writeHead(status, 'Words Of Its Own').end());
  const error = await failureOf(getFrom(origin));
  expect(error).toBeInstanceOf(FetchError);
  expect(error).toMatchObject({ status, url: `${origin}/`, message: `the server answered ${words}` });
});

test("sends the caller's headers", async () => {
  const origin = await serve(({ headers }, response) => response.end(JSON.stringify(headers)));
  const { body } = await getFrom(origin, { headers: { 'User-Agent': 'utterson/1', Authorization: 'token' } });
  expect(JSON.parse(String(body))).toMatchObject({
    'user-agent': 'utterson/1',
    authorization: 'token',
    'accept-encoding': 'gzip',
  });
});

test('tells how much has come, and of how much', async () => {
  const body = Buffer.alloc(300_000, 'a');
  const origin = await serve((_, response) => {
    response.writeHead(200, { 'content-length': body.length }).end(body);
  });
  const told: [number, number | null][] = [];
  await getFrom(origin, { onProgress: (...progress) => told.push(progress) });
  expect(told.length).toBeGreaterThan(1);
  expect(told.map(([received]) => received)).toEqual(
    told.map(([received]) => received).sort((a, b) => a - b),
  );
  expect(told.at(-1)).toEqual([300_000, 300_000]);
});

test('tells that nobody knows how much will come', async () => {
  const origin = await serve((_, response) => {
    response.write('a');
    response.end('b');
  });
  const told: (number | null)[] = [];
  await getFrom(origin, { onProgress: (_, total) => told.push(total) });
  expect(new Set(told)).toEqual(new Set([null]));
});

test.each(['', 'minima', 'https://', 'http://a b/'])(
  'does not ask %j, which is not an address',
  async (url) => {
    expect(await failureOf(get(url, { environment: {}, trusted: new Set() }))).toMatchObject({
      name: 'FetchError',
      message: 'it is not an address',
      url,
    });
  },
);

test('two answers of one server come over two connections', async () => {
  const ports = new Set<number | undefined>();
  const origin = await serve(({ socket }, response) => {
    ports.add(socket.remotePort);
    response.end();
  });
  await getFrom(origin);
  await getFrom(origin);
  expect(ports.size).toBe(2);
});

test('does not mix up answers that are under way together', async () => {
  const origin = await serve(({ url }, response) => setTimeout(() => response.end(url), 20));
  const paths = Array.from(
    { length: 20 },
    (_, index) => `/${createHash('md5').update(`${index}`).digest('hex')}`,
  );
  const answers = await Promise.all(paths.map((path) => getFrom(`${origin}${path}`)));
  expect(answers.map(({ body }) => String(body))).toEqual(paths);
});

test('says that the line was cut in the head of an answer', async () => {
  const origin = await serveBytes((socket) => socket.end('HTTP/1.1 200 OK\r\nContent-'));
  expect(await failureOf(getFrom(origin))).toMatchObject({
    message: 'the connection was closed before the answer was complete',
    status: null,
    cause: { code: 'ECONNRESET' },
  });
});

test.each([
  ['a status line of another protocol', 'SSH-2.0-OpenSSH_9.2\r\n'],
  ['a status that is no number', 'HTTP/1.1 OK\r\n\r\n'],
  ['a head without end', `HTTP/1.1 200 OK\r\n${'X-Filler: aaaaaaaaaaaaaaaaaaaaaaaa\r\n'.repeat(1000)}`],
  ['two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab'],
])('does not take %s for an answer', async (_, bytes) => {
  const origin = await serveBytes((socket) => socket.end(bytes));
  const error = await failureOf(getFrom(origin));
  expect(error).toBeInstanceOf(FetchError);
  expect(error.message).toMatch(/^the server's answer is not HTTP \(HPE_\w+\)$/);
});

test('does not take an offer of another protocol', async () => {
  const origin = await serveBytes((socket) => {
    socket.end('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n');
  });
  expect((await failureOf(getFrom(origin))).message).toBe(
    'the connection was closed before the answer was complete',
  );
});

test('waits for the answer after early hints', async () => {
  const origin = await serveBytes((socket) => {
    socket.write('HTTP/1.1 103 Early Hints\r\nLink: </style.css>\r\n\r\n');
    setTimeout(() => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok'), 20);
  });
  expect(await getFrom(origin)).toMatchObject({ status: 200, body: Buffer.from('ok') });
});
