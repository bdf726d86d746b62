/** What plugins throw, through whole builds of a site with a plugin in a file of its own. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { build, loadConfig } from '../../src/build.js';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import type { Plugin } from '../../src/model/plugin.js';
import { recordingReporter } from '../helpers/recording-reporter.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

/** What a build tells whose plugin `failing` has these members, on lines from the third. */
async function failuresOf(
  members: string,
  files: Readonly<Record<string, string>> = {},
): Promise<readonly Diagnostic[]> {
  const folder = temporaryFolder({
    'a.html': '---\n---\na',
    '_plugins/failing.mjs': `export default {\nname: 'failing',\n${members} };\n`,
    ...files,
  });
  const { reporter } = recordingReporter();
  const config = loadConfig({
    directory: folder,
    flags: { plugins_dir: 'elsewhere' },
    environment: {},
    reporter,
  });
  const url = pathToFileURL(join(folder, '_plugins/failing.mjs')).href;
  const { default: plugin } = (await import(/* @vite-ignore */ url)) as { default: Plugin };
  return (await build({ config, reporter, plugins: [plugin] })).diagnostics;
}

const hook = (owner: string, event: string, run: string): string =>
  `hooks: [{ owner: '${owner}', event: '${event}', priority: 'normal',\n run: ${run} }],`;

test.each(['post_read', 'pre_render', 'post_render', 'post_write'])(
  'a hook that fails at site:%s is told with its plugin, event, file and line',
  async (event) => {
    const [told, ...more] = await failuresOf(hook('site', event, '() => { throw new Error("oops"); }'));
    expect(more).toEqual([]);
    expect(told).toMatchObject({
      code: 'hook-failed',
      message: `site:${event} of the plugin failing failed: oops`,
      file: '_plugins/failing.mjs',
      line: 4,
      column: 21,
    });
  },
);

test('a hook of the cleaning is, too', async () => {
  const files = { '_site/old.html': 'old' };
  const told = await failuresOf(hook('clean', 'on_obsolete', '(paths) => paths.nope()'), files);
  expect(told).toMatchObject([
    {
      message: 'clean:on_obsolete of the plugin failing failed: paths.nope is not a function',
      file: '_plugins/failing.mjs',
      line: 4,
    },
  ]);
});

test.each(['pre_render', 'post_write'])(
  'one of a page is told at the page, and names its own place: %s',
  async (event) => {
    expect(await failuresOf(hook('pages', event, '() => { throw new Error("oops"); }'))).toMatchObject([
      {
        message: `pages:${event} of the plugin failing (_plugins/failing.mjs:4:21) failed: oops`,
        file: 'a.html',
      },
    ]);
  },
);

test('of a package that throws, the plugin that called it is named', async () => {
  const files = {
    '_plugins/node_modules/lib/index.js': 'export const f = () => { throw new Error("oops"); };\n',
    '_plugins/node_modules/lib/package.json': '{"name":"lib","type":"module","main":"index.js"}',
  };
  const run = "async () => (await import('lib')).f()";
  const generators = `generators: [{ name: 'G', priority: 'normal',\n generate: ${run} }],`;
  expect(await failuresOf(generators, files)).toMatchObject([
    {
      code: 'generator-failed',
      message: 'G of the plugin failing failed: oops',
      file: '_plugins/failing.mjs',
      line: 4,
    },
  ]);
});

test('what is no error has no place, but a plugin and an event', async () => {
  const [told] = await failuresOf(hook('site', 'post_read', '() => { throw "oops"; }'));
  expect(told?.message).toBe('site:post_read of the plugin failing failed: oops');
  expect(told).not.toHaveProperty('file');
});

test('a hook for what never happens is told with its plugin', async () => {
  expect(await failuresOf(hook('clean', 'post_read', '() => {}'))).toMatchObject([
    {
      message:
        'clean:post_read of the plugin failing failed: Invalid hook. clean supports only the following hooks [:on_obsolete]',
    },
  ]);
});
