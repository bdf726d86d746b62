import { expect, test } from 'vitest';
import { injectScript } from '../../src/serve/inject.js';

const TAG = '<script src="/__utterson/client.js" data-token="t"></script>';

function injected(page: string, isXml = false): string {
  const tag = { token: 't', port: null, nonce: null };
  return injectScript(Buffer.from(page, 'latin1'), tag, isXml).toString('latin1').replace(TAG, '[SCRIPT]');
}

test.each([
  [
    '<!DOCTYPE html><html><head><title>x</title></head></html>',
    '<!DOCTYPE html><html><head>[SCRIPT]<title>x',
  ],
  [
    '\n<!-- a comment -->\n<!doctype HTML>\n<HTML lang="en">\n<HEAD data-x="a > b">',
    '<HEAD data-x="a > b">[SCRIPT]',
  ],
  ['<head\n>x', '<head\n>[SCRIPT]x'],
  ['<!DOCTYPE html><body>x', '<!DOCTYPE html>[SCRIPT]<body>x'],
  ['<html lang="en"><body>x', '<html lang="en">[SCRIPT]<body>x'],
  ['<p>x</p>', '[SCRIPT]<p>x</p>'],
  ['\xef\xbb\xbf<p>x</p>', '\xef\xbb\xbf[SCRIPT]<p>x</p>'],
  ['<header>x</header>', '[SCRIPT]<header>x'],
  // A head that is none.
  ['<!-- <head> --><p>x</p>', '[SCRIPT]<!-- <head> --><p>x'],
  ['<!DOCTYPE html><!--\n<head>\n--><head><title>', '--><head>[SCRIPT]<title>'],
  ['<!DOCTYPE html><body><pre>&lt;head> <head></pre>', '<!DOCTYPE html>[SCRIPT]<body>'],
])('goes first into the head of a page, where there is one: %j', (page, expected) => {
  const found = injected(page);
  expect(found).toContain(expected);
  expect(found.replace('[SCRIPT]', '')).toBe(page);
});

test.each(['', '  \n', '<!-- <html><head></head></html> -->', '<!-- <head>'])(
  'is not in what is no page: %j',
  (page) => {
    expect(injected(page)).toBe(page);
  },
);

test('stands in XML only where it stays well-formed', () => {
  const page =
    '<?xml version="1.0"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head></html>';
  expect(injected(page, true)).toContain('<head>[SCRIPT]<title/>');
  expect(injected('<svg xmlns="http://www.w3.org/2000/svg"/>', true)).toBe(
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
  );
});

test('is told the port of the socket and the nonce of a policy', () => {
  const tag = { token: 't', port: 35729, nonce: 'n' };
  expect(injectScript(Buffer.from('<head>'), tag).toString()).toBe(
    '<head><script src="/__utterson/client.js" data-token="t" data-port="35729" nonce="n"></script>',
  );
});
