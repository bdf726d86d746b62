import { expect, test } from 'vitest';
import { readRubyPlugin } from '../../../src/commands/doctor/ruby-plugin.js';

const plugin = `
# class Ghost < Jekyll::Generator
module Site
  class Archive < Jekyll::Generator
    def generate(site); end
  end

  class Upper < Jekyll::Converters::Markdown
  end

  module Texts
    def shout(input)
      input.upcase
    end

    def whisper(input)
      input.downcase
    end

    private

    def helper; end
  end
end

Liquid::Template.register_tag('youtube', Site::YouTube)
Liquid::Template.register_tag(:audio, Site::Audio)
Liquid::Template.register_filter(Site::Texts)
Jekyll::Hooks.register [:posts, :pages], :post_render do |item|
end
`;

test('finds what a Ruby plugin registers, with its line', () => {
  expect(readRubyPlugin(plugin)).toEqual([
    { kind: 'generator', name: 'Archive', line: 4 },
    { kind: 'converter', name: 'Upper', line: 8 },
    { kind: 'tag', name: 'youtube', line: 26 },
    { kind: 'tag', name: 'audio', line: 27 },
    { kind: 'filter', name: 'shout', line: 12 },
    { kind: 'filter', name: 'whisper', line: 16 },
    { kind: 'hook', name: 'posts/pages, post_render', line: 29 },
  ]);
});

test('finds nothing in a file that registers nothing', () => {
  expect(readRubyPlugin('puts 1\n')).toEqual([]);
});
