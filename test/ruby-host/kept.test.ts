import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { KeptEngines } from '../../src/build.js';
import { buildFolder } from '../helpers/build-site.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { withEngine } from './cases.js';
import { installedRuby } from './installed-ruby.js';

const engines = installedRuby === null ? ['wasm'] : ['system', 'wasm'];
const kept = new KeptEngines();
afterAll(() => kept.dispose());

const ENVIRONMENT = { PATH: process.env['PATH'] ?? '' };

const COUNT = `
require_relative '../lib/word'
$loaded = rand
class Count < Liquid::Tag
  @@calls = 0
  def render(context)
    "#{Word::TEXT} #{@@calls += 1} #{$loaded} #{rand}"
  end
end
Liquid::Template.register_tag('count', Count)
Jekyll.logger.warn 'Count:', 'is loaded'
`;

function siteOf(engine: string): string {
  return temporaryFolder(
    withEngine(
      {
        '_plugins/count.rb': COUNT,
        'lib/word.rb': "module Word\n  TEXT = 'one'\nend\n",
        '_config.yml': 'exclude: [lib]\n',
        'index.html': '---\n---\n{% count %}',
      },
      engine,
    ),
  );
}

/** What the tag printed: a word, how often it was called, a number of the loading, one of the call. */
async function build(folder: string): Promise<readonly string[]> {
  appendFileSync(join(folder, 'index.html'), '\n');
  const { outputs, said } = await buildFolder(folder, ENVIRONMENT, kept);
  expect(said).toBe('Count: is loaded');
  return outputs['index.html']!.trim().split(' ');
}

describe.each(engines)('%s: builds of one process', (engine) => {
  test('load the plugins once, and begin as after loading', async () => {
    const folder = siteOf(engine);
    const first = await build(folder);
    const others = [await build(folder), await build(folder)];
    expect(first.slice(0, 2)).toEqual(['one', '1']);
    for (const other of others) expect(other.slice(0, 3)).toEqual(first.slice(0, 3));
    expect(new Set([first, ...others].map((words) => words[3])).size).toBe(3);
  });

  test('load them again when one has changed, or what it requires, or the configuration', async () => {
    const folder = siteOf(engine);
    const first = await build(folder);
    writeFileSync(join(folder, 'lib/word.rb'), "module Word\n  TEXT = 'two'\nend\n");
    const second = await build(folder);
    expect(second.slice(0, 2)).toEqual(['two', '1']);
    writeFileSync(join(folder, '_plugins/count.rb'), COUNT.replace('+= 1', '+= 5'));
    const third = await build(folder);
    expect(third.slice(0, 2)).toEqual(['two', '5']);
    appendFileSync(join(folder, '_config.yml'), 'title: Another\n');
    const fourth = await build(folder);
    expect(new Set([first, second, third, fourth].map((words) => words[2])).size).toBe(4);
    writeFileSync(join(folder, '_plugins/count.rb'), 'class Count <');
    expect((await buildFolder(folder, ENVIRONMENT, kept)).said).toMatch(/syntax error/);
    writeFileSync(join(folder, '_plugins/count.rb'), COUNT);
    expect((await build(folder)).slice(0, 2)).toEqual(['two', '1']);
  });
});
