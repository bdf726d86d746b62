import { describe, expect, test } from 'vitest';
import { createHighlighter } from '../../src/highlight/create-highlighter.js';
import { languages } from '../../src/highlight/languages.js';
import { countSteps } from './count-steps.js';

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

  test('reports a language that nothing here highlights once, and shows its code as text', () => {
    const reported: string[] = [];
    const reporting = createHighlighter(({ name }) => reported.push(name));
    expect(reporting.highlight('<x>', 'robot')).toBe('&lt;x&gt;');
    reporting.highlight('<y>', 'robot_framework');
    expect(reported).toEqual(['robot_framework']);
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
    expect(highlighter.guess('<!DOCTYPE html>\n<p>')).toBe('html');
    expect(highlighter.guess('# vim: ft=yaml\na: 1')).toBe('yaml');
    expect(highlighter.guess('/* -*- mode: css -*- */')).toBe('css');
  });

  test('makes no guess of code that shows nothing', () => {
    expect(highlighter.guess('a = 1')).toBeNull();
  });
});

describe('every lexer', () => {
  const own = languages.filter(({ lexer }) => lexer !== undefined);
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

  test.each(own.map(({ name }) => name))(
    '%s keeps the code whole, and comes to an end',
    { timeout: 60_000 },
    (name) => {
      const highlighter = createHighlighter();
      for (const soup of soups) {
        const code = soup.repeat(20_000 / soup.length);
        const html = highlighter.highlight(code, name)!;
        expect(unescapeCode(html.replace(/<[^>]*>/g, ''))).toBe(code);
      }
    },
  );

  const starts = ['"', "'", '`', '/', ':"', '@"', '#"', 'm/', 's{', '%r{'];
  const insides = ['\\', '\\a', "\\'", '\\"', '\\`', 'a '];

  test.each(own.map(({ name }) => name))(
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
