import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { loadConfig } from '../../src/config/load.js';
import type { Config } from '../../src/model/config.js';
import { type BuildLoop, type BuildLoopParts, startBuildLoop } from '../../src/serve/build-loop.js';
import { isConfigFile } from '../../src/serve/watch.js';
import { excludedPaths } from '../../src/survey.js';
import { recordingReporter } from '../helpers/recording-reporter.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { eventually } from './served-site.js';

/** Longer than the watcher takes to tell of a change; milliseconds. */
const A_WHILE = 300;

/** A loop whose builds only note what they were asked for. */
interface NotedLoop {
  readonly folder: string;
  readonly loop: BuildLoop;
  /** The source of each build's configuration, and what had changed, e.g. `[one] a.md b.md`. */
  readonly builds: readonly string[];
  /** What each build was told to look at. */
  readonly toLookAt: readonly (readonly string[] | null)[];
  /** Files told of as written by builds. */
  readonly own: readonly string[];
  readonly failures: readonly unknown[];
  save(path: string, text: string): void;
}

async function startNoted(
  files: string | Readonly<Record<string, string>>,
  build: () => Promise<void> | void = () => {},
  more: Partial<BuildLoopParts> & { readonly ranOwnCode?: boolean } = {},
): Promise<NotedLoop> {
  const folder = typeof files === 'string' ? files : temporaryFolder(files);
  const load = (): Config =>
    loadConfig({ directory: folder, flags: {}, environment: {}, reporter: recordingReporter().reporter });
  const short = (path: string): string => path.slice(folder.length + 1);
  const builds: string[] = [];
  const failures: unknown[] = [];
  const toLookAt: (readonly string[] | null)[] = [];
  const own: string[] = [];
  const loop = startBuildLoop({
    config: load(),
    quiet: 30,
    polling: false,
    buildsFirst: false,
    watches: true,
    begin: (changed) => ({
      load: async () => load(),
      async build({ directories }, unbuilt) {
        builds.push(`[${short(directories.source)}] ${changed?.map(short).join(' ') ?? 'anything'}`);
        toLookAt.push(unbuilt?.map(short) ?? null);
        await build();
        return { wentWell: true, ranOwnCode: more.ranOwnCode ?? false };
      },
      fail: (error) => failures.push(error),
    }),
    excludedBy: excludedPaths,
    onOwnFile: (path) => own.push(short(path)),
    onPolling: (error) => failures.push(error),
    ...more,
  });
  onTestFinished(() => loop.close());
  await loop.ready;
  const save = (path: string, text: string): void => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  return { folder, loop, builds, toLookAt, own, failures, save };
}

async function untilLength(list: readonly unknown[], length: number): Promise<void> {
  await eventually(
    () => list.length,
    (found) => found >= length,
  );
}

/** A promise, and what fulfils it. */
function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

test('builds what is saved during a build once that is done, in one build', async () => {
  const first = gate();
  const { builds, save } = await startNoted({ 'a.md': '1' }, () =>
    builds.length === 1 ? first.opened : undefined,
  );
  save('a.md', '2');
  await untilLength(builds, 1);
  save('b.md', '1');
  save('c.md', '1');
  await pause(A_WHILE);
  expect(builds).toEqual(['[] a.md']);
  first.open();
  await untilLength(builds, 2);
  expect(builds[1]).toBe('[] b.md c.md');
  await pause(A_WHILE);
  expect(builds).toHaveLength(2);
});

test('misses no save, however soon it follows the one before', async () => {
  const read: string[] = [];
  const { folder, save } = await startNoted({ 'a.md': '0' }, () => {
    const text = readFileSync(join(folder, 'a.md'), 'utf8');
    read.push(text);
    if (text < '5') save('a.md', String(Number(text) + 1));
  });
  save('a.md', '1');
  const last = await eventually(
    () => read.at(-1),
    (found) => found === '5',
  );
  expect(last).toBe('5');
});

