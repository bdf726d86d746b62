import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { build, KeptEngines, loadConfig } from '../../src/build.js';
import { recordingReporter } from '../helpers/recording-reporter.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

const sites = {
  '_config.yml': 'theme: ./theme\nexclude: [theme, node_modules]\nsass: { load_paths: [node_modules] }\n',
  'theme/_sass/_old.scss': '@import "older"; @import "older";',
  'theme/_sass/_older.scss': '',
  'theme/assets/theme.scss': '---\n---\n@import "older";\n',
  'node_modules/@a/b/_c.scss': '$x: 1; a { b: $x / 2 }',
  'main.scss': '---\n---\n@import "old"; @import "@a/b/c";\n',
  'other.scss': '---\n---\n@use "old";\n',
};

async function told(folder: string, engines: KeptEngines): Promise<string> {
  const { reporter, err } = recordingReporter('warn');
  const config = loadConfig({ directory: folder, flags: {}, environment: {}, reporter });
  await build({ config, reporter, engines });
  return err();
}

test('counts deprecations by whose they are, each place once, and tells of them again only when one is new', async () => {
  const folder = temporaryFolder(sites);
  const engines = new KeptEngines();
  expect(await told(folder, engines)).toBe(
    '              Sass: 3 deprecations in the theme ./theme, 1 in the package @a/b and 2 in the site’s own style sheets ' +
      '(--verbose shows them) (U1405)\n',
  );
  expect(await told(folder, engines)).toBe('');
  writeFileSync(join(folder, 'new.scss'), '---\n---\n@import "old";\n');
  expect(await told(folder, engines)).toContain(' and 3 in the site’s own style sheets');
  engines.dispose();
});

test('tells in the first build alone that a post waits for its day', async () => {
  const folder = temporaryFolder({ '_config.yml': '', '_posts/2999-01-01-a.md': '---\n---\n' });
  const engines = new KeptEngines();
  expect(await told(folder, engines)).toBe(
    '          Skipping: _posts/2999-01-01-a.md has a future date (U1113)\n',
  );
  expect(await told(folder, engines)).toBe('');
  writeFileSync(join(folder, '_posts/2999-01-02-b.md'), '---\n---\n');
  expect(await told(folder, engines)).toBe(
    '          Skipping: _posts/2999-01-02-b.md has a future date (U1113)\n',
  );
  engines.dispose();
});
