import { expect, test } from 'vitest';
import { readGemfile } from '../../src/gems/gemfile.js';
import { lockedVersions, readLock } from '../../src/gems/gemfile-lock.js';

/** `name` of each plugin, `name=a,b` where something else of it is loaded; `?name:line` for what cannot be read. */
function pluginsIn(text: string): string[] {
  const { gems, unread } = readGemfile(text, '/site/Gemfile');
  return [
    ...gems.map(({ name, requires }) => (requires.join() === name ? name : `${name}=${requires.join()}`)),
    ...unread.map(({ gem, line }) => `?${gem ?? ''}:${line}`),
  ];
}

test('plugins stand in the group, or are put into it', () => {
  const text = `source "https://rubygems.org"
gem "rake"
group :jekyll_plugins do
  gem "jekyll-feed", "~> 0.12" # the feed's
  gem 'jekyll-sitemap'
end
gem 'a', group: :jekyll_plugins
gem('b', '~> 1.0', :group => [:test, :jekyll_plugins])
gem "c", groups: %i[jekyll_plugins development]
group :test, 'jekyll_plugins' do gem "d"; gem "e" end
group(:jekyll_plugins) { gem "f" }
group :test do
  gem "rspec"
  source "x" do
    gem "g",
        "~> 1.0",
        group: :jekyll_plugins
  end
end
# gem "h", group: :jekyll_plugins
`;
  expect(pluginsIn(text)).toEqual(['jekyll-feed', 'jekyll-sitemap', 'a', 'b', 'c', 'd', 'e', 'f', 'g']);
});

test('lines of plugins count from 1, and comments of several lines are none', () => {
  const text =
    '=begin\ngem "a", group: :jekyll_plugins\n=end\n\ngem "b",\n  group: :jekyll_plugins\n__END__\ngem "c"\n';
  expect(readGemfile(text, '/site/Gemfile').gems).toEqual([
    { name: 'b', requires: ['b'], file: '/site/Gemfile', line: 5 },
  ]);
});

const inGroup = (lines: string): string[] => pluginsIn(`group :jekyll_plugins do\n${lines}\nend\n`);

test('require names what is loaded, or that nothing is', () => {
  expect(
    inGroup('gem "a", require: "b"\ngem "c", require: false\ngem "d", :require => ["d/x", "y"]'),
  ).toEqual(['a=b', 'd=d/x,y']);
  expect(inGroup('gem "e", require: true\ngem "f", require: []')).toEqual(['e']);
});

test('another platform loads nothing', () => {
  expect(
    inGroup(
      'gem "a", platforms: [:mingw, :mswin]\ngem "b", platform: :mri\ngem "c", platforms: %i[jruby ruby]',
    ),
  ).toEqual(['b', 'c']);
  expect(inGroup('platforms :jruby do\n  gem "a"\nend\nplatform :ruby do\n  gem "b"\nend')).toEqual(['b']);
});

test('what install_if says is known of platforms, and told of anything else', () => {
  const lines = `gem "a", install_if: -> { RUBY_PLATFORM =~ %r!mingw|mswin|java! }
gem "b", :install_if => -> { RUBY_PLATFORM.match?(/linux|darwin/) }
install_if -> { false } do
  gem "c"
end
gem "d", install_if: -> { File.exist?("x") }`;
  expect(inGroup(lines)).toEqual(['b', '?d:7']);
});

test('conditions that only Ruby can tell are told where a plugin depends on them', () => {
  const lines = `gem "a" if Gem.win_platform?
gem "b" unless Gem.win_platform?
if ENV["CI"]
  gem "c"
else
  gem "d"
end
if Gem.win_platform?
  gem "e"
else
  gem "f"
end
%w[g h].each do |name|
  gem name
end
gem "i"`;
  expect(inGroup(lines)).toEqual(['b', 'f', 'i', '?c:5', '?d:7', '?:15']);
  expect(pluginsIn('if ENV["CI"]\n  gem "rake"\nend\n')).toEqual([]);
});

test('another Gemfile that is read in is told', () => {
  expect(pluginsIn('eval_gemfile "../Gemfile"\ngem "a", group: :jekyll_plugins\n')).toEqual(['a', '?:1']);
});

test('a lock holds versions without platforms', () => {
  const lock = `GIT
  remote: https://a.test/x
  specs:
    x (1.0.0)
      y (>= 2)

GEM
  specs:
    ffi (1.15.5-x86_64-linux)
    jekyll-feed (0.17.0)
      jekyll (>= 3.7)

DEPENDENCIES
  jekyll-feed (~> 0.12)
`;
  expect({ ...lockedVersions(lock) }).toEqual({ x: '1.0.0', ffi: '1.15.5', 'jekyll-feed': '0.17.0' });
});

test('gems have requirements, and come from where they, or the block around them, say', () => {
  const text = `source "https://gems.example.org"
source 'https://rubygems.org'
gem "a", "~> 2.5", ">= 2.5.1", group: :test
gem "b", ["> 1", "< 3"], require: false
gem "c", path: "themes/c"
gem "d", github: "owner/d", branch: "next"
gem "e", git: "https://github.com/owner/e.git", tag: "v1"
source "https://private.example.org" do
  gem "f"
end
path "../g" do
  gem "g"
end
git "https://example.org/h.git", ref: "abc" do
  gem "h", "1.0"
end
gem "i" if ENV["CI"]
gem "j", platforms: :mingw
gem "k" unless true
gemspec
gemspec path: "sub"
`;
  const { declared, gemspecs, server } = readGemfile(text, '/site/Gemfile');
  expect(declared).toEqual([
    { name: 'a', requirements: ['~> 2.5', '>= 2.5.1'], origin: null },
    { name: 'b', requirements: ['> 1', '< 3'], origin: null },
    { name: 'c', requirements: [], origin: { kind: 'path', path: '/site/themes/c' } },
    { name: 'd', requirements: [], origin: { kind: 'git', url: 'https://github.com/owner/d', ref: 'next' } },
    {
      name: 'e',
      requirements: [],
      origin: { kind: 'git', url: 'https://github.com/owner/e.git', ref: 'v1' },
    },
    { name: 'f', requirements: [], origin: { kind: 'server', url: 'https://private.example.org' } },
    { name: 'g', requirements: [], origin: { kind: 'path', path: '/g' } },
    {
      name: 'h',
      requirements: ['1.0'],
      origin: { kind: 'git', url: 'https://example.org/h.git', ref: 'abc' },
    },
    { name: 'i', requirements: [], origin: null },
  ]);
  expect(gemspecs).toEqual(['/site', '/site/sub']);
  expect(server).toBe('https://gems.example.org');
});

test('a lock holds commits of repositories, and sums of files', () => {
  const sum = 'ab'.repeat(32);
  const lock = `GIT
  remote: https://github.com/owner/d
  revision: 0123456789012345678901234567890123456789
  branch: next
  specs:
    d (1.0.0)
      jekyll (>= 3)

GEM
  remote: https://rubygems.org/
  specs:
    minima (2.5.1)

CHECKSUMS
  d (1.0.0)
  minima (2.5.1) sha256=${sum}
`;
  expect(readLock(lock)).toEqual({
    versions: { d: '1.0.0', minima: '2.5.1' },
    revisions: { d: '0123456789012345678901234567890123456789' },
    checksums: { 'minima-2.5.1': sum },
  });
});
