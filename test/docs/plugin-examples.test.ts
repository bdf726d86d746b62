/** What the documentation shows of each gem comes of a site with it. */
import { expect, test } from 'vitest';
import { type PluginExample, readPlugins } from '../../scripts/docs/tables.js';
import { buildSite } from '../helpers/build-site.js';

const plugins = readPlugins();
const run = plugins.filter(({ example }) => example.shown === undefined);

test.each(run)('$name', async ({ name, example }) => {
  expect(example.prints).toBeDefined();
  expect(await written(name, example)).toBe(example.prints!.trim());
});

test('only what needs an npm package or commits is shown without being run', () => {
  const shown = plugins.filter(({ example }) => example.shown !== undefined).map(({ name }) => name);
  const needy = plugins.filter(({ needs }) => needs !== undefined).map(({ name }) => name);
  expect(shown).toEqual(
    plugins.map(({ name }) => name).filter((name) => needy.includes(name) || name === 'jekyll-last-modified'),
  );
});

async function written(gem: string, example: PluginExample): Promise<string> {
  const { config = '', files = {}, source, extension = 'html', shows = 'example.html' } = example;
  const { outputs, said } = await buildSite({
    ...files,
    ...(source === undefined ? {} : { [`example.${extension}`]: `---\n---\n${source}` }),
    '_config.yml': `plugins: [${gem}]\n${config}`,
  });
  if (said !== '') throw new Error(`The example says: ${said}`);
  const text = outputs[shows];
  if (text === undefined) throw new Error(`There are ${Object.keys(outputs).join(', ')}, not ${shows}.`);
  return text.trim();
}
