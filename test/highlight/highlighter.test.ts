import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createHighlighter } from '../../src/highlight/create-highlighter.js';
import { languages } from '../../src/highlight/languages.js';
import { countSteps } from './count-steps.js';

test('every language of Rouge 4.7.0 is there, and no other', () => {
  const tags = readFileSync(new URL('rouge-tags.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  expect(languages.map(({ name }) => name).sort()).toEqual(tags.sort());
});

describe('createHighlighter', () => {
  const highlighter = createHighlighter();

  test('writes a span for each kind of token and none for text', () => {
    expect(highlighter.highlight('a { top: 0 }', 'css')).toBe(
      '<span class="nt">a</span> <span class="p">{</span> <span class="nl">top</span><span class="p">:</span> <span class="m">0</span> <span class="p">}</span>',
    );
  });

  test('knows BibTeX', () => {
    expect(highlighter.highlight('@book{k, year = 2001, title = "{A}" # b}', 'bibtex')).toBe(
      '<span class="nc">@book</span><span class="p">{</span><span class="nl">k</span><span class="p">,</span> ' +
        '<span class="na">year</span> <span class="p">=</span> <span class="m">2001</span><span class="p">,</span> ' +
        '<span class="na">title</span> <span class="p">=</span> <span class="s">"{A}"</span> <span class="p">#</span> ' +
        '<span class="nv">b</span><span class="p">}</span>',
    );
  });

  test('escapes markup, and leaves quotes alone', () => {
    expect(highlighter.highlight('<a href="x">&', 'plaintext')).toBe('&lt;a href="x"&gt;&amp;');
  });

  test('finds a language by its aliases, in the case that they are written in', () => {
    expect(highlighter.highlight('1', 'rb')).toBe(highlighter.highlight('1', 'ruby'));
    expect(highlighter.highlight('1', 'Ruby')).toBeNull();
  });

  test('knows nothing of a language that Rouge knows nothing of', () => {
    expect(highlighter.highlight('1', 'no-such-language')).toBeNull();
  });

  test('passes options on to the lexer', () => {
    expect(highlighter.highlight('% ls\n', 'console?prompt=%')).toContain('<span class="gp">%</span>');
    expect(highlighter.highlight('% ls\n', 'console')).not.toContain('gp');
  });

  test('has what Jekyll would not write as it stands be an error, and leaves its marks out', () => {
    expect(highlighter.highlight('{"a": <!<b>!>%}', 'escape?lang=json')).toBe(
      '<span class="p">{</span><span class="nl">"a"</span><span class="p">:</span><span class="w"> </span>' +
        '<span class="err">&lt;b&gt;</span><span class="err">%</span><span class="p">}</span>',
    );
  });

  test('takes white space and line ends as Ruby does', () => {
    expect(highlighter.highlight('a:\u00a0b\n', 'yaml')).not.toContain('"na"');
    expect(highlighter.highlight('# a\u2028b\n', 'yaml')).toBe('<span class="c1"># a\u2028b</span>\n');
  });

  test('takes letters beyond ASCII as parts of words', () => {
    expect(highlighter.highlight('if x', 'shell')).toContain('<span class="k">if </span>');
    expect(highlighter.highlight('ifé x', 'shell')).not.toContain('"k"');
  });

  test('marks what no rule takes as an error, a whole character at a time', () => {
    expect(highlighter.highlight('{😀}', 'json')).toContain('<span class="err">😀</span>');
  });
});

describe('guess', () => {
  const highlighter = createHighlighter();

  test('goes by shebangs, doctypes and mode lines', () => {
    expect(highlighter.guess('#!/usr/bin/env ruby\nputs 1')).toBe('ruby');
    expect(highlighter.guess('#!/usr/bin/env python3\nprint(1)')).toBe('python');
    expect(highlighter.guess('<!DOCTYPE html>\n<p>')).toBe('html');
    expect(highlighter.guess('# vim: ft=yaml\na: 1')).toBe('yaml');
    expect(highlighter.guess('/* -*- mode: css -*- */')).toBe('css');
  });

  test('makes no guess of code that shows nothing', () => {
    expect(highlighter.guess('a = 1')).toBeNull();
  });
});

describe('every lexer', () => {
  const soups = [
    '"',
    "'",
    '`',
    '<',
    '<!--',
    '/*',
    '{',
    '[',
    '(',
    '\\',
    '$',
    '*',
    '_',
    '#',
    '\n',
    ' \n',
    'a',
    'a(',
    'a ',
    '\\"',
    'r#"',
    '-',
  ];

  // Escape leaves out the marks around its pieces.
  const whole = languages.filter(({ name }) => name !== 'escape');

  test.each(whole.map(({ name }) => name))(
    '%s keeps the code whole, and comes to an end',
    { timeout: 60_000 },
    (name) => {
      const highlighter = createHighlighter();
      for (const soup of soups) {
        // With a line end, as fences have it: Rouge loses a name of Coq's that nothing follows.
        const code = `${soup.repeat(20_000 / soup.length)}\n`;
        const html = highlighter.highlight(code, name)!;
        expect(unescapeCode(html.replace(/<[^>]*>/g, ''))).toBe(code);
      }
    },
  );

  const starts = ['"', "'", '`', '/', ':"', '@"', '#"', 'm/', 's{', '%r{'];
  const insides = ['\\', '\\a', "\\'", '\\"', '\\`', 'a '];

  test.each(languages.map(({ name }) => name))(
    '%s takes no more steps for an unclosed string than its length',
    { timeout: 60_000 },
    (name) => {
      const highlighter = createHighlighter();
      for (const [start, inside] of starts.flatMap((one) => insides.map((other) => [one, other] as const))) {
        const stepsFor = (times: number): number => {
          const work = () => highlighter.highlight(`x = ${start}${inside.repeat(times)}`, name);
          // Rules are prepared when first needed, which takes steps, too.
          work();
          return countSteps(work);
        };
        const half = stepsFor(50);
        // Four times as many would be a string that is tried again at each of its characters.
        expect(stepsFor(100), `${start}${inside}${inside}…`).toBeLessThan(3 * half);
      }
    },
  );

  function unescapeCode(html: string): string {
    return html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  }
});
