import { describe, expect, test } from 'vitest';
import { createKramdown, OptionError, readOptions } from '../../src/markdown/index.js';
import { RubyFloat, RubyRange } from '../../src/ruby/value.js';

describe('options', () => {
  test('are read from text as kramdown reads them', () => {
    const options = readOptions({
      toc_levels: '2..4',
      hard_wrap: 'False',
      footnote_nr: '0x10',
      math_engine: 'nil',
    });
    expect(options.toc_levels).toEqual([2, 3, 4]);
    expect(options.hard_wrap).toBe(false);
    expect(options.footnote_nr).toBe(16);
    expect(options.math_engine).toBeNull();
    expect(readOptions({ gfm_quirks: 'paragraph_end, :no_auto_typographic' }).gfm_quirks).toEqual([
      'paragraph_end',
      'no_auto_typographic',
    ]);
  });

  test('are refused with kramdown’s words', () => {
    expect(() => readOptions({ footnote_nr: 'many' })).toThrow(OptionError);
    expect(() => readOptions({ toc_levels: '1..9' })).toThrow('have to be integers from 1 to 6');
    expect(() => readOptions({ footnote_link_text: 'x' })).toThrow("needs to contain a '%s'");
    expect(() => readOptions({ input: 'html' })).toThrow(
      'no parser to handle the specified input format: html',
    );
    expect(() => readOptions({ smart_quotes: 'a,b' })).toThrow('needs exactly 4 values');
  });

  test.each([
    [{ link_defs: { a: ['b', 'c', 'd'] } }, 'Invalid structure for hash value of option link_defs'],
    [{ link_defs: { a: [] } }, 'Invalid structure for hash value of option link_defs'],
    [{ link_defs: { a: 'b' } }, 'Invalid structure for hash value of option link_defs'],
    [{ link_defs: null }, 'Invalid type NilClass for option link_defs'],
    [{ toc_levels: null }, 'Invalid type NilClass for option toc_levels'],
    [{ template: 'page.erb' }, 'Option template is supported for text with the body only'],
    [
      { template: 'string://<%= @body %><% x %>' },
      'Option template is supported for text with the body only',
    ],
  ])('%j is refused', (options, message) => {
    expect(() => readOptions(options)).toThrow(message);
  });

  test('take the types of a configuration', () => {
    const { link_defs, typographic_symbols, toc_levels, auto_id_prefix, template } = readOptions({
      link_defs: new Map([['a', ['b', null]]]),
      typographic_symbols: { ':mdash': '-' },
      toc_levels: new RubyRange(2, 3),
      auto_id_prefix: new RubyFloat(2),
      template: '',
    });
    expect([...link_defs]).toEqual([['a', ['b', null]]]);
    expect([...typographic_symbols]).toEqual([['mdash', '-']]);
    expect(toc_levels).toEqual([2, 3]);
    expect(auto_id_prefix).toBe('2.0');
    expect(template).toBe('');
  });

  test('a template takes the output', () => {
    const { render } = createKramdown(readOptions({ template: 'string://<main><%= @body %></main>' }), null);
    expect(render('a').html).toBe('<main><p>a</p>\n</main>');
  });

  test('set in a document hold for that document only', () => {
    const kramdown = createKramdown(readOptions({}), null);
    expect(kramdown.render('{::options auto_ids="false" /}\n\n# a\n').html).toBe('\n<h1>a</h1>\n');
    expect(kramdown.render('# a\n').html).toBe('<h1 id="a">a</h1>\n');
  });

  test('that are unknown or forbidden in a document are warned about', () => {
    const { warnings } = createKramdown(readOptions({}), null).render('{::options foo="1" template="x" /}\n');
    expect(warnings).toEqual(['Option template may not be set inline', "Unknown kramdown option 'foo'"]);
  });

  test.each([
    ['foo="1" bar', ['foo', 'refs']],
    ['bar foo="1"', ['refs', 'foo']],
    ['foo="1" bar baz zap="2"', ['foo', 'refs', 'zap']],
    ['#i .c bar x="1" .d #j', ['id', 'class', 'refs', 'x']],
    ['toc_levels="1" bar', ['refs']],
    ['foo="1" foo="2"', ['foo']],
    ['bar refs="1"', ['refs', 'refs']],
  ])(
    'that are unknown are warned about once each, in order, words without a value as refs: %s',
    (list, names) => {
      const kramdown = createKramdown(readOptions({}), null);
      const expected = names.map((name) => `Unknown kramdown option '${name}'`);
      expect(kramdown.render(`{::options ${list} /}\n`).warnings).toEqual(expected);
      expect(kramdown.render(`a {::options ${list} /} b\n`).warnings).toEqual(expected);
    },
  );
});
