/** Disks that take no more, at whatever size: files are whole, a build says why it failed, and the next one is right. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fastGlob from 'fast-glob';
import { expect, test } from 'vitest';
import { compareFolders } from '../conformance/sites.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

const program = resolve('bin/utterson.js');

/** Pages of some 40 kB, and a store that is larger than any of them. */
function writeSite(folder: string, word: string): void {
  for (let index = 0; index < 8; index++) {
    const lines = Array.from({ length: 800 }, (_, line) => `${word} ${index * line} of a paragraph.\n\n`);
    writeFileSync(join(folder, `page${index}.md`), `---\ntitle: ${index}\n---\n${lines.join('')}`);
  }
  writeFileSync(
    join(folder, 'list.html'),
    '---\n---\n{% for page in site.pages %}{{ page.content }}{% endfor %}',
  );
}

/** @param most blocks of 1,024 bytes that a file may have */
function build(
  folder: string,
  most: number | null,
): { readonly status: number | null; readonly stderr: string } {
  const limit = most === null ? '' : `ulimit -f ${most}; `;
  return spawnSync('bash', ['-c', `${limit}exec "$0" "$@"`, process.execPath, program, 'build'], {
    cwd: folder,
    env: { ...process.env, SOURCE_DATE_EPOCH: '1718000000', UTTERSON_NO_CODE_CACHE: '1' },
    encoding: 'utf8',
  });
}

test.each([1, 64, 512])('files of at most %i kB', { timeout: 60_000 }, (most) => {
  const folder = temporaryFolder({ '_config.yml': 'title: Site\n' });
  writeSite(folder, 'First');
  expect(build(folder, null).status).toBe(0);
  const first = outputsOf(folder);
  writeSite(folder, 'Second');
  const limited = build(folder, most);
  const fresh = temporaryFolder({ '_config.yml': 'title: Site\n' });
  writeSite(fresh, 'Second');
  expect(build(fresh, null).status).toBe(0);
  const second = outputsOf(fresh);
  for (const [path, text] of outputsOf(folder)) expect([first.get(path), second.get(path)]).toContain(text);
  expect(limited.status === 0 || limited.stderr !== '').toBe(true);
  if (limited.status === 0) expect(outputsOf(folder)).toEqual(second);
  expect(build(folder, null)).toMatchObject({ status: 0 });
  expect(compareFolders(join(fresh, '_site'), join(folder, '_site'))).toEqual([]);
});

test('of the store alone a full disk costs one warning', { timeout: 60_000 }, () => {
  const folder = temporaryFolder({ '_config.yml': 'title: Site\n' });
  writeSite(folder, 'First');
  rmSync(join(folder, 'list.html'));
  const { status, stderr } = build(folder, 100);
  expect(status).toBe(0);
  expect(stderr.match(/file too large/gi)).toHaveLength(1);
  expect(existsSync(join(folder, '_site/page7.html'))).toBe(true);
});

function outputsOf(folder: string): ReadonlyMap<string, string> {
  const output = join(folder, '_site');
  const paths = fastGlob.sync('**', { cwd: output });
  return new Map(paths.map((path) => [path, readFileSync(join(output, path), 'utf8')]));
}
