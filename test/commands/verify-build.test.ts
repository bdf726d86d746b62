import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { runCli } from '../helpers/run-cli.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

const page = (body: string): string => `---\n---\n${body}\n`;
/** A plugin that counts how often its filter is called, which no two builds have equal. */
const COUNTING = `
let calls = 0;
export default { filters: [{ name: 'calls', arity: [0, 0], apply: () => String(++calls) }] };
`;

const leftBehind = (): string[] =>
  readdirSync(tmpdir()).filter((name) => name.startsWith('utterson-verify-'));

test('a build that a clean one equals is verified, and nothing of that stays', async () => {
  const before = leftBehind();
  const folder = temporaryFolder({
    '_config.yml': 'destination: docs\nkeep_files: [CNAME]\n',
    'index.html': page('{{ site.destination }} {{ "now" | date: "%s" }} {{ site.time | date: "%s%N" }}'),
    'a.txt': 'x',
    'docs/CNAME': 'example.org',
  });
  const { code, out, err } = await runCli(folder, 'build', '--verify');
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('      Verification: The output is what a clean build writes.\n');
  expect(readFileSync(join(folder, 'docs/index.html'), 'utf8')).toMatch(/^docs \d+ \d+\n$/);
  expect(existsSync(join(folder, 'docs/docs'))).toBe(false);
  expect(leftBehind()).toEqual(before);
});

test('a moment that passes between the two builds makes no difference', async () => {
  const folder = temporaryFolder({ 'index.html': page('{{ "now" | date: "%s" }} {{ site.time }}') });
  vi.useFakeTimers({ toFake: ['Date'], now: 1_700_000_000_000 });
  const now = vi.spyOn(Date, 'now');
  let seconds = 1_700_000_000;
  now.mockImplementation(() => (seconds += 1) * 1000);
  try {
    expect((await runCli(folder, 'build', '--verify')).code).toBe(0);
  } finally {
    now.mockRestore();
    vi.useRealTimers();
  }
});

test('a difference fails, with place and both lines', async () => {
  const folder = temporaryFolder({
    '_plugins/calls.mjs': COUNTING,
    'index.html': page('one\ntwo {{ 1 | calls }}'),
    'other.html': page('x'),
  });
  const { code, err } = await runCli(folder, 'build', '--verify');
  expect(code).toBe(1);
  expect(err).toContain('      Verification: The output is not what a clean build writes.\n');
  const lines = ['index.html:2:', '  is        two 1', '  should be two 2', '→ '];
  expect(err).toContain(lines.map((line) => `                    ${line}`).join('\n'));
  expect(err).not.toContain('other.html');
});

test('what chance has a part in is named, and not compared', async () => {
  const sample = `{{ "${'a,b,c,d,e,f,g,h,'.repeat(50)}" | split: "," | sample: 50 | join: "" }}`;
  const folder = temporaryFolder({ 'quote.html': page(sample), 'index.html': page('x') });
  const { code, out } = await runCli(folder, 'build', '--verify');
  expect(code).toBe(0);
  expect(out).toContain('      Not compared: quote.html, which chance has a part in\n');
});

test('a build that fails is not verified, and a watch is not', async () => {
  const folder = temporaryFolder({ 'index.html': page('{% nope %}') });
  const failed = await runCli(folder, 'build', '--verify');
  expect(failed.code).toBe(1);
  expect(failed.err).not.toContain('Verification');
  const watched = await runCli(folder, 'build', '--verify', '--watch');
  expect(watched.code).toBe(1);
  expect(watched.err).toContain('--verify checks one build');
});

test('the flag is no setting of the site', async () => {
  const folder = temporaryFolder({ 'index.html': page('{{ site.verify | inspect }}') });
  await runCli(folder, 'build', '--verify');
  expect(readFileSync(join(folder, '_site/index.html'), 'utf8')).toBe('nil\n');
});
