import { expect, test } from 'vitest';
import { createKramdown, readOptions } from '../../../src/markdown/index.js';

const { render } = createKramdown(readOptions({}), null);

test('a list in a footnote that is marked as the place for footnotes takes none away', () => {
  const { html } = render('a[^n]\n\n[^n]: b\n\n    * x\n    {:footnotes}\n');
  expect(html).toContain('<p>b</p>');
  expect(html).toContain('class="reversefootnote"');
});
