import { expect, test } from 'vitest';
import { loadConfig } from '../../src/build.js';
import { variantOf } from '../../src/render/variant.js';
import { recordingReporter } from '../helpers/recording-reporter.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

function variant(yaml: string, environment: Record<string, string> = {}, files = {}): string {
  const { reporter } = recordingReporter();
  const directory = temporaryFolder({ '_config.yml': yaml, ...files });
  return variantOf(loadConfig({ directory, flags: {}, environment, reporter }));
}

test.each([
  'timezone: Asia/Tokyo',
  'safe: true',
  'encoding: iso-8859-1',
  'plugins: [a]',
  'page_excerpts: true',
])('%s makes everything new', (line) =>
  expect(variant(`title: A\n${line}\n`)).not.toBe(variant('title: A\n')),
);

test.each([
  'title: B',
  'kramdown: { hard_wrap: true }',
  'url: https://example.com',
  'future: true',
  'strict: true',
])('%s does not: keys or the site tell who goes by it', (line) =>
  expect(variant(`${line}\n`)).toBe(variant('{}\n')),
);

test.each([
  { Gemfile: 'gem "a", group: :jekyll_plugins\n' },
  { 'Gemfile.lock': 'GEM\n  specs:\n    a (1.0)\n' },
])('%j makes everything new, wherever the site lies', (files) => {
  expect(variant('{}\n', {}, files)).not.toBe(variant('{}\n'));
  expect(variant('{}\n', {}, files)).toBe(variant('{}\n', {}, files));
});
