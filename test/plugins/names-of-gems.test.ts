import { expect, test } from 'vitest';
import { builtInPlugins } from '../../src/plugins/built-in-plugins.js';
import { gemOfFilter, gemOfTag } from '../../src/plugins/names-of-gems.js';

test.each([...builtInPlugins.keys()])('knows the tags and filters of %s', async (name) => {
  const plugin = await builtInPlugins.get(name)!();
  const { tags = [], filters = [] } = { ...plugin, ...plugin.ofBuild?.() };
  const owner = name.replace('/', '-');
  const names = [...tags, ...(plugin.liquidTags?.() ?? [])].map((tag) => tag.name);
  // What only says that it is done by itself, and a method of the gem's own.
  const idle = ['jekyll_feed', 'jekyll_sitemap', 'jekyll_tagging_slug'];
  for (const tag of names.filter((one) => !idle.includes(one))) expect(gemOfTag.get(tag)).toBe(owner);
  for (const filter of filters.filter((one) => !idle.includes(one.name))) {
    expect(gemOfFilter.get(filter.name)).toBe(owner);
  }
  expect(plugin.name.startsWith('jekyll') || plugin.name === 'jemoji' || plugin.name === 'premonition').toBe(
    true,
  );
});

test('names no gem that is not there', () => {
  for (const gem of [...gemOfTag.values(), ...gemOfFilter.values()])
    expect(builtInPlugins.has(gem)).toBe(true);
});
