import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { build, loadConfig } from '../../src/build.js';
import { recordingReporter } from '../helpers/recording-reporter.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

async function render(template: string): Promise<string> {
  const root = temporaryFolder({
    'a.md': '---\n---\n*a*',
    'b.html': `---\n---\n${template}`,
    's.txt': '',
    '_posts/2020-01-01-p.md': '---\n---\np',
  });
  const { reporter } = recordingReporter();
  await build({ config: loadConfig({ directory: root, flags: {}, environment: {}, reporter }), reporter });
  return readFileSync(join(root, '_site/b.html'), 'utf8');
}

test('lists hold the objects behind what templates see: they print and inspect as those do', async () => {
  expect(await render('{{ site.html_pages }}')).toBe('<p><em>a</em></p>\n{{ site.html_pages }}');
  expect(await render('{{ site.pages | inspect }}{{ site.static_files | inspect }}')).toBe(
    '[#&lt;Jekyll::Page @relative_path=&quot;a.md&quot;&gt;, #&lt;Jekyll::Page @relative_path=&quot;b.html&quot;&gt;]' +
      '[#&lt;Jekyll::StaticFile @relative_path=&quot;/s.txt&quot;&gt;]',
  );
  expect(await render('{{ site.collections | first }}')).toBe(
    '[#<Jekyll::Document _posts/2020-01-01-p.md collection=posts>]',
  );
  expect(await render('{{ site.pages | first }}')).toContain('"content"=>"<p>');
  expect(await render('{{ site.pages | join }}')).toContain('"content"=>"<p>');
});
