/** The same with plugins in Ruby: what they have a part in is made anew, all else is taken over, and both as a clean build makes them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { installedRuby } from '../ruby-host/installed-ruby.js';
import { buildAgain } from './build-again.js';
import { type Files, randomEdit, randomSite } from './random-site.js';

const runs = Number(process.env['REUSE_RUNS'] ?? 5);

const PLUGINS: Readonly<Record<string, string>> = {
  '_plugins/tags.rb': `
class Count < Liquid::Tag
  @@count = 0
  def render(context) = "#{context['page']['url']} #{@@count += 1}"
end
class FirstTitle < Liquid::Tag
  def render(context)
    site = context.registers[:site]
    "#{site.posts.docs.first&.data&.fetch('title', nil)} #{site.pages.size} #{site.posts.docs.last&.content.to_s.size}"
  end
end
class Share < Liquid::Tag
  def render(context)
    context.environments.first['shared'] = context['page']['url']
    context['local'] = 'here'
    ''
  end
end
class Wrap < Liquid::Block
  def render(context) = "<b>#{super.strip}</b>"
end
{ 'count' => Count, 'first_title' => FirstTitle, 'share' => Share, 'wrap' => Wrap }.each { |name, tag| Liquid::Template.register_tag(name, tag) }
`,
  '_plugins/filters.rb': `
module Loud
  def loud(text) = "#{text.to_s.upcase}!#{@context['site']['title']}"
end
Liquid::Template.register_filter(Loud)
`,
  '_plugins/generator.rb': `
require 'set'
class Made < Jekyll::Generator
  def generate(site)
    site.data['made'] = { 'count' => site.posts.docs.size, 'titles' => site.posts.docs.map { |post| post.data['title'] } }
    site.data['set'] = Set.new(site.pages.map(&:url))
    page = Jekyll::PageWithoutAFile.new(site, site.source, 'made', 'all.html')
    page.content = "{{ site.data.made.titles | join: ',' }}"
    page.data['layout'] = 'default'
    site.pages << page
  end
end
`,
  '_plugins/hooks.rb': `
Jekyll::Hooks.register(:posts, :post_init) { |post| post.data['stamp'] = "S#{post.basename}" }
Jekyll::Hooks.register(:notes, :pre_render) { |note| note.content = "#{note.content} #{note.site.pages.size}" }
`,
};

const fragment = fc.constantFrom(
  '{% count %}',
  '{% first_title %}',
  '{% share %}{{ local }}',
  '{{ shared }}',
  '{% wrap %}{{ site.title }}{% count %}{% endwrap %}',
  '{{ page.title | loud }}',
  '{{ site.data.made.count }} {{ site.data.made.titles | join: "," }}',
  '{{ site.data.set | size }}{% for url in site.data.set %}{{ url }}{% endfor %}',
  '{% for post in site.posts %}{{ post.stamp }}{% endfor %}',
  '{{ site.notes.first.content | size }}',
);
const path = fc.constantFrom(
  'index.html',
  'about.md',
  'deep/index.md',
  '_posts/2024-02-02-second.md',
  '_layouts/default.html',
);
const additions = fc.array(fc.tuple(path, fragment), { minLength: 1, maxLength: 4 });

function withRuby(site: Files, engine: string, more: readonly (readonly [string, string])[]): Files {
  const files = new Map([...site, ...Object.entries(PLUGINS)]);
  files.set('_config.yml', `${files.get('_config.yml') ?? ''}\nutterson: {ruby: ${engine}}\n`);
  for (const [path, text] of more) {
    const before = files.get(path);
    if (before !== undefined) files.set(path, `${before}\n${text}\n`);
  }
  return files;
}

test.each(installedRuby === null ? ['wasm'] : ['system', 'wasm'])(
  'a site with plugins in Ruby (%s) built again after random edits equals a clean build',
  { timeout: 600_000 },
  async (engine) => {
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(
        randomSite,
        additions,
        fc.array(randomEdit, { minLength: 1, maxLength: 4 }),
        async (site, more, edits) => {
          taken += (await buildAgain(withRuby(site, engine, more), edits, true)).taken;
        },
      ),
      { numRuns: runs, seed: Number(process.env['REUSE_SEED'] ?? 1) },
    );
    expect(taken).toBeGreaterThan(0);
  },
);
