import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { failureOf, getFrom, serve, serveBytes } from './local-server.js';

const packed = { 'content-encoding': 'gzip' };

test.each(['gzip', 'x-gzip', ' GZIP '])('unpacks %j', async (encoding) => {
  const body = gzipSync('a'.repeat(5000));
  const origin = await serve((_, response) => {
    response.writeHead(200, { 'content-encoding': encoding, 'content-length': body.length }).end(body);
  });
  const told: unknown[] = [];
  const answer = await getFrom(origin, { onProgress: (...progress) => told.push(progress) });
  expect(String(answer.body)).toBe('a'.repeat(5000));
  expect(told.at(-1)).toEqual([body.length, body.length]);
});

test('leaves gzip alone that is the file itself', async () => {
  const body = gzipSync('a theme');
  const origin = await serve((_, response) => {
    response.writeHead(200, { 'content-type': 'application/gzip' }).end(body);
  });
  expect((await getFrom(origin)).body).toEqual(body);
});

test.each(['br', 'deflate', 'gzip, gzip', 'nonsense'])(
  'does not take %j, which was not asked for',
  async (encoding) => {
    const origin = await serve((_, response) => {
      response.writeHead(200, { 'content-encoding': encoding }).end('a');
    });
    expect((await failureOf(getFrom(origin))).message).toBe(
      'the answer is packed in a way that was not asked for',
    );
  },
);

test('says that an answer is not gzip', async () => {
  const origin = await serve((_, response) => response.writeHead(200, packed).end('plain text'));
  expect((await failureOf(getFrom(origin))).message).toBe(
    'the answer is not the gzip that it says it is (Z_DATA_ERROR)',
  );
});

test('says that gzip ends too early', async () => {
  const origin = await serve((_, response) => {
    response.writeHead(200, packed).end(gzipSync('a'.repeat(5000)).subarray(0, -9));
  });
  expect((await failureOf(getFrom(origin))).message).toBe(
    'the answer is not the gzip that it says it is (Z_BUF_ERROR)',
  );
});

test('takes a body of as many bytes as the limit says', async () => {
  const origin = await serve((_, response) => response.end('a'.repeat(1000)));
  expect((await getFrom(origin, { limit: 1000 })).body).toHaveLength(1000);
});

test('does not begin with a body that says it is over the limit', async () => {
  const origin = await serve((_, response) => {
    response.writeHead(200, { 'content-length': 1001 }).write('a');
  });
  const told: unknown[] = [];
  const error = await failureOf(getFrom(origin, { limit: 1000, onProgress: () => told.push(0) }));
  expect(error).toMatchObject({ message: 'it is larger than 1,000 bytes', status: null });
  expect(told).toEqual([]);
});

test('stops at the limit when the server does not say how much will come', async () => {
  let isClosed = false;
  const origin = await serve((request, response) => {
    const timer = setInterval(() => response.write('a'.repeat(400)), 5);
    request.socket.on('close', () => {
      clearInterval(timer);
      isClosed = true;
    });
  });
  expect((await failureOf(getFrom(origin, { limit: 1000 }))).message).toBe('it is larger than 1,000 bytes');
  await expect.poll(() => isClosed).toBe(true);
});

test('stops at the limit for a 404, too', async () => {
  const origin = await serve((_, response) => response.writeHead(404).end('a'.repeat(1001)));
  expect((await failureOf(getFrom(origin, { limit: 1000 }))).message).toBe('it is larger than 1,000 bytes');
});

test('does not read the body of an error or a redirect', async () => {
  const origin = await serve(({ url }, response) => {
    if (url === '/ok') response.end('ok');
    else response.writeHead(url === '/moved' ? 301 : 500, { location: '/ok' }).write('a'.repeat(100_000));
  });
  expect((await getFrom(`${origin}/moved`, { limit: 10 })).body).toEqual(Buffer.from('ok'));
  expect(await failureOf(getFrom(`${origin}/broken`, { limit: 10 }))).toMatchObject({ status: 500 });
});

test.each([
  ['an error', 500, 'a'.repeat(10)],
  ['a redirect to nowhere', 301, 'a'.repeat(10)],
  ['a body that is too large', 200, 'a'.repeat(11)],
])('closes the connection after %s, whatever is still to come', async (_, status, piece) => {
  let isClosed = false;
  const origin = await serve((request, response) => {
    request.socket.on('close', () => {
      isClosed = true;
    });
    response.writeHead(status, { 'content-length': piece.length + 5 }).write(piece);
  });
  await failureOf(getFrom(origin, { limit: 10 }));
  await expect.poll(() => isClosed).toBe(true);
});

test('does not unpack a bomb', async () => {
  // 64 MB of zeros, in 65 KB.
  const bomb = gzipSync(Buffer.alloc(64e6));
  expect(bomb.length).toBeLessThan(100_000);
  const origin = await serve((_, response) => response.writeHead(200, packed).end(bomb));
  const before = process.memoryUsage().arrayBuffers;
  expect((await failureOf(getFrom(origin, { limit: 1e6 }))).message).toBe(
    'it is larger than 1,000,000 bytes',
  );
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20e6);
});

test('stops at the limit in gzip that holds nothing', async () => {
  const nothing = gzipSync('');
  const origin = await serve((request, response) => {
    response.writeHead(200, packed);
    const timer = setInterval(() => response.write(Buffer.concat(Array(100).fill(nothing))), 1);
    request.socket.on('close', () => clearInterval(timer));
  });
  expect((await failureOf(getFrom(origin, { limit: 10_000 }))).message).toBe(
    'it is larger than 10,000 bytes',
  );
});

test.each([
  ['with a length', 'Content-Length: 100\r\n\r\nab'],
  ['in chunks', 'Transfer-Encoding: chunked\r\n\r\n2\r\nab\r\n'],
  ['in a chunk whose length is no number', 'Transfer-Encoding: chunked\r\n\r\nzz\r\nab\r\n'],
])('does not take part of a body for all of it (%s)', async (_, rest) => {
  const origin = await serveBytes((socket) => socket.end(`HTTP/1.1 200 OK\r\n${rest}`));
  expect((await failureOf(getFrom(origin))).message).toBe(
    'the connection was closed before the answer was complete',
  );
});

test('takes a body without length to its end', async () => {
  const origin = await serveBytes((socket) => socket.end('HTTP/1.0 200 OK\r\n\r\nall of it'));
  expect(String((await getFrom(origin)).body)).toBe('all of it');
});
