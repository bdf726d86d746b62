/** The same with plugins in Ruby, of which some keep things from call to call and some do not. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { installedRuby } from '../ruby-host/installed-ruby.js';
import { buildAgain } from './build-again.js';
import { type Files, randomEdit, randomSite } from './random-site.js';

const runs = Number(process.env['REUSE_RUNS'] ?? 4);

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

/** They keep nothing: pages go by what these read. */
const PLAIN: Readonly<Record<string, string>> = {
  '_plugins/plain.rb': `
module Plain
  class People < Liquid::Tag
    def render(context) = "#{context.registers[:site].data['people'].inspect} #{context.registers[:site].data.keys.size}"
  end
  class Own < Liquid::Tag
    def initialize(name, markup, tokens)
      super
      @names = markup.split
    end
    def render(context)
      page = context.registers[:page]
      @names.map { |name| page[name] }.join(' ')
    end
  end
  class Titles < Liquid::Tag
    def render(context) = context.registers[:site].posts.docs.map { |post| "#{post.data['title']} #{post.url} #{post.data['tags']}" }.join(' ')
  end
  class Newest < Liquid::Tag
    def render(context)
      post = context['site.posts'].first
      post ? "#{post.data['title']} #{post.content.size} #{post.output.to_s.size} #{post.excerpt} #{post.next_doc&.url}" : ''
    end
  end
  class Pages < Liquid::Tag
    def render(context) = context.registers[:site].pages.map { |page| "#{page.url}#{page.data['title']}" }.sort.join(',')
  end
  class Files < Liquid::Tag
    def render(context) = context.registers[:site].static_files.map { |file| file.relative_path }.sort.join(',')
  end
  class Read < Liquid::Tag
    def render(context)
      path = File.join(context.registers[:site].source, 'note.txt')
      File.file?(path) ? File.read(path) : ''
    end
  end
  class Clock < Liquid::Tag
    def render(context) = "#{Time.now.to_i} #{Date.today} #{context.registers[:site].time.year} #{ENV['JEKYLL_ENV']} #{Jekyll.env}"
  end
  class Settings < Liquid::Tag
    def render(context) = "#{context.registers[:site].config['title']} #{context.registers[:site].config['permalink']}"
  end
  class Around < Liquid::Block
    def render(context)
      text = super
      context['inside'] = text.size
      "<i>#{text}</i>#{context['site.title']}#{context['inside']}"
    end
  end
  module Filters
    def quiet(text) = text.to_s.downcase.gsub(/[aeiou]/) { |letter| "(#{letter})" }
    def names(list) = list.to_a.map { |one| one['title'] || one.url }.sort.join(' ')
  end
end
{ 'people' => Plain::People, 'own' => Plain::Own, 'titles' => Plain::Titles, 'newest' => Plain::Newest, 'listed' => Plain::Pages, 'files' => Plain::Files,
  'read' => Plain::Read, 'clock' => Plain::Clock, 'settings' => Plain::Settings, 'around' => Plain::Around }.each do |name, tag|
  Liquid::Template.register_tag(name, tag)
end
Liquid::Template.register_filter(Plain::Filters)
`,
};

/** A tag that counts, and one that changes what others see. */
const COUNTING: Readonly<Record<string, string>> = {
  '_plugins/counting.rb': `
class Counting < Liquid::Tag
  @@count = 0
  def render(context)
    context.registers[:site].data['people'] = (@@count += 1)
    context.registers[:site].posts.docs.each { |post| post.data['title'] = "#{@@count} #{context['page']['title']}" }
    @@count.to_s
  end
end
Liquid::Template.register_tag('counting', Counting)
`,
};

/** What comes of the site before it is rendered, and stays in Ruby. */
const GENERATING: Readonly<Record<string, string>> = {
  '_plugins/generating.rb': `
class Generating < Jekyll::Generator
  def generate(site)
    site.data['made'] = site.posts.docs.map { |post| post.data['title'] }
    site.posts.docs.each { |post| post.data['tags'] = [post.data['title'].to_s[0]] }
    site.pages.first.data['title'] = site.pages.size.to_s unless site.pages.empty?
  end
end
`,
};

const plainFragment = fc.constantFrom(
  '{% people %}',
  '{% own title layout url %}',
  '{% titles %}',
  '{% newest %}',
  '{% listed %}',
  '{% files %}',
  '{% read %}',
  '{% clock %}',
  '{% settings %}',
  '{% around %}{% own title %}{% people %}{% endaround %}{{ inside }}',
  '{{ page.title | quiet }}',
  '{{ site.posts | names }}',
  '{{ site.pages | names }}',
  '{% for post in site.posts %}{{ post.title | quiet }}{% endfor %}',
);

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
const placed = (text: fc.Arbitrary<string>): fc.Arbitrary<[string, string][]> =>
  fc.array(fc.tuple(path, text), { minLength: 1, maxLength: 4 });

type Plugins = readonly Readonly<Record<string, string>>[];

function withRuby(
  site: Files,
  engine: string,
  more: readonly (readonly [string, string])[],
  plugins: Plugins,
): Files {
  const files = new Map([...site, ...plugins.flatMap((one) => Object.entries(one))]);
  files.set('_config.yml', `${files.get('_config.yml') ?? ''}\nutterson: {ruby: ${engine}}\n`);
  for (const [path, text] of more) {
    const before = files.get(path);
    if (before !== undefined) files.set(path, `${before}\n${text}\n`);
  }
  return files;
}

const WAYS: readonly (readonly [about: string, fragments: fc.Arbitrary<string>, plugins: Plugins])[] = [
  ['that keep things', fragment, [PLUGINS]],
  ['that keep nothing', plainFragment, [PLAIN]],
  ['that keep nothing, beside a generator', plainFragment, [PLAIN, GENERATING]],
  [
    'that keep nothing, beside one that does',
    fc.oneof(
      { weight: 3, arbitrary: plainFragment },
      { weight: 1, arbitrary: fc.constant('{% counting %}') },
    ),
    [PLAIN, COUNTING],
  ],
];

describe.each(installedRuby === null ? ['wasm'] : ['system', 'wasm'])('%s', (engine) => {
  test.each(WAYS)(
    'a site built again after random edits equals a clean build, with plugins in Ruby %s',
    { timeout: 7_200_000 },
    async (_, fragments, plugins) => {
      let [taken, takenWithRuby, rendered] = [0, 0, 0];
      await fc.assert(
        fc.asyncProperty(
          randomSite,
          placed(fragments),
          fc.array(randomEdit, { minLength: 1, maxLength: 4 }),
          async (site, more, edits) => {
            const built = await buildAgain(withRuby(site, engine, more, plugins), edits, true);
            taken += built.taken;
            takenWithRuby += built.takenWithRuby;
            rendered += built.rendered;
          },
        ),
        { numRuns: runs, seed: Number(process.env['REUSE_SEED'] ?? 1) },
      );
      if (process.env['REUSE_RUNS'])
        console.log(`taken over ${taken}, ${takenWithRuby} of them with Ruby, rendered ${rendered}`);
      expect(taken).toBeGreaterThan(0);
      if (plugins.length === 1 && plugins[0] === PLAIN) expect(takenWithRuby).toBeGreaterThan(0);
    },
  );
});
