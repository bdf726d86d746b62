import { expect, test } from 'vitest';
import { loadConfig } from '../../src/config/load.js';
import { type HeldText, type TextHolder, wholeText } from '../../src/model/output.js';
import { readSite } from '../../src/read/read-site.js';
import { recordingReporter } from '../helpers/recording-reporter.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

/** Keeps each text as an object that says how often it was asked. */
function elsewhere(): TextHolder & { asked: string[] } {
  const asked: string[] = [];
  const read = (text: string): string => {
    asked.push(text);
    return text;
  };
  const hold = (text: string): HeldText => ({ read: () => read(text) });
  return { asked, hold, holdForLater: hold };
}

test('what follows front matter may be kept elsewhere, and is read when it is asked for', () => {
  const directory = temporaryFolder({
    'page.md': '---\ntitle: A page of its own\n---\nthe page',
    '_posts/2024-01-01-a.md': '---\ntitle: A post of its own\n---\nthe post',
    '_layouts/default.html': '[{{ content }}]',
  });
  const { reporter } = recordingReporter();
  const config = loadConfig({ directory, flags: {}, environment: {}, reporter });
  const storage = elsewhere();
  const { pages, collections, layouts } = readSite(config, reporter, storage);
  expect(storage.asked).toEqual(['[{{ content }}]']);
  expect(layouts.get('default')!.body).toBe('[{{ content }}]');
  const files = [...pages, ...collections.get('posts')!.documents];
  expect(files.map(({ data }) => data.get('title'))).toEqual(['A page of its own', 'A post of its own']);
  expect(files.map(({ body }) => typeof body)).toEqual(['object', 'object']);
  expect(files.map(({ body }) => wholeText(body))).toEqual(['the page', 'the post']);
});