test('goes on after an error that nobody foresaw', async () => {
  const bug = new TypeError('x is not a function');
  const { builds, failures, save } = await startNoted({ 'a.md': '1' }, () => {
    if (builds.length === 1) throw bug;
  });
  save('a.md', '2');
  await untilLength(failures, 1);
  expect(failures).toEqual([bug]);
  save('a.md', '3');
  await untilLength(builds, 2);
  expect(failures).toHaveLength(1);
});

test('watches where the configuration says since it changed, and no longer where it said before', async () => {
  const { builds, save } = await startNoted({
    '_config.yml': 'source: one\n',
    'one/a.md': '1',
    'two/a.md': '1',
  });
  save('two/a.md', '2');
  save('one/a.md', '2');
  await untilLength(builds, 1);
  save('_config.yml', 'source: two\n');
  await untilLength(builds, 2);
  save('two/a.md', '3');
  await untilLength(builds, 3);
  save('one/a.md', '3');
  await pause(A_WHILE);
  expect(builds).toEqual(['[one] one/a.md', '[two] _config.yml', '[two] two/a.md']);
});

test('sees the first file of a folder, and nothing beside the folders of the site', async () => {
  const { builds, save } = await startNoted({ 'content/a.md': '1', 'layouts/a.html': '1' });
  save('notes.md', '1');
  save('dist/a.html', '1');
  save('node_modules/content/a.md', '1');
  await pause(A_WHILE);
  expect(builds).toEqual([]);
  save('data/facts.yml', 'a: 1');
  await untilLength(builds, 1);
  expect(builds).toEqual(['[content] data/facts.yml']);
});

test('does not build with a configuration that cannot be read, and tries it again at every change', async () => {
  const { builds, failures, save } = await startNoted({ '_config.yml': 'source: one\n', 'one/a.md': '1' });
  save('_config.yml', 'source: two\n');
  await untilLength(failures, 1);
  save('one/a.md', '2');
  await untilLength(failures, 2);
  expect(String(failures[1])).toContain('two');
  expect(builds).toEqual([]);
  save('two/a.md', '1');
  save('one/a.md', '3');
  await untilLength(builds, 1);
  expect(builds).toEqual(['[two] one/a.md']);
});

test('waits for the build that runs when it is closed, and builds no more', async () => {
  const running = gate();
  const { loop, builds, save } = await startNoted({ 'a.md': '1' }, () => running.opened);
  save('a.md', '2');
  await untilLength(builds, 1);
  save('a.md', '3');
  await pause(A_WHILE);
  const isClosed = vi.fn();
  const closed = loop.close().then(isClosed);
  await pause(A_WHILE);
  expect(isClosed).not.toHaveBeenCalled();
  running.open();
  await closed;
  expect(builds).toHaveLength(1);
});

test('a Gemfile outside the source is watched, there or not, and so is its lock', async () => {
  const { folder, builds, save } = await startNoted({ '_config.yml': 'source: one\n', 'one/a.md': '' });
  save('Gemfile', 'group :jekyll_plugins do\nend\n');
  await untilLength(builds, 1);
  save('Gemfile.lock', 'GEM\n');
  await untilLength(builds, 2);
  expect(builds).toEqual(['[one] Gemfile', '[one] Gemfile.lock']);
  const { reporter } = recordingReporter();
  const config = loadConfig({ directory: folder, flags: {}, environment: {}, reporter });
  expect(isConfigFile(join(folder, 'Gemfile.lock'), config)).toBe(true);
  expect(isConfigFile(join(folder, 'one/Gemfile'), config)).toBe(false);
});

test('tells a build of all that changed since the last one that went well', async () => {
  const bug = new TypeError('x is not a function');
  const { builds, toLookAt, save } = await startNoted({ 'a.md': '1', 'b.md': '1' }, () => {
    if (builds.length === 2) throw bug;
  });
  const edits = ['a.md', 'b.md', 'c.md', 'd.md'];
  for (const [index, path] of edits.entries()) {
    save(path, 'new');
    await untilLength(builds, index + 1);
  }
  expect(builds).toEqual(['[] a.md', '[] b.md', '[] c.md', '[] d.md']);
  // Of the build before the loop nothing is known.
  expect(toLookAt).toEqual([null, ['b.md'], ['b.md', 'c.md'], ['d.md']]);
});

