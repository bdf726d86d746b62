import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { build, KeptEngines, loadConfig } from '../../src/build.js';
import { recordingReporter } from '../helpers/recording-reporter.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

test('pages whose layout has a loop are taken over by another process, in our own shape', async () => {
  const directory = temporaryFolder({
    'content/a.md': '---\nlayout: page\n---\nA\n',
    'content/b.md': '---\nlayout: page\n---\nB\n',
    'layouts/page.html': '{% for n in (1..2) %}{{ n }}{% endfor %}{{ content }}',
  });
  const { reporter } = recordingReporter();
  const config = loadConfig({ directory, flags: {}, environment: {}, reporter });
  const rendered = async (): Promise<number> => {
    const { rendered } = await build({ config, reporter, engines: new KeptEngines() });
    return rendered[0]!.reuse!.reasons.size;
  };
  expect(await rendered()).toBe(2);
  writeFileSync(join(directory, 'content/b.md'), '---\nlayout: page\n---\nOther\n');
  expect(await rendered()).toBe(1);
});
