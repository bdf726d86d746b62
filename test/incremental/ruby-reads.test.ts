/** What plain code in Ruby reads, kind by kind: a page is made anew when that has changed, and taken over when anything else has. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { type BuildResult, build, type KeptEngines, loadConfig } from '../../src/build.js';
import { compareFolders } from '../conformance/sites.js';
import { withEngines } from '../helpers/new-engines.js';
import { recordingReporter } from '../helpers/recording-reporter.js';
import { installedRuby } from '../ruby-host/installed-ruby.js';
import { takeTimes, writeSite } from './site-on-disk.js';

type Files = Readonly<Record<string, string>>;

/** Milliseconds after which the time of a file tells that nobody has saved it since. */
const AT_REST = 150;
const CLOCK = { SOURCE_DATE_EPOCH: '1718000000', PATH: process.env['PATH'] ?? '' };

const PLAIN = `
require_relative '../lib/word'
module Plain
  WORDS = { 'a' => %w(one two) }.freeze

  class Own < Liquid::Tag
    def initialize(name, markup, tokens)
      super
      @names = []
      markup.split.each { |name| @names << name }
    end
    def render(context)
      page = context.registers[:page]
      @names.map { |name| page[name] }.join(',')
    end
  end
  class Find < Liquid::Tag
    def render(context) = "#{context['site.title']} #{context['page.url']}"
  end
  class Named < Liquid::Tag
    def render(context) = "#{context['site']['title']} #{context['page']['url']}"
  end
  class People < Liquid::Tag
    def render(context) = context.registers[:site].data['people'].map { |one| one['name'] }.join(' ')
  end
  class Author < Liquid::Tag
    def render(context)
      @site = context.registers[:site]
      name
    end
    def name = @site.config['author'].to_s
  end
  class Titles < Liquid::Tag
    def render(context) = context.registers[:site].posts.docs.map { |post| "#{post.data['title']} #{post.url}" }.join(' ')
  end
  class First < Liquid::Tag
    def render(context) = context['site.posts'].last.title
  end
  class Size < Liquid::Tag
    def render(context) = "#{context['site.posts'].last.content.size} #{context['site.posts'].last.excerpt}"
  end
  class Note < Liquid::Tag
    def render(context) = File.file?(File.join(context.registers[:site].source, 'note.txt')) ? File.read(File.join(context.registers[:site].source, 'note.txt')) : 'no note'
  end
  class Year < Liquid::Tag
    def render(_context) = "#{Time.now.year} #{Date.today.month}"
  end
  class Greeting < Liquid::Tag
    def render(_context) = ENV.fetch('GREETING', 'nobody')
  end
  class Chance < Liquid::Tag
    def render(_context) = (rand(1) + [7].sample).to_s
  end
  class Wrap < Liquid::Block
    def render(context)
      text = super
      out = +''
      WORDS['a'].each { |word| out << "#{word}#{text.strip}" }
      out
    end
  end
  class Word < Liquid::Tag
    def render(_context) = Library::WORD
  end
  module Filters
    def loud(text, more = '!') = "#{text.to_s.upcase.gsub(/A/, 'b')}#{more}"
    def titled(text) = "#{@context.registers[:site].config['title']}: #{text}"
  end
end
{ 'own' => Plain::Own, 'find' => Plain::Find, 'named' => Plain::Named, 'people' => Plain::People, 'author' => Plain::Author,
  'titles' => Plain::Titles, 'first' => Plain::First, 'size' => Plain::Size, 'note' => Plain::Note, 'year' => Plain::Year,
  'greeting' => Plain::Greeting, 'chance' => Plain::Chance, 'wrap' => Plain::Wrap, 'word' => Plain::Word }.each { |name, tag| Liquid::Template.register_tag(name, tag) }
Liquid::Template.register_filter(Plain::Filters)
`;
const CONVERTER = `
class Shout < Jekyll::Converter
  def matches(ext) = ext == '.shout'
  def output_ext(_ext) = '.html'
  def convert(text) = "#{text.upcase} #{@config['author']}"
end
`;

const page = (text: string): string => `---\n---\n${text}\n`;
const post = (title: string, text: string): string => `---\ntitle: ${title}\nlayout: post\n---\n${text}\n`;

