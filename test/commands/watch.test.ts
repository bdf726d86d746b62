import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { type CliResult, runCli } from '../helpers/run-cli.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

/** A site that `build --watch` watches in this process. */
interface WatchedSite {
  save(path: string, text: string): void;
  /** Waits until the output file holds this text. */
  waitFor(path: string, text: string): Promise<void>;
  /** Waits until the program has printed this to standard output or error. */
  waitForLine(text: string): Promise<void>;
}

const page = (body: string): string => `---\n---\n${body}\n`;

/** Runs `build --watch` over the files while `edit` does, then tells it to stop; what it printed. */
async function watching(
  files: Readonly<Record<string, string>>,
  edit: (site: WatchedSite) => Promise<void>,
): Promise<CliResult> {
  const folder = temporaryFolder(files);
  const before = process.listenerCount('SIGTERM');
  const running = runCli(folder, 'build', '--watch');
  const printed = { text: '' };
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write;
    stream.write = (text: string) => {
      printed.text += text;
      return write.call(stream, text);
    };
  }
  try {
    await vi.waitFor(() => expect(process.listenerCount('SIGTERM')).toBeGreaterThan(before), 20_000);
    await edit({
      save(path, text) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      },
      waitFor: (path, text) =>
        vi.waitFor(() => {
          expect(existsSync(join(folder, path)) && readFileSync(join(folder, path), 'utf8')).toBe(text);
        }, 20_000),
      waitForLine: (text) => vi.waitFor(() => expect(printed.text).toContain(text), 20_000),
    });
  } finally {
    process.emit('SIGTERM');
  }
  return running;
}

test('follows the configuration to another source, and builds what is saved in its folders', async () => {
  const { code, out } = await watching(
    {
      '_config.yml': 'source: one\n',
      'one/index.html': page('one'),
      'two/index.html': '---\nlayout: base\n---\ntwo',
      'two/templates/base.html': '<{{ content }}>',
    },
    async ({ save, waitFor }) => {
      await waitFor('_site/index.html', 'one\n');
      save('_config.yml', 'source: two\nlayouts_dir: templates\n');
      await waitFor('_site/index.html', '<two>');
      save('two/templates/base.html', '[{{ content }}]');
      await waitFor('_site/index.html', '[two]');
    },
  );
  expect(code).toBe(0);
  expect(out).toContain('                    two/templates/base.html\n');
});

test('tells of a configuration that is broken, keeps the output, and goes on when it is mended', async () => {
  const { code } = await watching(
    { '_config.yml': 'title: One\n', 'index.html': page('{{ site.title }}') },
    async ({ save, waitFor, waitForLine }) => {
      save('_config.yml', 'title: [One\n');
      await waitForLine('at _config.yml:');
      await waitFor('_site/index.html', 'One\n');
      save('_config.yml', 'title: Two\n');
      await waitFor('_site/index.html', 'Two\n');
    },
  );
  expect(code).toBe(0);
});

test('goes on after a first build that failed', async () => {
  const { code, err } = await watching({ 'index.html': page('{% nope %}') }, async ({ save, waitFor }) => {
    save('index.html', page('mended'));
    await waitFor('_site/index.html', 'mended\n');
  });
  expect(code).toBe(0);
  expect(err).toContain("Unknown tag 'nope'");
});

test('says why what was saved is not there, and only that', async () => {
  const files = { 'index.html': page('one'), '_drafts/other.md': page('x') };
  const { out } = await watching(files, async ({ save, waitFor, waitForLine }) => {
    await waitFor('_site/index.html', 'one\n');
    await waitForLine('Auto-regeneration: enabled');
    save('_posts/hello.md', page('x'));
    await waitForLine('Left out: _posts/hello.md');
    save('index.html', page('two'));
    await waitFor('_site/index.html', 'two\n');
  });
  const lines = out.split('\n').filter((line) => line.includes('Left out:'));
  expect(lines).toEqual([
    '          Left out: 1 draft (--drafts)',
    '          Left out: _posts/hello.md: the name of a post must begin with its date',
  ]);
  expect(out).toContain('                    → Rename it to YYYY-MM-DD-hello.md.\n');
});
