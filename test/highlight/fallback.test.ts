import { describe, expect, test } from 'vitest';
import { createHighlighter } from '../../src/highlight/create-highlighter.js';
import { grammars } from '../../src/highlight/fallback-grammars.js';
import { languages } from '../../src/highlight/languages.js';

describe('languages without a lexer of our own', () => {
  const highlighter = createHighlighter(({ name }) => expect.unreachable(`${name} has a grammar`));
  const names = Object.keys(grammars);

  test('come out with the classes of Rouge', () => {
    expect(highlighter.highlight('if x < 10 { "a" } // b', 'd')).toBe(
      '<span class="k">if</span> <span class="n">x</span> <span class="p">&lt;</span> <span class="mi">10</span> ' +
        '<span class="p">{</span> <span class="s">"a"</span> <span class="p">}</span> <span class="c1">// b</span>',
    );
  });

  test('are known by all of their names', () => {
    expect(highlighter.highlight('echo hi', 'bat')).toBe(highlighter.highlight('echo hi', 'batchfile'));
  });

  test('are Rouge languages, and none has both a lexer and a grammar', () => {
    const without = languages.filter(({ lexer }) => lexer === undefined).map(({ name }) => name);
    expect(names.filter((name) => !without.includes(name))).toEqual([]);
  });

  test.each(names)('%s keeps the code whole', (name) => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a string of some language
    const code = 'a "b ${c}" \'d\' <e f="g"> /* h */ # i\n-- { [ ( 1.5 0x1F \\ é 😀\n';
    const html = highlighter.highlight(code, name)!;
    const text = html
      .replace(/<[^>]*>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>');
    expect(text.replaceAll('&amp;', '&')).toBe(code);
  });
});
