import { expect, test } from 'vitest';
import { buildSite } from '../helpers/build-site.js';

const lock = (version: string): string => `GEM\n  specs:\n    jekyll-polyglot (${version})\n`;

async function said(version: string, plugins = '[jekyll-polyglot]'): Promise<string> {
  const built = await buildSite({
    '_config.yml': `plugins: ${plugins}\nlanguages: [en]\n`,
    'Gemfile.lock': lock(version),
    'index.html': '---\n---\na',
  });
  return built.said;
}

test.each(['1.5.0', '1.7.0', '1.9.0', '1.10.0', '2.0.0'])(
  'a release that writes something else is told: %s',
  async (version) => {
    expect(await said(version)).toBe(
      `Plugin: Gemfile.lock has jekyll-polyglot ${version}; here it works as 1.5.1`,
    );
  },
);

test.each(['1.5.1', '1.6.0'])('one that writes the same is not: %s', async (version) => {
  expect(await said(version)).toBe('');
});

test('nor is a gem that the site does not load', async () => {
  expect(await said('1.9.0', '[]')).toBe('');
});
