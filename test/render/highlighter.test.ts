import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { build, loadConfig } from '../../src/build.js';
import type { Value } from '../../src/ruby/value.js';
import { recordingReporter } from '../helpers/recording-reporter.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

const PAGE = '---\n---\n`nil`{:.language-ruby}\n\n{% highlight ruby %}nil{% endhighlight %}\n';

/** Whether the code span and the `highlight` tag come out highlighted. */
async function highlights(flags: Record<string, Value>): Promise<[boolean, boolean]> {
  const root = temporaryFolder();
  writeFileSync(join(root, 'index.md'), PAGE);
  const { reporter } = recordingReporter();
  await build({ config: loadConfig({ directory: root, flags, environment: {}, reporter }), reporter });
  const [span, tag] = readFileSync(join(root, '_site/index.html'), 'utf8').split('<figure');
  return [span!.includes('<span'), tag!.includes('<span')];
}

test.each<[Record<string, Value>, [boolean, boolean]]>([
  [{}, [true, true]],
  [{ highlighter: 'none' }, [false, false]],
  // The tag falls back to Rouge; kramdown does not know the name.
  [{ highlighter: 'pygments' }, [false, true]],
  // Jekyll takes no highlighter for kramdown's own default.
  [{ highlighter: false }, [true, false]],
  [{ highlighter: 'none', kramdown: new Map([['syntax_highlighter', 'rouge']]) }, [true, false]],
  [{ kramdown: new Map([['syntax_highlighter', 'none']]) }, [false, true]],
])('with %o kramdown and the tag highlight: %o', async (flags, expected) => {
  expect(await highlights(flags)).toEqual(expected);
});
