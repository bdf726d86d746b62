import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { build, loadConfig } from '../../src/build.js';
import { recordingReporter } from '../helpers/recording-reporter.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

const INCLUDES = { '_includes/nothing.txt': '{{ page.nope }}' };

async function render(body: string): Promise<string> {
  const root = temporaryFolder({ 'index.md': `---\n---\n${body}\n`, ...INCLUDES });
  const { reporter } = recordingReporter();
  await build({ config: loadConfig({ directory: root, flags: {}, environment: {}, reporter }), reporter });
  return readFileSync(join(root, '_site/index.html'), 'utf8');
}

test.each([
  "{{ page.nope }}it's",
  "{% if true %}{{ 1 }}{% endif %} it's",
  "{% comment %}{% endcomment %}{% include nothing.txt %}it's",
  "{% for i in page.nope %}{% else %}{{ 1.5 }}{% endfor %}it's",
  "{{ 3 | append: ' px' | upcase }} it's",
  "{{ '2024-01-02' | size | escape | replace: '1', '2' | slice: 0, 1 }} it's",
  "{{ page.nope | join: ', ' }} it's",
  "{{ page.nope | join: ', ' | strip }} it's",
])('%s is US-ASCII to Ruby, whose kramdown then writes curly quotes as numbers', async (body) => {
  expect(await render(body)).toContain('it&#8217;s');
});

test.each([
  "it's{{ page.nope }}",
  "{% assign x = 1 %}{{ x }} it's",
  "{% if page.nope %}{% endif %}{% if page.nope %}a{% endif %}it's",
  "{% for i in (1..2) %}{{ i }}{% endfor %} it's",
  "{{ page.nope }}it's é",
  "{{ 3 | append: ' px' | prepend: 'x' }} it's",
  "{{ 'a' | append: 3 | upcase }} it's",
  "{{ 'a,b' | split: ',' | join }} it's",
  "{{ 3 | append: 'é' | remove: 'é' }} it's",
])('%s is UTF-8', async (body) => {
  expect(await render(body)).toContain('it’s');
});