const SITE: Files = {
  '_plugins/plain.rb': PLAIN,
  '_plugins/shout.rb': CONVERTER,
  'lib/word.rb': "module Library\n  WORD = 'one'\nend\n",
  '_config.yml': 'title: Site\nauthor: Ann\nexclude: [lib]\n',
  '_data/people.yml': '- name: Ann\n- name: Bob\n',
  '_data/other.yml': 'a: 1\n',
  '_layouts/post.html': '{{ content }}{% own title %}{% find %}',
  '_posts/2024-01-01-first.md': post('First', 'text'),
  '_posts/2024-02-01-second.md': post('Second', 'text'),
  'note.txt': 'note',
  'filter.html': page("{{ 'abc' | loud: '?' }}"),
  'titled.html': page("{{ 'abc' | titled }}"),
  'own.html': '---\ntitle: Own\nmore: More\n---\n{% own title more %}',
  'find.html': page('{% find %}'),
  'named.html': page('{% named %}'),
  'people.html': page('{% people %}'),
  'author.html': page('{% author %}'),
  'titles.html': page('{% titles %}'),
  'first.html': page('{% first %}'),
  'size.html': page('{% size %}'),
  'note.html': page('{% note %}'),
  'year.html': page('{% year %}'),
  'greeting.html': page('{% greeting %}'),
  'wrap.html': page('{% wrap %}{{ site.title }}{% endwrap %}'),
  'word.html': page('{% word %}'),
  'converted.shout': page('text'),
};

/** What changes, and which pages are made anew then. */
interface Edit {
  readonly about: string;
  readonly files?: Files;
  readonly environment?: Readonly<Record<string, string>>;
  readonly anew: readonly string[];
}

const FIRST = '_posts/2024-01-01-first.md';
const SECOND = '_posts/2024-02-01-second.md';
const EDITS: readonly Edit[] = [
  {
    about: 'a page that nobody looks at',
    files: { 'plain.html': page('{{ 1 }}') },
    anew: ['plain.html', 'titles.html'],
  },
  {
    about: 'its own front matter',
    files: { 'own.html': '---\ntitle: Other\n---\n{% own title %}' },
    anew: ['own.html', 'titles.html'],
  },
  {
    about: 'a setting that templates look up',
    files: { '_config.yml': 'title: Other\nauthor: Ann\nexclude: [lib]\n' },
    anew: [
      ...[FIRST, SECOND, 'author.html', 'converted.shout', 'find.html', 'named.html', 'size.html'],
      ...['titled.html', 'wrap.html'],
    ],
  },
  {
    about: 'another setting',
    files: { '_config.yml': 'title: Other\nauthor: Bob\nexclude: [lib]\n' },
    anew: ['author.html', 'converted.shout', 'named.html', 'titled.html'],
  },
  { about: 'data', files: { '_data/people.yml': '- name: Cid\n' }, anew: ['people.html'] },
  {
    about: 'the title of a post',
    files: { [FIRST]: post('Else', 'text') },
    anew: [FIRST, 'first.html', 'size.html', 'titles.html'],
  },
  {
    about: 'the text of a post',
    files: { [FIRST]: post('Else', 'other text') },
    anew: [FIRST, 'size.html'],
  },
  { about: 'a file', files: { 'note.txt': 'another' }, anew: ['note.html'] },
  { about: 'a file that goes', files: { 'note.txt': '' }, anew: ['note.html', 'titles.html'] },
  { about: 'the clock', environment: { SOURCE_DATE_EPOCH: '1750000000' }, anew: ['year.html'] },
  { about: 'a variable', environment: { GREETING: 'hello' }, anew: ['greeting.html'] },
  {
    about: 'a file that a plugin requires',
    files: { 'lib/word.rb': "module Library\n  WORD = 'two'\nend\n" },
    anew: [FIRST, SECOND, ...Object.keys(SITE).filter((path) => /^[a-z]+\.(?:html|shout)$/.test(path))],
  },
];

interface Built {
  readonly result: BuildResult;
  /** Paths of pages that were rendered. */
  readonly anew: ReadonlySet<string>;
}

async function buildAt(
  directory: string,
  environment: Readonly<Record<string, string>>,
  engines: KeptEngines,
): Promise<Built> {
  const { reporter } = recordingReporter();
  const config = loadConfig({ directory, flags: {}, environment, reporter });
  const result = await build({ config, reporter, engines, remembers: true });
  const anew = result.rendered.flatMap(({ reuse }) => [...(reuse?.reasons.keys() ?? [])]);
  return { result, anew: new Set(anew.map((id) => id.slice(id.indexOf(':') + 1))) };
}

function without(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...files].filter(([, text]) => text !== ''));
}

