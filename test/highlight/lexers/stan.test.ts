import { expect, test } from 'vitest';
import { createHighlighter } from '../../../src/highlight/create-highlighter.js';

const highlighter = createHighlighter();

test('lexes strings, on which Rouge raises an error', () => {
  expect(highlighter.highlight('print("a (b", x);', 'stan')).toBe(
    '<span class="nf">print</span><span class="p">(</span><span class="s">"a (b"</span><span class="p">,</span> ' +
      '<span class="nv">x</span><span class="p">);</span>',
  );
});
