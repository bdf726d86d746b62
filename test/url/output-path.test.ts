import { expect, test } from 'vitest';
import { documentOutputPath, pageOutputPath, staticOutputPath } from '../../src/url/output-path.js';

test('a page gets an index file for a slash and its extension when it lacks it', () => {
  expect(pageOutputPath('/about/', '.html')).toBe('about/index.html');
  expect(pageOutputPath('/css/', '.css')).toBe('css/index.css');
  expect(pageOutputPath('/about', '.html')).toBe('about.html');
  expect(pageOutputPath('/feed.xml', '.xml')).toBe('feed.xml');
});

test('a document in a folder is always index.html', () => {
  expect(documentOutputPath('/data/', '.json')).toBe('data/index.html');
  expect(documentOutputPath('/data', '.json')).toBe('data.json');
  expect(documentOutputPath('/data.json', '.json')).toBe('data.json');
});

test('escapes are undone, and no URL leads out of the destination', () => {
  expect(staticOutputPath('/a%20b.png')).toBe('a b.png');
  expect(staticOutputPath('/%2e%2e/%2e%2e/etc/passwd')).toBe('etc/passwd');
});