test('sees what is saved, added and removed between the start of the first build and the first look of the watcher', async () => {
  const folder = temporaryFolder({ 'a.md': '1', 'b.md': '1', '_data/c.yml': '1' });
  let isFirst = true;
  const edit = (): void => {
    if (!isFirst) return;
    isFirst = false;
    writeFileSync(join(folder, 'a.md'), '2');
    mkdirSync(join(folder, 'd'));
    writeFileSync(join(folder, 'd/new.md'), '1');
    rmSync(join(folder, 'b.md'));
  };
  const { builds } = await startNoted(folder, edit, { buildsFirst: true });
  await untilLength(builds, 2);
  await pause(A_WHILE);
  expect(builds[0]).toBe('[] anything');
  expect(builds.slice(1).join(' ').split(' ').sort()).toEqual(
    expect.arrayContaining(['a.md', 'b.md', 'd/new.md']),
  );
});

test('builds again when asked to, and looks at everything', async () => {
  const { loop, builds, toLookAt } = await startNoted({ 'a.md': '1' });
  await loop.rebuild();
  expect(builds).toEqual(['[] anything']);
  expect(toLookAt).toEqual([null]);
});

test('sees a save that leaves size and time of the file as they were', async () => {
  const { folder, builds, save } = await startNoted({ 'a.md': '1' }, () => {
    if (builds.length > 1) return;
    const path = join(folder, 'a.md');
    const { atime, mtime } = statSync(path);
    save('a.md', '3');
    utimesSync(path, atime, mtime);
  });
  save('a.md', '2');
  await untilLength(builds, 2);
  expect(builds).toEqual(['[] a.md', '[] a.md']);
});

test('takes what the code of a site writes in every build for no edit', async () => {
  let count = 0;
  const { folder, builds, own, save } = await startNoted(
    { 'a.md': '1' },
    () => {
      writeFileSync(join(folder, 'count.yml'), String(++count));
      writeFileSync(join(folder, 'same.yml'), 'always the same');
    },
    { ranOwnCode: true },
  );
  save('a.md', '2');
  await untilLength(own, 1);
  await pause(A_WHILE);
  // Once for what may be somebody's save, once more to be sure.
  const learnt = builds.length;
  expect(learnt).toBe(3);
  save('a.md', '3');
  await untilLength(builds, learnt + 1);
  await pause(A_WHILE);
  expect(builds).toHaveLength(learnt + 1);
  // Between builds it is an edit as any other.
  save('count.yml', 'by hand');
  await untilLength(builds, learnt + 2);
  await pause(A_WHILE);
  expect(builds).toHaveLength(learnt + 2);
  expect(own).toEqual(['count.yml']);
});

test('sees nothing of what is excluded, and of files that editors leave for a while', async () => {
  const { folder, builds, save } = await startNoted({
    '_config.yml': 'exclude: [drafts, "*.psd", _layouts/notes.txt]\n',
    'a.md': '1',
    'drafts/a.md': '1',
    '_layouts/notes.txt': '1',
  });
  for (const path of [
    'drafts/a.md',
    'drafts/new.md',
    'picture.psd',
    '.a.md.swp',
    'a.md~',
    '.#a.md',
    '#a.md#',
    'a.md___jb_tmp___',
    '.DS_Store',
  ])
    save(path, '2');
  // As vim looks whether it may write into a folder, and sed -i edits.
  save('4913', '');
  rmSync(join(folder, '4913'));
  await pause(A_WHILE);
  expect(builds).toEqual([]);
  save('sedXYZ', '2');
  renameSync(join(folder, 'sedXYZ'), join(folder, 'a.md'));
  await untilLength(builds, 1);
  await pause(A_WHILE);
  expect(builds).toEqual(['[] a.md']);
  // Layouts have their own rules.
  save('_layouts/notes.txt', '2');
  await untilLength(builds, 2);
  save('_config.yml', 'exclude: []\n');
  await untilLength(builds, 3);
  save('drafts/a.md', '3');
  await untilLength(builds, 4);
  expect(builds[3]).toBe('[] drafts/a.md');
});
