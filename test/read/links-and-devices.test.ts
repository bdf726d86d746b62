/** What is neither a file nor a folder, links to nothing and out of the site, odd names: through whole builds. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { loadConfig } from '../../src/build.js';
import { buildFolder } from '../helpers/build-site.js';
import { recordingReporter } from '../helpers/recording-reporter.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

const PAGE = '---\n---\n';
const PROGRAM = fileURLToPath(new URL('../../bin/utterson.js', import.meta.url));

function link(target: string, folder: string, path: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  symlinkSync(target, join(folder, path));
}

describe('a link to nothing', () => {
  test('is an empty layout, and a post that is left out', async () => {
    const folder = temporaryFolder({
      '_posts/2020-01-02-fine.md': PAGE,
      '_layouts/ok.html': '<b>{{ content }}</b>',
      'index.html': '---\nlayout: ok\n---\n{{ site.posts.size }}',
      'gone.html': '---\nlayout: gone\n---\ntext',
    });
    link('nowhere', folder, '_layouts/gone.html');
    link('nowhere', folder, '_posts/2020-01-01-gone.md');
    const { outputs, said, isFailed } = await buildFolder(folder);
    expect(isFailed).toBe(false);
    expect([outputs['index.html'], outputs['gone.html']]).toEqual(['<b>1</b>', '']);
    expect(said).toContain('Error reading file _layouts/gone.html: No such file or directory');
    expect(said).toContain('could not read file _posts/2020-01-01-gone.md: No such file or directory');
  });

  test.each(['a.md', 'a.png', '_data/a.yml', '_c/a.md', '_posts/2020-01-01-a.yml'])(
    'ends the build where it ends Jekyll’s: %s',
    async (path) => {
      const folder = temporaryFolder({ '_config.yml': 'collections: [c]\n' });
      link('nowhere', folder, path);
      const { said, isFailed } = await buildFolder(folder);
      expect(isFailed).toBe(true);
      expect(said).toContain(`could not read file ${path}: No such file or directory`);
    },
  );

  test('ends the build under strict_front_matter, wherever it is', async () => {
    const folder = temporaryFolder({ '_config.yml': 'strict_front_matter: true\n' });
    link('nowhere', folder, '_layouts/gone.html');
    expect((await buildFolder(folder)).isFailed).toBe(true);
  });

  test('in a circle is as good as one to nothing', async () => {
    const folder = temporaryFolder({ 'a.html': `${PAGE}{% include i.html %}` });
    link('i.html', folder, '_includes/i.html');
    expect((await buildFolder(folder)).said).toContain("Could not locate the included file 'i.html'");
    const circle = temporaryFolder();
    link('a.md', circle, 'a.md');
    expect((await buildFolder(circle)).said).toContain('could not read file a.md: Too many levels');
  });
});

describe.skipIf(process.platform === 'win32')('pipes, sockets and devices', () => {
  const PLACES = [
    'a.md',
    'docs/a.txt',
    '_posts/2020-01-01-a.md',
    '_data/a.yml',
    '_layouts/a.html',
    '_c/a.md',
  ];

  test.each(PLACES)('are left out with a warning: %s', async (path) => {
    const folder = temporaryFolder({ '_config.yml': 'collections: [c]\n', 'b.html': `${PAGE}b` });
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    expect(spawnSync('mkfifo', [join(folder, path)]).status).toBe(0);
    const { said, isFailed, outputs } = await buildFolder(folder);
    expect([isFailed, outputs['b.html']]).toEqual([false, 'b']);
    expect(said).toContain(`${path} is a pipe, a socket or a device`);
  });

  test('are so behind links, too', async () => {
    const folder = temporaryFolder({ 'b.html': `${PAGE}b` });
    link('/dev/zero', folder, 'zero.html');
    const { said, outputs } = await buildFolder(folder);
    expect(said).toContain('zero.html is a pipe, a socket or a device');
    expect(Object.keys(outputs)).toEqual(['b.html']);
  });

  test('are so when somebody listens', async () => {
    const folder = temporaryFolder({ 'b.html': `${PAGE}b` });
    const server = createServer();
    onTestFinished(() => void server.close());
    await new Promise<void>((resolve) => server.listen(join(folder, 's'), resolve));
    const { said, outputs } = await buildFolder(folder);
    expect(said).toContain('s is a pipe, a socket or a device');
    expect(Object.keys(outputs)).toEqual(['b.html']);
  });

  test('are no configuration', async () => {
    const folder = temporaryFolder();
    spawnSync('mkfifo', [join(folder, '_config.yml')]);
    expect((await buildFolder(folder)).said).toContain('could not read file _config.yml: it is a pipe');
  });
});

test.skipIf(process.platform === 'win32')('names with a line break are copied like any other', async () => {
  const folder = temporaryFolder({ 'a\nb.txt': 'x', 'd\ne/f.txt': 'y', 'p\nq.html': `${PAGE}z` });
  expect((await buildFolder(folder)).isFailed).toBe(false);
  const read = (path: string): string => readFileSync(join(folder, '_site', path), 'utf8');
  expect(['a\nb.txt', 'd\ne/f.txt', 'p\nq.html'].map(read)).toEqual(['x', 'y', 'z']);
});

describe.skipIf(process.platform !== 'linux')('folders of the kernel’s', () => {
  const load = (flags: Readonly<Record<string, string>>): unknown =>
    loadConfig({
      directory: temporaryFolder(),
      flags,
      environment: {},
      reporter: recordingReporter().reporter,
    });

  test.each(['/proc', '/proc/self', '/sys/x', '/dev/fd', '/dev'])('are no destination: %s', (destination) => {
    expect(() => load({ destination })).toThrow(
      /The destination cannot be .*: \/\w+ holds no files of a site/,
    );
  });

  test('are none through a link', () => {
    const folder = temporaryFolder();
    link('/proc', folder, 'out');
    expect(() => load({ destination: join(folder, 'out/x') })).toThrow('/proc holds no files of a site');
  });

  test.each(['/proc', '/sys', '/dev'])('are no source: %s', (source) => {
    expect(() => load({ source, destination: '/tmp/x' })).toThrow(`The source cannot be ${source}`);
  });

  test.runIf(existsSync('/dev/shm'))('do not count shared memory', () => {
    expect(() => load({ destination: '/dev/shm/utterson-site' })).not.toThrow();
  });
});

describe('under `safe`, nothing from outside the site comes in', () => {
  const SECRET = 'SECRET';
  const outside = (): string =>
    temporaryFolder({
      '2020-01-01-a.md': `---\ntitle: ${SECRET}\n---\n${SECRET}`,
      'd.yml': `a: ${SECRET}\n`,
      'l.html': SECRET,
      '_p.scss': `a { b: ${SECRET} }`,
      '_bad.scss': `a { ${SECRET}`,
    });
  const page =
    '{% for p in site.posts %}{{ p.content }}{% endfor %}{{ site.data }}{% for c in site.c %}{{ c.content }}{% endfor %}';

  test.each(['_posts', '_data', '_layouts', '_c', 'docs', '_includes'])('by the folder %s', async (name) => {
    const folder = temporaryFolder({
      '_config.yml': 'safe: true\ncollections: [c]\n',
      'a.html': `---\nlayout: l\n---\n${page}`,
    });
    link(outside(), folder, name);
    const { outputs, said } = await buildFolder(folder);
    expect(JSON.stringify(outputs)).not.toContain(SECRET);
    if (name !== 'docs' && name !== '_includes') expect(said).toContain(`${name} leads out of the site`);
  });

  test('by a link above the folder', async () => {
    const folder = temporaryFolder({
      '_config.yml': 'safe: true\ndata_dir: up/deep\n',
      'a.html': `${PAGE}${page}`,
    });
    link(temporaryFolder({ 'deep/d.yml': SECRET }), folder, 'up');
    const { outputs, said } = await buildFolder(folder);
    expect(outputs['a.html']).toBe('{}');
    expect(said).toContain('up/deep leads out of the site');
  });

  test.each([
    ['a path above', '@use "../../UP/p";', null],
    ['a link', '@use "q";', '_p.scss'],
    ['a link to what does not compile', '@use "q";', '_bad.scss'],
  ])('by Sass: %s', async (_what, text, target) => {
    const secrets = outside();
    const up = secrets.slice(secrets.lastIndexOf('/') + 1);
    const folder = temporaryFolder({
      '_config.yml': 'safe: true\n',
      'css/a.scss': `${PAGE}${text.replace('UP', up)}`,
      '_sass/_r.scss': '',
    });
    if (target !== null) link(join(secrets, target), folder, '_sass/_q.scss');
    const { said, outputs, isFailed } = await buildFolder(folder);
    expect([isFailed, Object.keys(outputs)]).toEqual([true, []]);
    expect(said).toContain('lies outside the site, which safe mode forbids');
    expect(said).not.toContain(SECRET);
  });

  test.skipIf(process.platform === 'win32')('by Sass, which does not even open what it refuses', () => {
    const secrets = temporaryFolder();
    spawnSync('mkfifo', [join(secrets, '_p.scss')]);
    const folder = temporaryFolder({ '_config.yml': 'safe: true\n', 'a.scss': `${PAGE}@use "q";` });
    link(join(secrets, '_p.scss'), folder, '_sass/_q.scss');
    // Whoever opens a pipe into which nobody writes waits for ever, so it needs a process that can be ended.
    const { status, stderr } = spawnSync(process.execPath, [PROGRAM, 'build'], {
      cwd: folder,
      encoding: 'utf8',
      timeout: 60_000,
    });
    expect(status).toBe(1);
    expect(stderr).toContain("Can't find stylesheet to import");
  });

  test('by load paths of Sass', async () => {
    const folder = temporaryFolder({
      '_config.yml': `safe: true\nsass: {load_paths: [${outside()}]}\n`,
      'a.scss': `${PAGE}@use "p";`,
    });
    const { said, isFailed } = await buildFolder(folder);
    expect([isFailed, said.includes(SECRET)]).toEqual([true, false]);
    expect(said).toContain("Can't find stylesheet to import");
  });
});
