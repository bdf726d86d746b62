import { expect, test } from 'vitest';
import { runCli } from '../helpers/run-cli.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

/** Compares two folders with these files. */
function compare(old: Record<string, string>, now: Record<string, string>, ...flags: string[]) {
  const inFolder = (folder: string, files: Record<string, string>): [string, string][] =>
    Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]);
  const folder = temporaryFolder(
    Object.fromEntries([['old/x', ''], ['new/x', ''], ...inFolder('old', old), ...inFolder('new', now)]),
  );
  return runCli(folder, 'diff', 'old', 'new', ...flags);
}

/** The kinds of difference between two texts. */
async function kinds(old: string, now: string): Promise<string[]> {
  const { out } = await compare({ 'a.html': old }, { 'a.html': now }, '--json');
  return JSON.parse(out).clusters.map(({ kind }: { kind: string }) => kind);
}

test('says of equal folders that they are the same', async () => {
  const { code, out, err } = await compare({ 'a.html': 'a' }, { 'a.html': 'a' });
  expect([code, err]).toEqual([0, '']);
  expect(out).toBe(
    '        Same bytes: 2 files\n           Verdict: The folders are the same, byte for byte.\n',
  );
});

test.each([
  ['<p>a</p>\n\n<p>b</p>', '<p>a</p> <p>b</p>', ['white space']],
  ['<a href="x" id="y">', '<a id="y" href="x">', ['attribute order']],
  ['<p>built 2024-01-01T00:00:00Z</p>', '<p>built 2025-02-02T10:20:30+01:00</p>', ['time stamps']],
  ['<code><span class="nb">a</span> b</code>', '<code>a <span class="s2">b</span></code>', ['highlighting']],
  ['<a b="1" c="2">\n<p>', '<a c="2" b="1"><p>', ['white space', 'attribute order']],
  ['<p>one</p>', '<p>two</p>', ['text']],
  ['<pre>a\n b</pre>', '<pre>a b</pre>', ['text']],
  ['<a class="b c">', '<a class="c b">', ['text']],
  ['a\0', 'b\0', ['bytes']],
])('knows by what %j and %j differ', async (old, now, expected) => {
  expect(await kinds(old, now)).toEqual(expected);
});

test('counts a difference over many files, whatever numbers are in it, and shows it once', async () => {
  const page = (text: string) => `<h1>x</h1>\n<p>${text}</p>\n`;
  const pages = (word: string) =>
    Object.fromEntries([1, 2, 3].map((number) => [`${number}.html`, page(`${word}-${number}`)]));
  const { code, out } = await compare(
    { ...pages('alt'), 'b.html': page('other') },
    { ...pages('neu'), 'b.html': page('else') },
  );
  expect(code).toBe(1);
  expect(out.split('\n')).toEqual([
    '        Same bytes: 1 file',
    '              Text: 4 files, in 2 ways',
    '                    3 times in 3 files, e.g. 1.html:2',
    '                    - alt-1',
    '                    + neu-1',
    '                    once in 1 file, e.g. b.html:2',
    '                    - other',
    '                    + else',
    '           Verdict: The folders differ.',
    '',
  ]);
});

test('names files that only one has', async () => {
  const { code, out } = await compare({ 'a.html': '' }, { 'b/c.html': '' });
  expect(code).toBe(1);
  expect(out).toContain('       Only in OLD: 1 file\n                    a.html\n');
  expect(out).toContain('       Only in NEW: 1 file\n                    b/c.html\n');
});

test('passes where what differs means nothing', async () => {
  const { code, out } = await compare({ 'a.html': '<p>a</p>\n' }, { 'a.html': '<p>a</p>' });
  expect(code).toBe(0);
  expect(out).toContain('Verdict: The folders mean the same: what differs, nobody sees.\n');
});

test('wants two folders', async () => {
  const folder = temporaryFolder({ 'a/b': '' });
  expect((await runCli(folder, 'diff', 'a')).code).toBe(1);
  expect((await runCli(folder, 'diff', 'a', 'nope')).err).toContain('nope is not a folder.');
  expect((await runCli(folder, 'diff', 'a', 'a', 'a')).err).toContain("does not take 'a'");
});
