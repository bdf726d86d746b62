import { expect, test } from 'vitest';
import { createHighlighter } from '../../../src/highlight/create-highlighter.js';

const highlighter = createHighlighter();

test('ends lines with semicolons at four of them, on which Rouge raises an error', () => {
  expect(highlighter.highlight('cards4;\na;b;;\n;;;;\nrun;', 'sas')).toBe(
    '<span class="k">cards4</span><span class="p">;</span><span class="sh">\na;b;;\n</span>' +
      '<span class="p">;;;;</span>\n<span class="k">run</span><span class="p">;</span>',
  );
});
