import { expect, test } from 'vitest';
import { headersFor } from '../../../src/themes/http/redirect.js';
import { failureOf, getFrom, serve } from './local-server.js';

/** A server of redirects: `/STATUS/REST` leads to what follows in the query. */
function serveRedirects(): Promise<string> {
  return serve(({ url }, response) => {
    const { pathname, search } = new URL(url!, 'http://localhost');
    const status = Number(pathname.slice(1));
    if (status === 0 || Number.isNaN(status)) response.end(pathname);
    else if (search === '') response.writeHead(status).end();
    else response.writeHead(status, { location: decodeURIComponent(search.slice(1)) }).end();
  });
}

test.each([301, 302, 303, 307, 308])(
  'follows %i to the same origin, plain http: as it is',
  async (status) => {
    const origin = await serveRedirects();
    const target = `${origin}/gems`;
    expect(await getFrom(`${origin}/${status}?${encodeURIComponent(target)}`)).toEqual({
      status: 200,
      url: target,
      body: Buffer.from('/gems'),
    });
  },
);

test.each([300, 304, 305])('does not follow %i', async (status) => {
  const origin = await serveRedirects();
  expect(await failureOf(getFrom(`${origin}/${status}?/gems`))).toMatchObject({ status });
});

test('says that a redirect does not say where to', async () => {
  const origin = await serveRedirects();
  expect((await failureOf(getFrom(`${origin}/301`))).message).toBe(
    'the server answered with a redirect to nowhere',
  );
});

test('does not follow to another server on this computer', async () => {
  const origin = await serveRedirects();
  let isAsked = false;
  const other = await serve((_, response) => {
    isAsked = true;
    response.end();
  });
  const byName = `${origin.replace('127.0.0.1', 'localhost')}/gems`;
  for (const target of [`${other}/gems`, byName, `${other}/gems`.replace('http:', 'https:')]) {
    const url = `${origin}/302?${encodeURIComponent(target)}`;
    const error = await failureOf(getFrom(url, { trusted: new Set([origin, other]) }));
    expect(error.message).toMatch(/^it leads to (http:.*, and only https: is followed|another host .*)$/);
  }
  expect(isAsked).toBe(false);
});

test('does not follow to a private address of its own host by https:', async () => {
  const origin = await serveRedirects();
  const target = origin.replace('http:', 'https:');
  const error = await failureOf(getFrom(`${origin}/302?${encodeURIComponent(target)}`));
  expect(error.message).toBe('its host is at a private address (127.0.0.1)');
});

test('headers with secrets stay at the origin that they were given for', () => {
  const asked = new URL('https://api.github.com/repos');
  const headers = { Authorization: 'token', cookie: 'a=b', 'PROXY-authorization': 'c', Accept: 'd' };
  expect(headersFor(new URL('https://api.github.com/other'), asked, headers)).toEqual(headers);
  expect(headersFor(new URL('https://codeload.github.com/'), asked, headers)).toEqual({ Accept: 'd' });
  expect(headersFor(new URL('https://api.github.com:8443/'), asked, headers)).toEqual({ Accept: 'd' });
});
