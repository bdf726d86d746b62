import { expect, test } from 'vitest';
import { inOurWords } from '../../src/report/in-our-words.js';
import * as messages from '../../src/report/messages.js';
import { runCli } from '../helpers/run-cli.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

/** What a build says of a page: our sentence, and the next step. */
async function said(body: string, more: Record<string, string> = {}): Promise<string[]> {
  const files = { '_config.yml': '', 'a.md': `---\n---\n${body}\n`, ...more };
  const { err } = await runCli(temporaryFolder(files), 'build');
  const lines = err.split('\n').map((line) => line.trim());
  return [lines[0]!, ...lines.filter((line) => line.startsWith('→'))];
}

test.each([
  ['{{ page.title', 'Two braces `{{` are not closed by `}}`.', '{% raw %}'],
  ['{% if a }', 'A tag `{%` is not closed by `%}`.', '{% raw %}'],
  ['{% if a %}', '{% if %} is never closed.', '{% endif %}'],
  ['{% for a in b %}{% endif %}', '{% endif %} cannot close {% for %}.', '{% endfor %}'],
  ['{% endif %}', '{% endif %} stands in no block that it could belong to.', 'missing'],
  ['{% frobnicate %}', "There is no tag 'frobnicate'.", '{% raw %}'],
  ['{% seo %}', "There is no tag 'seo'.", 'It is the tag of jekyll-seo-tag: name it below `plugins`.'],
  ['{% include haed.html %}', "There is no include 'haed.html'.", "Did you mean 'head.html'?"],
  ['{% link b.md %}', "There is no file 'b.md' to link to.", "Did you mean 'b.markdown'?"],
  [
    '{% post_url 2024-01-02-hello %}',
    "There is no post '2024-01-02-hello'.",
    "Did you mean '2024-01-01-hello'?",
  ],
  ['{% post_url hello %}', "'hello' is no name of a post.", '2024-01-31-hello'],
])('says of %s what is wrong and what to do', async (body, sentence, hint) => {
  const [first, ...hints] = await said(body, {
    '_includes/head.html': '',
    'b.markdown': '---\n---\n',
    '_posts/2024-01-01-hello.md': '---\n---\n',
  });
  expect(first).toBe(`Error: ${sentence}`);
  expect(hints.join(' ')).toContain(hint);
});

test.each([
  ['title: About: us', 'a colon stands in a value', 'Quote the value: title: "About: us"'],
  ['title: @me', 'a value begins with `@`', 'Quote the value: title: "@me"'],
  ['a: 1\n\tb: 2', 'a tab indents a line', 'Write spaces'],
  ['title: "open', 'a quotation mark is not closed', 'Close it'],
  ['tags: [a, b', 'a bracket or a brace is not closed', 'Close `[`'],
])('says of front matter %j what is wrong and what to do', async (yaml, reason, hint) => {
  const [first, ...hints] = await said('', { 'a.md': `---\n${yaml}\n---\n` });
  expect(first).toContain('Warning: The front matter cannot be read, and counts as none:');
  expect(first).toContain(reason);
  expect(hints.join(' ')).toContain(hint);
});

test('points at the tab, not at the line before it', async () => {
  const files = { '_config.yml': '', 'a.md': '---\na: 1\n\tb: 2\n---\n' };
  expect((await runCli(temporaryFolder(files), 'build')).err).toContain(' at a.md:3:1 (U1101)\n');
});

test('names near style sheets and the folders that were looked in', async () => {
  const [first, hint] = await said('', {
    'main.scss': '---\n---\n@use "colour";\n',
    '_sass/_colours.scss': '',
  });
  expect(first).toBe("Error: There is no style sheet 'colour'.");
  expect(hint).toBe("→ Did you mean 'colours'? It was looked for in ., _sass.");
});

test('leaves a message alone that says all', () => {
  expect(inOurWords(messages.destinationHoldsSource())).toMatchObject({ number: 'U1804', sentence: null });
});

test('has no number for what somebody else made up', () => {
  const own = { severity: 'warning', code: 'of-a-plugin', message: 'careful' } as const;
  expect(inOurWords(own)).toEqual({ number: null, sentence: null, hint: null });
});