/** Builds a site, applies edits one after the other, and compares each build with a clean one. */
async function follow(
  engine: string,
  site: Files,
  edits: readonly Edit[],
  look: (built: Built, edit: Edit) => void,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'utterson-reads-'));
  await withEngines(async (newEngines) => {
    const kept = join(folder, 'kept');
    const engines = newEngines();
    let files: ReadonlyMap<string, string> = new Map(Object.entries(site));
    files = new Map(files).set('_config.yml', `${site['_config.yml'] ?? ''}utterson: {ruby: ${engine}}\n`);
    let environment: Readonly<Record<string, string>> = CLOCK;
    writeSite(kept, new Map(), files);
    await setTimeout(AT_REST);
    expect((await buildAt(kept, environment, engines)).result.ok).toBe(true);
    for (const [index, edit] of edits.entries()) {
      const before = files;
      const changed = new Map(Object.entries(edit.files ?? {}));
      const config = changed.get('_config.yml');
      if (config !== undefined) changed.set('_config.yml', `${config}utterson: {ruby: ${engine}}\n`);
      files = without(new Map([...files, ...changed]));
      environment = { ...environment, ...edit.environment };
      writeSite(kept, before, files);
      await setTimeout(AT_REST);
      const built = await buildAt(kept, environment, engines);
      const fresh = join(folder, `fresh${index}`);
      writeSite(fresh, new Map(), files);
      takeTimes(kept, fresh, files);
      const clean = await buildAt(fresh, environment, newEngines());
      expect([built.result.ok, clean.result.ok]).toEqual([true, true]);
      expect(compareFolders(join(fresh, '_site'), join(kept, '_site'))).toEqual([]);
      look(built, edit);
    }
  }).finally(() => rmSync(folder, { recursive: true, force: true }));
}

/** Code that keeps something, or of which it is not known, and what it is told by; each is a tag `kept`. */
const KEPT: Readonly<Record<string, string>> = {
  'a class variable': '@@count = 0\ndef render(_) = (@@count += 1).to_s',
  'a variable of a class': 'def self.next = @count = (@count || 0) + 1\ndef render(_) = self.class.next.to_s',
  'a global variable': 'def render(_) = ($count = ($count || 0) + 1).to_s',
  'a constant that it changes': 'COUNT = []\ndef render(_) = (COUNT << 1).size.to_s',
  'a constant that it changes by another name':
    'COUNT = []\ndef render(_)\n  list = COUNT\n  list << 1\n  list.size.to_s\nend',
  'what it keeps in itself': 'def render(_) = (@count = (@count || 0) + 1).to_s',
  'a list that it keeps in itself':
    'def initialize(name, markup, tokens)\n  super\n  @all = []\nend\ndef render(_) = (@all << 1).size.to_s',
  'what it found first': 'def render(context) = (@first ||= context["page"]["url"])',
  'a register':
    'def render(context) = (context.registers[:count] = (context.registers[:count] || 0) + 1).to_s',
  'the configuration':
    'def render(context) = (context.registers[:site].config["n"] = context.registers[:site].config["n"].to_i + 1).to_s',
  data: 'def render(context) = (context.registers[:site].data["seen"] ||= []).push(1).size.to_s',
  'a cache': 'def render(context) = Jekyll::Cache.new("kept").getset("first") { context["page"]["url"] }',
  'a piece of code': 'count = 0\ndefine_method(:render) { |_| (count += 1).to_s }',
};

/** The tag stands in a layout and in pages, of which the first goes and comes back. */
function keeping(body: string): Files {
  return {
    '_plugins/kept.rb': `class Kept < Liquid::Tag\n${body}\nend\nLiquid::Template.register_tag('kept', Kept)\n`,
    '_layouts/default.html': '{{ content }}{% kept %}',
    'a.html': '---\nlayout: default\n---\n{% kept %}',
    'b.html': '---\nlayout: default\n---\n{% kept %}',
    'c.html': '---\nlayout: default\n---\n{% kept %}',
  };
}

const KEEPING_EDITS: readonly Edit[] = [
  { about: 'the first', files: { 'a.html': page('none') }, anew: ['a.html', 'b.html', 'c.html'] },
  {
    about: 'the first again',
    files: { 'a.html': '---\nlayout: default\n---\n{% kept %}' },
    anew: ['a.html', 'b.html', 'c.html'],
  },
];

describe.each(installedRuby === null ? ['wasm'] : ['system', 'wasm'])('%s', (engine) => {
  test('pages are made anew when what they read is another', { timeout: 600_000 }, async () => {
    await follow(engine, SITE, EDITS, ({ anew }, edit) => {
      // In an installed Ruby nobody sees which files are read.
      const always = engine === 'system' ? ['note.html'] : [];
      expect([edit.about, ...anew].sort()).toEqual(
        [...new Set([edit.about, ...edit.anew, ...always])].sort(),
      );
    });
  });
});

test.each(Object.entries(KEPT))('pages with code that keeps something are made anew: %s', async (_, body) => {
  const engine = installedRuby === null ? 'wasm' : 'system';
  await follow(engine, keeping(body), KEEPING_EDITS, ({ anew }, edit) => {
    expect([...anew].sort()).toEqual(edit.anew);
  });
});

test('chance is never the same again', async () => {
  const site = {
    '_plugins/plain.rb': PLAIN,
    'lib/word.rb': SITE['lib/word.rb']!,
    'a.html': page('{% chance %}'),
    'b.html': page('{% year %}'),
  };
  const edit = { about: 'nothing', files: { 'c.html': page('c') }, anew: ['a.html', 'c.html'] };
  await follow(installedRuby === null ? 'wasm' : 'system', site, [edit], ({ anew }) => {
    expect([...anew].sort()).toEqual(edit.anew);
  });
});
